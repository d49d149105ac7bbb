"""The table of contents of the DOCX: a real field, filled in with the page numbers of the PDF until it is updated."""

from collections.abc import Mapping, Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.table import _Cell

from export.document import Contents, Heading
from export.docx.xml import field, field_code, field_end, field_middle, field_start, w


def draw_contents(
    place: WordDocument | _Cell, block: Contents, headings: Sequence[Heading], pages: Mapping[str, str]
) -> None:
    """Draw the field with one linked line for each heading."""
    shown = [heading for heading in headings if heading.level <= block.depth]
    for number, heading in enumerate(shown):
        paragraph = place.add_paragraph(style=f"toc {heading.level}")
        if number == 0:
            for part in (field_start(), field_code(f'TOC \\o "1-{block.depth}" \\h \\z \\u'), field_middle()):
                paragraph.add_run()._r.append(part)  # noqa: SLF001 (python-docx knows no fields)
        paragraph.add_run(f"{heading.text}\t")
        field(paragraph, f"PAGEREF {heading.anchor} \\h", pages.get(heading.anchor, ""))
        _link(paragraph._p, heading.anchor, skip=3 if number == 0 else 0)  # noqa: SLF001
        if number == len(shown) - 1:
            paragraph.add_run()._r.append(field_end())  # noqa: SLF001


def _link(paragraph: Any, anchor: str, skip: int) -> None:
    """Move the runs of this line, but for the first ``skip``, into a link to the heading."""
    runs = paragraph.r_lst[skip:]
    link = w("hyperlink", anchor=anchor, history=1)
    paragraph.append(link)
    for run in runs:
        link.append(run)
