"""When an activity begins and ends, as moments: its own clock in the zone of its place."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from drafting.gather.days import HOME
from drafting.gather.places import zone_at, zone_of
from drafting.plan.activities import Activity
from drafting.trip import Trip

EVENING = time(17, 30)
"""When what is planned for a day without an hour counts as over, at the place."""

_USUAL = timedelta(hours=2)  # length of a visit whose end nobody wrote


def zone_on(trip: Trip, day: date) -> str:
    """The zone of the place where a day is spent: as a position of that day shows, else as the itinerary says.

    Outside the period it is home; so is the evening of the day of return, for which see ``evening_zone``.
    """
    if position := _last_position(trip, day):
        return position
    if trip.period is None or not trip.period.start <= day <= trip.period.end:
        return HOME
    row = next((r for r in trip.itinerary if r.day == day), None)
    hints = f"{row.place} {row.activity}" if row else ""
    return zone_of(trip.regions, f"{hints} {trip.report_name}")


def evening_zone(trip: Trip, day: date) -> str:
    """The zone in which a day ends: on the day of return at home, unless a later position shows another place."""
    if trip.period is not None and day == trip.period.end:
        return _last_position(trip, day) or HOME
    return zone_on(trip, day)


def begins(trip: Trip, activity: Activity) -> datetime | None:
    """The moment when it begins; None if nobody said at what time."""
    if activity.start is None or activity.start == time.min:
        return None
    return datetime.combine(activity.day, activity.start, ZoneInfo(zone_on(trip, activity.day)))


def ends(trip: Trip, activity: Activity) -> datetime | None:
    """The moment when it is over: as an agenda says; else two hours after its begin, or when the next thing begins."""
    start = begins(trip, activity)
    if start is None or activity.end is None:
        return start and start + _USUAL
    end = datetime.combine(activity.day, activity.end, start.tzinfo)
    written = any(e.end for e in trip.events if (e.day, e.start) == (activity.day, activity.start))
    return end if written and end > start else min(end, start + _USUAL)


def ended(trip: Trip, activity: Activity, now: datetime) -> bool:
    """Whether it is over; one without a time is over with its day."""
    end = ends(trip, activity)
    if end is not None:
        return now >= end
    local = now.astimezone(ZoneInfo(zone_on(trip, activity.day)))
    return (local.date(), local.time()) >= (activity.day, EVENING)


def _last_position(trip: Trip, day: date) -> str:
    """The zone of the last position that was sent on a day; "" if none was."""
    placed = [m for m in trip.material if m.meant_on == day and m.position is not None]
    last = max(placed, key=lambda m: m.said_at, default=None)
    return zone_at(last.position) if last and last.position else ""
