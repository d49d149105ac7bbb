"""Writes the neutral document as ODT with odfdo."""

import re
from collections.abc import Mapping
from datetime import UTC
from importlib.resources import files
from io import BytesIO

import odfdo

from export.archive import packed
from export.document import Document
from export.measures import BODY_PITCH, BODY_SIZE, heading_sizes
from export.odt.automatic import Automatic, Opening
from export.odt.blocks import Blocks
from export.odt.furniture import set_mark
from export.odt.package import PICTURES, finished

_SHORT_MARK = 2  # characters: 草稿


def write_odt(document: Document, photos: Mapping[str, bytes], pages: Mapping[str, str]) -> bytes:
    """Draw the document; ``pages`` are the page numbers that the table of contents shows until it is updated."""
    odt = odfdo.Document("text")
    odt.set_part("styles.xml", _styles(document))
    if document.mark:
        set_mark(odt, document.mark)
    styles = Automatic()
    blocks = Blocks(document, pages, styles)
    body = odt.body
    body.clear()
    for number, sheet in enumerate(document.sheets):
        opening = _opening(document, number)
        for place, block in enumerate(sheet.blocks):
            for element in blocks.draw(block, opening if place == 0 else None):
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


def _opening(document: Document, number: int) -> Opening | None:
    """How the first paragraph of a sheet begins its page; the first page of a plain document needs no word."""
    sheet, before = document.sheets[number], document.sheets[number - 1] if number else None
    master = "Cover" if sheet.cover else "Front" if sheet.front and document.roman else "Standard"
    first = (
        document.roman and not sheet.cover and (before is None or before.cover or before.front > sheet.front)
    )
    return Opening(master=master, count_from=1 if first else 0) if number or master != "Standard" else None


def _styles(document: Document) -> bytes:
    """The styles, in the size and the pitch of this document; they are written for 14 pt on 24 pt."""
    written = (files("export.odt") / "styles.xml").read_text("utf-8")
    if (document.size, document.pitch) != (BODY_SIZE, BODY_PITCH):
        sizes = {"14pt": document.size, "16pt": heading_sizes(document.size)[0], "28pt": document.size * 2}
        pattern = re.compile(r'(font-size(?:-asian|-complex)?|text-indent)="(14pt|16pt|28pt)"')
        head, mark, tail = written.partition('<style:style style:name="Header"')
        head = pattern.sub(lambda m: f'{m[1]}="{sizes[m[2]]:g}pt"', head)
        written = head.replace('line-height="24pt"', f'line-height="{document.pitch:g}pt"') + mark + tail
    if len(document.mark) > _SHORT_MARK:  # at full size a word like DRAFT would not fit its frame
        written = written.replace('"150pt"', '"100pt"')
    return written.encode()


def _describe(odt: odfdo.Document, document: Document) -> None:
    meta = odt.meta
    at = document.at.astimezone(UTC).replace(tzinfo=None)
    meta.title = document.title
    meta.subject = document.subject
    meta.description = document.description
    meta.keyword = "、".join(document.keywords)
    meta.initial_creator = meta.creator = document.author
    meta.language = document.language
    meta.creation_date = meta.date = at
    for counted in meta.root.get_elements(
        "//meta:document-statistic"
    ):  # the template's own: one page, no word
        counted.delete()
