"""The time that is meant, for whole classes of moments: year ends, leap days, zones on both sides of home, small hours."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from drafting.gather import gather
from drafting.gather.when import opening, told
from drafting.material import Material
from tests.drafting.gather.told import said

MOMENTS = st.datetimes(datetime(2001, 1, 9), datetime(2079, 1, 1))  # noqa: DTZ001 - local time at the place
AWAKE = MOMENTS.filter(lambda now: now.hour >= 4)
EDGES = st.sampled_from(
    [
        datetime.fromisoformat(moment)
        for moment in ("2027-01-01 09:00", "2028-02-29 22:30", "2028-03-01 08:00", "2026-12-31 23:50")
    ]
)
PARTS = {"早上": "morning", "中午": "noon", "下午": "afternoon", "晚上": "evening"}
PLACES = (
    ("美國", "洛杉磯", "America/Los_Angeles"), ("美國", "紐約", "America/New_York"), ("芬蘭", "赫爾辛基", "Europe/Helsinki"),
    ("日本", "東京", "Asia/Tokyo"), ("紐西蘭", "奧克蘭", "Pacific/Auckland"),
)  # fmt: skip
FEW = settings(deadline=None, max_examples=40)  # a whole trip is gathered each time


def both(chinese: str, english: str, now: datetime) -> tuple[date, time | None] | None:
    """What an answer means, the same in both languages."""
    zh, en = told(chinese, now), told(english, now)
    assert (zh is None) == (en is None), (chinese, english)
    if zh is None or en is None:
        return None
    assert (zh.day, zh.at) == (en.day, en.at), (chinese, english)
    return zh.day, zh.at


@given(MOMENTS | EDGES, st.sampled_from(sorted(PARTS)))
def test_yesterday_is_the_day_before_over_every_year_end_and_leap_day(now: datetime, part: str):
    found = both(f"昨天{part}", f"yesterday {PARTS[part]}", now)
    assert found is not None
    assert found[0] == now.date() - timedelta(days=1)
    assert found[1] == {"早上": time(9), "中午": time(12), "下午": time(15), "晚上": time(20)}[part]


@given(MOMENTS | EDGES, st.integers(1, 180))
def test_a_day_and_month_is_the_last_such_day_with_its_part(now: datetime, back: int):
    day = now.date() - timedelta(days=back)
    found = both(f"{day.month}/{day.day} 上午", f"{day.month}/{day.day} at 10:00", now)
    assert found == (day, time(10))


@given(EDGES | MOMENTS)
def test_the_leap_day_is_a_day_only_in_leap_years(now: datetime):
    found = told("2/29", now)
    assert found is None or (found.day.month, found.day.day) == (2, 29)


@given(AWAKE, st.sampled_from("一二三四五六日"))
def test_a_day_of_the_week_is_the_last_such_and_last_weeks_is_of_the_week_before(now: datetime, name: str):
    number = "一二三四五六日".index(name)
    found, before = told(f"週{name}", now), told(f"上週{name}", now)
    assert found is not None
    assert before is not None
    assert found.day.weekday() == before.day.weekday() == number
    assert 0 <= (now.date() - found.day).days <= 6
    monday = now.date() - timedelta(days=now.weekday())
    assert monday - timedelta(days=7) <= before.day < monday


@given(AWAKE, st.sampled_from(["Mon", "Tuesday", "wed", "Thursday", "Fri", "saturday", "Sun"]))
def test_the_same_in_english_and_last_is_never_today(now: datetime, name: str):
    found, before = told(name, now), told(f"last {name}", now)
    assert found is not None
    assert before is not None
    assert found.day.strftime("%a").lower() == before.day.strftime("%a").lower() == name[:3].lower()
    assert 0 <= (now.date() - found.day).days <= 6
    assert 1 <= (now.date() - before.day).days <= 7


@given(MOMENTS, st.integers(1, 12), st.integers(0, 59), st.sampled_from("ap"), st.integers(1, 5))
def test_twelve_hours_make_twenty_four(now: datetime, hour: int, minute: int, half: str, ago: int):
    found = told(f"{ago} days ago {hour}:{minute:02d} {half}m", now)
    assert found is not None
    assert found.day == now.date() - timedelta(days=ago)
    assert found.at == time(hour % 12 + (12 if half == "p" else 0), minute)


@given(MOMENTS)
def test_this_morning_is_today_once_it_has_been_morning(now: datetime):
    for found in (told("早上", now), told("this morning", now)):
        if now.hour >= 5:
            assert found is not None
            assert found.day == now.date()
        elif found is not None:
            assert datetime.combine(found.day, found.at or time.min) <= now


@pytest.mark.parametrize(
    "word", ["明天", "tomorrow", "下週一", "next week", "later", "the 5th of never", "2/30", "13/1"]
)
@given(now=AWAKE)
def test_what_is_still_to_come_or_no_day_at_all_is_refused(word: str, now: datetime):
    assert told(word, now) is None


ENGLISH = st.lists(
    st.sampled_from(
        ["yesterday", "today", "last", "this", "morning", "night", "noon", "Friday", "2", "days ago", "at", "14:30", "2pm", "31 Feb", "Nov 10", "11/10", "in the", ",", " "]
    ),
    max_size=6,
).map(" ".join)  # fmt: skip


@given(ENGLISH | st.text("adglmnorsty 0123456789:/,", max_size=30), MOMENTS)
def test_whatever_is_written_in_english_no_time_lies_ahead(text: str, now: datetime):
    for found in (opening(text, now), told(text, now)):
        if found is not None:
            assert datetime.combine(found.day, found.at or time.min) <= now
            assert 0 <= found.end <= len(text)


def placed(piece: Material, country: str, city: str, start: date) -> Material:
    """The piece as gathered on a trip of ten days to one city."""
    end = start + timedelta(days=9)
    plan = f"出國期間：{start.year}/{start.month}/{start.day}至{end.year}/{end.month}/{end.day}\n出國地區：{country}{city}"
    before = datetime.combine(start, time(2), UTC) - timedelta(days=9)
    return gather(1, [said(plan, before, 900), piece], {}).material[-1]


@FEW
@given(
    st.sampled_from(PLACES), st.dates(date(2025, 12, 20), date(2028, 3, 5)), st.integers(5, 23), st.integers(0, 59),
    st.sampled_from(["昨天下午拜會港務局，閘門有 19 座", "yesterday afternoon the port had 19 gates"]),
)  # fmt: skip
def test_yesterday_is_yesterday_at_the_place_east_and_west_of_home(
    place: tuple[str, str, str], start: date, hour: int, minute: int, words: str
):
    """A note at that local hour on the fifth day: at home it may be another day already, or still."""
    country, city, zone = place
    day = start + timedelta(days=4)
    at = datetime.combine(day, time(hour, minute), ZoneInfo(zone)).astimezone(UTC)
    piece = placed(said(words, at, 2), country, city, start)
    assert (piece.zone, piece.meant_on, piece.meant_at) == (zone, day - timedelta(days=1), time(15))


@FEW
@given(
    st.dates(date(2025, 12, 20), date(2028, 3, 5)), st.integers(0, 3), st.integers(0, 59), st.integers(1, 6)
)
def test_after_midnight_who_has_not_slept_still_tells_of_the_evening(
    start: date, hour: int, minute: int, before: int
):
    night = datetime.combine(start + timedelta(days=4), time(hour, minute), ZoneInfo("Asia/Tokyo"))
    evening = night - timedelta(hours=before)
    end = start + timedelta(days=9)
    plan = (
        f"出國期間：{start.year}/{start.month}/{start.day}至{end.year}/{end.month}/{end.day}\n出國地區：日本"
    )
    pieces = [
        said(plan, night - timedelta(days=14), 900),
        said("主席宣布結論", evening.astimezone(UTC), 1),
        said("晚宴來了八十人，市長致詞", night.astimezone(UTC), 2),
    ]
    note = gather(1, pieces, {}).material[-1]
    assume(evening.hour >= 4 or evening.date() < night.date())
    assert note.meant_on == night.date() - timedelta(days=1)


def test_after_a_night_s_sleep_small_hours_are_the_new_day():
    start = date(2026, 9, 3)
    at = datetime(2026, 9, 6, 3, 30, tzinfo=ZoneInfo("Asia/Tokyo")).astimezone(UTC)
    assert placed(said("趕早班機，機場很空", at, 2), "日本", "東京", start).meant_on == date(2026, 9, 6)
