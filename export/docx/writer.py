"""Writes the neutral document as DOCX with python-docx."""

from collections.abc import Mapping
from datetime import UTC
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Pt

from export.archive import packed
from export.document import Document, Sheet
from export.docx.blocks import Blocks
from export.docx.furniture import count_anew, furnish
from export.docx.package import finished
from export.docx.styles import GAP, set_styles


def write_docx(document: Document, photos: Mapping[str, bytes], pages: Mapping[str, str]) -> bytes:
    """Draw the document; ``pages`` are the page numbers that the table of contents shows until it is updated."""
    word = docx.Document()
    set_styles(word, document)
    furnish(word, document)
    _describe(word, document)
    blocks = Blocks(word, document, pages)
    before: Sheet | None = None
    for sheet in document.sheets:
        parted = document.roman and before is not None and before.front and not sheet.front
        if parted:
            count_anew(word)
        for place, block in enumerate(sheet.blocks):
            blocks.draw(word, block, new_page=before is not None and not parted and place == 0)
        before = sheet
    _flatten_the_end(word)
    out = BytesIO()
    word.save(out)
    return packed(finished(out.getvalue(), photos))


def _flatten_the_end(word: WordDocument) -> None:
    """Word wants a paragraph behind the last table; on a full page it must not open an empty one."""
    last = word.paragraphs[-1] if word.paragraphs else None
    if last is not None and last.style is not None and last.style.name == GAP and not last.text:
        last.paragraph_format.line_spacing = Pt(1)
        last.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY


def _describe(word: WordDocument, document: Document) -> None:
    core = word.core_properties
    core.title = document.title
    core.author = document.author
    core.last_modified_by = document.author
    core.subject = document.subject
    core.comments = document.description
    core.keywords = "、".join(document.keywords)[:255]
    core.language = document.language
    core.created = core.modified = document.at.astimezone(UTC).replace(tzinfo=None)
    core.revision = 1
