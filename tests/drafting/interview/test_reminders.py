"""When the bot speaks first, planned from the itinerary in the local time of each place."""

from datetime import UTC, date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from drafting.checks.times import last_day
from drafting.form import form_named, form_of
from drafting.interview.deadlines import filing_days, first_day_back
from drafting.interview.quiet import Quiet, quiet_hours
from drafting.interview.reminders import Reminder, What, planned
from drafting.material import Position
from drafting.trip import DestinationKind, Period, Trip
from tests.drafting.interview.trips import note, tokyo, trip_of


def told(trip: Trip, what: What, quiet: Quiet | None = None) -> list[str]:
    """Day and local hour of each reminder of a kind."""
    found = [r for r in planned(trip, form_of(trip), quiet or Quiet()) if r.what is what]
    return [f"{r.at:%m-%d %H:%M %z} {'+'.join(r.marks)}".strip() for r in found]


def test_a_line_comes_a_quarter_of_an_hour_before_what_has_an_hour():
    assert told(trip_of(), What.BEFORE) == ["09-22 09:15 +0900 0922-0930", "09-22 13:45 +0900 0922-1400"]


def test_questions_come_after_each_activity_and_before_dinner_where_no_hour_is_known():
    assert told(trip_of(), What.AFTER) == [
        "09-22 11:35 +0900 0922-0930",
        "09-22 16:05 +0900 0922-1400",
        "09-23 17:30 +0900 0923-0000",
    ]


def test_every_day_is_recapped_at_nine_and_the_last_one_at_home():
    assert told(trip_of(), What.RECAP) == [
        "09-21 21:00 +0900", "09-22 21:00 +0900", "09-23 21:00 +0900", "09-24 21:00 +0800",
    ]  # fmt: skip


def test_a_position_shows_the_zone_better_than_the_itinerary():
    there = note(1, tokyo(23, 10), "到了", position=Position(latitude=51.5, longitude=-0.12))
    assert "09-23 21:00 +0100" in told(trip_of(there), What.RECAP)


def test_sessions_without_a_pause_are_one_block():
    agenda = note(
        1, tokyo(20, 10),
        "議程\n9/23 09:00-10:00 開幕式\n9/23 10:00-11:30 城市圓桌會議\n9/23 14:00-15:00 市長論壇",
    )  # fmt: skip
    day = [line for line in told(trip_of(agenda), What.AFTER) if line.startswith("09-23")]
    assert day == ["09-23 11:35 +0900 0923-0900+0923-1000", "09-23 15:05 +0900 0923-1400"]


def test_quiet_hours_leave_out_what_falls_into_them_and_bring_the_recap_forward():
    early = Quiet(start=time(15), end=time(10))
    trip = trip_of()
    assert told(trip, What.BEFORE, early) == ["09-22 13:45 +0900 0922-1400"]
    assert told(trip, What.AFTER, early) == ["09-22 11:35 +0900 0922-0930"]
    assert told(trip, What.RECAP, early)[0] == "09-21 14:00 +0900"


def test_who_wants_quiet_always_is_never_spoken_to_first():
    trip = trip_of()
    assert planned(trip, form_of(trip), Quiet(always=True)) == ()


def test_a_day_without_duty_has_no_reminders():
    trip = trip_of(corrections={"days_off": "9/22"})
    assert not [r for r in planned(trip, form_of(trip), Quiet()) if r.day == date(2026, 9, 22)]


def test_the_filing_period_is_reminded_of_on_day_30_60_and_80():
    assert told(trip_of(), What.FILING) == [
        "10-26 09:00 +0800",
        "11-23 09:00 +0800",
        "12-14 09:00 +0800",
    ]  # fmt: skip; days 30 and 80 are a Saturday and a Sunday: nobody is reminded of paper work on a weekend


def test_the_first_working_day_after_the_return_is_for_what_is_still_fresh():
    assert told(trip_of(), What.HOME) == ["09-25 09:00 +0800"]


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)))
def test_no_deadline_is_spoken_of_on_a_weekend_nor_when_it_is_over(end):
    trip = trip_of().model_copy(update={"period": Period(start=end, end=end)})
    form = form_of(trip)
    days = [*filing_days(trip, form), first_day_back(trip)]
    assert all(day is not None and end < day and day.weekday() < 5 for day in days)
    assert max(filing_days(trip, form)) <= last_day(end, form.deadline)


def test_who_sleeps_longer_hears_of_deadlines_when_the_quiet_ends():
    late = Quiet(start=time(22), end=time(10))
    found = planned(trip_of(), form_of(trip_of()), late)
    assert {f"{r.at:%H:%M}" for r in found if r.what is What.FILING} == {"10:00"}


def test_after_the_mainland_the_notice_is_due_in_seven_working_days():
    trip = trip_of().model_copy(update={"destination": DestinationKind.MAINLAND})
    assert told(trip, What.NOTICE) == ["09-25 09:00 +0800", "10-05 09:00 +0800"]


def test_a_changed_itinerary_changes_the_plan_and_unchanged_items_keep_their_key():
    before = {r.key for r in planned(trip_of(), form_named("taichung-report"), Quiet())}
    moved = trip_of(note(1, tokyo(20, 10), "行程更正\n9/22 東京 10:30 拜會東京都公園協會；14:00 參觀日比谷公園\n9/23 東京 考察葛西臨海公園"))  # fmt: skip
    after = {r.key for r in planned(moved, form_named("taichung-report"), Quiet())}
    assert {k for k in before if k.startswith("before")} - after == {
        "before:20260922:0922-0930:20260922T0915+0900"
    }
    assert "before:20260922:0922-1030:20260922T1015+0900" in after
    assert len(before & after) > 5


@given(st.integers(0, 23), st.integers(0, 23))
def test_nothing_is_said_of_activities_and_days_within_the_quiet_hours(start, end):
    quiet = Quiet(start=time(start), end=time(end))
    trip = trip_of()
    spoken = [r for r in planned(trip, form_of(trip), quiet) if r.what not in (What.FILING, What.NOTICE)]
    assert not [r for r in spoken if quiet.holds(r.at.time())]


def test_a_trip_without_period_has_no_plan():
    assert planned(Trip(), form_named("central"), Quiet()) == ()
    one_day = Trip(period=Period(start=date(2026, 9, 1), end=date(2026, 9, 1)))
    assert next(r.what for r in planned(one_day, form_named("central"), Quiet())) is What.RECAP


def test_a_key_names_what_day_and_moment():
    reminder = Reminder(what=What.RECAP, at=datetime(2026, 9, 22, 12, tzinfo=UTC), day=date(2026, 9, 22))
    assert reminder.key == "recap:20260922::20260922T1200+0000"


def test_quiet_hours_are_read_as_people_write_them():
    assert quiet_hours("21-8") == Quiet(start=time(21), end=time(8))
    assert quiet_hours("22:30～06:30") == Quiet(start=time(22, 30), end=time(6, 30))
    assert quiet_hours("２３至７") == Quiet(start=time(23), end=time(7))
    assert quiet_hours("晚一點") is None
    assert quiet_hours("25-7") is None
