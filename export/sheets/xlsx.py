"""Writes grids as XLSX with XlsxWriter."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO

import xlsxwriter

from drafting.sheets.grid import Grid

_FACE = "標楷體"
LINE = 17.0  # points
_LONGEST_NAME = 31  # what Excel allows for the name of a sheet
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", "　"))


def write_xlsx(grids: Sequence[Grid], at: datetime) -> bytes:
    """One sheet for each grid: title, header row that stays in view, rows that can be filtered; the same bytes each time."""
    out = BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties(
        {"created": at.replace(tzinfo=None), "author": "隨行", "title": grids[0].title if grids else ""}
    )
    plain = {"font_name": _FACE, "font_size": 12, "valign": "top", "text_wrap": True, "border": 1}
    title = book.add_format({"font_name": _FACE, "font_size": 16, "bold": True})
    head = book.add_format({**plain, "bold": True, "bg_color": "#e8eef4", "align": "center"})
    cell = book.add_format(plain)
    day = book.add_format({**plain, "num_format": "[$-404]e/m/d", "align": "center"})
    for number, grid in enumerate(grids, start=1):
        sheet = book.add_worksheet(sheet_name(grid.title, number))
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)
        sheet.freeze_panes(2, 0)
        sheet.write_string(0, 0, grid.title, title)
        for column, (name, width) in enumerate(zip(grid.columns, grid.widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(1, column, name, head)
        for place, row in enumerate(grid.rows, start=2):
            sheet.set_row(place, grid.lines(row) * LINE)
            for column, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(place, column, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001 - a cell knows no zone
                elif isinstance(value, int):
                    sheet.write_number(place, column, value, cell)
                else:
                    sheet.write_string(place, column, value, cell)
        if grid.rows:
            sheet.autofilter(1, 0, 1 + len(grid.rows), len(grid.columns) - 1)
        if grid.note:
            sheet.write_string(3 + len(grid.rows), 0, grid.note)
    book.close()
    return out.getvalue()


def sheet_name(title: str, number: int) -> str:
    """A name that Excel and Calc accept, and that no other sheet has."""
    return f"{number} {title}".translate(_NOT_IN_NAMES)[:_LONGEST_NAME]
