"""Fields that people fill or correct by hand: what they are called, how they are written, and how they apply."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from drafting.dates import find_dates
from drafting.errors import FieldUnknown, ValueUnclear
from drafting.gather.implied import PURPOSES
from drafting.gather.itinerary import read_itinerary
from drafting.gather.people import travellers_in
from drafting.gather.periods import period_of
from drafting.gather.places import destination_of, regions_in
from drafting.gather.settled import is_settled, settled
from drafting.material import Material, Medium, Ref
from drafting.phrase import phrase
from drafting.trip import NO_DUTY, Category, Classification, DestinationKind, ItineraryDay, Traveller, Trip

_ORDER = ("name", "agency", "unit", "title")
FIELDS: dict[str, str] = {
    "report_name": phrase("報告名稱"),
    "categories": phrase("類別"),
    "purposes": phrase("出國類別（勾選）"),
    "has_attachments": phrase("含附件"),
    "host_agency": phrase("出國計畫主辦機關"),
    "contact_person": phrase("聯絡人"),
    "contact_phone": phrase("電話"),
    "travellers": phrase("出國人員"),
    "period": phrase("出國期間"),
    "regions": phrase("出國地區"),
    "report_date": phrase("報告日期"),
    "destination": phrase("目的地性質"),
    "classification": phrase("機密等級"),
    "itinerary": phrase("行程表"),
    "days_off": phrase("無公務日"),
}
"""Every field that `set` takes, with its label."""


def field_named(word: str) -> str:
    """The key of a field that is called by its key, its label, or a part of the label; the word itself if none fits."""
    exact = next((key for key, label in FIELDS.items() if word in (key, label)), "")
    part = [key for key, label in FIELDS.items() if len(word) > 1 and word in label]
    return exact or _ALSO.get(word, "") or (part[0] if len(part) == 1 else word)


_ALSO = {
    "名稱": "report_name", "計畫名稱": "report_name", "主辦機關": "host_agency", "聯絡電話": "contact_phone", "地區": "regions",
    "派赴國家/地區": "regions", "人員": "travellers", "行程": "itinerary", "附件": "has_attachments", "機密": "classification",
    "勾選": "purposes",
}  # fmt: skip

_EXAMPLES = {
    "categories": phrase("考察、進修、研究、實習、其他（可用「、」並列）"),
    "purposes": "、".join(PURPOSES),
    "has_attachments": phrase("是 或 否"),
    "travellers": phrase("姓名/服務機關/單位/職稱（多人以「；」分開）"),
    "period": phrase("115年4月9日至115年4月14日"),
    "regions": phrase("日本、韓國"),
    "report_date": phrase("115年6月12日"),
    "destination": phrase("foreign、mainland 或 hk_macau"),
    "classification": phrase("none、密、機密、極機密、絕對機密"),
    "itinerary": phrase("每天一行，例如「4/9 臺北—東京 搭機前往東京」"),
    "days_off": phrase("4/11、4/12"),
}


def checked(key: str, value: str, near: date | None = None) -> Mapping[str, Any]:
    """The fields of Trip that a correction sets; raises FieldUnknown or ValueUnclear. An empty value clears a field."""
    if key not in FIELDS:
        raise FieldUnknown(key, list(FIELDS))
    text = value.strip()
    parsed = _EMPTY.get(key, "") if not text else _parsed(key, text, near)
    if text and parsed is None:
        raise ValueUnclear(FIELDS[key], value, _EXAMPLES[key])
    update = {key: parsed}
    if key == "regions" and parsed:
        update["destination"] = destination_of(parsed)
    return update


def corrected(trip: Trip, corrections: Mapping[str, str], near: date | None = None) -> Trip:
    """The trip with every correction applied; what was corrected no longer has a source in the material."""
    update: dict[str, Any] = {}
    for key, value in corrections.items():
        if is_settled(key):
            continue
        update |= checked(key, value, trip.period.start if trip.period else near)
    sources = {key: refs for key, refs in trip.sources.items() if key not in update}
    by_hand = tuple(sorted({*trip.by_hand, *update}))
    if update.get("days_off"):
        update["itinerary"] = _with_days_off(update.get("itinerary", trip.itinerary), update["days_off"])
    return settled(trip.model_copy(update={**update, "sources": sources, "by_hand": by_hand}), corrections)


def _with_days_off(rows: Sequence[ItineraryDay], days: Sequence[date]) -> tuple[ItineraryDay, ...]:
    """The itinerary with a row for each day without duty that it does not list, so that no check misses the day."""
    known = {row.day for row in rows}
    added = [ItineraryDay(day=day, activity=NO_DUTY) for day in days if day not in known]
    return tuple(sorted([*rows, *added], key=lambda row: row.day))


_EMPTY: dict[str, Any] = {
    "categories": (), "purposes": (), "travellers": (), "regions": (), "itinerary": (), "days_off": (), "has_attachments": None,
    "period": None, "report_date": None, "destination": DestinationKind.FOREIGN, "classification": Classification.NONE,
}  # fmt: skip


def _parsed(key: str, text: str, near: date | None) -> Any:
    match key:
        case "categories":
            return tuple(c for c in Category if c.value in text) or None
        case "purposes":
            return tuple(p for p in re.split(r"[、,，\s]+", text) if p) or None
        case "has_attachments":
            return {"是": True, "有": True, "否": False, "無": False, "沒有": False}.get(text)
        case "travellers":
            return _travellers([line for line in re.split(r"[;；\n]", text) if line.strip()])
        case "period":
            return period_of(text, near)
        case "regions":
            return regions_in(text) or tuple(p for p in re.split(r"[、,，\s]+", text) if p)
        case "report_date":
            found = [f.first for f in find_dates(text, near) if f.first and f.day and not f.is_range]
            return found[0] if found else None
        case "days_off":
            days = {f.first for f in find_dates(text, near) if f.first and f.day}
            return tuple(sorted(days)) or None
        case "destination":
            return next((d for d in DestinationKind if d.value == text), None)
        case "classification":
            return next(
                (c for c in Classification if c.value == text),
                Classification.NONE if text in ("無", "普通") else None,
            )
        case "itinerary":
            anchor = near or date(2026, 1, 1)
            lines = text if "\n" in text else text.replace("；", "\n").replace(";", "\n")
            note = Material(ref=Ref("N0"), medium=Medium.NOTE, author="", said_at=_NOON, text=lines + "\n")
            rows, _ = read_itinerary([note, note], None, anchor)
            return tuple(row.model_copy(update={"sources": ()}) for row in rows) or None
        case _:
            return text


_NOON = "2026-01-01T12:00:00+08:00"


def _travellers(lines: Sequence[str]) -> tuple[Traveller, ...] | None:
    """Read as in the chat; names that look like none (foreign ones, of other scripts) by the order that is asked for."""
    found = tuple(travellers_in(lines, bare=True))
    written = [[part.strip() for part in re.split(r"[/／]", line)] for line in lines]
    if len(found) < len(lines) and all(len(parts) == len(_ORDER) and all(parts) for parts in written):
        return tuple(Traveller(**dict(zip(_ORDER, parts, strict=True))) for parts in written)
    return found or None
