"""Estimates where the pages of a sheet end, for all three formats at once: they break within a line or two of each other.

A row of photos that just misses the end of a page is made smaller instead of leaving it blank.
"""

from collections.abc import Sequence

from export.document import Block, Heading, Line, PhotoRow, Points, Table, Text
from export.lines import hanging, line_count
from export.measures import (
    ABOVE_HEADING,
    AROUND_PHOTO,
    CELL_PADDING,
    DENSE_PITCH,
    DENSE_SIZE,
    MARGIN,
    PAGE_HEIGHT,
    POINTS_AN_INCH,
    SMALL_PITCH,
    SMALL_SIZE,
    TEXT_WIDTH,
    heading_sizes,
)
from export.photo_rows import smaller

_CM = POINTS_AN_INCH / 2.54
_PAGE = (PAGE_HEIGHT - 2 * MARGIN) * _CM
_SPARE = 14.0  # what the estimate may be wrong by on a page, in pt
_SMALLEST = 0.62  # of the size that a row has where there is room; smaller photos show little
_SMALLEST_OF_SEVERAL = 0.64
_ABOVE_PHOTOS, _BELOW_PHOTOS = 10.0, 6.0  # pt; the space below may hang over the end of the page
_AROUND_TABLE = 10.0
_IN_ROW = 3.9
_NEVER_FULL = 0.4  # em of a line of Chinese and Latin that typesetters leave empty (measured on both trips)
_NO_HANGING = 1.0  # em; in a cell, no mark hangs out of the column
_FEW = 2  # lines of a paragraph never stand alone on a page: one goes along, at the end as at the beginning


def row_lines(cells: Sequence[str], widths: Sequence[float], size: float = SMALL_SIZE) -> int:
    """How many lines the longest cell of a row takes; ``widths`` are those of the columns, in cm, ``size`` is in pt."""
    inner = ((width - 2 * CELL_PADDING) * _CM / size for width in widths)
    return max(line_count(text, width) for text, width in zip(cells, inner, strict=True))


class Pages:
    """Goes through blocks, and knows how far down the page it is, in pt, and which rows of photos stand on it.

    ``done`` are the blocks so far, ``blank`` is what was left empty at the ends of pages, in pt, and ``shrunk`` by how
    much rows were made smaller, summed up in shares of their size.
    """

    def __init__(self, size: float, pitch: float) -> None:
        self._size = size
        self._pitch = pitch
        self._column = TEXT_WIDTH * _CM / size - _NEVER_FULL
        self._down = 0.0
        self._rows: list[int] = []  # of this page, by their place among what is done
        self.done: list[Block] = []
        self.blank = 0.0
        self.shrunk = 0.0

    def fork(self) -> "Pages":
        """Another that stands where this one does, to try what comes next; it counts anew, and shares nothing."""
        other = Pages(self._size, self._pitch)
        other._down, other._rows, other.done = self._down, [*self._rows], [*self.done]
        return other

    def run(self, blocks: Sequence[Block], after: Block | None = None) -> None:
        """Place these; ``after`` is what will follow them, for a heading keeps with it."""
        for number, block in enumerate(blocks):
            self.done.append(block)
            follows = [*blocks[number + 1 :], after] if after else blocks[number + 1 :]
            if isinstance(block, PhotoRow):
                self._photos(block)
            elif isinstance(block, Heading):
                self._whole(self._needs([block]), self._needs(follows))
            elif isinstance(block, Text):
                lines = line_count(block.text, self._column, 2)
                if block.keep:
                    self._whole(lines * self._pitch, self._needs(follows))
                else:
                    self._lines(lines)
            elif isinstance(block, Points):
                column = self._column - 1 - hanging([point.mark for point in block.items])
                for point in block.items:
                    self._lines(line_count(point.text, column))
            elif isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Line):
                lines = line_count(block.text, TEXT_WIDTH * _CM / block.size)
                self._whole(block.before * _CM + lines * block.size * 1.6)

    def _needs(self, blocks: Sequence[Block]) -> float:
        """How much of the beginning of what follows must stand on one page, in pt."""
        if not blocks:
            return 0
        first = blocks[0]
        if isinstance(first, Heading):
            size = heading_sizes(self._size)[first.level - 1]
            lines = line_count(first.text, TEXT_WIDTH * _CM / size)
            return ABOVE_HEADING[first.level - 1] + lines * self._pitch + self._needs(blocks[1:])
        if isinstance(first, PhotoRow):
            return _height(first)
        if isinstance(first, Table):
            heights = _heights(first)
            return _AROUND_TABLE + sum(heights if first.whole else heights[:2])
        if isinstance(first, Text):
            lines = line_count(first.text, self._column, 2)
            if first.keep:
                return lines * self._pitch + self._needs(blocks[1:])
            return (lines if lines < 2 * _FEW else _FEW) * self._pitch
        return self._pitch

    def _photos(self, row: PhotoRow) -> None:
        """A row that fits, or fits when it, or all on this page, are smaller; else it goes to the next page as it is."""
        here = len(self.done) - 1
        over = self._down + _height(row) + _SPARE - _PAGE
        if over > 0:
            for places, least in (([here], _SMALLEST), ([*self._rows, here], _SMALLEST_OF_SEVERAL)):
                made = self._smaller(places, over, least)
                if made:
                    for place, each in made.items():
                        before = self.done[place]
                        assert isinstance(before, PhotoRow)  # noqa: S101 (only their places are kept)
                        self.shrunk += 1 - _tallest(each) / _tallest(before)
                        self.done[place] = each
                    self._down = _PAGE
                    self._rows.append(here)
                    return
        self._whole(_height(row))
        self._down += _BELOW_PHOTOS
        self._rows.append(here)

    def _smaller(self, places: Sequence[int], over: float, least: float) -> dict[int, PhotoRow]:
        """The rows in these places, together lower by ``over`` pt; {} if they would have to be smaller than ``least``."""
        rows = {place: row for place in places if isinstance(row := self.done[place], PhotoRow)}
        high = sum(map(_tallest, rows.values()))
        share = 1 - over / high
        made = {place: smaller(row, share) for place, row in rows.items()}
        # narrower captions may take a line more
        more = sum(_height(made[n]) - _tallest(made[n]) - _height(rows[n]) + _tallest(rows[n]) for n in rows)
        if more > 0:
            share -= more / high
            made = {place: smaller(row, share) for place, row in rows.items()}
        return made if share >= least else {}

    def _lines(self, lines: int) -> None:
        """A paragraph runs on over pages line by line, but leaves no line alone."""
        left = lines
        while left:
            fit = int((_PAGE - self._down + 0.01) / self._pitch)
            if fit >= left:
                break
            here = fit if left - fit >= _FEW else left - _FEW
            here = here if here >= min(_FEW, lines) else 0
            if here == 0 and self._down == 0:
                break
            self._down += here * self._pitch
            left -= here
            self._turn()
        self._down += left * self._pitch

    def _whole(self, height: float, along: float = 0) -> None:
        if self._down + height + along > _PAGE:
            self._turn()
        self._down += height

    def _turn(self) -> None:
        self.blank += max(0.0, _PAGE - self._down)
        self._down = 0
        self._rows = []

    def _table(self, table: Table) -> None:
        heights = _heights(table)
        self._down += _AROUND_TABLE
        if table.whole:
            self._whole(sum(heights))
            return
        self._whole(heights[0], heights[1] if heights[1:] else 0)
        for height in heights[1:]:
            if self._down + height > _PAGE:
                self._turn()
                self._down = heights[0]  # the head row stands on each page
            self._down += height


def _tallest(row: PhotoRow) -> float:
    return max(photo.height for photo in row.photos) * _CM


def _height(row: PhotoRow) -> float:
    """Of a row with its captions and what is above them, in pt."""
    captions = max(
        line_count(photo.caption, (width - 2 * AROUND_PHOTO) * _CM / SMALL_SIZE - _NO_HANGING)
        for photo, width in zip(row.photos, row.widths, strict=True)
    )
    return _tallest(row) + _ABOVE_PHOTOS + captions * SMALL_PITCH


def _heights(table: Table) -> list[float]:
    """Of the head row, with the caption, and of each row below it, in pt."""
    size, pitch = (DENSE_SIZE, DENSE_PITCH) if table.dense else (SMALL_SIZE, SMALL_PITCH)
    heights = [
        row_lines(cells, table.widths, size) * pitch + _IN_ROW
        for cells in (table.columns, *(row.cells for row in table.rows))
    ]
    heights[0] += SMALL_PITCH if table.caption else 0
    return heights
