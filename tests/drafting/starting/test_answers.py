"""A message after a question is its answer only if it reads like one; a note about the hotel is a note."""

from datetime import date

import pytest

from drafting.errors import ValueUnclear
from drafting.gather.corrections import FIELDS, checked
from drafting.starting.answers import answer, besides, leaves
from drafting.trip import Classification, DestinationKind

NEAR = date(2026, 9, 14)


@pytest.mark.parametrize(
    ("key", "said", "value"),
    [
        ("classification", "不是", "none"),
        ("classification", "密", "密"),
        ("classification", "機密。", "機密"),
        ("destination", "大陸", "mainland"),
        ("destination", "去香港", "hk_macau"),
        ("destination", "一般國外", "foreign"),
        ("regions", "日本福岡", "日本"),
        ("regions", "日本跟韓國", "日本、韓國"),
        ("period", "9/15-9/19", "9/15-9/19"),
        ("travellers", "藍渡川、晏聽雨", "藍渡川、晏聽雨"),
        ("report_name", "「出席2026亞太港灣城市防災會議」", "出席2026亞太港灣城市防災會議"),
        ("host_agency", "是秘書處", "秘書處"),
        ("contact_person", "許範例", "許範例"),
        ("contact_phone", "04-22289111 分機 12345", "04-22289111 分機 12345"),
        ("has_attachments", "沒有", "否"),
        ("has_attachments", "有，一份", "是"),
        ("categories", "考察", "考察"),
        ("purposes", "國際會議", "國際會議"),
        ("report_date", "10/30", "10/30"),
    ],
)  # fmt: skip
def test_an_answer_is_what_set_would_take(key: str, said: str, value: str):
    assert answer(key, said, NEAR) == value
    checked(key, value, NEAR)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("host_agency", "剛到飯店，房間很小"),
        ("contact_person", "今天搭機很順利"),
        ("contact_phone", "明天再查"),
        ("report_name", "早安"),
        ("report_name", "10/12 赫爾辛基 10:00 拜會圖書館總館 14:00 參觀分館"),
        ("report_name", "館員說拜會時間改了"),
        ("report_name", "今天參訪了港務局。印象很深！"),
        ("regions", "好累"),
        ("period", "還不知道"),
        ("travellers", "市長致詞約十分鐘"),
        ("classification", "會場在三樓"),
        ("has_attachments", "晚宴在七點"),
        ("regions", "我們在日本的飯店裡遇到去年在韓國認識的港務局長，他說明年要辦第三屆會議，邀請本市參加"),
    ],
)  # fmt: skip
def test_a_note_is_not_taken_for_an_answer(key: str, said: str):
    assert answer(key, said, NEAR) is None


def test_what_was_surely_meant_as_an_answer_and_cannot_be_read_is_told_with_an_example():
    with pytest.raises(ValueUnclear, match="115年4月9日至115年4月14日"):
        answer("period", "還不知道", NEAR, surely=True)


def test_a_free_field_takes_what_was_surely_meant():
    assert (
        answer("host_agency", "水利署第三河川分署（中區）", NEAR, surely=True) == "水利署第三河川分署（中區）"
    )


@pytest.mark.parametrize("key", FIELDS)
def test_no_field_fails_on_whatever_is_said(key: str):
    for said in ("", "。", "？", "A" * 300, "中" * 300, "2026", "9/15"):
        answer(key, said, NEAR)


def test_levels_and_kinds_are_those_of_a_trip():
    assert {answer("classification", c.value, NEAR) for c in Classification} == {
        c.value for c in Classification
    }
    assert {answer("destination", w, NEAR) for w in ("大陸", "港澳", "國外")} == {
        d.value for d in DestinationKind
    }


def test_a_contact_may_be_told_with_the_number():
    said = "04-22289111 分機 66001，找翟以安"
    assert answer("contact_person", said, NEAR) == "翟以安"
    assert besides(said) == {"contact_person": "翟以安", "contact_phone": "04-22289111分機66001"}
    assert answer("contact_person", "謝謝", NEAR) is None


@pytest.mark.parametrize(
    ("said", "how"),
    [
        ("略過", "skip"), ("還不知道", "skip"), ("沒有。", "skip"), ("Skip", "skip"), ("don't know yet", "skip"), ("no", "skip"),
        ("之後再說", "later"), ("等等再補", "later"), ("先到這裡", "later"), ("Later!", "later"),
        ("略過這一段的決議", ""), ("沒有人出席", ""), ("later we met the mayor", ""), ("no one came", ""),
    ],
)  # fmt: skip
def test_a_question_may_be_left_out_in_words_as_well(said: str, how: str):
    assert leaves(said) == how
