"""How days are found, whichever way a traveller writes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.dates import find_dates, roc, roc_range, weekday_zh

NEAR = date(2018, 4, 10)
DAYS = st.dates(min_value=date(1912, 1, 1), max_value=date(2110, 12, 31))


def meant(text: str, near: date | None = NEAR) -> list[tuple[date | None, date | None]]:
    return [(f.first, f.last) for f in find_dates(text, near)]


@pytest.mark.parametrize(
    "text",
    [
        "107年4月9日", "107/4/9", "民國107年4月9日", "民國一百零七年四月九日", "107.4.9", "2018年4月9日", "2018 年 4 月 9 日",
        "2018/4/9", "2018-04-09", "2018.04.09", "4月9日", "4/9", "四月九日", "\uff14\uff0f\uff19", "9號", "本年4月9日", "9 April 2018",
        "April 9, 2018", "二〇一八年四月九日",
    ],
)  # fmt: skip
def test_one_day_in_many_writings(text):
    found = find_dates(f"於{text}抵達", NEAR)
    assert [(f.text, f.first, f.last) for f in found] == [(text, date(2018, 4, 9), date(2018, 4, 9))]


@pytest.mark.parametrize(
    "text",
    [
        "9月12日至15日", "2018/9/12－9/15", "107年9月12日至107年9月15日", "9/12-15", "9/12～9/15", "本年 9 月 12 日至 15 日",
        "9/12（三）—9/15", "九月十二日到十五日", "12-15 September 2018", "2018.09.12 – 2018.09.15", "9月12日起至9月15日",
    ],
)  # fmt: skip
def test_one_run_of_days_in_many_writings(text):
    found = find_dates(f"將於{text}舉行", NEAR)
    assert [(f.text, f.first, f.last, f.is_range) for f in found] == [
        (text, date(2018, 9, 12), date(2018, 9, 15), True)
    ]


@pytest.mark.parametrize("text", ["2004年4月", "2004/4", "93年4月"])
def test_a_month_runs_from_its_first_to_its_last_day(text):
    assert meant(text) == [(date(2004, 4, 1), date(2004, 4, 30))]


@pytest.mark.parametrize(
    "text",
    [
        "占1/3的會員", "約1/3", "1/3強", "全年無休24/7", "得4/10分", "電話04-22289111分機11404", "版本1.2.3", "12:30集合", "比數3-2",
        "2/30", "13/5", "10號登機門", "為期10日", "6個月", "2016-2018年", "第10號", "IP 10.4.2.1", "04/4567",
    ],
)  # fmt: skip
def test_what_is_no_day(text):
    assert meant(text) == []


def test_days_joined_by_a_comma_are_a_run_only_if_they_follow_each_other():
    assert meant("4/10、11") == [(date(2018, 4, 10), date(2018, 4, 11))]
    assert meant("4月10日、12日") == [
        (date(2018, 4, 10), date(2018, 4, 10)),
        (date(2018, 4, 12), date(2018, 4, 12)),
    ]


def test_a_day_without_year_lies_closest_to_the_day_given():
    assert meant("12/30至1/2", date(2019, 1, 1)) == [(date(2018, 12, 30), date(2019, 1, 2))]
    assert meant("12/30", None) == [(None, None)]


@given(DAYS)
def test_what_we_write_is_read_as_the_same_day(day):
    assert [(f.first, f.last, f.year_given) for f in find_dates(roc(day))] == [(day, day, True)]


@given(DAYS, st.integers(1, 400))
def test_what_we_write_as_a_period_is_read_as_the_same_period(start, days):
    end = date.fromordinal(start.toordinal() + days)
    assert [(f.first, f.last) for f in find_dates(roc_range(start, end))] == [(start, end)]


@given(st.text(alphabet="0123456789年月日號/-.－至到、四十 民國本AMay,", max_size=40))
def test_any_text_is_read_and_what_is_found_stands_there(text):
    for found in find_dates(text, NEAR):
        assert text[found.start : found.end] == found.text
        assert found.first is not None
        assert found.last is not None
        assert found.first <= found.last


def test_a_period_of_one_day_is_written_once():
    assert roc_range(NEAR, NEAR) == "107年4月10日"


def test_weekdays_begin_with_monday():
    assert [weekday_zh(date(2018, 4, d)) for d in (9, 15)] == ["星期一", "星期日"]


@given(st.integers(0, 80), st.sampled_from(["9月12日至15日", "9月12日", "2018/9/12", "民國107年9月12日"]))
def test_a_day_is_read_whole_however_far_from_the_one_before_it(far, day):
    """What is looked at ends 40 characters after the sign of a year; no day is cut there."""
    found = find_dates(f"2018年{'會' * far}，{day}舉行。")
    assert [f.text for f in found] == [day]
