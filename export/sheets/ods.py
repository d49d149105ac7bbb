"""Writes grids as ODS with odfdo."""

import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO

import odfdo
from lxml import etree
from odfdo import Cell, Column, Row, Style, Table

from drafting.sheets.grid import Grid
from export.archive import packed
from export.measures import POINTS_AN_INCH
from export.sheets.xlsx import LINE, sheet_name

_CHARACTER = 0.22  # cm that a character takes at 12 points, half-width
_WRITTEN = ("content.xml", "styles.xml")
_CALC = "{urn:org:documentfoundation:names:experimental:calc"
_ORDER = (
    "graphic-properties", "table-properties", "table-column-properties", "table-row-properties", "table-cell-properties",
    "paragraph-properties", "text-properties", "map",
)  # fmt: skip


def write_ods(grids: Sequence[Grid], at: datetime) -> bytes:
    """One sheet for each grid: title, header row, rows; days in the ROC calendar. The same bytes each time."""
    book = odfdo.Document("spreadsheet")
    body = book.body
    body.clear()
    for style in _styles():
        book.insert_style(style, automatic=True)
    for number, grid in enumerate(grids, start=1):
        body.append(_table(book, grid, number))
    _lie_across(book)
    _number_pages(book)
    _speak_chinese(book)
    meta = book.meta
    meta.title = grids[0].title if grids else ""
    meta.initial_creator = meta.creator = "隨行"
    meta.creation_date = meta.date = at.replace(tzinfo=None)
    out = BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as archive:
        names = sorted(archive.namelist(), key=lambda name: (name != "mimetype", name))
        parts = [(name, archive.read(name)) for name in names]
    return packed(
        [(n, _by_the_schema(part) if n in _WRITTEN else part) for n, part in parts], stored="mimetype"
    )


def _speak_chinese(book: odfdo.Document) -> None:
    """The template says that all is French."""
    for words in book.styles.get_elements("//style:default-style/style:text-properties"):
        for key, value in (
            ("fo:language", "en"),
            ("fo:country", "US"),
            ("style:language-asian", "zh"),
            ("style:country-asian", "TW"),
        ):
            words.set_attribute(key, value)


def _by_the_schema(part: bytes) -> bytes:
    """The same part as ODF's schema wants it: properties of a style in its order, no attributes of other makers."""
    root = etree.fromstring(part)
    for style in root.iter("{*}style", "{*}default-style"):
        style[:] = sorted(style, key=lambda child: _ORDER.index(etree.QName(child).localname))
    foreign = [s for s in root.iter("{*}default-style", "{*}style") if "graphic" in s.values()]
    for element in (
        *foreign,
        *root.iter("{*}theme"),
    ):  # of the template: drawings, and LibreOffice's own colours
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for cell in root.iter("{*}table-cell"):
        for key in [key for key in cell.attrib if str(key).startswith(_CALC)]:
            del cell.attrib[key]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _lie_across(book: odfdo.Document) -> None:
    """A4 across, as wide as the table: what is handed in is printed."""
    for layout in book.styles.get_elements("//style:page-layout/style:page-layout-properties"):
        layout.set_attribute("fo:page-width", "29.7cm")
        layout.set_attribute("fo:page-height", "21cm")
        layout.set_attribute("style:print-orientation", "landscape")
        layout.set_attribute("style:scale-to-X", "1")


def _number_pages(book: odfdo.Document) -> None:
    """No head, and at the foot the number of the page alone: the template says "Page 1" and names the sheet."""
    for region in book.styles.get_elements("//style:master-page/*"):
        for child in region.children:
            region.delete(child)
        if region.tag == "style:footer":
            region.append(odfdo.Element.from_tag("<text:p><text:page-number/></text:p>"))


def _table(book: odfdo.Document, grid: Grid, number: int) -> Table:
    table = Table(sheet_name(grid.title, number))
    for column, width in enumerate(grid.widths):
        name = f"suixing-{number}-{column}"
        book.insert_style(
            Style("table-column", name=name, width=f"{width * _CHARACTER:.2f}cm"), automatic=True
        )
        table.append(Column(style=name))
    table.append(_row([grid.title], "suixing-title", len(grid.columns)))
    table.append(_row(grid.columns, "suixing-head", len(grid.columns)))
    for row in grid.rows:
        made = _row(row, "suixing-cell", len(grid.columns))
        made.style = _as_high_as(book, grid.lines(row))
        table.append(made)
    if grid.note:
        table.append(_row([], "suixing-plain", len(grid.columns)))
        table.append(_row([grid.note], "suixing-plain", len(grid.columns)))
    return table


def _as_high_as(book: odfdo.Document, lines: int) -> str:
    """The style of a row of so many lines: Calc's own estimate cuts off the last one when a wide table is printed smaller."""
    name = f"suixing-row-{lines}"
    if book.get_style("table-row", name) is None:
        high = f"{lines * LINE / POINTS_AN_INCH * 2.54:.2f}cm"
        book.insert_style(
            Style("table-row", name=name, height=high, use_optimal_height=False), automatic=True
        )
    return name


def _row(values: Sequence[str | int | date], style: str, columns: int) -> Row:
    row = Row(style="suixing-row")
    for value in values:
        row.append_cell(_cell(value, style))
    for _ in range(columns - len(values)):
        row.append_cell(Cell())
    return row


def _cell(value: str | int | date, style: str) -> Cell:
    if isinstance(value, date):
        # Calc shows no ROC year outside a Chinese locale, so a day is a text that sorts like one
        return Cell(f"{value.year - 1911:03d}/{value.month:02d}/{value.day:02d}", style="suixing-day")
    return Cell(value, text=str(value), style=style)


def _styles() -> list[Style]:
    made = [Style("table-row", name="suixing-row", use_optimal_height=True)]
    for name, size, bold in (
        ("title", "16pt", True),
        ("head", "12pt", True),
        ("cell", "12pt", False),
        ("day", "12pt", False),
        ("plain", "12pt", False),
    ):
        style = Style("table-cell", name=f"suixing-{name}", area="text", size=size, bold=bold, font="標楷體")
        asian = {
            "style:font-name-asian": "標楷體",
            "style:font-family-asian": "標楷體",
            "style:font-size-asian": size,
            "style:font-weight-asian": "bold" if bold else "normal",
        }
        style.set_properties(asian, area="text")
        if name in ("head", "cell", "day"):
            style.set_properties(
                {"fo:border": "0.5pt solid #000000", "fo:wrap-option": "wrap", "style:vertical-align": "top"},
                area="table-cell",
            )
        if name == "head":
            style.set_properties({"fo:background-color": "#e8eef4"}, area="table-cell")
        made.append(style)
    return made
