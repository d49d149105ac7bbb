"""Who covered what: for each person what they sent and on which days, and the days that nobody wrote about (pure)."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from drafting.material import Kind, Medium
from drafting.trip import Trip

_COUNTED = (Medium.NOTE, Medium.PHOTO, Medium.VOICE, Medium.PAPER)


class Share(NamedTuple):
    """What one person gave: pieces by medium, and the days that they speak of."""

    name: str
    pieces: tuple[tuple[Medium, int], ...]
    days: tuple[date, ...]


class Coverage(NamedTuple):
    """``silent`` are the days of the trip up to today of which nobody wrote."""

    shares: tuple[Share, ...]
    silent: tuple[date, ...]


def coverage(trip: Trip, members: Sequence[str], today: date) -> Coverage:
    """Members who sent nothing are shown with nothing; what is private is nobody's."""
    usable = [m for m in trip.material if m.kind not in (Kind.PRIVATE, Kind.ASIDE) and m.medium in _COUNTED]
    names = dict.fromkeys([*members, *(m.author for m in usable if m.author)])
    shares = []
    for name in names:
        mine = [m for m in usable if m.author == name]
        counted = Counter(m.medium for m in mine)
        pieces = tuple((medium, counted[medium]) for medium in _COUNTED if counted[medium])
        shares.append(Share(name, pieces, tuple(sorted({m.day for m in mine}))))
    return Coverage(tuple(shares), _silent(trip, {m.day for m in usable}, today))


def _silent(trip: Trip, heard: set[date], today: date) -> tuple[date, ...]:
    if trip.period is None:
        return ()
    last = min(trip.period.end, today)
    days = (trip.period.start + timedelta(days=n) for n in range((last - trip.period.start).days + 1))
    return tuple(day for day in days if day not in heard)
