"""Draws the blocks of the neutral document into a DOCX, in the body or within the cell of the form page."""

from collections.abc import Mapping
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from export.document import (
    Block,
    Contents,
    Document,
    FormPage,
    Heading,
    Line,
    Marked,
    Photo,
    PhotoRow,
    Points,
    Table,
    Text,
)  # fmt: skip
from export.docx import styles
from export.docx.contents import draw_contents
from export.docx.form_page import draw_form
from export.docx.package import MEDIA
from export.docx.tables import draw_table, new_table
from export.docx.xml import changed, chinese_face, raised, w
from export.lead_ins import kept_whole
from export.lines import hanging
from export.measures import ABOVE_TABLE, AROUND_PHOTO

Place = WordDocument | _Cell


class Blocks:
    """Draws blocks one after the other."""

    def __init__(self, word: WordDocument, document: Document, pages: Mapping[str, str]) -> None:
        self._word = word
        self._document = document
        self._pages = pages
        self._bookmarks = 0
        self._pictures = 0
        self._media: dict[str, str] = {}
        self._above: Paragraph | None = None  # the paragraph that was drawn last, if that was one

    def draw(self, place: Place, block: Block, *, new_page: bool = False) -> None:
        """Draw one block at the end of ``place``."""
        paragraph: Paragraph | None = None
        if isinstance(block, Heading):
            paragraph = place.add_paragraph(block.text, style=f"Heading {block.level}")
            self._bookmark(paragraph, block.anchor)
        elif isinstance(block, Marked):
            paragraph = place.add_paragraph(style=styles.BODY)
            for stretch in block.stretches:
                changed(paragraph, stretch)
        elif isinstance(block, Text):
            paragraph = place.add_paragraph(style=styles.NOTE if block.role == "note" else styles.BODY)
            for text, mark in block.cited or ((block.text, ""),):
                paragraph.add_run(text)
                raised(paragraph, mark)
            if block.role == "note":
                _line_above(paragraph)
            elif kept_whole(block):
                paragraph.paragraph_format.keep_with_next = True
        elif isinstance(block, Line):
            paragraph = _draw_line(place, block)
        elif isinstance(block, Points):
            _draw_points(place, block, self._document.size)
        elif isinstance(block, Table):
            if self._above is not None and not block.caption:
                self._above.paragraph_format.space_after = Pt(ABOVE_TABLE)
            draw_table(place, block)
        elif isinstance(block, PhotoRow):
            self._draw_photos(place, block)
        elif isinstance(block, FormPage):
            cell = draw_form(place, block)
            for inner in block.blocks:
                self.draw(cell, inner)
        elif isinstance(block, Contents):
            draw_contents(place, block, self._document.headings(), self._pages)
        if paragraph is not None and new_page:
            paragraph.paragraph_format.page_break_before = True
        self._above = paragraph

    def _bookmark(self, paragraph: Paragraph, anchor: str) -> None:
        self._bookmarks += 1
        element: Any = paragraph._p  # noqa: SLF001 (python-docx knows no bookmarks)
        start = w("bookmarkStart", id=self._bookmarks, name=anchor)
        properties = element.pPr
        properties.addnext(start)
        element.append(w("bookmarkEnd", id=self._bookmarks))

    def _draw_photos(self, place: Place, block: PhotoRow) -> None:
        table = new_table(place, 1, block.widths, bordered=False, above=AROUND_PHOTO, below=AROUND_PHOTO)
        for cell, photo in zip(table.rows[0].cells, block.photos, strict=True):
            first = cell.paragraphs[0]
            if photo.picture:
                self._draw_picture(first, photo)
            else:
                _draw_missing(first, photo)
            raised(cell.add_paragraph(photo.caption, style=styles.CAPTION), photo.source)
        place.add_paragraph(style=styles.GAP)

    def _draw_picture(self, paragraph: Paragraph, photo: Photo) -> None:
        paragraph.style = styles.PHOTO
        self._pictures += 1
        number, relation = 1000 + self._pictures, self._relation(photo.picture)
        inline: Any = CT_Inline.new_pic_inline(
            number, relation, photo.picture, Cm(photo.width), Cm(photo.height)
        )
        inline.docPr.set("name", f"照片 {self._pictures}")
        inline.docPr.set("descr", photo.alt)
        paragraph.add_run()._r.add_drawing(inline)  # noqa: SLF001 (with alternative text, which python-docx cannot set)

    def _relation(self, name: str) -> str:
        if name not in self._media:
            part = ImagePart(PackURI(f"/{MEDIA}{name}"), "image/jpeg", b"")
            self._media[name] = self._word.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return self._media[name]


def _draw_missing(paragraph: Paragraph, photo: Photo) -> None:
    """A box with the words in it, about as large as the picture would be."""
    paragraph.style = styles.PHOTO
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Cm(0.4)
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Cm(photo.height / 3)
    sides = (w(side, val="single", sz=4, space=31 if side in ("top", "bottom") else 1, color="000000")
             for side in ("top", "left", "bottom", "right"))  # fmt: skip
    paragraph._p.get_or_add_pPr().insert_element_before(w("pBdr", *sides), "w:spacing", "w:ind", "w:jc")  # noqa: SLF001
    paragraph.add_run(photo.alt)


def _draw_line(place: Place, block: Line) -> Paragraph:
    paragraph = place.add_paragraph(
        style=styles.TITLE if block.bold and block.align == "center" else "Normal"
    )
    run = paragraph.add_run(block.text)
    run.bold = block.bold
    run.font.size = Pt(block.size)
    if block.face:
        chinese_face(run, block.face)
    shape = paragraph.paragraph_format
    shape.alignment = WD_ALIGN_PARAGRAPH.CENTER if block.align == "center" else WD_ALIGN_PARAGRAPH.LEFT
    shape.space_before = Cm(block.before)
    shape.space_after = Pt(6 if block.bold else 0)
    shape.line_spacing = Pt(block.size * 1.6)
    return paragraph


def _draw_points(place: Place, block: Points, size: float) -> None:
    """Hanging: the text stands beside the widest number."""
    hang = Pt(round(size * hanging([point.mark for point in block.items]), 1))
    for point in block.items:
        paragraph = place.add_paragraph(f"{point.mark}\t{point.text}", style=styles.POINT)
        raised(paragraph, point.source)
        paragraph.paragraph_format.left_indent = Pt(size) + hang
        paragraph.paragraph_format.first_line_indent = -hang


def _line_above(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.space_before = Pt(12)
    border = w("pBdr", w("top", val="single", sz=4, space=6, color="000000"))
    paragraph._p.get_or_add_pPr().insert_element_before(border, "w:spacing", "w:ind", "w:jc")  # noqa: SLF001
