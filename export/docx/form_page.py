"""The form page of the DOCX: one bordered table of three columns whose cells are merged row by row."""

from typing import Any

from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from export.check_boxes import BOX_FACE
from export.document import Blank, FormPage
from export.docx.tables import new_table
from export.docx.xml import faces
from export.measures import BLANK_AIR, FORM_COLUMNS


def draw_form(place: WordDocument | _Cell, block: FormPage) -> _Cell:
    """Draw the form; gives back the last cell, to be filled with the abstract."""
    table = new_table(place, len(block.rows) + bool(block.heading), FORM_COLUMNS, bordered=True)
    last = table.rows[0].cells[0]
    for number, row in enumerate(block.rows):
        at = 0
        for blank, span in zip(row.cells, row.spans, strict=True):
            last = _merged(table.cell(number, at), table.cell(number, at + span - 1), at, span)
            _write(last, blank)
            at += span
    if block.heading:
        number = len(block.rows)
        splittable: Any = table.rows[number]._tr  # noqa: SLF001 (this row may be split between pages)
        splittable.remove(splittable.trPr)
        last = _merged(table.cell(number, 0), table.cell(number, len(FORM_COLUMNS) - 1), 0, len(FORM_COLUMNS))
        last.paragraphs[0].add_run(block.heading).bold = True
    return last


def _merged(first: _Cell, end: _Cell, at: int, span: int) -> _Cell:
    cell: _Cell = first.merge(end)
    cell.width = Cm(sum(FORM_COLUMNS[at : at + span]))
    for extra in cell.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)  # noqa: SLF001 (merging leaves empty paragraphs)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    return cell


def _write(cell: _Cell, blank: Blank) -> None:
    paragraph = cell.paragraphs[0]
    _air(paragraph)
    paragraph.add_run(f"{blank.label}{blank.colon}").bold = True
    if blank.stacked:
        paragraph.add_run("\n")
    paragraph.add_run("\n".join(blank.lines))
    for number, tick in enumerate(blank.ticks):
        if number:
            paragraph.add_run("　")
        faces(paragraph.add_run("☑" if tick.ticked else "☐"), BOX_FACE)
        paragraph.add_run(tick.text or "　　　　")


def _air(paragraph: Paragraph) -> None:
    above, below = BLANK_AIR
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(above), Pt(below)
