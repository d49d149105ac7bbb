"""What two versions of a report differ in, as a document for whoever returned the first: 修正對照."""

from collections.abc import Sequence
from datetime import UTC, datetime

from drafting.dates import roc
from drafting.office_time import day_in_taiwan
from drafting.review import Draft, SentBack
from drafting.revising.differences import Change
from export.document import Block, Document, Heading, Line, Marked, Sheet, Stretch
from export.docx.writer import write_docx
from export.measures import POINTS_AN_INCH, TEXT_WIDTH
from export.odt.writer import write_odt
from export.pdf.writer import write_pdf
from export.title_lines import broken
from export.wording import clean

_NAME = "修正對照"
_TITLE = 14  # pt
_UNDATED = datetime(1980, 1, 1, tzinfo=UTC)


def redlined(
    earlier: Draft, later: Draft, changes: Sequence[Change], returned: SentBack | None = None
) -> dict[str, bytes]:
    """The three formats by file name; ``returned`` says why the earlier version was, if it was.

    The same versions give the same bytes, always.
    """
    document = _document(earlier, later, changes, returned)
    stem = f"案件{later.trip}_草稿{earlier.id}至草稿{later.id}_{_NAME}"
    return {
        f"{stem}.odt": write_odt(document, {}, {}),
        f"{stem}.docx": write_docx(document, {}, {}),
        f"{stem}.pdf": write_pdf(document, {}),
    }


def _document(earlier: Draft, later: Draft, changes: Sequence[Change], returned: SentBack | None) -> Document:
    title = clean(later.report.title if later.report else "")
    told = [f"前版：{_dated(f'草稿 {earlier.id}', earlier.written_at, '完成')}"]
    if returned:
        why = "；".join(filter(None, (returned.reason.text, clean(returned.note))))
        told.append(f"退回：{_dated(clean(returned.by), returned.at, '退回補正')}，原因：{why}")
    told.append(f"本版：{_dated(f'草稿 {later.id}', later.written_at, '完成')}")
    told.append("藍色底線為新增，紅色刪除線為刪除；沒有列出的部分相同。")
    blocks: list[Block] = [
        Line(text=_NAME, size=18, bold=True),
        Line(text=broken(title, TEXT_WIDTH / 2.54 * POINTS_AN_INCH / _TITLE), size=_TITLE),
        *(
            Line(text=text, size=12, align="left", before=0.0 if number else 0.3)
            for number, text in enumerate(told)
        ),
    ]
    where = ""
    for number, change in enumerate(changes):
        if change.where != where:
            where = change.where
            blocks.append(Heading(level=2, text=clean(where), anchor=f"_Redline{number:06d}"))
        stretches = (Stretch(kind=piece.kind, text=clean(piece.text)) for piece in change.pieces)
        blocks.append(Marked(stretches=tuple(s for s in stretches if s.text)))
    if not changes:
        blocks.append(Line(text="兩版內容相同。", size=14, align="left", before=0.3))
    return Document(
        title=f"{_NAME}（草稿{earlier.id}至草稿{later.id}）　{title}",
        subject="公務出國報告",
        author="出國人員",
        description="",
        keywords=("出國報告", _NAME),
        at=later.written_at or _UNDATED,
        mark="",
        sheets=(Sheet(blocks=tuple(blocks)),),
    )


def _dated(what: str, at: datetime | None, done: str) -> str:
    """草稿 3（115年11月2日完成), by the calendar of Taiwan."""
    return f"{what}（{roc(day_in_taiwan(at))}{done}）" if at else what
