"""Page numbers of headings, read from the outline of a finished PDF."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from export.document import Document


def pages_of_headings(pdf: bytes, document: Document) -> dict[str, str]:
    """The number that stands on the page of each heading, by its anchor; headings come in the same order as in the outline, texts may repeat."""
    reader = PdfReader(BytesIO(pdf))
    labels = reader.page_labels if document.roman else [str(n) for n in range(1, len(reader.pages) + 1)]
    numbers = [labels[reader.get_destination_page_number(entry) or 0] for entry in _flat(reader.outline)]
    return {heading.anchor: page for heading, page in zip(document.headings(), numbers, strict=False)}


def _flat(outline: list[Any]) -> Iterator[Any]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(entry)
        else:
            yield entry
