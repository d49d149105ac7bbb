"""Tables of the DOCX: fixed columns, a header that repeats, rows that are not split."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from export.check_boxes import BOX_FACE, pieces
from export.document import Table
from export.docx import styles
from export.docx.xml import faces, raised, w
from export.measures import ABOVE_TABLE, BELOW_CELL, CELL_PADDING


def new_table(
    place: WordDocument | _Cell,
    rows: int,
    widths: Sequence[float],
    *,
    bordered: bool,
    above: float = 0,
    below: float = 0,
) -> WordTable:
    """A table with fixed columns; widths stand in the grid and in each cell, as readers look at one or the other.

    ``above`` and ``below`` are the space in cm around the text of each cell.
    """
    table = place.add_table(rows, len(widths))
    table.style = "Table Grid" if bordered else "Normal Table"
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    properties: Any = table._tbl.tblPr  # noqa: SLF001 (python-docx knows no cell margins)
    padding = int((CELL_PADDING if bordered else 0.1) / 2.54 * 1440)
    margins = w("tblCellMar", w("left", w=padding, type="dxa"), w("right", w=padding, type="dxa"))
    if below:
        margins.insert(1, w("bottom", w=int(below / 2.54 * 1440), type="dxa"))
    if above:
        margins.insert(0, w("top", w=int(above / 2.54 * 1440), type="dxa"))
    properties.insert_element_before(margins, "w:tblLook")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
        keep_whole(row)
    return table


def keep_whole(row: _Row) -> None:
    """Never split this row between two pages."""
    row._tr.get_or_add_trPr().append(w("cantSplit"))  # noqa: SLF001 (python-docx knows no row breaks)


def draw_table(place: WordDocument | _Cell, block: Table) -> None:
    """Draw a bordered table with its header row."""
    if block.caption:
        caption = place.add_paragraph(block.caption, style=styles.CAPTION)
        caption.paragraph_format.keep_with_next = True
        caption.paragraph_format.space_after = Pt(ABOVE_TABLE)
    table = new_table(place, 1 + len(block.rows), block.widths, bordered=True, below=BELOW_CELL)
    head, *rows = table.rows
    style = styles.DENSE if block.dense else styles.CELL
    head._tr.get_or_add_trPr().append(w("tblHeader"))  # noqa: SLF001
    for cell, text in zip(head.cells, block.columns, strict=True):
        write_cell(cell, text, style)
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        for run in cell.paragraphs[0].runs:
            run.bold = True
        shade = w("shd", val="clear", color="auto", fill="EEEEEE")
        cell._tc.get_or_add_tcPr().insert_element_before(shade, "w:vAlign")  # noqa: SLF001
    for row, given in zip(rows, block.rows, strict=True):
        if not given.whole:
            properties: Any = row._tr.trPr  # noqa: SLF001
            properties.remove(properties[-1])
        for cell, text in zip(row.cells, given.cells, strict=True):
            write_cell(cell, text, style)
    for row in table.rows[:-1] if block.whole else ():
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    raised(place.add_paragraph(style=styles.CELL if block.source else styles.GAP), block.source)


def write_cell(cell: _Cell, text: str, style: str = styles.CELL) -> None:
    """Fill the one paragraph of a new cell."""
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    for piece, box in pieces(text):
        run = paragraph.add_run(piece)
        if box:
            faces(run, BOX_FACE)
