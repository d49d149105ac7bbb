"""Chooses the two or three questions that are worth asking once an activity is over."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from drafting.frozen import Frozen
from drafting.interview.asks import Ask
from drafting.interview.hours import ended
from drafting.interview.told import Told, missing
from drafting.trip import Trip

MOST = 3
"""Questions in one message (reference: "two or three short, specific questions")."""

_ENOUGH = (
    3  # pieces about an activity from which on one question fewer is asked; so it is after the first of a day
)
_WORTH_A_MESSAGE = 2  # wants of an activity that was told of; for one alone nobody is disturbed
Already = Mapping[str, frozenset[Ask]]
"""What was asked or answered about each activity, by its mark."""


class Questions(Frozen):
    """What to ask about one activity, most wanted first."""

    told: Told
    asks: tuple[Ask, ...]


def questions(trip: Trip, told: Told, now: datetime, already: Already) -> Questions | None:
    """What to ask now about one activity; None before it is over, or when nothing is missing that was not asked yet."""
    if not ended(trip, told.activity, now):
        return None
    wanted = missing(trip, told, already.get(told.mark, frozenset()))
    if already.get(told.mark) or (told.pieces and len(wanted) < _WORTH_A_MESSAGE):
        return None
    asked_today = any(mark.startswith(f"{told.activity.day:%m%d}") for mark in already)
    few = asked_today or len(told.pieces) >= _ENOUGH
    asks = wanted[: MOST - few]
    return Questions(told=told, asks=asks) if asks else None


def chosen(trip: Trip, block: Sequence[Told], now: datetime, already: Already) -> Questions | None:
    """One message for a run of sessions without a break: about the one of which least was told."""
    found = [q for told in block if (q := questions(trip, told, now, already))]
    return min(found, key=lambda q: (len(q.told.pieces), -_minutes(q.told)), default=None)


def _minutes(told: Told) -> int:
    start, end = told.activity.start, told.activity.end
    return (end.hour - start.hour) * 60 + end.minute - start.minute if start and end else 0
