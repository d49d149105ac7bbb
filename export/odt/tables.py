"""Tables, rows and cells of the ODT."""

from collections.abc import Iterator, Sequence

from odfdo import Element

from export.odt.automatic import Automatic
from export.odt.elements import element


def table(styles: Automatic, widths: Sequence[float], *, whole: bool = False, above: float = 0) -> Element:
    """An empty table with these columns, in cm; a ``whole`` one is not split between pages."""
    columns = (element("table:table-column", table__style_name=styles.column(width)) for width in widths)
    return element(
        "table:table", *columns, table__style_name=styles.table(sum(widths), whole=whole, above=above)
    )


def row(*cells: Element, whole: bool = True) -> Element:
    """A row; a ``whole`` one is never split between pages."""
    return element("table:table-row", *cells, table__style_name="Whole" if whole else "Split")


def cell(style: str, *content: Element, columns: int = 1) -> Element:
    """A cell over so many columns; those after the first must be ``covered``."""
    made = element("table:table-cell", *content, table__style_name=style, office__value_type="string")
    if columns > 1:
        made.set_attribute("table:number-columns-spanned", str(columns))
        made.set_attribute("table:number-rows-spanned", "1")
    return made


def covered(columns: int) -> Iterator[Element]:
    """What stands in the grid under a cell over several columns."""
    return (element("table:covered-table-cell") for _ in range(columns - 1))
