"""Draws the blocks of the neutral document as ODF elements."""

from collections.abc import Iterator, Mapping

from odfdo import Element

from export.check_boxes import pieces
from export.document import (
    Blank,
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
from export.lead_ins import kept_whole
from export.lines import hanging
from export.measures import ABOVE_TABLE, FORM_COLUMNS
from export.odt.automatic import Automatic, Opening
from export.odt.contents import draw_contents
from export.odt.elements import element, paragraph, raised, span
from export.odt.tables import cell, covered, row, table


class Blocks:
    """Turns blocks into elements; the first block of a sheet opens a page laid out as ``opens``."""

    def __init__(self, document: Document, pages: Mapping[str, str], styles: Automatic) -> None:
        self._document = document
        self._pages = pages
        self._styles = styles
        self._pictures = 0

    def draw(self, block: Block, opens: Opening | None = None) -> Iterator[Element]:
        """The elements of one block."""
        if isinstance(block, Heading):
            yield self._heading(block, opens)
        elif isinstance(block, Marked):
            stretches = [
                s.text if s.kind == "same" else span(self._styles.changed(s.kind), s.text)
                for s in block.stretches
            ]
            yield paragraph(self._opening("Text_20_body", opens), *stretches)
        elif isinstance(block, Text):
            plain = "Lead_20_in" if kept_whole(block) else "Text_20_body"
            style = self._opening("Note" if block.role == "note" else plain, opens)
            pieces: list[Element | str] = []
            for text, mark in block.cited or ((block.text, ""),):
                pieces += [text, *raised(mark)]
            yield paragraph(style, *pieces)
        elif isinstance(block, Line):
            align = "center" if block.align == "center" else "start"
            style = self._styles.line(block.size, align, block.before, bold=block.bold, chinese=block.face)
            yield paragraph(self._opening(style, opens), block.text)
        elif isinstance(block, Points):
            yield from self._points(block)
        elif isinstance(block, Table):
            yield from self._table(block)
        elif isinstance(block, PhotoRow):
            yield from self._photo_row(block)
        elif isinstance(block, FormPage):
            yield self._form(block)
        elif isinstance(block, Contents):
            yield draw_contents(block, self._document.headings(), self._pages, self._document.contents)

    def _opening(self, style: str, opens: Opening | None) -> str:
        return self._styles.opening(style, opens) if opens else style

    def _heading(self, block: Heading, opens: Opening | None) -> Element:
        style = self._opening(f"Heading_20_{block.level}", opens)
        start = element("text:bookmark-start", text__name=block.anchor)
        end = element("text:bookmark-end", text__name=block.anchor)
        return element(
            "text:h", start, block.text, end, text__style_name=style, text__outline_level=block.level
        )

    def _points(self, block: Points) -> Iterator[Element]:
        """Hanging: the text stands beside the widest number."""
        size = self._document.size
        hang = round(size * hanging([point.mark for point in block.items]), 1)
        style = self._styles.hanging(size + hang, hang)
        for point in block.items:
            yield paragraph(style, f"{point.mark}\t{point.text}", *raised(point.source))

    def _table(self, block: Table) -> Iterator[Element]:
        if block.caption:
            yield paragraph("Table_20_caption", block.caption)
        made = table(self._styles, block.widths, whole=block.whole, above=ABOVE_TABLE)
        plain = "Dense" if block.dense else "Cell"
        head = (cell("Headed", paragraph(f"{plain}_20_head", text)) for text in block.columns)
        made.append(element("table:table-header-rows", row(*head)))
        for each in block.rows:
            cells = (
                cell("Filled", *(paragraph(plain, *_boxed(line)) for line in text.split("\n")))
                for text in each.cells
            )
            made.append(row(*cells, whole=each.whole))
        yield made
        yield paragraph("Cell" if block.source else "Gap", *raised(block.source))

    def _photo_row(self, block: PhotoRow) -> Iterator[Element]:
        made = table(self._styles, block.widths)
        made.append(
            row(
                *(
                    cell("Bare", self._photo(p), paragraph("Caption", p.caption, *raised(p.source)))
                    for p in block.photos
                )
            )
        )
        yield made
        yield paragraph("Gap")

    def _photo(self, photo: Photo) -> Element:
        if not photo.picture:
            return paragraph("Missing_20_photo", photo.alt)
        self._pictures += 1
        frame = element(
            "draw:frame",
            element(
                "draw:image",
                xlink__href=f"Pictures/{photo.picture}",
                xlink__type="simple",
                xlink__show="embed",
                xlink__actuate="onLoad",
            ),
            element("svg:title", photo.caption),
            element("svg:desc", photo.alt),
            draw__style_name="Graphics",
            draw__name=f"照片 {self._pictures}",
            text__anchor_type="as-char",
            svg__width=f"{photo.width}cm",
            svg__height=f"{photo.height}cm",
        )
        return paragraph("Photo", frame)

    def _form(self, block: FormPage) -> Element:
        made = table(self._styles, FORM_COLUMNS)
        for each in block.rows:
            cells: list[Element] = []
            for blank, width in zip(each.cells, each.spans, strict=True):
                words = paragraph("Blank", span("Strong", f"{blank.label}{blank.colon}"), *_filling(blank))
                cells += [cell("Bordered", words, columns=width), *covered(width)]
            made.append(row(*cells))
        if block.heading:
            inner = [e for each in block.blocks for e in self.draw(each)]
            head = paragraph("Blank", span("Strong", block.heading))
            last = cell("Abstract", head, *inner, columns=len(FORM_COLUMNS))
            made.append(row(last, *covered(len(FORM_COLUMNS)), whole=False))
        return made


def _boxed(line: str) -> Iterator[Element | str]:
    for piece, box in pieces(line):
        yield span("Box", piece) if box else piece


def _filling(blank: Blank) -> Iterator[Element | str]:
    yield ("\n" if blank.stacked else "") + "\n".join(blank.lines)
    for number, tick in enumerate(blank.ticks):
        yield "　" if number else ""
        yield span("Box", "☑" if tick.ticked else "☐")
        yield tick.text or "　　　　"
