"""A table for a spreadsheet, before it is ODS or XLSX."""

import math
from datetime import date

from drafting.frozen import Frozen

Cell = str | int | date


class Grid(Frozen):
    """``widths`` are in characters, one for each column; ``note`` stands below the table, "" for none."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    note: str = ""

    def lines(self, row: tuple[Cell, ...]) -> int:
        """How many lines the fullest cell of a row takes in its column; a Chinese sign is as wide as two characters."""
        return max(
            (_lines(str(cell), width) for cell, width in zip(row, self.widths, strict=True)), default=1
        )


def _lines(text: str, width: int) -> int:
    wide = (sum(2 if ord(sign) > 0x2E7F else 1 for sign in line) for line in text.split("\n"))
    return sum(max(1, math.ceil(each / max(width - 1, 1))) for each in wide)
