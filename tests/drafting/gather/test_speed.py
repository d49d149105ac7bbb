"""Long chats and hostile messages are read in time."""

from datetime import timedelta
from time import process_time

import pytest

from drafting.gather import gather
from drafting.material import Material, Medium, Position, Ref
from tests.drafting.gather.told import BEFORE, ON_THE_WAY, PLAN, paper, said

LINES = [
    "下午拜會橫濱市環境局（Environmental Bureau），預算成長12%，每年約3億日圓",
    "心得：資料公開做得徹底",
    "建議本市先試辦共乘接駁車",
    "晚餐吃拉麵好好吃",
    "昨天下午補充，主席說明年大會在首爾",
    "9/4 東京 拜會都廳\n09:30 環境局\n9/5 橫濱 參訪\n14:00 港務局",
    "OK收到",
]
LENGTH = 40_000


def chat(count: int) -> list[Material]:
    pieces = [said(PLAN, BEFORE, count + 1)]
    for number in range(count):
        when = ON_THE_WAY + timedelta(seconds=number * 60)
        if number % 5:
            pieces.append(said(LINES[number % len(LINES)] + str(number % 9), when, number))
        else:
            where = Position(latitude=35.4, longitude=139.6)
            pieces.append(said("", when, number, ref=Ref(f"P{number}"), medium=Medium.PHOTO, position=where))
    return pieces


def seconds(pieces: list[Material]) -> float:
    began = process_time()
    gather(1, pieces, {})
    return process_time() - began


def test_the_time_grows_with_the_number_of_messages_and_not_faster():
    gather(1, chat(20), {})
    small, large = min(seconds(chat(500)) for _ in range(2)), seconds(chat(4000))
    assert large < 4
    assert large / small < 20


UNITS = [
    " ", "　", "\n", "\t", "的", "我們的", "所以這次本次", "建議", "出發去", "人家", "A ", "AB(Cd 中)", "中(AB 中", "（(", "「", "姓名： ", "姓名：王\n", "|a|b\n",
    "9/3", "9/3\n", "9/3-", "9/3 去", "第一天", "D1 ", "1 ", "1. ", "09:30-", "上午 ", "0", "04-2228-", "王小芸科長、", "都是交通局、", "局處", "李", "→ ",
    "□是 ", "Jan 1, ", "報告日期", "聯絡人", "去", "由本局", "昨天的", "|", "12-",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("label", ["", "出國人員："])
def test_no_message_makes_a_pattern_hang(unit, label):
    text = label + unit * (LENGTH // len(unit))
    assert seconds([said(PLAN), said(text, number=2), paper(text + "出國計畫")]) < 5
