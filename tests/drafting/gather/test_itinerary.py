"""Itineraries as travellers paste them: lists, tables, single lines, half days, and days replaced later."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.dates import roc, roc_range
from drafting.gather.periods import period_of
from drafting.trip import Period
from tests.drafting.gather.told import PLAN, told


def rows(*texts: str) -> list[str]:
    return [f"{r.day.month}/{r.day.day} {r.place}|{r.activity}" for r in told(PLAN, *texts).itinerary]


def items(*texts: str) -> list[tuple[int, time | None, time | None, str]]:
    return [(e.day.day, e.start, e.end, e.title) for e in told(PLAN, *texts).events]


@pytest.mark.parametrize(
    "text",
    [
        "9/3 臺北—東京 搭機\n9/4 東京 拜會都廳",
        "行程\nD1 9/3 臺北→東京 搭機\nD2 9/4 東京 拜會都廳",
        "第一天(9/3 四)：臺北—東京，搭機\n第二天(9/4 五)：東京，拜會都廳",
        "| 日期 | 地點 | 行程 |\n|---|---|---|\n| 9/3 | 臺北—東京 | 搭機 |\n| 9/4 | 東京 | 拜會都廳 |",
        "日期\t地點\t行程\n115/9/3\t臺北→東京\t搭機\n115/9/4\t東京\t拜會都廳",
        "日期\t行程\t地點\n9月3日(四)\t搭機\t臺北→東京\n9月4日(五)\t拜會都廳\t東京",
        "【9/3】臺北→東京 搭機\n【9/4】東京：拜會都廳",
        "◎9/3（四）臺北→東京 搭機\n◎9/4（五）東京：拜會都廳",
        "9/3 星期四 臺北 → 東京 搭機\n9/4 星期五 東京 拜會都廳",
        "1. 9/3 臺北－東京 搭機\n2. 9/4 東京 拜會都廳",
        "行程如下：9/3 臺北—東京 搭機、9/4 東京 拜會都廳",
        "九月三日 臺北—東京 搭機\n九月四日 東京 拜會都廳",
    ],
)
def test_two_days_in_many_writings(text):
    assert rows(text) == ["9/3 臺北—東京|搭機", "9/4 東京|拜會都廳"]


def test_a_whole_trip_in_one_line():
    assert rows("行程：9/3臺北—東京，9/4拜會都廳，9/5-9/7參加論壇，9/8返國") == [
        "9/3 臺北—東京|",
        "9/4 東京|拜會都廳",
        "9/5 東京|參加論壇",
        "9/6 東京|參加論壇",
        "9/7 東京|參加論壇",
        "9/8 東京|返國",
    ]


def test_numbered_days_count_only_if_they_count_the_whole_trip():
    assert rows("D1 桃園→東京\nD2 橫濱\nD3 千葉\nD4 自由活動\nD5 埼玉\nD6 返國")[::5] == [
        "9/3 桃園—東京|",
        "9/8 埼玉|返國",
    ]
    assert rows("第一天 688人\n第二天 438人") == []


def test_times_below_a_day_belong_to_it():
    text = "9/3（四）\n上午 桃園機場出發\n下午 抵達東京\n9/4（五）\n09:30-11:00 拜會都廳環境局\n• 參觀展示室\n謝謝大家"
    assert rows(text) == ["9/3 |桃園機場出發；抵達東京", "9/4 |拜會都廳環境局；參觀展示室"]
    assert items(text) == [
        (3, time(9), None, "桃園機場出發"),
        (3, time(14), None, "抵達東京"),
        (4, time(9, 30), time(11), "拜會都廳環境局"),
    ]


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("09:00-12:00 拜會", time(9), time(12)), ("9：30～10：30 拜會", time(9, 30), time(10, 30)), ("0930 拜會", time(9, 30), None),
        ("上午9時30分拜會", time(9, 30), None), ("下午2點半 拜會", time(14, 30), None), ("晚上7點 拜會", time(19), None), ("下午 拜會", time(14), None),
        ("10時 拜會", time(10), None),
    ],
)  # fmt: skip
def test_the_time_of_an_item(line, start, end):
    assert items(f"9/3 臺北—東京 搭機\n9/4 {line}") == [(4, start, end, "拜會")]


@pytest.mark.parametrize("line", ["2026世界論壇", "3小時車程", "25:99 拜會", "9點"])
def test_what_is_no_time(line):
    assert items(f"9/3 臺北—東京 搭機\n9/4 {line}") == []


def test_a_cell_with_what_is_done_is_the_title_and_the_other_the_place():
    events = told(PLAN, "9/4（五）\t13:00\t東京都廳\t拜會\n9/5（六）\t09:00\t參訪\t橫濱港").events
    assert [(e.title, e.place) for e in events] == [("拜會", "東京都廳"), ("參訪", "橫濱港")]


def test_a_later_message_replaces_its_days_and_leaves_the_others():
    first = "9/3 桃園→東京 搭機\n9/4 東京 拜會都廳\n9/5 橫濱 參訪\n14:00 座談"
    assert rows(first, "9/5改成這樣：\n9/5 千葉 參訪幕張")[1:] == [
        "9/4 東京|拜會都廳",
        "9/5 千葉|參訪幕張",
    ]
    assert rows(first, "更正：9/5 橫濱改去千葉 參訪幕張")[2] == "9/5 千葉|參訪幕張"


def test_a_note_about_one_day_is_no_itinerary():
    assert rows("9/4 東京 拜會都廳") == []
    assert rows("9/3–9/8 東京") == []


def test_days_outside_the_trip_are_no_rows():
    assert rows("9/20 東京 展覽\n9/21 東京 閉幕") == []


def test_without_a_period_the_itinerary_gives_it():
    assert told("9/3 桃園→東京 搭機\n9/4 東京 拜會都廳\n9/5 東京→桃園 返國").period == Period(
        start=date(2026, 9, 3), end=date(2026, 9, 5)
    )


@settings(deadline=None)  # the first reading loads the names of the countries
@given(st.dates(date(2015, 1, 1), date(2060, 1, 1)), st.integers(1, 60))
def test_a_period_as_we_write_it_is_read_as_we_meant_it(start, days):
    end = date.fromordinal(start.toordinal() + days)
    assert period_of(roc_range(start, end), None) == Period(start=start, end=end)
    assert period_of(f"自{roc(start)}起至{roc(end)}止", date(2026, 1, 1)) == Period(start=start, end=end)


@settings(deadline=None)  # the first reading loads the names of the countries
@given(st.text(max_size=200))
def test_any_text_is_read_without_harm(text):
    trip = told(PLAN, text)
    assert trip.piece("N2") is not None


FRAGMENTS = st.sampled_from(
    [
        "9/3", "9/4", "-", "～", "：", "|", "\t", "\n", "臺北", "→", "第一天", "D2", "09:30", "上午", "3時", "姓名", "職稱", "王小芸", "科長",
        "交通局", "□", "■", "附件", "出國人員", "、", "，", "（", "）", "115年", "月", "日", "去", "回", "「", "」", "密", "報告日期", "昨天", "的",
        "#私", "改去",
    ]
)  # fmt: skip


@settings(deadline=None)  # the first reading loads the names of the countries
@given(st.lists(FRAGMENTS, max_size=40))
def test_any_muddle_of_what_we_look_for_is_read_without_harm(fragments):
    trip = told(PLAN, "".join(fragments))
    assert all(
        trip.period is None or trip.period.start <= row.day <= trip.period.end for row in trip.itinerary
    )


def test_a_message_for_each_day_before_departure_is_an_itinerary_too():
    trip = told(
        "出國期間：115年9月3日至115年9月5日",
        "行程：",
        "9/3 桃園—東京 搭機前往",
        "9/4 東京 拜會都廳",
        "9/5 東京—桃園 返程",
    )
    assert [(row.day.day, row.place) for row in trip.itinerary] == [
        (3, "桃園—東京"),
        (4, "東京"),
        (5, "東京—桃園"),
    ]


def test_one_message_about_one_day_is_none():
    trip = told("出國期間：115年9月3日至115年9月5日", "9/4 東京 有颱風，記得帶傘")
    assert trip.itinerary == ()
