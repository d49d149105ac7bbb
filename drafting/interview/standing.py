"""How far each part of the form has come: what there is to write it from, the length reached, and what is missing."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from drafting.counting import count
from drafting.form import TABLES, Form, Part, Role
from drafting.frozen import Frozen
from drafting.interview.told import Told, told_of
from drafting.material import Kind, Material, Medium
from drafting.plan.routing import route
from drafting.review import Draft
from drafting.trip import Trip

_ENOUGH = 3  # notes that a paragraph can be made of


class Unit(StrEnum):
    """What is counted."""

    CHARACTERS = "characters"  # 字 of the newest draft, as the form counts
    PIECES = "pieces"  # notes that this part can be written from
    ACTIVITIES = "activities"  # those with a record, of all
    PEOPLE = "people"


class Lack(StrEnum):
    """What the traveller could send."""

    PEOPLE = "people"
    RECORDS = "records"
    PURPOSE = "purpose"
    ACTIVITY = "activity"
    DAYS = "days"
    IMPRESSION = "impression"
    SUGGESTION = "suggestion"
    LENGTH = "length"


class Standing(Frozen):
    """One part: ``done`` of ``wanted`` units (0 wanted: nothing is demanded), and what it lacks.

    ``names`` are the activities, or the days as 9/22, that ``lack`` speaks of; ``short`` how many 字 are missing.
    """

    part: Part
    unit: Unit
    done: int
    wanted: int
    lack: Lack | None = None
    names: tuple[str, ...] = ()
    short: int = 0


_OPINIONS = (
    (Role.IMPRESSIONS, Kind.IMPRESSION, Lack.IMPRESSION),
    (Role.SUGGESTIONS, Kind.SUGGESTION, Lack.SUGGESTION),
)


def standings(trip: Trip, form: Form, draft: Draft | None) -> tuple[Standing, ...]:
    """Every part of the form that a person has to do with, in its order; tables that code makes are left out."""
    told = told_of(trip)
    parts = [p for p in form.parts if Role.MEMBERS in p.roles or not set(p.roles) <= TABLES]
    return tuple(_standing(part, trip, told, draft) for part in parts)


def _standing(part: Part, trip: Trip, told: Sequence[Told], draft: Draft | None) -> Standing:
    if part.length is not None and part.length.least and (reached := _reached(part, draft)) is not None:
        short = max(part.length.least - reached, 0)
        lack = Lack.LENGTH if short else None
        return Standing(
            part=part,
            unit=Unit.CHARACTERS,
            done=reached,
            wanted=part.length.least,
            lack=lack,
            short=short,
        )
    if Role.PROCESS in part.roles:
        return _process(part, trip, told)
    kinds = Counter(piece.label or piece.kind for piece in trip.material if piece.text)
    opinions = [(kind, lack) for role, kind, lack in _OPINIONS if role in part.roles]
    if opinions:
        missing = next((lack for kind, lack in opinions if not kinds[kind]), None)
        there, wanted = sum(kinds[kind] for kind, _ in opinions), max(part.least_items, len(opinions))
        few = opinions[-1][1] if there < wanted else None
        return Standing(part=part, unit=Unit.PIECES, done=there, wanted=wanted, lack=missing or few)
    if Role.MEMBERS in part.roles:
        people = len(trip.travellers)
        lack_people = None if people else Lack.PEOPLE
        return Standing(part=part, unit=Unit.PEOPLE, done=people, wanted=max(people, 1), lack=lack_people)
    if Role.PURPOSE in part.roles:
        return _of_pieces(part, len(route(trip).purpose), 1, Lack.PURPOSE)
    return _of_pieces(part, kinds[Kind.FACT] + kinds[Kind.QUOTE], _ENOUGH, Lack.RECORDS)


def _of_pieces(part: Part, there: int, wanted: int, lack: Lack) -> Standing:
    missing = None if there >= wanted else lack
    return Standing(part=part, unit=Unit.PIECES, done=there, wanted=wanted, lack=missing)


def _process(part: Part, trip: Trip, told: Sequence[Told]) -> Standing:
    """By the activities of the itinerary; where there are none, by the days of the period."""
    official = [t for t in told if t.worth_asking]
    if official:
        silent = tuple(t.activity.title for t in official if not t.pieces)
        return Standing(
            part=part,
            unit=Unit.ACTIVITIES,
            done=len(official) - len(silent),
            wanted=len(official),
            lack=Lack.ACTIVITY if silent else None,
            names=silent,
        )
    notes = [m for m in trip.material if _tells(m)]
    silent_days = _silent_days(trip, {m.meant_on for m in notes})
    return Standing(
        part=part,
        unit=Unit.PIECES,
        done=len(notes),
        wanted=max(_ENOUGH, len(silent_days)),
        lack=Lack.DAYS if silent_days else (None if len(notes) >= _ENOUGH else Lack.RECORDS),
        names=tuple(f"{day.month}/{day.day}" for day in silent_days),
    )


def _tells(piece: Material) -> bool:
    kind = piece.label or piece.kind
    return piece.medium is not Medium.PHOTO and kind in (Kind.FACT, Kind.QUOTE) and bool(piece.text)


def _silent_days(trip: Trip, heard: set[date]) -> list[date]:
    if trip.period is None:
        return []
    days = (trip.period.end - trip.period.start).days + 1
    every = [trip.period.start + timedelta(days=n) for n in range(min(days, 400))]
    return [day for day in every if day not in heard and day not in trip.days_off]


def _reached(part: Part, draft: Draft | None) -> int | None:
    """字 of this part in the newest draft; None where there is none."""
    section = draft.report.section(part.key) if draft and draft.report else None
    return count(section.text).by(part.length.counted) if section and part.length else None
