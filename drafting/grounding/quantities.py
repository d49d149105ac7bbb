"""Which days, times, telephone numbers and amounts of a text stand in no source."""

import re
from collections.abc import Iterator
from datetime import date

from drafting.dates import Found, find_dates
from drafting.grounding.amounts import readings
from drafting.grounding.clock import clocks_in
from drafting.grounding.evidence import Evidence
from drafting.grounding.phones import phones_in
from drafting.grounding.unsupported import Kind, Unsupported
from drafting.numerals import Number, find_numbers

_LIST_MARK = re.compile(
    r"(?m)^[\s#*-]*(?:[(（][\d一二三四五六七八九十]{1,3}[)）]|\d{1,2}(?:[.\uff0e、)）](?!\d))|[一二三四五六七八九十]{1,3}、)"
)


def missing_quantities(text: str, evidence: Evidence, near: date | None) -> Iterator[Unsupported]:
    """Days first, then times and telephone numbers, then what numbers are left."""
    taken = [(m.start(), m.end()) for m in _LIST_MARK.finditer(text)]
    for found in find_dates(text, near):
        taken.append((found.start, found.end))
        if not _day_is_written(found, evidence):
            yield _report(text, found.start, found.end, "date")
    for start, end, phone in phones_in(text):
        if _free(start, end, taken):
            taken.append((start, end))
            if phone not in evidence.phones:
                yield _report(text, start, end, "number")
    for start, end, clock in clocks_in(text):
        if clock.sure and _free(start, end, taken):
            taken.append((start, end))
            if not any(clock.agrees(known) for known in evidence.clocks):
                yield _report(text, start, end, "number")
    for number in find_numbers(text):
        if _free(number.start, number.end, taken) and not _amount_is_written(number, evidence):
            yield _report(text, number.start, number.end + _unit_length(text, number), "number")


def _day_is_written(found: Found, evidence: Evidence) -> bool:
    ends = [(found.month, found.day, found.first.year if found.first else None)]
    if found.is_range:
        ends.append((found.last_month, found.last_day, found.last.year if found.last else None))
    return all(any(_meets(end, found.year_given, known) for known in evidence.dates) for end in ends)


def _meets(end: tuple[int | None, int | None, int | None], year_given: bool, known: Found) -> bool:
    month, day, year = end
    days = [(known.month, known.day, known.first), (known.last_month, known.last_day, known.last)]
    for known_month, known_day, meant in days:
        if known_month != month or (day is not None and known_day != day):
            continue
        if year_given and known.year_given and meant and year and meant.year != year:
            continue
        if year_given and meant and year and meant.year != year:
            continue
        return True
    return False


def _amount_is_written(number: Number, evidence: Evidence) -> bool:
    if number.text == "一" and not number.ordinal:
        return True  # 一個, 一次: an article rather than a number
    if number.unit in ("號", "日") and any(number.value in (d.day, d.last_day) for d in evidence.dates):
        return True
    if number.unit == "年" and any(
        d.first and d.year_given and d.first.year in _years(number) for d in evidence.dates
    ):
        return True
    if number.unit in ("時", "點") and any(c.minutes == number.value % 12 * 60 for c in evidence.clocks):
        return True
    return any(mine.agrees(known) for mine in readings(number) for known in evidence.amounts)


def _years(number: Number) -> tuple[int, int]:
    return int(number.value), int(number.value) + 1911


def _free(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return not any(s < end and start < e for s, e in taken)


def _unit_length(text: str, number: Number) -> int:
    return len(number.unit) if number.unit and text.startswith(number.unit, number.end) else 0


def _report(text: str, start: int, end: int, kind: Kind) -> Unsupported:
    return Unsupported(text=text[start:end], kind=kind, start=start, end=end)
