"""Tables of the document: as many cells in each row as in the header, columns as wide as their text wants."""

from collections.abc import Sequence

from drafting.report import Table as WrittenTable
from export.document import Row, Table
from export.measures import TEXT_WIDTH
from export.wording import clean

_SHORT_ROW = 240  # characters in the longest cell; more than this would leave a page half empty


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
