"""Which questions the words of a message answer by themselves."""

import pytest

from drafting.interview.asks import Ask
from drafting.interview.evidence import answers
from drafting.material import Kind, Material, Medium, Ref
from tests.drafting.interview.trips import note, tokyo


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("佐藤理事長接待我們", {Ask.WHO}),
        ("Mayor Anna Keller 致詞", {Ask.WHO}),
        ("出席者有林志明局長", {Ask.WHO}),
        ("協會受託管理 63 座公園", {Ask.FIGURES}),
        ("大會通過兩案決議", {Ask.OUTCOME, Ask.FIGURES}),
        ("這一點本市可以學", {Ask.MEANING}),
        ("一年編列預算 3 億日圓", {Ask.COST, Ask.FIGURES}),
        ("雙方同意明年再續辦", {Ask.OUTCOME, Ask.AGREED, Ask.NEXT}),
        ("我們拿到第二名", {Ask.RESULT}),
    ],
)
def test_what_a_sentence_answers(text, answered):
    assert answers(note(1, tokyo(22, 10), text)) == answered


@pytest.mark.parametrize(
    "text", ["9:30 到了", "9/22 早上", "喝了 2 杯咖啡", "等 20 分鐘", "天氣很好", "局長說明年再來的那個公文"]
)
def test_clocks_days_coffee_and_small_talk_answer_nothing(text):
    assert not answers(note(1, tokyo(22, 10), text)) & {Ask.WHO, Ask.FIGURES}


def test_a_contact_tells_who_was_there_and_an_impression_what_it_means():
    contact = Material(
        ref=Ref("C1"), medium=Medium.CONTACT, author="林測試", said_at=tokyo(22, 10), text="佐藤"
    )
    assert answers(contact) == {Ask.WHO}
    assert answers(note(1, tokyo(22, 10), "很有收穫", label=Kind.IMPRESSION)) == {Ask.MEANING}
