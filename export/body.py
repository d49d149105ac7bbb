"""The sections of a report as blocks: headings in levels, paragraphs, numbered points, tables, photos."""

from collections.abc import Iterator, Mapping, Sequence

from drafting.form import Form
from drafting.material import Ref
from drafting.numbering import numbered
from drafting.report import Block as Written
from drafting.report import ListBlock, Paragraph, Section
from drafting.report import Table as WrittenTable
from export.document import Block, Heading, Point, Points, Row, Table, Text
from export.measures import TEXT_WIDTH
from export.photo_rows import photo_rows
from export.pictures import Picture
from export.wording import clean

_DEEPEST = 4
_SHORT_ROW = 240  # characters in the longest cell; more than this would leave a page half empty


class Body:
    """Turns sections into blocks; remembers how many headings there were, so that each gets an anchor of its own."""

    def __init__(self, form: Form, pictures: Mapping[Ref, Picture]) -> None:
        self._form = form
        self._pictures = pictures
        self._headings = 0

    def blocks(self, sections: Sequence[Section], width: float = TEXT_WIDTH) -> tuple[Block, ...]:
        """Every block of these sections, in reading order, for a column of ``width`` cm."""
        return tuple(block for section in sections for block in self._section(section, width))

    def _section(self, section: Section, width: float) -> Iterator[Block]:
        for depth, each in section.walk():
            if heading := " ".join(clean(each.heading).split()):
                self._headings += 1
                level = min(depth, _DEEPEST)
                yield Heading(level=level, text=heading, anchor=f"_Toc{self._headings:08d}")
            for block in each.blocks:
                yield from self._block(block, depth, width)

    def _block(self, block: Written, depth: int, width: float) -> Iterator[Block]:
        if isinstance(block, Paragraph):
            lines = (line.strip() for line in clean(block.text).split("\n"))
            yield from (Text(text=line) for line in lines if line)
        elif isinstance(block, ListBlock):
            yield Points(items=tuple(self._points(block, depth)))
        elif isinstance(block, WrittenTable):
            yield table(block, width)
        else:
            yield from photo_rows(block.items, self._pictures, width)

    def _points(self, block: ListBlock, depth: int) -> Iterator[Point]:
        levels = self._form.numbering.levels or ("1.",)
        pattern = levels[min(depth, len(levels) - 1)]
        for number, item in enumerate(block.items, start=1):
            yield Point(mark=numbered(pattern, number), text=clean(item.text).strip())


def table(block: WrittenTable, width: float = TEXT_WIDTH) -> Table:
    """A table with every row as long as the header, whatever was given."""
    columns = tuple(clean(c) for c in block.columns) or ("",)
    rows = tuple(_row(row, len(columns)) for row in block.rows)
    shares = block.widths if len(block.widths) == len(columns) else _shares(columns, rows)
    return Table(columns=columns, rows=rows, widths=_centimetres(shares, width))


def _row(cells: Sequence[str], columns: int) -> Row:
    texts = tuple(clean(c).strip() for c in cells[:columns])
    texts += ("",) * (columns - len(texts))
    return Row(cells=texts, whole=max(map(len, texts)) <= _SHORT_ROW)


def _shares(columns: Sequence[str], rows: Sequence[Row]) -> tuple[float, ...]:
    """By the longest line in each column, within bounds: a column of numbers stays narrow, a long text may fold."""
    lines = ([c, *(line for row in rows for line in row.cells[i].split("\n"))] for i, c in enumerate(columns))
    return tuple(float(min(24, max(4, *map(len, texts)))) for texts in lines)


def _centimetres(shares: Sequence[float], width: float) -> tuple[float, ...]:
    positive = [max(s, 0.01) for s in shares]
    return tuple(round(width * s / sum(positive), 2) for s in positive)
