"""Hostile messages make no pattern hang."""

import pytest

from drafting.gather import gather
from tests.drafting.gather.told import PLAN, paper, said
from tests.hanging import ends

LENGTH = 40_000


UNITS = [
    " ", "　", "\n", "\t", "的", "我們的", "所以這次本次", "建議", "出發去", "人家", "A ", "AB(Cd 中)", "中(AB 中", "（(", "「", "姓名： ", "姓名：王\n", "|a|b\n",
    "9/3", "9/3\n", "9/3-", "9/3 去", "第一天", "D1 ", "1 ", "1. ", "09:30-", "上午 ", "0", "04-2228-", "王小芸科長、", "都是交通局、", "局處", "李", "→ ",
    "□是 ", "Jan 1, ", "報告日期", "聯絡人", "去", "由本局", "昨天的", "|", "12-",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("label", ["", "出國人員："])
def test_no_message_makes_a_pattern_hang(unit, label):
    text = label + unit * (LENGTH // len(unit))
    with ends():
        gather(1, [said(PLAN), said(text, number=2), paper(text + "出國計畫")], {})
