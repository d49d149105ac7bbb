"""Plans the pages of a sheet, so that a row of photos that just misses the end of a page is made smaller instead of leaving it blank.

Where the pages end is estimated, once for all three formats: they break within a line or two of each other.
"""

from collections.abc import Sequence

from export.document import Block, Heading, Line, PhotoRow, Points, Table, Text
from export.lines import hanging, line_count
from export.measures import (
    CELL_PADDING,
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
_SPARE = 16.0  # what the estimate may be wrong by on a page, in pt
_SMALLEST = 0.62  # of the size that a row has where there is room; smaller photos show little
_SMALLEST_OF_SEVERAL = 0.64
_AROUND_PHOTOS = 24.0  # above, between and below a row and its captions, in pt
_AROUND_TABLE = 13.0
_IN_ROW = 3.4
_ABOVE_HEADING = 4.0
_WITH_HEADING = 2  # lines that a heading takes along to the next page


def fitted(blocks: Sequence[Block], size: float, pitch: float) -> tuple[Block, ...]:
    """The blocks of one sheet, which begins a page, with photo rows made smaller where that keeps them on their page.

    ``size`` and ``pitch`` are those of the body, in pt. A row keeps its shape; what would become too small stays as it is.
    """
    return tuple(_Pages(size, pitch).run(blocks))


def row_lines(cells: Sequence[str], widths: Sequence[float], size: float = SMALL_SIZE) -> int:
    """How many lines the longest cell of a row takes; ``widths`` are those of the columns, in cm, ``size`` is in pt."""
    inner = ((width - 2 * CELL_PADDING) * _CM / size for width in widths)
    return max(line_count(text, width) for text, width in zip(cells, inner, strict=True))


def _tallest(row: PhotoRow) -> float:
    return max(photo.height for photo in row.photos) * _CM


def _height(row: PhotoRow) -> float:
    """Of a row with its captions and what is around them, in pt."""
    captions = max(
        line_count(photo.caption, width * _CM / SMALL_SIZE)
        for photo, width in zip(row.photos, row.widths, strict=True)
    )
    return _tallest(row) + _AROUND_PHOTOS + captions * SMALL_PITCH


class _Pages:
    """Goes through blocks, and knows how far down the page it is, in pt, and which rows of photos stand on it."""

    def __init__(self, size: float, pitch: float) -> None:
        self._size = size
        self._pitch = pitch
        self._down = 0.0
        self._done: list[Block] = []
        self._rows: list[int] = []  # of this page, by their place among what is done

    def run(self, blocks: Sequence[Block]) -> list[Block]:
        for number, block in enumerate(blocks):
            self._done.append(block)
            if isinstance(block, PhotoRow):
                self._photos(block)
            elif isinstance(block, Heading):
                self._heading(block, last=number + 1 == len(blocks))
            elif isinstance(block, Text):
                self._lines(line_count(block.text, TEXT_WIDTH * _CM / self._size, 2))
            elif isinstance(block, Points):
                column = TEXT_WIDTH * _CM / self._size - 1 - hanging([point.mark for point in block.items])
                for point in block.items:
                    self._lines(line_count(point.text, column))
            elif isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Line):
                lines = line_count(block.text, TEXT_WIDTH * _CM / block.size)
                self._whole(block.before * _CM + lines * block.size * 1.6)
        return self._done

    def _photos(self, row: PhotoRow) -> None:
        """A row that fits, or fits when it, or all on this page, are smaller; else it goes to the next page as it is."""
        here = len(self._done) - 1
        over = self._down + _height(row) + _SPARE - _PAGE
        if over > 0:
            for places, least in (([here], _SMALLEST), ([*self._rows, here], _SMALLEST_OF_SEVERAL)):
                smaller = self._smaller(places, over, least)
                if smaller:
                    for place, made in smaller.items():
                        self._done[place] = made
                    self._down = _PAGE
                    self._rows.append(here)
                    return
        self._whole(_height(row))
        self._rows.append(here)

    def _smaller(self, places: Sequence[int], over: float, least: float) -> dict[int, PhotoRow]:
        """The rows in these places, together lower by ``over`` pt; {} if they would have to be smaller than ``least``."""
        rows = {place: row for place in places if isinstance(row := self._done[place], PhotoRow)}
        high = sum(map(_tallest, rows.values()))
        share = 1 - over / high
        made = {place: smaller(row, share) for place, row in rows.items()}
        # narrower captions may take a line more
        more = sum(_height(made[n]) - _tallest(made[n]) - _height(rows[n]) + _tallest(rows[n]) for n in rows)
        if more > 0:
            share -= more / high
            made = {place: smaller(row, share) for place, row in rows.items()}
        return made if share >= least else {}

    def _heading(self, heading: Heading, *, last: bool) -> None:
        size = heading_sizes(self._size)[heading.level - 1]
        lines = line_count(heading.text, TEXT_WIDTH * _CM / size)
        taken = _ABOVE_HEADING + lines * self._pitch
        along = 0 if last else _WITH_HEADING * self._pitch
        self._whole(taken, along)

    def _lines(self, lines: int) -> None:
        """A paragraph runs on over pages line by line."""
        for _ in range(lines):
            self._whole(self._pitch)

    def _whole(self, height: float, along: float = 0) -> None:
        if self._down + height + along > _PAGE:
            self._down = 0
            self._rows = []
        self._down += height

    def _table(self, table: Table) -> None:
        heights = [
            row_lines(cells, table.widths) * SMALL_PITCH + _IN_ROW
            for cells in (table.columns, *(row.cells for row in table.rows))
        ]
        heights[0] += SMALL_PITCH if table.caption else 0
        self._down += _AROUND_TABLE
        for height in [sum(heights)] if table.whole else heights:
            self._whole(height)
