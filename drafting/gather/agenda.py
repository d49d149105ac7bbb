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
_SPAN = re.compile(
    r"(?<![\d:])([01]?\d|2[0-3])[:：]([0-5]\d)(?:\s*[-–－—~～至到]+\s*([01]?\d|2[0-3])[:：]([0-5]\d))?"
)


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
        day = _day_in(line, near) or day
        match = _SPAN.search(line)
        if day is None or match is None or match.start() > 24:
            continue
        title = line[match.end() :].strip(" \t|｜:：-–—") or (
            lines[index + 1] if index + 1 < len(lines) else ""
        )
        title = re.split(r"\t|\s\|\s|｜", title)[0].strip()
        if title and not _SPAN.match(title):
            end = time(int(match[3]), int(match[4])) if match[3] else None
            yield Event(
                day=day, start=time(int(match[1]), int(match[2])), end=end, title=title, sources=(piece.ref,)
            )


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
