"""The agenda: events of a calendar file (.ics), and timed lines of a programme, in the local time of the place."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from icalendar import Calendar

from drafting.dates import find_dates
from drafting.gather.lines import lines_of
from drafting.material import Material, Medium
from drafting.trip import Event

_MONTHS = {
    m: i
    for i, m in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_DMY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]{2})[a-z]*\.?,?\s+(\d{4})\b")
_MDY = re.compile(r"\b([A-Z][a-z]{2})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_CLOCK = r"([01]?\d|2[0-3])[:：]([0-5]\d)(?:\s?([AaPp])\.?[Mm]\b\.?)?"
_SPAN = re.compile(rf"(?<![\d:]){_CLOCK}(?:\s{{0,4}}[-–－—~～至到]{{1,3}}\s{{0,4}}{_CLOCK})?")
_CELLS = re.compile(r"\t|\s\|\s|｜")
_FAR = 24
_FAR_BEHIND_A_DATE = 60
"""How far into a line its time may stand: a time deeper in a sentence is no entry of a programme."""


def events_in(material: Sequence[Material], near: date | None) -> list[Event]:
    """Every event of calendars and programmes; the same day and start from two papers make one event."""
    found: dict[tuple[date, time | None, str], Event] = {}
    for piece in material:
        if piece.medium is not Medium.PAPER or not piece.text:
            continue
        from_calendar = "BEGIN:VCALENDAR" in piece.text
        for event in _calendar(piece) if from_calendar else _programme(piece, near):
            key = (event.day, event.start, "" if event.start else event.title)
            known = found.get(key, event)
            refs = tuple(dict.fromkeys((*known.sources, *event.sources)))
            better = event if from_calendar else known
            found[key] = better.model_copy(update={"sources": refs})
    return sorted(found.values(), key=lambda e: (e.day, e.start or time.min))


def zones_in(material: Sequence[Material]) -> Iterator[tuple[datetime, str]]:
    """The zones that calendars name, with the moment from which each is known to hold."""
    for piece in material:
        if piece.medium is Medium.PAPER and "BEGIN:VCALENDAR" in piece.text:
            for start, _, _ in _entries(piece.text):
                if isinstance(start, datetime) and start.tzinfo is not None:
                    name = getattr(start.tzinfo, "key", None) or getattr(start.tzinfo, "zone", None)
                    if name and "/" in str(name):
                        yield start, str(name)


def _entries(text: str) -> Iterator[tuple[date | datetime, date | datetime | None, tuple[str, str]]]:
    try:
        calendar = Calendar.from_ical(text)
    except ValueError:
        return
    for entry in calendar.walk("VEVENT"):
        start, end = entry.get("DTSTART"), entry.get("DTEND")
        if start is not None and isinstance(start.dt, date):
            yield (
                start.dt,
                end.dt if end is not None else None,
                (str(entry.get("SUMMARY", "")), str(entry.get("LOCATION", ""))),
            )


def _calendar(piece: Material) -> Iterator[Event]:
    for start, end, (title, place) in _entries(piece.text):
        timed = isinstance(start, datetime)
        yield Event(
            day=start.date() if isinstance(start, datetime) else start,
            start=start.time().replace(tzinfo=None) if isinstance(start, datetime) else None,
            end=end.time().replace(tzinfo=None) if timed and isinstance(end, datetime) else None,
            title=title.strip(), place=place.strip(), sources=(piece.ref,),
        )  # fmt: skip


def _programme(piece: Material, near: date | None) -> Iterator[Event]:
    day: date | None = None
    lines = [line.text for line in lines_of(piece.text)]
    for index, line in enumerate(lines):
        dated = _day_in(line, near)
        day = dated or day
        match = _SPAN.search(line[:200])
        if day is None or match is None or match.start() > (_FAR_BEHIND_A_DATE if dated else _FAR):
            continue
        if not dated and re.search("[，。]", line[: match.start()]):
            continue
        rest = line[match.end() :].strip(" \t|｜:：-–—") or (
            lines[index + 1] if index + 1 < len(lines) else ""
        )
        title, *more = (cell.strip() for cell in _CELLS.split(rest))
        if title and not _SPAN.match(title):
            yield Event(
                day=day,
                start=_time(match[1], match[2], match[3] or match[6]),
                end=_time(match[4], match[5], match[6]) if match[4] else None,
                title=title,
                place=more[0] if len(more) == 1 else "",
                sources=(piece.ref,),
            )


def _time(hour: str, minute: str, half: str | None) -> time:
    """A time of the day; 12 o'clock a.m. is midnight."""
    value = int(hour)
    if half and value <= 12:
        value = value % 12 + (12 if half in "Pp" else 0)
    return time(value, int(minute))


def _day_in(line: str, near: date | None) -> date | None:
    if match := _DMY.search(line):
        number, name, year = int(match[1]), match[2].lower(), int(match[3])
    elif match := _MDY.search(line):
        name, number, year = match[1].lower(), int(match[2]), int(match[3])
    else:
        days = [d for d in find_dates(line[:40], near) if d.first and d.first == d.last]
        return days[0].first if days else None
    try:
        return date(year, _MONTHS[name], number)
    except (KeyError, ValueError):
        return None
