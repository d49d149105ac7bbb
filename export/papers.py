"""The text of a paper that somebody sent: PDF, DOCX, ODT, XLSX or plain text; nothing in it is ever run."""

from collections.abc import Iterator, Sequence

from drafting.existing.blocks import OpenedBlock, TableBlock
from export.paper_inside import inside
from export.paper_kinds import PaperKind, PaperUnreadable, kind_of

__all__ = ["PaperUnreadable", "read_paper", "text_of"]

_LONGEST = 2_000_000
_ENCODINGS = ("utf-8-sig", "cp950", "big5hkscs")
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_paper(name: str, content: bytes) -> str:
    """The text of a paper, cells of tables divided by tabs; raises PaperUnreadable, saying why and what to do.

    The kind is judged by the bytes, so a wrong ending does not matter. Limits: 20 MB, 300 pages, a minute, two million
    signs; and the memory of ``paper_inside``.
    """
    kind = kind_of(name, content)
    if kind is PaperKind.TEXT:
        text = text_of(name, content)
    else:
        found = inside(name, kind, content)
        text = "\n".join(found.pages) if kind is PaperKind.PDF else "\n".join(_lines(found.blocks))
    if not text.strip():
        raise PaperUnreadable(name, "檔案裡沒有文字，請確認內容後重新傳送")
    if len(text) > _LONGEST:
        raise PaperUnreadable(name, "文字太多，請只傳需要的部分")
    return text


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


def _lines(blocks: Sequence[OpenedBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, TableBlock):
            yield from ("\t".join(cell.replace("\n", " ") for cell in row) for row in block.rows)
        else:
            yield block.text
