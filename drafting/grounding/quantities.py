"""Which days, times, telephone numbers and amounts of a text stand in no source."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from drafting.dates import Found, find_dates
from drafting.grounding.amounts import Quantity, quantities_in
from drafting.grounding.clock import clocks_in
from drafting.grounding.derived import is_worked_out
from drafting.grounding.evidence import Evidence
from drafting.grounding.named import wrong_parties
from drafting.grounding.owners import is_anothers, is_anothers_day
from drafting.grounding.parts_of_day import wrong_parts
from drafting.grounding.phones import phones_in
from drafting.grounding.unsupported import Kind, Unsupported
from drafting.grounding.weekdays import weekdays_in
from drafting.numerals import Number

_LIST_MARK = re.compile(
    r"(?m)^[\s#*-]*(?:[(（][\d一二三四五六七八九十]{1,3}[)）]|\d{1,2}(?:[.\uff0e、)）](?!\d))|[一二三四五六七八九十]{1,3}、)"
)
_DIGITS = re.compile(r"\d+")
_THIRD = re.compile(r"\s?([上中下])旬")


def missing_quantities(text: str, evidence: Evidence, near: date | None) -> Iterator[Unsupported]:
    """Days first, then times and telephone numbers, then what numbers are left."""
    taken = []
    for mark in _LIST_MARK.finditer(text):
        taken.append(mark.span())
        if (number := _DIGITS.search(mark[0])) and not _is_any_number(number[0], evidence):
            yield _report(text, mark.start() + number.start(), mark.start() + number.end(), "number")
    days = find_dates(text, near)
    for found in days:
        taken.append((found.start, found.end))
        written = _day_is_written(found, evidence) and not _is_other_third(text, found, evidence)
        if not written or _is_of_another(text, found, days, evidence):
            yield _report(text, found.start, found.end, "date")
    for start, end, weekday in weekdays_in(text, days):
        taken.append((start, end))
        if not _weekday_is_right(start, weekday, days, evidence, near):
            yield _report(text, start, end, "date")
    for start, end in wrong_parts(text, evidence.texts):
        yield _report(text, start, end, "date")
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
    yield from wrong_parties(text, evidence.texts)
    quantities = list(quantities_in(text, taken))
    sound = [
        q
        for q in quantities
        if _is_written(q, evidence) and not is_anothers(text, q, quantities, evidence.said)
    ]
    for quantity in quantities:
        if quantity not in sound and not is_worked_out(text, quantity, sound, evidence.texts, near):
            yield _report(text, quantity.start, quantity.end, _kind(quantity))


def _day_is_written(found: Found, evidence: Evidence) -> bool:
    ends = [(found.month, found.day, found.first.year if found.first else None)]
    if found.is_range:
        ends.append((found.last_month, found.last_day, found.last.year if found.last else None))
    return all(
        any(_meets(end, found.year_given, known) for known in evidence.dates) or _is_bare_day(end, evidence)
        for end in ends
    )


def _is_bare_day(end: tuple[int | None, int | None, int | None], evidence: Evidence) -> bool:
    """12月11日 where a source that speaks of December has only 11日, which could not be read as a day there."""
    month, day, _ = end
    return day in evidence.bare_days and any(d.month == month for d in evidence.dates)


def _is_of_another(text: str, found: Found, days: Sequence[Found], evidence: Evidence) -> bool:
    if found.day is None or found.is_range:
        return False
    named = {(d.month, d.day) for d in days} | {(d.last_month, d.last_day) for d in days}
    here = [s for s in evidence.days if (found.month, found.day) in _ends(s.day)]
    elsewhere = [s for s in evidence.days if s.day.day and not named & _ends(s.day)]
    return is_anothers_day(text, (found.start, found.end), here, elsewhere)


def _ends(day: Found) -> set[tuple[int | None, int | None]]:
    return {(day.month, day.day), (day.last_month, day.last_day)} - {(None, None)}


def _is_other_third(text: str, found: Found, evidence: Evidence) -> bool:
    """4月上旬 where the sources have that month only with 中旬 or 下旬, or not at all."""
    third = _THIRD.match(text, found.end)
    if not third or found.day:
        return False
    months = [d for d in evidence.dates if d.month == found.month]
    if any(d.day and _third(d.day) == third[1] for d in months):
        return False
    return not any(re.search(rf"月\s?{third[1]}旬", source) for source in evidence.texts)


def _third(day: int) -> str:
    return "上" if day <= 10 else "中" if day <= 20 else "下"


def _weekday_is_right(
    start: int, weekday: int, days: Sequence[Found], evidence: Evidence, near: date | None
) -> bool:
    """By the calendar if it stands beside a day of a known year; else it must be written or follow from a day."""
    beside = [d for d in days if d.end <= start <= d.end + 1 and d.day and (near or d.year_given)]
    if beside and beside[-1].first:
        return (beside[-1].last or beside[-1].first).weekday() == weekday
    return weekday in evidence.weekdays


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


def _is_any_number(digits: str, evidence: Evidence) -> bool:
    """The number of a list may have been a number of the note that became its first word."""
    return any(a.value == int(digits) for a in evidence.amounts)


def _is_written(quantity: Quantity, evidence: Evidence) -> bool:
    number = quantity.number
    if number and _is_written_otherwise(number, evidence):
        return True
    return any(mine.agrees(known) for mine in quantity.readings for known in evidence.amounts)


def _is_written_otherwise(number: Number, evidence: Evidence) -> bool:
    if number.text == "一" and not number.ordinal:
        return True  # 一個, 一次: an article rather than a number
    if number.unit in ("號", "日") and any(number.value in (d.day, d.last_day) for d in evidence.dates):
        return True
    if number.unit == "年" and any(
        d.first and d.year_given and d.first.year in (number.value, number.value + 1911)
        for d in evidence.dates
    ):
        return True
    return number.unit in ("時", "點") and any(c.minutes == number.value % 12 * 60 for c in evidence.clocks)


def _kind(quantity: Quantity) -> Kind:
    return (
        "date"
        if any(a.kind == "year" for a in quantity.readings) and quantity.number and quantity.number.unit
        else "number"
    )


def _free(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return not any(s < end and start < e for s, e in taken)


def _report(text: str, start: int, end: int, kind: Kind) -> Unsupported:
    return Unsupported(text=text[start:end], kind=kind, start=start, end=end)
