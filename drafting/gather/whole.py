"""Gathers a whole trip from its messages, in the order in which one reading needs the other."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from drafting.gather.agenda import events_in
from drafting.gather.corrections import checked
from drafting.gather.days import placed_in_time
from drafting.gather.fields import read_fields
from drafting.gather.itinerary import read_itinerary
from drafting.gather.kept_back import without_private
from drafting.gather.kinds import sorted_by_kind
from drafting.gather.names import names_in
from drafting.gather.places import destination_of
from drafting.material import Kind, Material, Ref
from drafting.trip import Event, Period, Trip


def gathered(trip_id: int, material: Sequence[Material], corrections: Mapping[str, str], form: str) -> Trip:
    """The trip before corrections; those of the period and regions are used already, for they decide the days."""
    ordered = without_private(material)
    open_ = [m for m in ordered if m.label is not Kind.PRIVATE]
    near = open_[0].said_at.date() if open_ else None
    values, sources = read_fields(open_, near)
    period, regions = _decided(values, corrections, near)
    days, timed = read_itinerary(open_, period, near)
    if period is None and days:
        period = Period(start=days[0].day, end=days[-1].day)
        values["period"], sources["period"] = period, _all_sources(days)
    events = [
        e for e in (*events_in(open_, near), *timed) if period is None or period.start <= e.day <= period.end
    ]
    events = _once(events)
    names = {t.name for t in values.get("travellers", ())}
    ordered = _by_whom(ordered, names, values.get("contact_person", ""))
    placed = placed_in_time(ordered, period, regions)
    particulars = {ref for refs in sources.values() for ref in refs} | {
        ref for day in days for ref in day.sources
    }
    kinds = sorted_by_kind(placed, period, particulars)
    if days:
        sources["itinerary"] = _all_sources(days)
    return Trip(
        id=trip_id,
        form=form,
        **{k: v for k, v in values.items() if k in Trip.model_fields},
        destination=destination_of(regions),
        itinerary=tuple(days),
        events=tuple(sorted(events, key=lambda e: (e.day, str(e.start or "")))),
        names=names_in([m for m in kinds if m.kind is not Kind.PRIVATE]),
        sources=sources,
        material=kinds,
    )


_FEW = 5


def _by_whom(material: Sequence[Material], travellers: set[str], contact: str) -> list[Material]:
    """Whose words they are: a forward by a co-traveller is own; what a colleague writes in a group is not.

    People in a group go by display names. One who bears a part of the contact's name, or who is known by no
    traveller's name and says little where others are known, is a colleague.
    """
    authors = Counter(m.author for m in material)
    known = {a for a in authors if any(_alike(a, name) for name in travellers)}
    colleagues = {
        a
        for a, times in authors.items()
        if a not in known and ((contact and _alike(a, contact)) or (known and times <= _FEW))
    }
    return [
        m.model_copy(update={"own": True}) if m.forwarded_from in travellers
        else m.model_copy(update={"own": False}) if m.author in colleagues and m.own
        else m
        for m in material
    ]  # fmt: skip


def _alike(shown: str, name: str) -> bool:
    """Whether a display name holds a name, its given name, or its surname with a title of courtesy (詹姐)."""
    return bool(name) and (
        name in shown
        or (len(name) > 2 and name[1:] in shown)
        or re.match(rf"{name[0]}[姐哥科股組處局主]", shown) is not None
    )


def _decided(
    values: dict[str, Any], corrections: Mapping[str, str], near: date | None
) -> tuple[Period | None, tuple[str, ...]]:
    by_hand: dict[str, Any] = {}
    for key in ("period", "regions"):
        if corrections.get(key):
            by_hand |= checked(key, corrections[key], near)
    return by_hand.get("period", values.get("period")), by_hand.get("regions", values.get("regions", ()))


def _once(events: Sequence[Event]) -> list[Event]:
    """One event for each start: calendars and programmes come first, and lend their end to what a note renamed."""
    found: dict[tuple[Any, ...], Event] = {}
    for event in events:
        key = (event.day, event.start or event.title)
        known = found.get(key)
        refs = tuple(dict.fromkeys((*(known.sources if known else ()), *event.sources)))
        found[key] = (known or event).model_copy(update={"sources": refs})
    return list(found.values())


def _all_sources(items: Sequence[Any]) -> tuple[Ref, ...]:
    return tuple(dict.fromkeys(ref for item in items for ref in item.sources))


__all__ = ["Event", "gathered"]
