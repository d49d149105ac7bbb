"""The itinerary that a traveller pastes: a line a day with a route or place and what is done, times below it."""

import re
from collections.abc import Sequence
from datetime import date

from drafting.gather.clock import HALF_DAYS, clock_at_start
from drafting.gather.day_lines import DayLine, day_lines
from drafting.gather.day_places import is_done, place_and_activity, route
from drafting.material import Material, Medium, Ref
from drafting.trip import Event, ItineraryDay, Period

__all__ = ["HALF_DAYS", "read_itinerary"]

_SHORT = 60
_CHANGED_TO = re.compile(r"^[^，,]{0,12}?改(?:去|到|成|為|至)(?:這樣)?[:：]?\s?")

_NEXT_TIME = re.compile(
    r"(?<![-–—~～至到])(?:[；;，,。]\s*|\s+)(?![-–—~～至到])(?=(?:上午|早上|中午|下午|傍晚|晚上|晚間)\s?\S|\d{1,2}[:：]\d{2}(?!\d))"
)
"""Where the next item of a line begins."""


def read_itinerary(
    material: Sequence[Material], period: Period | None, near: date | None
) -> tuple[list[ItineraryDay], list[Event]]:
    """The rows and timed items of every message that lists at least two days, or of a message a day before departure.

    A later message wins its days.

    A note wins over a paper: the traveller knows better what was really done.
    """
    days: dict[date, ItineraryDay] = {}
    events: dict[date, list[Event]] = {}
    singly: list[tuple[list[ItineraryDay], list[Event]]] = []
    papers = [m for m in material if m.medium is Medium.PAPER and "BEGIN:VCALENDAR" not in m.text]
    notes = [m for m in material if m.medium is Medium.NOTE]
    for piece in (*papers, *notes):
        rows, timed, lines, corrects = _read(piece, period, near)
        known_days = all(row.day in days for row in rows)
        if not (lines >= 2 and (len(rows) >= 2 or known_days)) and not (corrects and known_days):
            if (
                rows
                and lines == 1
                and period
                and piece.medium is Medium.NOTE
                and piece.said_at.date() < period.start
            ):
                singly.append((rows, timed))
            continue
        noted = piece.medium is Medium.NOTE
        for day in {t.day for t in timed} if noted else ():
            events[day] = []
        for row in rows:
            known = days.get(row.day)
            better = row if row.place or known is None else row.model_copy(update={"place": known.place})
            days[row.day] = better if noted or known is None else _joined(known, row)
        for event in timed:
            events.setdefault(event.day, []).append(event)
    for rows, timed in singly if len(singly) > 1 else ():  # a message a day, sent before departure
        for row in rows:
            if row.day not in days:
                days[row.day] = row
                events[row.day] = [event for event in timed if event.day == row.day]
    return _with_places([days[day] for day in sorted(days)]), [e for day in events.values() for e in day]


def _read(
    piece: Material, period: Period | None, near: date | None
) -> tuple[list[ItineraryDay], list[Event], int, bool]:
    """The rows, the timed items, how many lines began with a day, and whether a line means to correct its day."""
    dated = 0
    corrects = False
    rows: dict[date, ItineraryDay] = {}
    events: list[Event] = []
    current: tuple[date, ...] = ()
    for line in day_lines(piece, period, near):
        if line.days:
            current = line.days
            dated += 1
            corrects = corrects or line.correction
            for day in line.days:
                row = _row(line, day, piece.ref)
                rows[day] = _joined(rows[day], row) if day in rows else row
        elif not current or not _belongs(line, piece):
            continue
        for text in _one_by_one(line.text):
            timed = _timed(text, current[0], piece.ref)
            if timed:
                events.append(timed)
            addition = timed.title if timed else "" if line.days else text
            for day in current if addition else ():
                known = rows[day]
                joined = f"{known.activity}；{addition}" if known.activity else addition
                rows[day] = known.model_copy(update={"activity": joined})
    return list(rows.values()), events, dated, corrects


def _one_by_one(text: str) -> list[str]:
    """「上午9點 拜會市府 下午2點 參觀清掃工廠」 as two items; a line that begins with no time, or hides one, is one."""
    if clock_at_start(text) is None:
        return [text]
    parts = [part for part in _NEXT_TIME.split(text) if part.strip()]
    return parts if all(clock_at_start(part) for part in parts) else [text]


def _belongs(line: DayLine, piece: Material) -> bool:
    """Whether a line below a day tells of that day: it has a time or a mark, or the paper is a table."""
    return (
        line.item
        or clock_at_start(line.text) is not None
        or (piece.medium is Medium.PAPER and len(line.text) < _SHORT)
    )


def _row(line: DayLine, day: date, ref: Ref) -> ItineraryDay:
    if line.columns:
        place, activity = route(line.columns[0]), line.columns[1]
    elif clock_at_start(line.text):
        place, activity = "", ""
    else:
        place, activity = place_and_activity(_CHANGED_TO.sub("", line.text))
        activity = "；".join(part.strip(" ；;，,。") for part in _one_by_one(activity))
    return ItineraryDay(day=day, place=place, activity=activity, sources=(ref,))


def _timed(text: str, day: date, ref: Ref) -> Event | None:
    clock = clock_at_start(text)
    if clock is None:
        return None
    title, _, place = clock.rest.strip(" 　\t-–:：。").partition("\t")
    title, place = title.strip(), place.replace("\t", " ").strip()
    if place and is_done(place) and not is_done(title):
        title, place = place, title
    return Event(day=day, start=clock.start, end=clock.end, title=title, place=place, sources=(ref,))


def _joined(first: ItineraryDay, second: ItineraryDay) -> ItineraryDay:
    activity = "；".join(dict.fromkeys(a for a in (first.activity, second.activity) if a))
    return first.model_copy(
        update={
            "place": first.place or second.place,
            "activity": activity,
            "sources": tuple(dict.fromkeys((*first.sources, *second.sources))),
        }
    )


def _with_places(days: list[ItineraryDay]) -> list[ItineraryDay]:
    """A row that names no place is where the row before it ended."""
    found: list[ItineraryDay] = []
    for row in days:
        before = re.sub(r"[（(].*", "", found[-1].place.split("—")[-1]) if found else ""
        found.append(row if row.place or not before else row.model_copy(update={"place": before}))
    return found
