"""Writes the neutral document as ODT with odfdo."""

from collections.abc import Mapping
from datetime import UTC
from importlib.resources import files
from io import BytesIO

import odfdo

from export.archive import packed
from export.document import Document
from export.odt.automatic import Automatic
from export.odt.blocks import Blocks
from export.odt.furniture import set_mark
from export.odt.package import PICTURES, finished


def write_odt(document: Document, photos: Mapping[str, bytes], pages: Mapping[str, int]) -> bytes:
    """Draw the document; ``pages`` are the page numbers that the table of contents shows until it is updated."""
    odt = odfdo.Document("text")
    odt.set_part("styles.xml", (files("export.odt") / "styles.xml").read_bytes())
    if document.mark:
        set_mark(odt, document.mark)
    styles = Automatic()
    blocks = Blocks(document, pages, styles)
    body = odt.body
    body.clear()
    for number, sheet in enumerate(document.sheets):
        master = "Cover" if sheet.cover else "Standard"
        for place, block in enumerate(sheet.blocks):
            opens = master if place == 0 and (number > 0 or sheet.cover) else ""
            for element in blocks.draw(block, opens):
                body.append(element)
    for place_of_styles in odt.content.get_elements("//office:automatic-styles"):
        for element in styles.elements:
            place_of_styles.append(element)
    _describe(odt, document)
    for name in sorted(photos):
        odt.set_part(f"{PICTURES}{name}", b"")
        odt.manifest.add_full_path(f"{PICTURES}{name}", "image/jpeg")
    out = BytesIO()
    odt.save(out)
    return packed(finished(out.getvalue(), photos), stored="mimetype")


def _describe(odt: odfdo.Document, document: Document) -> None:
    meta = odt.meta
    at = document.at.astimezone(UTC).replace(tzinfo=None)
    meta.title = document.title
    meta.subject = "公務出國報告"
    meta.description = document.description
    meta.keyword = "、".join(document.keywords)
    meta.initial_creator = meta.creator = document.author
    meta.language = document.language
    meta.creation_date = meta.date = at
