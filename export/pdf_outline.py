"""The bookmarks of a PDF: word processors and typst make one of each heading, so they tell headings from points of a list."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from pypdf import PdfReader

_MOST = 500


def outline_of(reader: PdfReader) -> Iterator[tuple[int, str]]:
    """Level and words of each bookmark in reading order; none where the bookmarks are damaged."""
    try:
        found = list(islice(_entries(reader.outline, 1), _MOST))
    except Exception:  # the text of a file is worth having without its bookmarks
        return
    yield from found


def _entries(entries: Any, level: int) -> Iterator[tuple[int, str]]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _entries(entry, level + 1)
        elif title := " ".join(str(entry.title or "").split()):
            yield level, title
