"""An existing report, opened for the checks: its headings, paragraphs, tables and captions, from any common format."""

import re
from collections.abc import Iterator
from itertools import groupby

from drafting.existing.blocks import CaptionBlock, HeadingBlock, Opened, OpenedBlock, TableBlock, TextBlock
from export.paper_inside import inside
from export.paper_kinds import LARGEST, PaperKind, PaperUnreadable, kind_of
from export.papers import text_of
from export.pdf_lines import pdf_blocks

__all__ = ["Opened", "open_report"]

_STYLED = 3  # headings with a heading style from which a document is taken to use them throughout
_BOX = re.compile(r"<input\b(?P<inside>[^>]*)>", re.IGNORECASE)
_CHECKED = re.compile(r"\bchecked\b", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>|</p>|</div>|</li>|</tr>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^>]{0,200}>")
_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\([^)]*\)")
_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")


def open_report(name: str, content: bytes, most: int = LARGEST) -> Opened:
    """Open a DOCX, ODT, PDF, Markdown or text file; raises PaperUnreadable, saying why and what to do.

    ``most`` bounds its bytes.
    """
    kind = kind_of(name, content, most)
    if kind is PaperKind.XLSX:
        raise PaperUnreadable(name, "這是試算表，不是報告，請改傳 DOCX、ODT、PDF 或文字檔")
    facts = None
    if kind is PaperKind.TEXT:
        blocks = _blocks(_plain(text_of(name, content)).split("\n"))
    else:
        read = inside(name, kind, content)
        blocks, facts = (
            (
                pdf_blocks(list(read.pages), read.small, read.outline)
                if kind is PaperKind.PDF
                else iter(read.blocks)
            ),
            read.facts,
        )
    found = tuple(blocks)
    headings = sum(isinstance(b, HeadingBlock) for b in found)
    styled = kind is not PaperKind.TEXT and headings >= _STYLED
    opened = Opened(blocks=found, captions_known=kind is not PaperKind.PDF, styled=styled, facts=facts)
    if not opened.blocks:
        raise PaperUnreadable(name, "檔案裡沒有文字，請確認內容後重新傳送")
    return opened


def _plain(text: str) -> str:
    """Markdown with HTML in it, without the HTML; ticked boxes become ☑."""
    text = _BOX.sub(lambda m: "☑" if _CHECKED.search(m["inside"]) else "☐", text)
    text = _TAG.sub("", _BREAK.sub("\n", text))
    return re.sub(r" {2,}\n(?=\S)", " ", text)


def _blocks(lines: list[str]) -> Iterator[OpenedBlock]:
    for is_row, group in groupby(lines, key=_is_row):
        if is_row:
            yield from _table(list(group))
            continue
        for line in group:
            yield from _line(_EMPHASIS.sub(r"\2", line).strip())


def _line(line: str) -> Iterator[OpenedBlock]:
    if match := _HEADING.match(line):
        yield HeadingBlock(level=len(match[1]), text=match[2])
        return
    for picture in _PICTURE.finditer(line):
        if picture["alt"].strip():
            yield CaptionBlock(text=picture["alt"].strip())
    if rest := _PICTURE.sub("", line).strip():
        yield TextBlock(text=rest)


def _table(lines: list[str]) -> Iterator[OpenedBlock]:
    rows = [tuple(_cells(line)) for line in lines if not _RULE.fullmatch(line.strip())]
    if len(rows) > 1:
        yield TableBlock(rows=tuple(rows))
    else:
        yield from (TextBlock(text=cell) for row in rows for cell in row if cell)


def _is_row(line: str) -> bool:
    line = line.strip()
    return "\t" in line or (line.startswith("|") and line.count("|") > 1)


def _cells(line: str) -> list[str]:
    line = line.strip()
    cells = line.strip("|").split("|") if line.startswith("|") else line.split("\t")
    return [_EMPHASIS.sub(r"\2", cell).strip() for cell in cells]
