"""Words that say when something was."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.gather.when import opening, told

EVENING = datetime(2026, 9, 4, 21, 30)  # noqa: DTZ001 - local time at the place
MORNING = datetime(2026, 9, 4, 8, 10)  # noqa: DTZ001
SMALL_HOURS = datetime(2026, 9, 5, 1, 0)  # noqa: DTZ001
MOMENTS = st.datetimes(datetime(2001, 1, 5), datetime(2079, 1, 1))  # noqa: DTZ001


def opened(text: str, now: datetime = EVENING) -> tuple[int, time | None] | None:
    found = opening(text, now)
    return (found.day.day, found.at) if found else None


def answered(words: str, now: datetime = EVENING) -> tuple[int, time | None] | None:
    found = told(words, now)
    return (found.day.day, found.at) if found else None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("早上拜會市長", (4, time(9))), ("上午的分組討論", (4, time(10))), ("下午三點半看焚化爐", (4, time(15, 30))), ("早上9點20分在會場報到", (4, time(9, 20))),
        ("今早的簡報", (4, time(9))), ("今天下午2點簽約", (4, time(14))), ("今日上午：開幕", (4, time(10))), ("昨天 14:05 抵達", (3, time(14, 5))),
        ("前天晚上與僑胞餐敘", (2, time(20))), ("昨早開會", (3, time(9))), ("（補記）昨晚八點的酒會", (3, time(20))), ("9月2日 上午 10:30 參訪", (2, time(10, 30))),
        ("晚上的酒會正在進行", (4, time(21, 30))), ("今天收穫很多", (4, time(21, 30))), ("晚宴剛結束", None), ("夜市很熱鬧", None), ("剛剛談完", None),
        ("會議上他提到昨天的事", None), ("9/30 要交報告", None), ("", None),
    ],
)  # fmt: skip
def test_a_note_in_the_evening_opens_with_when_it_was(text, meant):
    assert opened(text) == meant


@pytest.mark.parametrize("text", ["下午三點要拜會", "晚上有晚宴", "今晚八點出發", "今天下午兩點開會"])
def test_what_is_still_to_come_is_no_time_that_was(text):
    assert opened(text, MORNING) is None


def test_in_the_small_hours_the_evening_is_the_one_before():
    assert opened("晚上的酒會來了八十人", SMALL_HOURS) == (4, time(20))
    assert opened("今天下午的座談", SMALL_HOURS) == (4, time(15))
    assert opened("今天很累", SMALL_HOURS) is None


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("昨天", (3, None)), ("昨天下午", (3, time(15))), ("9/2 上午", (2, time(10))), ("\uff19／\uff12　\uff11\uff14：\uff13\uff10", (2, time(14, 30))), ("2026/9/1", (1, None)),
        ("115年9月1日", (1, None)), ("前天晚上八點", (2, time(20))), ("今天", (4, time(21, 30))), ("早上", (4, time(9))), ("14:30", (4, time(14, 30))),
        ("下午兩點", (4, time(14))), ("週三", (2, None)), ("星期五 上午", (4, time(10))), ("上週五", (28, None)), ("剛剛", (4, time(21, 30))), ("3號", (3, None)),
    ],
)  # fmt: skip
def test_an_answer_to_when_may_be_short(words, meant):
    assert answered(words) == meant


@pytest.mark.parametrize(
    "words", ["", "不知道", "明天", "9/5", "23:00", "昨天和前天", "昨天的會議", "13月5日", "99:99"]
)
def test_an_answer_that_is_not_understood_or_lies_ahead_is_none(words):
    assert told(words, EVENING) is None


@given(MOMENTS, st.integers(1, 3), st.sampled_from(["", "早上", "上午", "中午", "下午", "傍晚", "晚上"]))
def test_days_back_are_counted_over_months_and_years(now, back, part):
    word = {1: "昨天", 2: "前天", 3: "大前天"}[back]
    found = opening(f"{word}{part}拜會市府", now)
    assert found is not None
    assert found.day == now.date() - timedelta(days=back)
    assert (found.at is None) == (not part)


@given(MOMENTS, st.integers(1, 150))
def test_a_day_and_month_is_the_last_such_day(now, back):
    day: date = now.date() - timedelta(days=back)
    found = told(f"{day.month}/{day.day}", now)
    assert found is not None
    assert (found.day, found.at) == (day, None)


@given(MOMENTS, st.integers(0, 23), st.integers(0, 59))
def test_a_clock_is_kept_to_the_minute(now, hour, minute):
    found = told(f"昨天 {hour}:{minute:02d}", now)
    assert found is not None
    assert found.at == time(hour, minute)


WORDS = st.lists(
    st.sampled_from(
        ["昨天", "前天", "今天", "今晚", "早上", "下午", "晚", "夜", "的", "9/3", "31號", "2月30日", "25點", "兩點半", "13:61", "（", "補", "上週", "日", " "]
    ),
    max_size=6,
).map("".join)  # fmt: skip


@given(WORDS | st.text(max_size=40), MOMENTS)
def test_whatever_is_written_no_time_lies_ahead(text, now):
    for found in (opening(text, now), told(text, now)):
        if found is not None:
            at = found.at or time.min
            assert datetime.combine(found.day, at) <= now
