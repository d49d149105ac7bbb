"""One sentence is enough to begin: where, when, what for and who, the way people type it on a phone."""

from datetime import UTC, date, datetime

import pytest

from drafting.gather.whole import gathered
from drafting.material import Kind, Material, Medium, Ref
from drafting.starting.proposal import proposed_name
from drafting.trip import Category, Period, Trip

SAID_AT = datetime(2026, 10, 5, 13, tzinfo=UTC)


def begun(*texts: str) -> Trip:
    notes = [
        Material(
            ref=Ref(f"N{n}"), medium=Medium.NOTE, author="甲", said_at=SAID_AT, text=text, message_ids=(n,)
        )
        for n, text in enumerate(texts, 1)
    ]
    return gathered(1, notes, {}, "")


def test_one_sentence_fills_the_card():
    trip = begun(
        "我們要去斯洛維尼亞盧比安納考察零廢棄，10/11到10/16，環保局廢管科廖湘瑜科長跟我（技士 翟以安）"
    )
    assert trip.period == Period(start=date(2026, 10, 11), end=date(2026, 10, 16))
    assert (trip.regions, trip.categories) == (("斯洛維尼亞",), (Category.STUDY_VISIT,))
    assert [(t.name, t.agency, t.unit, t.title) for t in trip.travellers] == [
        ("廖湘瑜", "環保局", "廢管科", "科長"), ("翟以安", "環保局", "廢管科", "技士"),
    ]  # fmt: skip
    assert proposed_name(trip) == "環保局赴斯洛維尼亞盧比安納考察零廢棄"


@pytest.mark.parametrize(
    ("said", "purposes"),
    [
        ("奉派赴芬蘭參加教育論壇 2026/10/11~2026/10/16", ("國際會議",)),
        ("去泰國曼谷參展，10/11–10/16", ("洽展",)),
        ("10/11-10/16 赴芬蘭參加論壇並參訪學校", ()),
    ],
)
def test_what_for_is_believed_if_only_one_thing_is_named(said: str, purposes: tuple[str, ...]):
    trip = begun(said)
    assert trip.purposes == purposes
    assert trip.categories == ((Category.OTHER,) if purposes else ())


def test_two_runs_of_days_are_no_period():
    assert begun("去日本考察，10/11到10/13，10/14到10/16再去韓國").period is None


def test_somebody_who_does_not_say_who_they_are_is_not_left_out_of_the_list_in_silence():
    assert begun("10/11–10/16 去日本考察，環保局廖湘瑜科長跟我").travellers == (), "then it is asked for"


def test_a_name_is_proposed_in_the_travellers_own_words_and_only_while_there_is_none():
    assert proposed_name(begun("去芬蘭玩")) == ""
    assert proposed_name(begun("計畫名稱：環保局赴芬蘭考察回收", "去芬蘭考察回收")) == ""
    assert proposed_name(begun("#私 去芬蘭考察回收")) == ""


def test_several_hours_in_one_line_are_several_activities():
    trip = begun(
        "10/11–10/13 赴芬蘭考察",
        "10/11 臺中—赫爾辛基 搭機",
        "10/12 上午9點 參訪回收中心 下午2點 拜會市府，16:30 參觀地下收集站",
        "10/13 09:30-12:00 開幕典禮（10:00 致詞）",
    )
    assert [(e.day.day, f"{e.start:%H:%M}", e.title) for e in trip.events if e.start] == [
        (12, "09:00", "參訪回收中心"), (12, "14:00", "拜會市府"), (12, "16:30", "參觀地下收集站"),
        (13, "09:30", "開幕典禮（10:00 致詞）"),
    ]  # fmt: skip


def test_thanks_are_no_name():
    assert begun("10/11–10/13 赴芬蘭考察", "聯絡人 謝謝").contact_person == ""


@pytest.mark.parametrize(
    ("said", "region", "categories", "purposes"),
    [
        ("10/11-10/16 to Vienna, Austria for the Urban Water Forum, me and the section chief", "奧地利", (Category.OTHER,), ("國際會議",)),
        ("Study visit to Finland, 11-16 October, public libraries", "芬蘭", (Category.STUDY_VISIT,), ()),
    ],
)  # fmt: skip
def test_one_sentence_in_english_is_enough_too(
    said: str, region: str, categories: tuple[Category, ...], purposes: tuple[str, ...]
):
    trip = begun(said)
    assert trip.period == Period(start=date(2026, 10, 11), end=date(2026, 10, 16))
    assert (trip.regions, trip.categories, trip.purposes) == ((region,), categories, purposes)


def test_a_name_of_a_person_is_no_country():
    assert begun("10/11-10/16 Official visit to Jordan Reed of the city council").regions == ()


def test_the_proposed_name_says_going_once():
    assert proposed_name(begun("10/11到10/16去芬蘭考察圖書館，文化局巫以棠科長跟我（科員 岑可微）")) == (
        "文化局赴芬蘭考察圖書館"
    )


def test_the_rows_of_a_plan_may_come_one_by_one_with_several_hours_and_several_days():
    trip = begun(
        "10/11–10/16 赴芬蘭考察",
        "10/12 赫爾辛基 10:00 拜會市府 14:00 參觀圖書館",
        "10/15-10/16 回程",
        "10/13 Helsinki 09:00 Opening, 14:00 Session on floods",
    )
    rows = {row.day.day: (row.place, row.activity) for row in trip.itinerary}
    assert rows[12] == ("赫爾辛基", "10:00 拜會市府；14:00 參觀圖書館")
    assert rows[13] == ("Helsinki", "09:00 Opening；14:00 Session on floods")
    assert rows[15][1] == rows[16][1] == "回程"


def test_who_is_in_charge_gives_the_number_without_a_label():
    trip = begun("10/11–10/16 赴芬蘭考察", "推廣科承辦 電話07-0000000分機123")
    assert trip.contact_phone == "07-0000000分機123"
    assert [m.kind for m in trip.material][1] is Kind.PARTICULARS, "and it is no sentence of the report"
