"""The basic data with which a report is registered (系統識別號設定基本資料表, Taichung 附件二; second-hand).

The fields are those that the public portal shows of every report. What only the registrar knows stays blank.
"""

import re

from drafting.dates import roc, roc_range
from drafting.form import Role
from drafting.frozen import Frozen
from drafting.numbering import unmarked
from drafting.sheets.evidence import Evidence
from drafting.trip import Category

_VISITED = re.compile(r"^(?:參訪|參觀|拜會|訪問|考察|會晤|拜訪)(?!與會)(?P<body>.{2,40})$")
_DAY_BEHIND = re.compile(r"\s*[（(][^（()）]*[）)]\s*$")
_BY_REGISTRAR = "（由專責人員填寫）"
_BY_TRAVELLER = "（本報告格式沒有摘要，由出國人員填寫）"


class Entry(Frozen):
    label: str
    value: str


def registration(evidence: Evidence, files: tuple[str, ...] = ()) -> tuple[Entry, ...]:
    """Every field of the sheet in the portal's order; ``files`` are the names of the exported documents."""
    trip = evidence.trip
    people = ["/".join(filter(None, (t.name, t.agency, t.unit, t.title))) for t in trip.travellers]
    return tuple(
        Entry(label=label, value=value)
        for label, value in (
            ("系統識別號", _BY_REGISTRAR),
            ("主題分類", _BY_REGISTRAR),
            ("施政分類", _BY_REGISTRAR),
            ("報告名稱", evidence.report.title),
            ("計畫主辦機關", trip.host_agency),
            ("聯絡人／電話", "／".join(filter(None, (trip.contact_person, trip.contact_phone)))),
            ("出國人員（姓名／服務機關／單位／職稱）", "\n".join(people)),
            ("出國類別", "、".join([*map(str, trip.categories), *trip.purposes])),
            ("出國期間", roc_range(trip.period.start, trip.period.end) if trip.period else ""),
            ("前往地區", "、".join(trip.regions)),
            ("參訪機關", "、".join(visited(evidence))),
            ("關鍵詞", "、".join(keywords(evidence))),
            ("報告日期", roc(trip.report_date) if trip.report_date else ""),
            ("報告書頁數", str(evidence.total) if evidence.total else ""),
            ("含附件", {True: "是", False: "否", None: ""}[trip.has_attachments]),
            ("電子全文檔", "\n".join(files)),
            ("內容摘要", _abstract(evidence) or _BY_TRAVELLER),
            ("備註", _note(evidence)),
        )
    )


def visited(evidence: Evidence) -> tuple[str, ...]:
    """The bodies that were visited, as the agenda, the itinerary and the headings of the report name them."""
    levels = evidence.form.numbering.levels
    headings = (unmarked(levels, section.heading) for _, section in evidence.report.walk())
    titles = [
        *(e.title for e in evidence.trip.events),
        *(r.activity for r in evidence.trip.itinerary),
        *(_DAY_BEHIND.sub("", heading) for heading in headings),
    ]
    parts = (part.strip() for title in titles for part in re.split(r"[、，；;\n]", title))
    return tuple(dict.fromkeys(m["body"].strip() for part in parts if (m := _VISITED.match(part))))


def keywords(evidence: Evidence) -> tuple[str, ...]:
    """What somebody would look for: places, purposes, and the names that the names desk knows in Chinese."""
    trip = evidence.trip
    told = evidence.report.title + _abstract(evidence)
    names = [n.zh for n in trip.names if n.zh and n.kind == "organisation" and n.zh in told]
    kinds = [str(c) for c in trip.categories if c is not Category.OTHER]
    return tuple(dict.fromkeys([*trip.regions, *trip.purposes, *kinds, *names]))[:8]


def _abstract(evidence: Evidence) -> str:
    part = evidence.form.part_for(Role.ABSTRACT)
    section = evidence.report.section(part.key) if part else None
    return section.text if section else ""


def _note(evidence: Evidence) -> str:
    return "含生成式人工智慧協助之內容" if evidence.draft.recipe.model else ""
