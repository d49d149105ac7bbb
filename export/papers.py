"""The text of a paper that somebody sent: PDF, DOCX, ODT or plain text; nothing in it is ever run."""

import io
import logging
import time
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from drafting.existing.blocks import OpenedBlock, TableBlock
from export.office_blocks import docx_blocks, odt_blocks
from export.paper_kinds import PaperKind, PaperUnreadable, kind_of

__all__ = ["PaperUnreadable", "office_blocks", "pages_of", "read_paper", "text_of"]

_MOST_PAGES = 300
_LONGEST = 2_000_000
_PATIENCE = 60.0
_ENCODINGS = ("utf-8-sig", "cp950", "big5hkscs")
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

logging.getLogger("pypdf").setLevel(logging.ERROR)  # a damaged page is told to the sender, not to the log


def read_paper(name: str, content: bytes) -> str:
    """The text of a paper, cells of tables divided by tabs; raises PaperUnreadable, saying why and what to do.

    The kind is judged by the bytes, so a wrong ending does not matter. Limits: 20 MB, 300 pages, a minute, two million
    signs.
    """
    kind = kind_of(name, content)
    if kind is PaperKind.PDF:
        text = "\n".join(pages_of(name, content))
    elif kind is PaperKind.TEXT:
        text = text_of(name, content)
    else:
        text = "\n".join(_lines(office_blocks(name, kind, content)))
    if not text.strip():
        raise PaperUnreadable(name, "檔案裡沒有文字，請確認內容後重新傳送")
    if len(text) > _LONGEST:
        raise PaperUnreadable(name, "文字太多，請只傳需要的部分")
    return text


def pages_of(name: str, content: bytes) -> list[str]:
    """The text of each page of a PDF; raises PaperUnreadable if it is locked, scanned, damaged or too long."""
    until = time.monotonic() + _PATIENCE
    try:
        pages = list(_pages(name, PdfReader(io.BytesIO(content)), until))
    except (
        PyPdfError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        IndexError,
        OSError,
        RecursionError,
    ) as error:
        raise PaperUnreadable(name, "PDF 檔毀損或不完整，請重新傳送") from error
    if not "".join(pages).strip():
        raise PaperUnreadable(name, "這是掃描的 PDF，沒有文字可讀，請傳原始檔，或把重點打成文字傳來")
    return pages


def _pages(name: str, reader: PdfReader, until: float) -> Iterator[str]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise PaperUnreadable(name, "檔案有密碼保護，請解除密碼後再傳")
    if len(reader.pages) > _MOST_PAGES:
        raise PaperUnreadable(name, f"超過 {_MOST_PAGES} 頁，請只傳需要的頁面")
    for page in reader.pages:
        if time.monotonic() > until:
            raise PaperUnreadable(name, "頁面太複雜，讀取逾時，請只傳需要的頁面")
        yield page.extract_text()


def office_blocks(name: str, kind: PaperKind, content: bytes) -> list[OpenedBlock]:
    """The blocks of a DOCX or ODT; raises PaperUnreadable if its inside is not what it should be."""
    try:
        return list(docx_blocks(content) if kind is PaperKind.DOCX else odt_blocks(content))
    except Exception as error:  # both libraries raise whatever a wrong file makes them raise
        raise PaperUnreadable(name, "檔案毀損或不完整，請重新傳送") from error


def text_of(name: str, content: bytes) -> str:
    """Plain text in UTF-8, UTF-16 or Big5; raises PaperUnreadable for other encodings and for what is no text."""
    encodings = [e for mark, e in _MARKS if content.startswith(mark)] or _guessed(content) or _ENCODINGS
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise PaperUnreadable(name, "認不出文字編碼或不是文字檔，請另存為 UTF-8 文字檔、DOCX 或 PDF 再傳")


def _guessed(content: bytes) -> list[str]:
    """UTF-16 without its mark: zeros on one side of most signs (digits, line ends)."""
    head = content[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if even + odd < max(2, len(head) // 40):
        return []
    return ["utf-16-le"] if odd > even else ["utf-16-be"]


def _lines(blocks: list[OpenedBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, TableBlock):
            yield from ("\t".join(cell.replace("\n", " ") for cell in row) for row in block.rows)
        else:
            yield block.text
