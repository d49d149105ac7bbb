"""The blanks of the form page, found by their labels, and the trip that they tell of."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from drafting.dates import Found, find_dates
from drafting.form import Form
from drafting.trip import Category, ItineraryDay, Period, Traveller, Trip

_TICKED = re.compile(r"[☑■☒✓✔◼▣]\s*([^☐□☑■☒✓✔◼▣\s]+)")
_BOX = re.compile(r"[☐□☑■☒✓✔◼▣]\s*")
_END = ("內容摘要",)
_SEPARATOR = re.compile(r"\s*[/／]\s*")
_NAMES = re.compile(r"[、，,；;\n]+")


def read_fields(lines: Sequence[str], form: Form) -> dict[str, str]:
    """The value of each label that stands at the head of a line or cell, or after a space; up to the next label.

    A PDF may lose the space before a label, and the end of a line after one: so a colon or two strokes tell it too.
    """
    text = "\n".join(lines)
    labels = {_key(f.label): f.key for f in form.fields}
    names = "|".join(sorted((_loose(f.label) for f in form.fields), key=len, reverse=True))
    slashed = "|".join(_loose(f.label) for f in form.fields if f.label.count("/") > 1) or "(?!)"
    pattern = re.compile(
        rf"(?:(?:(?<=[\n\s|])|^)(?P<label>{names}|{'|'.join(_END)})(?=\s*[:：\n\t|]|\s|$)|(?P<close>{names})(?=[:：])"
        rf"|(?P<slashed>{slashed}))\s*[:：|]?"
    )
    found: dict[str, str] = {}
    matches = list(pattern.finditer(text))
    for match, after in zip_longest(matches, matches[1:]):
        key = labels.get(_key(match["label"] or match["close"] or match["slashed"]))
        value = text[match.end() : after.start() if after else len(text)].strip(" \t\n|")
        if key and value and key not in found:
            found[key] = value
    return {key: _shown(key, value) for key, value in found.items()}


def trip_from(
    fields: dict[str, str], itinerary: Sequence[Sequence[str]], members: Sequence[Sequence[str]]
) -> Trip:
    """The trip that the fields, the rows of the 行程表 and those of the 名單 tell of."""
    period = _period(fields.get("period", ""))
    near = period.start if period else None
    dates = find_dates(fields.get("report_date", ""))
    travellers = _travellers(fields.get("travellers", "")) or _members(members)
    ticked = fields.get("purposes", "")
    attached = fields.get("has_attachments", "")
    return Trip(
        report_name=" ".join(fields.get("report_name", "").split()),
        categories=tuple(c for c in Category if c.value in _NAMES.split(fields.get("category_line", ""))),
        purposes=tuple(p for p in _NAMES.split(ticked) if p),
        has_attachments={"是": True, "否": False}.get(attached),
        host_agency=fields.get("host_agency", ""),
        contact_person=fields.get("contact_person", ""),
        contact_phone=fields.get("contact_phone", ""),
        travellers=travellers,
        period=period,
        regions=tuple(r.strip() for r in _NAMES.split(fields.get("regions", "")) if r.strip()),
        report_date=dates[0].first if dates else None,
        itinerary=tuple(day for row in itinerary for day in _days(row, near)),
    )


def _shown(key: str, value: str) -> str:
    ticked = [m[1].strip() for m in _TICKED.finditer(value)]
    if not _BOX.search(value):
        return value.split("\n\n", maxsplit=1)[0].strip()
    if key == "category_line" and not ticked:
        return _BOX.split(value)[0].strip()
    return "、".join(ticked)


def _loose(label: str) -> str:
    return r"\s?".join(re.escape(c) if c not in "/／" else "[/／]" for c in label if not c.isspace())


def _key(label: str) -> str:
    return re.sub(r"\s", "", label).replace("／", "/")


def _period(text: str) -> Period | None:
    found = find_dates(text)
    days = [d for f in found for d in (f.first, f.last) if d]
    return Period(start=days[0], end=days[-1]) if days else None


def _travellers(text: str) -> tuple[Traveller, ...]:
    found = []
    for line in re.split(r"[\n；;]+", text):
        parts = [p.strip() for p in _SEPARATOR.split(line.strip()) if p.strip()]
        if len(parts) >= 2:
            name, agency, *rest = parts
            unit, title = (rest[0], rest[-1]) if len(rest) > 1 else ("", rest[0] if rest else "")
            found.append(Traveller(name=name, agency=agency, unit=unit or agency, title=title))
    return tuple(found)


def _members(rows: Sequence[Sequence[str]]) -> tuple[Traveller, ...]:
    if not rows:
        return ()
    head = {cell.strip(): i for i, cell in enumerate(rows[0])}

    def cell(row: Sequence[str], *names: str) -> str:
        return next((row[head[n]].strip() for n in names if n in head and head[n] < len(row)), "")

    return tuple(
        Traveller(
            name=cell(row, "姓名"),
            agency=cell(row, "服務機關", "機關", "單位"),
            unit=cell(row, "單位", "服務單位", "機關"),
            title=cell(row, "職稱"),
        )
        for row in rows[1:]
        if cell(row, "姓名")
    )


def _days(row: Sequence[str], near: date | None) -> list[ItineraryDay]:
    cells = [" ".join(c.split()) for c in row]
    found: list[Found] = find_dates(cells[0], near) if cells else []
    if not found or found[0].first is None or found[0].last is None:
        return []
    place, activity = (cells[1] if len(cells) > 2 else ""), (cells[-1] if len(cells) > 1 else "")
    first, last = found[0].first, found[0].last
    return [
        ItineraryDay(day=date.fromordinal(n), place=place, activity=activity)
        for n in range(first.toordinal(), min(last.toordinal(), first.toordinal() + 60) + 1)
    ]
