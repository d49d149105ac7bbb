"""Writes the neutral document as DOCX with python-docx."""

from collections.abc import Mapping
from datetime import UTC
from io import BytesIO

import docx
from docx.document import Document as WordDocument

from export.archive import packed
from export.document import Document
from export.docx.blocks import Blocks
from export.docx.furniture import furnish
from export.docx.package import finished
from export.docx.styles import set_styles


def write_docx(document: Document, photos: Mapping[str, bytes], pages: Mapping[str, int]) -> bytes:
    """Draw the document; ``pages`` are the page numbers that the table of contents shows until it is updated."""
    word = docx.Document()
    set_styles(word)
    furnish(word, document)
    _describe(word, document)
    blocks = Blocks(word, document, pages)
    for number, sheet in enumerate(document.sheets):
        for place, block in enumerate(sheet.blocks):
            blocks.draw(word, block, new_page=number > 0 and place == 0)
    out = BytesIO()
    word.save(out)
    return packed(finished(out.getvalue(), photos))


def _describe(word: WordDocument, document: Document) -> None:
    core = word.core_properties
    core.title = document.title
    core.author = document.author
    core.last_modified_by = document.author
    core.subject = "公務出國報告"
    core.comments = document.description
    core.keywords = "、".join(document.keywords)[:255]
    core.language = document.language
    core.created = core.modified = document.at.astimezone(UTC).replace(tzinfo=None)
    core.revision = 1
