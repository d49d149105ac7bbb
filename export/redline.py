"""What two versions of a report differ in, as a document for whoever returned the first: 修正對照."""

from collections.abc import Sequence
from datetime import UTC, datetime

from drafting.review import Draft
from drafting.revising.differences import Change
from export.document import Block, Document, Heading, Line, Marked, Sheet, Stretch
from export.docx.writer import write_docx
from export.odt.writer import write_odt
from export.pdf.writer import write_pdf
from export.wording import clean

_NAME = "修正對照"
_UNDATED = datetime(1980, 1, 1, tzinfo=UTC)


def redlined(later: Draft, changes: Sequence[Change]) -> dict[str, bytes]:
    """The three formats by file name; ``later`` is the newer version. The same versions give the same bytes, always."""
    document = _document(later, changes)
    stem = f"案件{later.trip}_草稿{later.id}_{_NAME}"
    return {
        f"{stem}.odt": write_odt(document, {}, {}),
        f"{stem}.docx": write_docx(document, {}, {}),
        f"{stem}.pdf": write_pdf(document, {}),
    }


def _document(later: Draft, changes: Sequence[Change]) -> Document:
    title = clean(later.report.title if later.report else "")
    blocks: list[Block] = [
        Line(text=_NAME, size=18, bold=True),
        Line(text=title, size=14),
        Line(
            text="藍色底線為新增，紅色刪除線為刪除；沒有列出的部分相同。", size=12, align="left", before=0.3
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
        title=f"{_NAME}　{title}",
        subject="公務出國報告",
        author="出國人員",
        description="",
        keywords=("出國報告", _NAME),
        at=later.written_at or _UNDATED,
        mark="",
        sheets=(Sheet(blocks=tuple(blocks)),),
    )
