"""The days on which a deadline is worth a word: of the report, and of the 通報表 after a trip to the mainland."""

from datetime import date, timedelta

from drafting.checks.times import last_day
from drafting.form import Form
from drafting.trip import DestinationKind, Trip

_OF_NINETY = (30, 60, 80)  # deadline board "day 0, 30, 60, 80, 90" (reference); shorter limits in proportion
_WORKING_DAYS = 7  # 赴陸人員返臺通報表: within 7 working days (公平會 109.10.20; second-hand)
_SATURDAY = 5


def filing_days(trip: Trip, form: Form) -> tuple[date, ...]:
    """Day 30, 60 and 80 of a limit of three months; of a month day 10, 20 and 27. A weekend waits for Monday.

    A Monday behind the limit would be too late: then it is the Friday before.
    """
    if trip.period is None:
        return ()
    months = form.deadline.months
    days = (trip.period.end + timedelta(days=round(day * months / 3)) for day in _OF_NINETY)
    last = last_day(trip.period.end, form.deadline)
    return tuple(_working_day(day, last) for day in days if day <= last)


def first_day_back(trip: Trip) -> date | None:
    """The first working day after the return: what is still fresh is asked for then."""
    return None if trip.period is None else _working_day(trip.period.end + timedelta(days=1))


def days_left(trip: Trip, form: Form, today: date) -> int | None:
    """Days until the report is due: 0 on the day itself, negative when it is over; None while no return is known."""
    return None if trip.period is None else (last_day(trip.period.end, form.deadline) - today).days


def notice_day(trip: Trip) -> date | None:
    """The seventh working day after the return from the mainland; None for other trips.

    Public holidays are not counted out, so the day is never later than the true one (decision 0028).
    """
    if trip.period is None or trip.destination is not DestinationKind.MAINLAND:
        return None
    day, left = trip.period.end, _WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY
    return day


def _working_day(day: date, last: date = date.max) -> date:
    """The day itself, or the Monday after a weekend; the Friday before where that Monday is behind ``last``."""
    beyond = day.weekday() - _SATURDAY
    if beyond < 0:
        return day
    monday = day + timedelta(days=2 - beyond)
    return monday if monday <= last else day - timedelta(days=beyond + 1)
