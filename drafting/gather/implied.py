"""Fields that nobody labelled, from what the notes say in passing; what can be meant two ways stays empty."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from drafting.dates import find_dates
from drafting.gather.contacts import contact_in
from drafting.gather.people import travellers_in
from drafting.gather.periods import only_run, out_and_back, run_at_start
from drafting.gather.places import regions_gone_to, regions_in
from drafting.material import Kind, Material, Medium, Ref
from drafting.trip import Category, Classification, Traveller

PURPOSES = ("國際會議", "業務接洽", "表演", "比賽", "競技", "洽展", "海外檢測")
"""What the summary form lets one tick under 其他 (seed)."""

_PURPOSE = {
    "國際會議": r"會議|論壇|年會|大會|研討會|峰會|\b(?:Forum|Conference|Congress|Summit)\b",
    "業務接洽": r"業務接洽|洽談|洽公|締結|簽約|協商",
    "洽展": r"洽展|參展|展覽會|博覽會|旅展|商展",
    "比賽": r"比賽|競賽|錦標賽|大賽",
    "表演": r"表演|演出|展演|巡演",
    "海外檢測": r"海外檢測|駐廠|驗收",
}
_CATEGORY = {
    Category.STUDY_VISIT: r"考察|參訪|觀摩|\b[Ss]tudy (?:visit|tour|trip)\b",
    Category.FURTHER_STUDY: r"進修|攻讀",
    Category.RESEARCH: r"研究(?!員|院|所)",
    Category.PRACTICE: r"實習|受訓|訓練課程",
}
_GOING = re.compile(r"出席|參加|考察|參訪|訪問|赴|前往")
_AGENCY_AT_START = re.compile(
    r"^[\u4e00-\u9fff]{2,8}(?:市政府|縣政府|府|局|處|部|署|院|會|大學|國中|國小|高中)"
)
_BACK = re.compile(r"回來|回國|返國|返臺|返台|回程|回臺|回台|返程|回(?:[，。\s]|$)")
_TOGETHER = re.compile(
    r"同行|一起去|我跟|我和|我與|[跟和與]我(?=[（(，,。、\s是]|$)|[二兩三四五六七八\d]個人|一個人去|出國人員|帶隊|一行.{1,3}人|率團|團長"
)
_SPEAKER_UNNAMED = re.compile(r"(?:^|[，,。\s])我[跟和與同](?!.*我是)|[跟和與]我(?![（(是叫])(?!.*我是)")
_SAME_DAY = re.compile(r"報告.{0,30}(?:日期|報告日).{0,4}(?:寫|押|填|就是|用)(?:那|當|同一)[天日]")
_SORT = re.compile(
    r"(?:這次|這趟|算是?|屬於?|勾)\D{0,6}(考察|進修|研究|實習|國際會議|業務接洽|洽展|比賽|表演|其他)"
)
_NO_ATTACHMENT = re.compile(r"(?:沒有|無|不用|不含|免|不檢)附?附件|附件.{0,4}(?:沒有|無|不用|免)")
_SECRET = re.compile(
    r"(?:本案|這案|本次|這趟|報告|全案)?(?<!不)(?:列為?|屬於?|核定為?|是|為)(?P<level>絕對機密|極機密|機密|密)(?:件|級|案|等級)"
)
_WE_HOST = re.compile(r"由(?P<agency>(?:本|我們)[局處府署部院會校][\u4e00-\u9fff]{0,12}?)(?:負責)?主辦")
_WE_GO = re.compile(r"(?:去|赴|到|前往|出訪|飛)(?P<where>[^，,。；;\n]{2,24})")
_WE_GO_TO = re.compile(r"\b(?:to|in|visit(?:ing)?)\s(?P<where>[A-Z][^.;\n]{2,40})")
_OFFICIALLY = re.compile(
    r"\b(?:Forum|Conference|Congress|Summit|[Ss]tudy (?:visit|tour|trip)|[Oo]fficial)\b|參訪|考察|出席|參加|開會|出國|拜會|出差|訪問|比賽|參展|研習|受訓|啟程|出發"
)
_IN_CHARGE = re.compile(r"承辦|聯絡|連絡|窗口")
_SHORT_LINE = 40  # characters of a line that gives a number and says whose it is, and nothing else
_FIRST_NOTES = 12
_FIRST_LINES = 40

Values = dict[str, Any]
Sources = dict[str, tuple[Ref, ...]]


def imply(values: Values, sources: Sources, material: Sequence[Material], near: date | None) -> None:
    """Fill the fields that are missing in ``values``."""
    notes = [m for m in material if m.medium in (Medium.NOTE, Medium.VOICE) and m.kind is not Kind.PRIVATE]
    for piece in notes:
        for key, found in _implied(piece, values, near).items():
            _put(values, sources, key, found, (piece.ref,))
    first = [m for m in notes if m.own][:_FIRST_NOTES]
    plans = _imply_from_beginning(values, sources, first, near)
    _imply_from_name(values, sources)
    _imply_from_plans(values, sources, plans)
    _resolve(values)
    people: tuple[Traveller, ...] = values.get("travellers", ())
    if people and people[0].agency:
        _put(values, sources, "host_agency", people[0].agency, sources["travellers"])


def _implied(piece: Material, known: Values, near: date | None) -> Mapping[str, Any]:
    """What one note implies of the fields not yet known."""
    text = piece.text
    found: dict[str, Any] = {}
    if "period" not in known and _BACK.search(text) and (period := out_and_back(text, near)):
        found["period"] = period
    if "travellers" not in known and _TOGETHER.search(text) and not _SPEAKER_UNNAMED.search(text):
        found["travellers"] = tuple(travellers_in([line for line in text.split("\n") if line.strip()]))
    if "contact_phone" not in known and known.get("contact_person", "\n") in text:
        found |= contact_in(text, person=False)
    elif "contact_phone" not in known and len(text) <= _SHORT_LINE and _IN_CHARGE.search(text):
        found |= contact_in(text, person="contact_person" not in known)
    if "report_name" not in known and piece.own:
        found["report_name"] = _name_in(text)
    if "report_date" not in known and _SAME_DAY.search(text):
        found["report_date"] = next((d.first for d in find_dates(text, near) if d.first and d.day), None)
    if "categories" not in known and (match := _SORT.search(text)):
        found |= {
            "categories": tuple(c for c in Category if c.value in match.group(1)) or (Category.OTHER,),
            "purposes": tuple(p for p in PURPOSES if p in match.group(1)),
        }
    if "has_attachments" not in known and _NO_ATTACHMENT.search(text):
        found["has_attachments"] = False
    if "classification" not in known and (match := _SECRET.search(text)):
        found["classification"] = Classification(match["level"])
    if "host_agency" not in known and (match := _WE_HOST.search(text)):
        found["host_agency"] = match["agency"]
    return {key: value for key, value in found.items() if value not in ("", (), None)}


def _imply_from_beginning(
    values: Values, sources: Sources, notes: Sequence[Material], near: date | None
) -> dict[str, Ref]:
    """Where and when one goes is said first of all: 「9/3–9/8 赴香港參訪」. Two answers are none. The lines that say both."""
    plans: dict[str, Ref] = {}
    periods: dict[Any, Ref] = {}
    regions: dict[Any, Ref] = {}
    for piece in notes:
        official = _OFFICIALLY.search(piece.text) is not None
        for line in piece.text.split("\n", _FIRST_LINES)[:_FIRST_LINES]:
            period, rest = run_at_start(line.strip(" 　-・•。(（"), near)
            gone = _WE_GO.search(rest) or _WE_GO_TO.search(rest) if official or period else None
            where = regions_in(gone["where"]) if gone else ()
            if where and period is None:
                period = only_run(line, near)
            if period and (where or (len(rest) <= 20 and regions_in(rest))):
                periods.setdefault(period, piece.ref)
                where = where or regions_in(rest)
            if where:
                regions.setdefault(where, piece.ref)
            if where and period:
                plans.setdefault(line, piece.ref)
    for key, found in (("period", periods), ("regions", regions)):
        if len(found) == 1:
            value, ref = next(iter(found.items()))
            _put(values, sources, key, value, (ref,))
    return plans


def _imply_from_plans(values: Values, sources: Sources, plans: Mapping[str, Ref]) -> None:
    """The one line that says where, when and what for tells the category too, if it names only one."""
    if "categories" in values or len(plans) != 1:
        return
    line, ref = next(iter(plans.items()))
    implied = tuple(c for c, pattern in _CATEGORY.items() if re.search(pattern, line))
    purposes = tuple(p for p, pattern in _PURPOSE.items() if re.search(pattern, line))
    if len(implied) + len(purposes) != 1:
        return
    _put(values, sources, "categories", implied or (Category.OTHER,), (ref,))
    if purposes:
        _put(values, sources, "purposes", purposes, (ref,))


def _imply_from_name(values: Values, sources: Sources) -> None:
    """The name of the plan tells where it goes and what for."""
    name = values.get("report_name", "")
    if not name:
        return
    origin = sources["report_name"]
    if where := regions_gone_to(name):
        _put(values, sources, "regions", where, origin)
    implied = tuple(c for c, pattern in _CATEGORY.items() if re.search(pattern, name))
    _put(values, sources, "categories", implied or (Category.OTHER,), origin)
    if values["categories"] == (Category.OTHER,):
        hits = tuple(p for p, pattern in _PURPOSE.items() if re.search(pattern, name))
        if hits:
            _put(values, sources, "purposes", hits[:1], origin)


def _resolve(values: Values) -> None:
    """「本局」 is the traveller's agency, 「股長」 the traveller of that title."""
    people: tuple[Traveller, ...] = values.get("travellers", ())
    if match := re.match(r"(?:本|我們)[局處府署部院會校]", values.get("host_agency", "")):
        agency = people[0].agency if people else ""
        values["host_agency"] = agency + values["host_agency"][match.end() :] if agency else ""
    title = values.pop("contact_title", "")
    named = [p.name for p in people if title and p.title == title]
    if named:
        values["contact_person"] = named[0]


def _name_in(text: str) -> str:
    """A line that begins with an agency and says where it goes is the name of the plan; so is a quoted one."""
    for line in text.split("\n"):
        plain = line.strip(" 　-・•。")
        if (
            10 <= len(plain) <= 90
            and _AGENCY_AT_START.match(plain)
            and _GOING.search(plain[:40])
            and "，" not in plain
        ):
            return plain
    quoted = [
        q
        for q in re.findall(r"「([^「」]{8,80})」", text)
        if re.search(r"考察|參訪|出席|參加|研習|交流|進修|計畫", q)
    ]
    if quoted and re.search(r"簽呈|公文|核定|名稱|題目|就用這個|案名|案子|這案", text):
        return str(quoted[0])
    return ""


def _put(values: Values, sources: Sources, key: str, value: Any, refs: tuple[Ref, ...]) -> None:
    if key not in values:
        values[key], sources[key] = value, refs
