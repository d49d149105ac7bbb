"""The sections of a report as blocks: headings in levels, paragraphs, numbered points, tables, photos."""

from collections.abc import Iterator, Mapping, Sequence

from drafting.form import Form
from drafting.material import Ref
from drafting.numbering import numbered, unmarked
from drafting.report import Block as Written
from drafting.report import ListBlock, Paragraph, Section
from drafting.report import Table as WrittenTable
from export.document import Block, Heading, Point, Points, Table, Text
from export.edition import cited
from export.measures import TEXT_WIDTH
from export.photo_rows import photo_rows
from export.pictures import Picture
from export.tables import table
from export.wording import clean

_DEEPEST = 4


class Body:
    """Turns sections into blocks; counts headings, figures and tables, so that each has an anchor or number of its own.

    ``cite`` puts the references of every sentence, table and photo behind it.
    """

    def __init__(self, form: Form, pictures: Mapping[Ref, Picture], *, cite: bool = False) -> None:
        self._form = form
        self._pictures = pictures
        self._cite = cite
        self._headings = self._figures = self._tables = 0

    def blocks(self, sections: Sequence[Section], width: float = TEXT_WIDTH) -> tuple[Block, ...]:
        """Every block of these sections, in reading order, for a column of ``width`` cm."""
        return tuple(block for section in sections for block in self._section(section, width))

    def heading(self, text: str, level: int = 1) -> Heading:
        """A heading with an anchor that no other one has."""
        self._headings += 1
        return Heading(level=level, text=text, anchor=f"_Toc{self._headings:08d}")

    def _section(self, section: Section, width: float) -> Iterator[Block]:
        for depth, each in section.walk():
            heading = " ".join(clean(each.heading).split())
            if heading:
                yield self.heading(heading, min(depth, _DEEPEST))
            for block in each.blocks:
                yield from self._block(block, depth, width, heading)

    def _block(self, block: Written, depth: int, width: float, heading: str) -> Iterator[Block]:
        if isinstance(block, Paragraph):
            yield from self._paragraph(block)
        elif isinstance(block, ListBlock):
            yield Points(items=tuple(self._points(block, depth)))
        elif isinstance(block, WrittenTable):
            yield self._table(block, width, heading)
        else:
            yield from self._photos(
                photo_rows(block.items, self._pictures, width, self._form.words, cite=self._cite)
            )

    def _paragraph(self, block: Paragraph) -> Iterator[Text]:
        if not self._cite:
            lines = (line.strip() for line in clean(block.text).split("\n"))
            yield from (Text(text=line) for line in lines if line)
            return
        line: list[tuple[str, str]] = []
        for sentence in block.sentences:
            *whole, last = clean(sentence.text).split("\n")
            for piece in whole:
                yield from _cited_line([*line, (piece, "")])
                line = []
            line.append((last, cited(sentence.sources)))
        yield from _cited_line(line)

    def _table(self, block: WrittenTable, width: float, heading: str) -> Table:
        captions = self._form.captions
        made = table(block, width)
        if captions and captions.table:
            self._tables += 1
            name = unmarked(self._form.numbering.levels, heading)
            made = made.model_copy(update={"caption": f"{numbered(captions.table, self._tables)}{name}"})
        return made.model_copy(update={"source": cited(block.sources)}) if self._cite else made

    def _photos(self, rows: Sequence[Block]) -> Iterator[Block]:
        pattern = self._form.captions.figure if self._form.captions else ""
        for row in rows:
            if not pattern or row.kind != "photos":
                yield row
                continue
            photos = []
            for photo in row.photos:
                self._figures += 1
                photos.append(
                    photo.model_copy(update={"caption": f"{numbered(pattern, self._figures)}{photo.caption}"})
                )
            yield row.model_copy(update={"photos": tuple(photos)})

    def _points(self, block: ListBlock, depth: int) -> Iterator[Point]:
        levels = self._form.numbering.levels or ("1.",)
        pattern = levels[min(depth, len(levels) - 1)].rstrip()
        for number, item in enumerate(block.items, start=1):
            source = cited(item.sources) if self._cite else ""
            yield Point(mark=numbered(pattern, number), text=clean(item.text).strip(), source=source)


def _cited_line(pieces: Sequence[tuple[str, str]]) -> Iterator[Text]:
    kept = tuple((text, mark) for text, mark in pieces if text.strip() or mark)
    if kept:
        yield Text(text="".join(text for text, _ in kept), cited=kept)
