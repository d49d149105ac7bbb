"""The fields of the form, read from what the traveller wrote: labelled values first, then what the text implies."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from drafting.dates import find_dates
from drafting.gather.labels import Labelled, labelled
from drafting.gather.people import is_name, travellers_in
from drafting.gather.places import countries_in
from drafting.material import Kind, Material, Medium, Ref
from drafting.trip import Category, Classification, Period, Traveller

PURPOSES = ("國際會議", "業務接洽", "表演", "比賽", "競技", "洽展", "海外檢測")
"""What the summary form lets one tick under 其他 (seed)."""

_IMPLIED_PURPOSE = {
    "國際會議": r"會議|論壇|年會|大會|研討會|峰會",
    "業務接洽": r"業務接洽|洽談|洽公|締結|簽約|協商",
    "洽展": r"洽展|參展|展覽會|博覽會|旅展|商展",
    "比賽": r"比賽|競賽|錦標賽|大賽",
    "表演": r"表演|演出|展演|巡演",
    "海外檢測": r"海外檢測|駐廠|驗收",
}
_IMPLIED_CATEGORY = {
    Category.STUDY_VISIT: r"考察|參訪|觀摩",
    Category.FURTHER_STUDY: r"進修|攻讀",
    Category.RESEARCH: r"研究(?!員|院|所)",
    Category.PRACTICE: r"實習|受訓|訓練課程",
}
_GOING = re.compile(r"(?:出席|參加|考察|參訪|訪問|赴|前往)")
_PHONE = re.compile(
    r"(\(?0\d{1,3}\)?[-\s]?\d{3,4}[-\s]?\d{3,4})(?:\s*(?:分機|轉|#|＃|ext\.?)\s*(\d{2,6}))?", re.IGNORECASE
)
_AGENCY_AT_START = re.compile(
    r"^[\u4e00-\u9fff]{2,8}(?:市政府|縣政府|府|局|處|部|署|院|會|大學|國中|國小|高中)"
)

Values = dict[str, Any]
Sources = dict[str, tuple[Ref, ...]]


def read_fields(material: Sequence[Material], near: date | None) -> tuple[Values, Sources]:
    """What the material says about the fields of a Trip, and where it says so; fields not found are absent."""
    values: Values = {}
    sources: Sources = {}
    firm: set[str] = set()
    for hit in labelled(material):
        for key, value in _read(hit, near).items():
            if key in firm and hit.loose:
                continue
            values[key] = value
            same = hit.ref in sources.get(key, ()) or key == "travellers"
            sources[key] = (*sources.get(key, ()), hit.ref) if same and key not in sources else (hit.ref,)
            if not hit.loose:
                firm.add(key)
    _imply(values, sources, material, near)
    return values, sources


def _read(hit: Labelled, near: date | None) -> Mapping[str, Any]:
    value = hit.value.strip(" 　。，,")
    match hit.key:
        case "report_name":
            return {"report_name": _unquoted(value)} if len(value) > 5 else {}
        case "host_agency":
            agency = re.match(r"[\u4e00-\u9fffA-Za-z]+", re.sub(r"^(?:是|為|即)", "", value))
            office = agency and re.search(
                r"(?:局|處|部|署|院|會|府|科|課|室|中心|公所|學校|大學|國中|國小|高中)$", agency.group(0)
            )
            return {"host_agency": agency.group(0)} if agency and office else {}
        case "category":
            return _category(value)
        case "contact" | "contact_phone":
            return _contact(value, person=hit.key == "contact")
        case "period":
            return _period(value, near)
        case "regions":
            return {"regions": countries_in(value)} if countries_in(value) else {}
        case "report_date":
            days = [d.first for d in find_dates(value, near) if d.first]
            return {"report_date": days[-1]} if days else {}
        case "travellers":
            people = travellers_in([value]) + travellers_in(hit.rest)
            return (
                {"travellers": tuple({p.name: p for p in reversed(people)}.values())[::-1]} if people else {}
            )
        case "has_attachments":
            answer = re.match(
                r"\s*(?P<no>沒|無|否|不|免|0)|\s*(?:有|是|含|會有|[一二兩三四五1-9]|那格打勾)", value
            )
            return {"has_attachments": answer["no"] is None} if answer else {}
        case _:
            level = next((c for c in reversed(Classification) if c.value in value), None)
            return {"classification": level} if level else {}


def _category(value: str) -> Mapping[str, Any]:
    categories = tuple(c for c in Category if c.value in value)
    purposes = tuple(p for p in PURPOSES if p in value)
    if purposes and not categories:
        categories = (Category.OTHER,)
    return {k: v for k, v in (("categories", categories), ("purposes", purposes)) if v}


def _contact(value: str, *, person: bool) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    if match := _PHONE.search(value):
        found["contact_phone"] = match.group(1).replace(" ", "") + (
            f"分機{match.group(2)}" if match.group(2) else ""
        )
    if person and (
        title := re.match(r"[\u4e00-\u9fff]{1,4}(?:長|員|師|士|任)(?=就好|即可|$|[\s，,])", value)
    ):
        found["contact_title"] = title.group(0)
    elif person:
        words = re.split(r"[\s，,、（(：:]|電話|分機|\d", value)
        names = [w for word in words for w in (word, re.sub(r"^.*(?:的|是|填|找)", "", word)) if is_name(w)]
        names += [w[:n] for w in words for n in (3, 2) if not names and is_name(w[:n]) and len(w) <= n + 3]
        if names:
            found["contact_person"] = names[0]
    return found


def _period(value: str, near: date | None) -> Mapping[str, Any]:
    days = [d for found in find_dates(value, near) for d in (found.first, found.last) if d]
    if len(days) < 2 or max(days) < min(days) or (max(days) - min(days)).days > 400:
        return {}
    return {"period": Period(start=min(days), end=max(days))}


def _imply(values: Values, sources: Sources, material: Sequence[Material], near: date | None) -> None:
    """Fill what nobody labelled from what the notes say in passing."""
    notes = [m for m in material if m.medium in (Medium.NOTE, Medium.VOICE) and m.kind is not Kind.PRIVATE]
    for piece in notes:
        if (
            "period" not in values
            and re.search(r"出發|去程|啟程", piece.text)
            and re.search(r"回來|回國|返國|返臺|返台|回程|回臺|回台", piece.text)
        ):
            _put(values, sources, piece.ref, _period(piece.text, near))
        if "travellers" not in values and re.search(
            r"同行|一起去|我跟|我和|我與|兩個人|三個人|一個人去|出國人員|帶隊", piece.text
        ):
            people = travellers_in([line for line in piece.text.split("\n") if line.strip()])
            _put(values, sources, piece.ref, {"travellers": tuple(people)} if people else {})
        if (
            "contact_phone" not in values
            and "contact_person" in values
            and values["contact_person"] in piece.text
        ):
            _put(values, sources, piece.ref, _contact(piece.text, person=False))
        if "report_name" not in values:
            _put(values, sources, piece.ref, _implied_name(piece.text) if piece.own else {})
        if "report_date" not in values and re.search(
            r"報告.{0,30}(?:日期|報告日).{0,4}(?:寫|押|填|就是|用)(?:那|當|同一)[天日]", piece.text
        ):
            days = [d.first for d in find_dates(piece.text, near) if d.first]
            _put(values, sources, piece.ref, {"report_date": days[0]} if days else {})
        if "categories" not in values and (
            match := re.search(
                r"(?:這次|這趟|算是?|屬於?|勾)\D{0,6}(考察|進修|研究|實習|國際會議|業務接洽|洽展|比賽|表演|其他)",
                piece.text,
            )
        ):
            _put(values, sources, piece.ref, _category(match.group(1)))
        if "has_attachments" not in values and re.search(
            r"(?:沒有|無|不用|不含|免|不檢)附?附件|附件.{0,4}(?:沒有|無|不用|免)", piece.text
        ):
            _put(values, sources, piece.ref, {"has_attachments": False})
    name = values.get("report_name", "")
    origin = sources.get("report_name", ())
    if name and "regions" not in values and countries_in(name):
        values["regions"], sources["regions"] = countries_in(name), origin
    if name and "categories" not in values:
        implied = tuple(c for c, pattern in _IMPLIED_CATEGORY.items() if re.search(pattern, name))
        values["categories"], sources["categories"] = implied or (Category.OTHER,), origin
    if values.get("categories") == (Category.OTHER,) and "purposes" not in values:
        hits = tuple(p for p, pattern in _IMPLIED_PURPOSE.items() if re.search(pattern, name))
        if hits:
            values["purposes"], sources["purposes"] = hits[:1], origin
    _resolve(values)
    if "host_agency" not in values and (people := values.get("travellers")):
        lead: Traveller = people[0]
        if lead.agency:
            values["host_agency"], sources["host_agency"] = lead.agency, sources["travellers"]


def _resolve(values: Values) -> None:
    """「本局」 is the traveller's agency, 「股長」 the traveller of that title."""
    people: tuple[Traveller, ...] = values.get("travellers", ())
    if re.fullmatch(r"本[局處府署部院會校]|我們[局處]", values.get("host_agency", "")):
        values["host_agency"] = people[0].agency if people and people[0].agency else ""
    title = values.pop("contact_title", "")
    named = [p.name for p in people if title and p.title == title]
    if named:
        values["contact_person"] = named[0]


def _unquoted(value: str) -> str:
    quoted = re.fullmatch(r"「(.+)」[^「」]{0,6}", value)
    return quoted.group(1) if quoted else value


def _implied_name(text: str) -> Mapping[str, Any]:
    """A line that begins with an agency and says where it goes is the name of the plan."""
    for line in text.split("\n"):
        stripped = line.strip(" 　-・•。")
        if (
            10 <= len(stripped) <= 90
            and _AGENCY_AT_START.match(stripped)
            and _GOING.search(stripped[:40])
            and "，" not in stripped
        ):
            return {"report_name": stripped}
    quoted = [
        q
        for q in re.findall(r"「([^「」]{8,80})」", text)
        if re.search(r"考察|參訪|出席|參加|研習|交流|進修|計畫", q)
    ]
    if quoted and re.search(r"簽呈|公文|核定|名稱|題目|就用這個|案名", text):
        return {"report_name": quoted[0]}
    return {}


def _put(values: Values, sources: Sources, ref: Ref, found: Mapping[str, Any]) -> None:
    for key, value in found.items():
        if key not in values:
            values[key] = value
            sources[key] = (ref,)
