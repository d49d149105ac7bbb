"""Which material goes where: every note and photo to a part or an activity of the report."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from drafting.frozen import Frozen
from drafting.gather import cues
from drafting.material import Kind, Material, Medium, Ref
from drafting.plan.activities import Activity, Sort, activities_of
from drafting.plan.likeness import Likeness, offices_in
from drafting.plan.photo_choice import kept_back
from drafting.plan.vicinity import Vicinity
from drafting.report import Unused
from drafting.trip import Trip

LONG_CAPTION = 30  # characters above which words sent with a photo are a note, not a caption
_PERSON = re.compile(
    r"Mr\.|Ms\.|Mrs\.|Dr\.|Prof\.|市長|秘書長|主席|代表|執行長|副執行長|局長|處長|會長|理事長|部長|大使|議長|教授|先生|女士|聯絡人"
)
_WITH_PERSON = re.compile(r"^(?:跟|與|和).{1,30}(?:長|主席|代表|大使|教授|先生|女士)")
_SOCIAL = re.compile(r"茶敘|晚宴|歡迎宴|酒會|餐會")
_REPORTED = re.compile(r"登|報導|播|刊|採訪|捧場")
_HOME = re.compile(r"平安(?:抵達|返|回)|(?:返抵|抵達)(?:國門|桃園|松山|小港)")
_GRACE = 40  # minutes before and after an activity within which a note belongs to it
_BEFORE, _AFTER = 320, 200  # seconds in which a note and a photo without words belong together
_LESS_LIKELY = 120  # seconds by which a note after the photo counts as farther than one before it
_TELLING = (
    2  # pairs of characters that a note must share with the title of another activity to be of that one
)

_OVER = (
    120  # minutes after its begin at which an activity whose end nobody wrote no longer holds what is said
)
_SUBJECT = 12  # characters in which a note says whom it speaks of
_LEANS = re.compile(r"^(?:他|她|對方)(?!們的?城)")
_REFERS_BACK = timedelta(minutes=30)


class Why(StrEnum):
    """Why a piece was put where it is; what it says to the traveller stands in plan/why.py."""

    PLACE = "place"  # a position tells of the way only
    PURPOSE = "purpose"  # it begins as a purpose does
    BEFORE = "before"  # said of a day before the trip
    AFTER = "after"  # said of a day after the trip
    REFERS = "refers"  # it refers back to the note before it
    BESIDE = "beside"  # a photo without words follows its album or the note beside it
    MET = "met"  # it tells of somebody who was met beside the agenda
    PRESS = "press"  # it tells what the press wrote
    WHOLE = "whole"  # it tells of the event as a whole
    WAY = "way"  # it tells of the way
    NAMED = "named"  # it names an activity in so many words
    HOUR = "hour"  # its hour lies within the activity
    WHO = "who"  # it speaks of somebody who was met in that activity only
    NEAREST = "nearest"  # the activity is the nearest of its day
    DAY = "day"  # no activity of its day is known
    OWN = "own"  # the traveller's own impression or suggestion


class Put(NamedTuple):
    """A slot, and why."""

    slot: str
    why: Why


class Routing(Frozen):
    """``lead`` tells of the event as a whole; ``encounters`` are met outside the agenda; ``travel`` only of the way."""

    activities: tuple[Activity, ...] = ()
    purpose: tuple[Ref, ...] = ()
    lead: tuple[Ref, ...] = ()
    by_activity: dict[str, tuple[Ref, ...]]
    encounters: tuple[Ref, ...] = ()
    media: tuple[Ref, ...] = ()
    impressions: tuple[Ref, ...] = ()
    suggestions: tuple[Ref, ...] = ()
    travel: tuple[Ref, ...] = ()
    unused: tuple[Unused, ...] = ()
    why: dict[Ref, Why] = {}


def route(trip: Trip) -> Routing:
    """Send each piece of material somewhere. Pure; depends on nothing but the trip."""
    vicinity = Vicinity(trip.material)
    facts = [m for m in trip.material if m.kind in (Kind.FACT, Kind.QUOTE)]
    usable = [m for m in facts if m.medium in (Medium.NOTE, Medium.VOICE, Medium.PHOTO, Medium.PLACE)]
    photos = [m for m in trip.material if m.medium is Medium.PHOTO]
    back = kept_back(photos, vicinity)
    activities = activities_of(trip, usable)
    told = [
        m for m in usable if m.medium is not Medium.PHOTO and not (m.medium is Medium.VOICE and not m.text)
    ]
    places = _Places(trip, activities, vicinity)
    for piece in (*told, *(p for p in photos if p.ref not in back)):
        places.put(piece)
    return Routing(
        activities=tuple(activities),
        purpose=places.at("purpose"),
        lead=places.at("lead"),
        by_activity={a.key: refs for a in activities if (refs := places.at(a.key))},
        encounters=places.at("encounters"),
        media=places.at("media"),
        impressions=_own_words(trip, Kind.IMPRESSION),
        suggestions=_own_words(trip, Kind.SUGGESTION),
        travel=places.at("travel"),
        unused=tuple(back.values()),
        why=places.why
        | dict.fromkeys((*_own_words(trip, Kind.IMPRESSION), *_own_words(trip, Kind.SUGGESTION)), Why.OWN),
    )


def _own_words(trip: Trip, kind: Kind) -> tuple[Ref, ...]:
    return tuple(
        m.ref
        for m in trip.material
        if m.kind is kind and m.text and (m.medium is not Medium.PHOTO or len(m.text) > LONG_CAPTION)
    )


class _Places:
    """Where each piece was put so far; a photo without words follows the note that it was sent beside."""

    def __init__(self, trip: Trip, activities: Sequence[Activity], vicinity: Vicinity) -> None:
        self._trip = trip
        self._vicinity = vicinity
        self._likeness = Likeness(activities)
        self._days: dict[object, list[Activity]] = {}
        for activity in activities:
            self._days.setdefault(activity.day, []).append(activity)
        self.why: dict[Ref, Why] = {}
        self._where: dict[Ref, str] = {}
        self._met: dict[tuple[date, str], set[str]] = {}
        self._last: dict[str, tuple[datetime, str]] = {}
        self._slots: dict[str, list[Material]] = {}

    def put(self, piece: Material) -> None:
        slot, self.why[piece.ref] = self._slot(piece)
        if piece.medium is Medium.NOTE:
            self._last[piece.author] = (piece.said_at, slot)
        self._where[piece.ref] = slot
        for office in offices_in(piece.text):
            self._met.setdefault((piece.meant_on, office), set()).add(slot)
        self._slots.setdefault(slot, []).append(piece)

    def at(self, slot: str) -> tuple[Ref, ...]:
        """What was put there, by the time that it speaks of."""
        told = sorted(
            self._slots.get(slot, ()), key=lambda m: (m.meant_on, m.meant_at or time.max, m.said_at)
        )
        return tuple(m.ref for m in told)

    def _note_before(self, piece: Material) -> str:
        """Where the author's note went to which this one refers back (她還提醒…), if it was said just before."""
        said_at, slot = self._last.get(piece.author, (piece.said_at, ""))
        return slot if piece.said_at - said_at < _REFERS_BACK and slot != "travel" else ""

    def _slot(self, piece: Material) -> Put:
        period, photo = self._trip.period, piece.medium is Medium.PHOTO
        if piece.medium is Medium.PLACE:
            return Put("travel", Why.PLACE)
        if cues.PURPOSE_HEAD.match(piece.text):
            return Put("purpose", Why.PURPOSE)
        if period and piece.meant_on < period.start:
            return Put("lead" if photo else "purpose", Why.BEFORE)
        if period and piece.meant_on > period.end:
            beside = self._beside(piece) if photo else ""
            return Put(beside, Why.BESIDE) if beside else Put("lead", Why.AFTER)
        today = self._days.get(piece.meant_on, [])
        if not photo and _LEANS.match(piece.text) and (before := self._note_before(piece)):
            return Put(before, Why.REFERS)
        if photo and not piece.text:
            beside = self._beside(piece)
            if beside and beside != "travel":
                return Put(beside, Why.BESIDE)
        inside = next((a for a in today if _covers(a, piece, 0)), None)
        return (
            self._by_words(piece, inside)
            or self._on_the_way(piece, today)
            or self._activity(piece, today, inside)
        )

    def _by_words(self, piece: Material, inside: Activity | None) -> Put | None:
        """Who was met beside the agenda, what the press wrote, and what concerns the whole event."""
        meeting = "國際會議" in self._trip.purposes
        beside_the_agenda = inside is None or inside.sort is not Sort.MAIN or bool(_SOCIAL.search(piece.text))
        if meeting and beside_the_agenda and _tells_of_meeting_somebody(piece.text):
            return Put("encounters", Why.MET)
        if cues.MEDIA.search(piece.text) and _REPORTED.search(piece.text):
            return Put("media", Why.PRESS)
        outside = inside is None or inside.sort is Sort.ARRIVAL
        whole = meeting and outside and cues.WHOLE_EVENT.search(piece.text)
        return Put("lead", Why.WHOLE) if whole else None

    def _on_the_way(self, piece: Material, today: Sequence[Activity]) -> Put | None:
        """A note about travelling goes to the itinerary table; a photo of it stands below the table."""
        period = self._trip.period
        first_or_last = period is not None and piece.meant_on in (period.start, period.end)
        idle = first_or_last or all(a.sort is Sort.ARRIVAL for a in today)
        official = bool(cues.OFFICIAL.search(piece.text))
        if piece.medium is Medium.PHOTO:
            shows_the_way = idle and not official and cues.TRAVEL.search(piece.text)
            return Put("lead", Why.WAY) if shows_the_way else None
        if piece.medium is Medium.NOTE and (cues.TRAVEL.search(piece.text) or _HOME.search(piece.text)):
            return Put("travel", Why.WAY) if idle or not official else None
        return None

    def _activity(self, piece: Material, today: Sequence[Activity], inside: Activity | None) -> Put:
        akin = self._likeness.closest(piece, today)
        shared = self._likeness.shared
        if (
            inside
            and akin
            and akin is not inside
            and shared(piece, akin) > max(_TELLING, 2 * shared(piece, inside))
        ):
            return Put(
                akin.key, Why.NAMED
            )  # written during one activity about another, named in so many words
        if inside is None or not _surely_covers(inside, piece):
            if akin is None and (met := self._where_met(piece, today)):
                return Put(met.key, Why.WHO)
            inside = None if akin else inside
        chosen = inside or akin or _nearest(piece, today)
        why = Why.HOUR if inside else (Why.NAMED if akin else Why.NEAREST)
        if chosen and chosen.sort is Sort.ARRIVAL:
            chosen = self._likeness.closest(piece, [a for a in today if a.sort is not Sort.ARRIVAL])
            why = Why.NAMED
        return Put(chosen.key, why) if chosen else Put("lead", Why.DAY)

    def _where_met(self, piece: Material, today: Sequence[Activity]) -> Activity | None:
        """The one activity of the day in which somebody of that office was met, for 「副市長也提到…」 told at night."""
        slots: set[str] = set()
        for office in offices_in(piece.text[:_SUBJECT]):
            slots |= self._met.get((piece.meant_on, office), set())
        return next((a for a in today if {a.key} == slots), None)

    def _beside(self, photo: Material) -> str:
        """Where its album went, or the note before it, or the one after."""
        for piece in self._vicinity.album(photo):
            if piece.text and piece.ref in self._where:
                return self._where[piece.ref]
        near = [m for m in self._vicinity.notes(photo, _BEFORE, _AFTER) if m.ref in self._where]
        closest = min(near, key=lambda m: (_gap(photo, m), m.ref), default=None)
        return self._where[closest.ref] if closest else ""


def _tells_of_meeting_somebody(text: str) -> bool:
    return bool((cues.ENCOUNTER.search(text) and _PERSON.search(text)) or _WITH_PERSON.search(text))


def _gap(photo: Material, note: Material) -> float:
    seconds = (photo.said_at - note.said_at).total_seconds()
    return seconds if seconds >= 0 else _LESS_LIKELY - seconds


def _covers(activity: Activity, piece: Material, grace: int) -> bool:
    if activity.start is None or piece.meant_at is None:
        return False
    start, end, at = (
        _minutes(activity.start),
        _minutes(activity.end or time(23, 59)),
        _minutes(piece.meant_at),
    )
    return start - grace <= at < end + grace


def _surely_covers(activity: Activity, piece: Material) -> bool:
    """Whether what is said at that time belongs to it: not in the evening to what began at two and has no end."""
    if activity.end is not None or activity.start is None or piece.meant_at is None:
        return True
    return _minutes(piece.meant_at) < _minutes(activity.start) + _OVER


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _nearest(piece: Material, today: Sequence[Activity]) -> Activity | None:
    """The activity nearest in time: within the grace first, else the last one begun, else the first of the day."""
    main = [a for a in today if a.sort is not Sort.ARRIVAL] or list(today)
    near = [a for a in main if _covers(a, piece, _GRACE)]
    if near or not main:
        return near[0] if near else None
    begun = [a for a in main if a.start and piece.meant_at and a.start <= piece.meant_at]
    return begun[-1] if begun else main[0]
