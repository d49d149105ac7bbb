"""The blocks of a DOCX or ODT file; what is given here was found safe by ``paper_kinds``."""

import io
import re
from collections.abc import Iterator

import docx
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph as DocxParagraph
from odfdo import Document, Element

from drafting.existing.blocks import CaptionBlock, HeadingBlock, OpenedBlock, TableBlock, TextBlock

_HEADING = re.compile(r"(?:heading|標題)\s*(\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目錄)\s*\d", re.IGNORECASE)
_DEEPEST = 12
_SPACES_FOR = {"text:tab": "\t", "text:line-break": "\n", "text:s": " "}
_SKIPPED = frozenset(
    (
        "text:tracked-changes",
        "office:annotation",
        "text:note",
        "text:table-of-content",
        "svg:title",
        "svg:desc",
    )
)


def docx_blocks(content: bytes) -> Iterator[OpenedBlock]:
    """Paragraphs and tables of the body, in order; header and footer are left out."""
    for item in docx.Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(item, DocxTable):
            yield TableBlock(rows=tuple(_docx_rows(item)))
        else:
            yield from _docx_paragraph(item)


def odt_blocks(content: bytes) -> Iterator[OpenedBlock]:
    """Headings, paragraphs, lists and tables of the body, in order."""
    yield from _odt_children(Document(io.BytesIO(content)).body, 0)


def _docx_paragraph(paragraph: DocxParagraph) -> Iterator[OpenedBlock]:
    text = paragraph.text.strip()
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    if not text or _CONTENTS.match(style):
        return
    if match := _HEADING.match(style):
        yield HeadingBlock(level=int(match[1]), text=text)
    elif style.lower().startswith(("caption", "圖說", "標號")):
        yield CaptionBlock(text=text)
    else:
        p_pr = paragraph._p.pPr  # noqa: SLF001  python-docx does not show numbering otherwise
        listed = style.startswith("List") or (p_pr is not None and p_pr.numPr is not None)
        yield TextBlock(text=f"• {text}" if listed else text)


def _docx_rows(table: DocxTable) -> Iterator[tuple[str, ...]]:
    for row in table.rows:
        seen: set[object] = set()
        cells = []
        for cell in row.cells:  # a merged cell is given once for each column it spans
            if cell._tc not in seen:  # noqa: SLF001  python-docx has no other identity of a cell
                seen.add(cell._tc)  # noqa: SLF001
                cells.append(_docx_cell(cell.text, list(cell.tables)))
        yield tuple(cells)


def _docx_cell(text: str, inner: list[DocxTable]) -> str:
    rows = ["\t".join(row) for table in inner for row in _docx_rows(table)]
    return "\n".join([text.strip(), *rows]).strip()


def _odt_children(parent: Element, depth: int, *, listed: bool = False) -> Iterator[OpenedBlock]:
    if depth > _DEEPEST:
        return
    for child in parent.children:
        if child.tag in _SKIPPED:
            continue
        if child.tag == "table:table":
            yield TableBlock(rows=tuple(_odt_rows(child)))
        elif child.tag in ("text:h", "text:p"):
            yield from _odt_paragraph(child, listed=listed)
        else:
            yield from _odt_children(child, depth + 1, listed=listed or child.tag == "text:list")


def _odt_paragraph(element: Element, *, listed: bool) -> Iterator[OpenedBlock]:
    text = _odt_text(element, 0).strip()
    style = str(element.get_attribute("text:style-name") or "")
    if not text:
        return
    if element.tag == "text:h":
        yield HeadingBlock(level=int(str(element.get_attribute("text:outline-level") or 1)), text=text)
    elif style.lower().startswith(("caption", "圖說", "illustration", "figure")):
        yield CaptionBlock(text=text)
    else:
        yield TextBlock(text=f"• {text}" if listed else text)


def _odt_rows(table: Element) -> Iterator[tuple[str, ...]]:
    for child in table.children:
        if child.tag == "table:table-row":
            cells = [c for c in child.children if c.tag == "table:table-cell"]
            yield tuple("\n".join(_odt_lines(cell)).strip() for cell in cells)
        elif child.tag in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            yield from _odt_rows(child)


def _odt_lines(cell: Element) -> Iterator[str]:
    for block in _odt_children(cell, 0):
        if isinstance(block, TableBlock):
            yield from ("\t".join(row) for row in block.rows)
        else:
            yield block.text


def _odt_text(element: Element, depth: int) -> str:
    if element.tag in _SKIPPED or depth > _DEEPEST:
        return ""
    if element.tag in _SPACES_FOR:
        count = int(str(element.get_attribute("text:c") or 1)) if element.tag == "text:s" else 1
        return _SPACES_FOR[element.tag] * min(count, 200)
    pieces = [element.text or ""]
    for child in element.children:
        pieces += [_odt_text(child, depth + 1), child.tail or ""]
    return "".join(pieces)
