"""The fact ledger: what a text says, each thing in its place and in one form for all its writings."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.grounding import ledger_of

NEAR = date(2018, 4, 10)


def forms(text: str) -> list[tuple[str, str]]:
    return [(fact.kind, fact.form) for fact in ledger_of(text, NEAR)]


@pytest.mark.parametrize(
    "writings",
    [
        ("37億6千萬人", "37.6億位", "3,760,000,000人", "３７億６千萬人"),
        ("卅一位", "31人", "三十一名"),
        ("百分之十二點五", "12.5%", "12.5％"),
        ("107年4月10日", "2018/4/10", "4/10", "April 10, 2018", "四月十日"),
        ("4/10－12", "4月10日至12日"),
        ("星期三", "週三", "Wednesday"),
        ("晚上7點半", "19:30", "下午七時三十分"),
        ("新臺幣500元", "NT$500"),
        ("壹拾貳萬元", "12萬元"),
        ("半年", "6個月"),
        ("臺中市政府", "台中市政府"),
        ("Takht-i-Bahi", "TAKHT-I-BAHI"),
        ("3：0", "3比0"),
    ],
)
def test_all_writings_of_one_thing_have_one_form(writings):
    first, *others = [forms(writing) for writing in writings]
    assert len(first) == 1
    assert all(other == first for other in others)


def test_every_kind_of_fact_keeps_its_place():
    text = "4月10日，林測甲局長於臺中市政府說「港口是大家的客廳」，Kokura Port 來了88位。"
    assert [(f.kind, f.text) for f in ledger_of(text, NEAR)] == [
        ("date", "4月10日"),
        ("person", "林測甲"),
        ("organisation", "臺中市政府"),
        ("quote", "港口是大家的客廳"),
        ("person", "Kokura Port"),
        ("number", "88位"),
    ]


@pytest.mark.parametrize(
    ("one", "other"), [("3件", "3場"), ("88%", "88位"), ("500美元", "500歐元"), ("第3屆", "3年")]
)
def test_different_things_have_different_forms(one, other):
    assert forms(one) != forms(other)


@given(st.text(alphabet="0123456789年月日位元件%第三十百萬億王局長市政府「」AbC .：-/", max_size=60))
def test_facts_stand_where_they_say(text):
    for fact in ledger_of(text, NEAR):
        assert text[fact.start : fact.end] == fact.text
        assert fact.text
