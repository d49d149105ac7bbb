"""What a trip holds about each of its activities, and what is still unknown about it."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, time, timedelta

from drafting.frozen import Frozen
from drafting.interview.asks import WANTED, Ask
from drafting.interview.evidence import answers
from drafting.interview.occasion import occasion_of
from drafting.material import Kind, Material, Ref
from drafting.plan.activities import Activity, Sort, nameless
from drafting.plan.routing import route
from drafting.trip import Trip

_USUAL = timedelta(hours=2)  # length of an activity whose end nobody wrote


class Told(Frozen):
    """One activity with what was sent about it. ``mark`` names it for as long as its day and hour stay the same."""

    mark: str
    activity: Activity
    pieces: tuple[Material, ...] = ()

    @property
    def worth_asking(self) -> bool:
        """Whether it is official business that has a name: no dinner, no flight, no day without a plan."""
        return self.activity.sort is Sort.MAIN and not nameless(self.activity.title)


def told_of(trip: Trip) -> tuple[Told, ...]:
    """Every activity of the trip in order, each with its notes, photos and the impressions of its hours."""
    routing = route(trip)
    known = {m.ref: m for m in trip.material}
    opinions = [known[ref] for ref in (*routing.impressions, *routing.suggestions)]
    found: list[Told] = []
    taken: set[str] = set()
    for activity in routing.activities:
        refs: tuple[Ref, ...] = routing.by_activity.get(activity.key, ())
        pieces = (*(known[ref] for ref in refs), *(m for m in opinions if _during(activity, m)))
        found.append(Told(mark=_mark(activity, taken), activity=activity, pieces=pieces))
    return tuple(found)


def missing(trip: Trip, told: Told, already: Collection[Ask] = ()) -> tuple[Ask, ...]:
    """What is wanted of such an occasion, was not asked before, and stands in no message about it."""
    if not told.worth_asking:
        return ()
    known = frozenset(already).union(*(answers(piece) for piece in told.pieces))
    return tuple(ask for ask in WANTED[occasion_of(trip, told.activity)] if ask not in known)


def without_record(told: Collection[Told], day: date) -> tuple[Told, ...]:
    """The activities of a day about which nothing was sent."""
    return tuple(t for t in told if t.activity.day == day and t.worth_asking and not t.pieces)


def by_mark(told: Collection[Told]) -> Mapping[str, Told]:
    return {t.mark: t for t in told}


def _mark(activity: Activity, taken: set[str]) -> str:
    """Its day and hour: titles get better as material comes in, and numbers move when an activity is added."""
    mark = f"{activity.day:%m%d}-{activity.start or time.min:%H%M}"
    number = 2
    while mark in taken:
        mark, number = f"{mark.split('.', maxsplit=1)[0]}.{number}", number + 1
    taken.add(mark)
    return mark


def _during(activity: Activity, piece: Material) -> bool:
    if piece.meant_on != activity.day or piece.kind is Kind.PRIVATE:
        return False
    if activity.start in (None, time.min) or piece.meant_at is None:
        return True
    assert activity.start is not None  # noqa: S101 - seen above
    end = activity.end or (datetime.combine(activity.day, activity.start) + _USUAL).time()
    return activity.start <= piece.meant_at <= max(end, activity.start)
