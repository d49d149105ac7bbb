"""A table for a spreadsheet, before it is ODS or XLSX."""

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
