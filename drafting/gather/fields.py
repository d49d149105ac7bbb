"""The fields of the form, read from what the traveller wrote: labelled values first, then what the text implies."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from drafting.dates import find_dates
from drafting.gather.boxes import boxes, ticked
from drafting.gather.contacts import contact_in
from drafting.gather.implied import PURPOSES, imply
from drafting.gather.labels import BESIDES, Labelled, labelled
from drafting.gather.people import travellers_in
from drafting.gather.periods import period_of
from drafting.gather.places import regions_in
from drafting.gather.roster import roster
from drafting.material import Material, Medium, Ref
from drafting.trip import Category, Classification, Traveller

__all__ = ["PURPOSES", "category_of", "read_fields"]

Values = dict[str, Any]
Sources = dict[str, tuple[Ref, ...]]

_OFFICE = re.compile(
    r"(?:局|處|部|署|院|會|府|科|課|室|中心|公所|學校|大學|國中|國小|高中|分署|總隊|大隊|館)$"
)
_ANSWER = re.compile(r"\s{0,4}(?:(?P<no>沒|無|否|不|免|0)|有|是|含|會有|如附|詳|[一二兩三四五1-9]|那格打勾)")
_DEADLINE = re.compile(r"期限|截止|以前|之前|前(?:要|須|需|應|繳|交|提)|前$")
_LEVEL = re.compile(r"(?<!非)(?<!不是)(?<!無)(絕對機密|極機密|機密|密)(?!等|條件)")


def read_fields(material: Sequence[Material], near: date | None) -> tuple[Values, Sources]:
    """What the material says about the fields of a Trip, and where it says so; fields not found are absent."""
    values: Values = {}
    sources: Sources = {}
    firm: set[str] = set()
    for hit in labelled(material):
        for key, value in _read(hit, near).items():
            if key == "travellers" and hit.label in BESIDES and key in values:
                _join(values, sources, value, hit.ref)
            elif key not in firm or not hit.loose:
                values[key], sources[key] = value, (hit.ref,)
                firm |= set() if hit.loose else {key}
    _read_unlabelled(material, values, sources)
    imply(values, sources, material, near)
    return values, sources


def _join(values: Values, sources: Sources, more: tuple[Traveller, ...], ref: Ref) -> None:
    known = {person.name for person in values["travellers"]}
    values["travellers"] += tuple(person for person in more if person.name not in known)
    sources["travellers"] = tuple(dict.fromkeys((*sources["travellers"], ref)))


def _read_unlabelled(material: Sequence[Material], values: Values, sources: Sources) -> None:
    """Tables and cards of travellers, and a row of boxes: forms that need no label."""
    for piece in material:
        if piece.medium not in (Medium.NOTE, Medium.PAPER):
            continue
        people = roster(piece.text)
        if people and len(people) >= len(values.get("travellers", ())):
            values["travellers"], sources["travellers"] = tuple(people), (piece.ref,)
        for line in piece.text.split("\n") if piece.medium is Medium.NOTE else ():
            if boxes(line) > 2 and sum(c.value in line for c in Category) > 2:
                for key, value in category_of(line).items():
                    values[key], sources[key] = value, (piece.ref,)


def _read(hit: Labelled, near: date | None) -> Mapping[str, Any]:
    value = hit.value.strip(" 　。，,")
    match hit.key:
        case "report_name":
            return {"report_name": _unquoted(value)} if len(value) > 5 else {}
        case "host_agency":
            agency = re.match(r"[\u4e00-\u9fffA-Za-z]+", re.sub(r"^(?:是|為|即)", "", value))
            return {"host_agency": agency.group(0)} if agency and _OFFICE.search(agency.group(0)) else {}
        case "category":
            return category_of(value)
        case "contact" | "contact_phone":
            return contact_in(value, person=hit.key == "contact")
        case "period":
            period = period_of(value, near)
            return {"period": period} if period else {}
        case "regions":
            return {"regions": found} if (found := regions_in(value)) else {}
        case "report_date":
            days = [d.first for d in find_dates(value, near) if d.first and d.day]
            return {"report_date": days[-1]} if days and not _DEADLINE.search(value) else {}
        case "travellers":
            return _travellers(hit)
        case "has_attachments":
            answer = _ANSWER.match(ticked(value))
            return {"has_attachments": answer["no"] is None} if answer else {}
        case _:
            return _classification(ticked(value))


def _travellers(hit: Labelled) -> Mapping[str, Any]:
    bare = not hit.loose
    people = travellers_in([hit.value], bare=bare) + travellers_in(hit.rest, bare=bare and not hit.value)
    first: dict[str, Traveller] = {}
    for person in people:
        first.setdefault(person.name, person)
    return {"travellers": tuple(first.values())} if first else {}


def _classification(value: str) -> Mapping[str, Any]:
    if match := _LEVEL.search(value):
        return {"classification": Classification(match.group(1))}
    return {"classification": Classification.NONE} if re.match(r"無|普通|一般|非|不", value) else {}


def category_of(value: str) -> Mapping[str, Any]:
    """Categories and purposes that a value names; of a row of boxes only what is ticked."""
    chosen = ticked(value)
    categories = tuple(c for c in Category if c.value in chosen)
    purposes = tuple(p for p in PURPOSES if p in chosen)
    if purposes and not categories:
        categories = (Category.OTHER,)
    return {k: v for k, v in (("categories", categories), ("purposes", purposes)) if v}


_SHORTEST_NAME = 5


def _unquoted(value: str) -> str:
    """The name without the quotation marks around it, and without what is said after them."""
    if not value.startswith("「"):
        return value
    depth = 0
    for at, mark in enumerate(value):
        depth += (mark == "「") - (mark == "」")
        if depth == 0 and at > _SHORTEST_NAME:
            return value[1:at]
    return value
