"""Plans when to speak first: a line before an activity, questions after it, a recap in the evening, the deadlines."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

from drafting.form import Form
from drafting.frozen import Frozen
from drafting.gather.days import HOME
from drafting.interview.deadlines import filing_days, first_day_back, notice_day
from drafting.interview.hours import EVENING, begins, ends, evening_zone, zone_on
from drafting.interview.quiet import Quiet
from drafting.interview.told import Told, told_of
from drafting.trip import Trip


class What(StrEnum):
    """Why the bot speaks first. The value is kept in the database and never changes."""

    BEFORE = "before"
    AFTER = "after"
    RECAP = "recap"
    FILING = "filing"
    NOTICE = "notice"
    HOME = "home"


class Reminder(Frozen):
    """``marks`` name the activities; ``day`` is the local day that it is about (for deadlines: the day it falls on)."""

    what: What
    at: datetime
    day: date
    marks: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The same for as long as it is about the same thing at the same time."""
        return f"{self.what}:{self.day:%Y%m%d}:{'+'.join(self.marks)}:{self.at:%Y%m%dT%H%M%z}"


_LEAD = timedelta(minutes=15)  # before an activity
_PAUSE = timedelta(minutes=20)  # between two sessions; a shorter one disturbs nobody
_AFTERWARDS = timedelta(minutes=5)  # to shake hands
_RECAP = time(21)
_MORNING = time(9)
_BEFORE_QUIET = timedelta(hours=1)


def planned(trip: Trip, form: Form, quiet: Quiet) -> tuple[Reminder, ...]:
    """Everything that the trip as it is now gives reason for, in order of time. Pure: planned anew when it changes.

    Within the quiet hours nothing is said: a line before an activity is left out, questions wait for the recap, and
    the recap comes an hour before the quiet begins. Days without duty have no reminders.
    """
    if trip.period is None or quiet.always:
        return ()
    told = [
        t
        for t in told_of(trip)
        if trip.period.start <= t.activity.day <= trip.period.end and t.activity.day not in trip.days_off
    ]
    official = [t for t in told if t.worth_asking]
    found = [
        *_around_activities(trip, official, quiet),
        *_without_hour(trip, official, quiet),
        *_recaps(trip, quiet),
        *_deadlines(trip, form, quiet),
    ]
    return tuple(sorted(found, key=lambda r: (r.at, r.what)))


def blocks(trip: Trip, told: Sequence[Told]) -> list[list[Told]]:
    """Runs of timed activities with no pause between them that is long enough to type in."""
    timed = [t for t in told if begins(trip, t.activity)]
    found = [timed[:1]] if timed else []
    for before, after in pairwise(timed):
        end, start = ends(trip, before.activity), begins(trip, after.activity)
        if end and start and start - end < _PAUSE and before.activity.day == after.activity.day:
            found[-1].append(after)
        else:
            found.append([after])
    return found


def _around_activities(trip: Trip, told: Sequence[Told], quiet: Quiet) -> Iterator[Reminder]:
    for block in blocks(trip, told):
        first, last = block[0].activity, block[-1].activity
        start, end = begins(trip, first), ends(trip, last)
        if start and not quiet.holds((start - _LEAD).time()):
            yield Reminder(what=What.BEFORE, at=start - _LEAD, day=first.day, marks=(block[0].mark,))
        if end and not quiet.holds((end + _AFTERWARDS).time()):
            marks = tuple(t.mark for t in block)
            yield Reminder(what=What.AFTER, at=end + _AFTERWARDS, day=first.day, marks=marks)


def _without_hour(trip: Trip, told: Sequence[Told], quiet: Quiet) -> Iterator[Reminder]:
    """Most itineraries name no hours: then the questions about a day come once, before dinner."""
    days: dict[date, list[str]] = {}
    for each in told:
        if begins(trip, each.activity) is None:
            days.setdefault(each.activity.day, []).append(each.mark)
    for day, marks in days.items():
        if not quiet.holds(EVENING):
            at = datetime.combine(day, EVENING, ZoneInfo(zone_on(trip, day)))
            yield Reminder(what=What.AFTER, at=at, day=day, marks=tuple(marks))


def _recaps(trip: Trip, quiet: Quiet) -> Iterator[Reminder]:
    """One for each day of the period but those without duty."""
    assert trip.period is not None  # noqa: S101 - planned() saw it
    for offset in range(min((trip.period.end - trip.period.start).days + 1, 400)):
        day = trip.period.start + timedelta(days=offset)
        if day in trip.days_off:
            continue
        local = datetime.combine(day, _RECAP, ZoneInfo(evening_zone(trip, day)))
        if quiet.holds(local.time()):
            local = datetime.combine(day, quiet.start, local.tzinfo) - _BEFORE_QUIET
        if not quiet.holds(local.time()):
            yield Reminder(what=What.RECAP, at=local, day=day)


def _deadlines(trip: Trip, form: Form, quiet: Quiet) -> Iterator[Reminder]:
    """In the morning at home; for who sleeps longer, when the quiet ends."""
    home = ZoneInfo(HOME)
    morning = quiet.end if quiet.holds(_MORNING) else _MORNING
    if (day := first_day_back(trip)) is not None:
        yield Reminder(what=What.HOME, at=datetime.combine(day, morning, home), day=day)
    for day in filing_days(trip, form):
        yield Reminder(what=What.FILING, at=datetime.combine(day, morning, home), day=day)
    if (last := notice_day(trip)) and (first := first_day_back(trip)):
        for day in sorted({first, last}):
            yield Reminder(what=What.NOTICE, at=datetime.combine(day, morning, home), day=day)
