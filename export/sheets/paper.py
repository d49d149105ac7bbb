"""The sheets that are signed: 審核表 with its self-check filled in, and the basic data for registration, as documents."""

from collections.abc import Sequence
from datetime import datetime

from drafting.dates import roc
from drafting.form import Annex, form_named
from drafting.sheets.evidence import Evidence
from drafting.sheets.registration import Entry
from drafting.sheets.self_check import CheckedRow
from export.document import Block, Document, Line, Row, Sheet, Table
from export.measures import TEXT_WIDTH
from export.wording import clean

_TITLE_SIZE = 18.0
_HEAD_SIZE = 12.0
_SHORT_ROW = 240  # characters; more would leave a page half empty if it could not be split


def review_sheet(evidence: Evidence, rows: Sequence[CheckedRow], at: datetime) -> Document:
    """附件二 of the central rule, which other agencies use too: ten rows, both columns, and who signs."""
    annex = _official_sheet()
    head = [
        ("報告名稱", evidence.report.title),
        (
            "出國人",
            "、".join(
                "／".join(filter(None, (t.name, t.title, t.unit or t.agency)))
                for t in evidence.trip.travellers
            ),
        ),
        ("出國類別", "、".join([*map(str, evidence.trip.categories), *evidence.trip.purposes])),
        ("出國期間", evidence.report.fields.get("period", "")),
        ("報告繳交日期", roc(evidence.trip.report_date) if evidence.trip.report_date else ""),
    ]
    blocks: list[Block] = [Line(text=clean(annex.title), size=_TITLE_SIZE, bold=True)]
    blocks += [Line(text=f"{label}：{clean(value)}", size=_HEAD_SIZE, align="left") for label, value in head]
    texts = [
        (clean(text), clean(row.traveller), clean(row.agency))
        for text, row in zip(annex.rows, rows, strict=True)
    ]
    blocks.append(_table(annex.columns, texts, annex.widths, dense=True))
    blocks.append(Line(text="　　　　　　".join(annex.foot), size=_HEAD_SIZE, align="left", before=0.8))
    return _document(annex.title, evidence, blocks, at)


def registration_sheet(evidence: Evidence, entries: Sequence[Entry], at: datetime) -> Document:
    """Label and value, a row each; what only the registrar knows is left for the registrar."""
    title = "公務出國或赴大陸地區報告系統識別號設定基本資料表"
    blocks: list[Block] = [Line(text=title, size=_TITLE_SIZE, bold=True)]
    texts = [(entry.label, clean(entry.value)) for entry in entries]
    blocks.append(_table(("欄位", "內容"), texts, (4, 12)))
    return _document(title, evidence, blocks, at)


def _table(
    columns: Sequence[str], texts: Sequence[tuple[str, ...]], shares: Sequence[float], *, dense: bool = False
) -> Table:
    widths = tuple(round(TEXT_WIDTH * share / sum(shares), 2) for share in shares)
    rows = tuple(Row(cells=cells, whole=max(map(len, cells)) <= _SHORT_ROW) for cells in texts)
    return Table(columns=tuple(columns), rows=rows, widths=widths, dense=dense)


def _document(title: str, evidence: Evidence, blocks: Sequence[Block], at: datetime) -> Document:
    return Document(
        title=f"{title}　{clean(evidence.report.title)}",
        subject="公務出國報告",
        author="、".join(clean(t.name) for t in evidence.trip.travellers) or "出國人員",
        description="",
        keywords=("出國報告", title),
        at=at,
        mark="",
        sheets=(Sheet(blocks=tuple(blocks)),),
    )


def _official_sheet() -> Annex:
    """The wording of the sheet, with where it comes from, is data of the central form."""
    return next(annex for annex in form_named("central").annexes if annex.kind == "review")
