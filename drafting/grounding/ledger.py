"""The fact ledger: every number, day, name and quotation of a text, in its place and in a form that can be compared.

No model reads it. Two texts say the same if their facts have the same form: 卅一位 and 31人, 107年4月10日 and 2018/4/10,
臺中市政府 and its simplified writing, Takht i Bahi and Takht-i-Bahi.
"""

from collections.abc import Iterator
from datetime import date

from drafting.dates import Found, find_dates
from drafting.frozen import Frozen
from drafting.grounding.amounts import Amount, quantities_in
from drafting.grounding.bodies import bodies_in
from drafting.grounding.clock import clocks_in
from drafting.grounding.names import latin_names_in
from drafting.grounding.persons import persons_in
from drafting.grounding.phones import phones_in
from drafting.grounding.quotes import quotes_in
from drafting.grounding.script import plain
from drafting.grounding.spelling import bare, fold
from drafting.grounding.unsupported import Kind
from drafting.grounding.weekdays import weekdays_in


class Fact(Frozen):
    """One thing that a text says; ``start`` and ``end`` are its place, ``form`` is the same for every writing of it."""

    kind: Kind
    text: str
    start: int
    end: int
    form: str


def ledger_of(text: str, near: date | None = None) -> tuple[Fact, ...]:
    """Every fact of a text in order; ``near``, the day that it speaks of, gives the year to days written without one."""
    days = set(_days(text, near))
    names = {n for n in _names(text) if not any(n[1] < end and start < n[2] for _, start, end, _ in days)}
    found = sorted({*days, *_counts(text, near), *names}, key=lambda f: (f[1], -f[2]))
    return tuple(Fact(kind=kind, text=text[a:b], start=a, end=b, form=form) for kind, a, b, form in found)


_Entry = tuple[Kind, int, int, str]


def _days(text: str, near: date | None) -> Iterator[_Entry]:
    days = find_dates(text, near)
    for day in days:
        yield "date", day.start, day.end, _day(day)
    for start, end, weekday in weekdays_in(text, days):
        yield "date", start, end, f"weekday {weekday + 1}"


def _day(day: Found) -> str:
    """ISO where the year is known (one day, a run or a month); else --04-10."""
    if day.first and day.last:
        if day.day is None:
            return f"{day.first:%Y-%m}"
        return f"{day.first}" if day.first == day.last else f"{day.first}/{day.last}"
    first = f"--{day.month:02}" + (f"-{day.day:02}" if day.day else "")
    return first + (f"/--{day.last_month:02}-{day.last_day:02}" if day.last_month and day.last_day else "")


def _counts(text: str, near: date | None) -> Iterator[_Entry]:
    taken = [(d.start, d.end) for d in find_dates(text, near)]
    for start, end, phone in phones_in(text):
        taken.append((start, end))
        yield "number", start, end, f"phone {phone}"
    for start, end, clock in clocks_in(text):
        if clock.sure and not any(s < end and start < e for s, e in taken):
            taken.append((start, end))
            half = "" if clock.afternoon is None else " pm" if clock.afternoon else " am"
            yield "number", start, end, f"clock {clock.minutes // 60}:{clock.minutes % 60:02}{half}"
    for quantity in quantities_in(text, taken):
        amount = quantity.readings[0]
        yield "date" if amount.kind == "year" else "number", quantity.start, quantity.end, _amount(amount)


def _amount(amount: Amount) -> str:
    value = f"{amount.value:f}"
    value = value.rstrip("0").rstrip(".") if "." in value else value
    return f"{value} {amount.kind}".strip()


def _names(text: str) -> Iterator[_Entry]:
    told = plain(text)
    for start, end in persons_in(told):
        yield "person", start, end, told[start:end]
    for start, end, kind in bodies_in(told):
        yield kind, start, end, told[start:end]
    for start, end, kind in latin_names_in(text):
        yield kind, start, end, " ".join(fold(word) for word in text[start:end].split())
    for start, end in quotes_in(text):
        yield "quote", start, end, bare(text[start:end])
