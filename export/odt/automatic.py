"""The automatic styles of the ODT: named by what they do, written once, in the order of first use."""

from typing import Literal, NamedTuple

from odfdo import Element

from export.measures import ADDED, AROUND_PHOTO, BELOW_CELL, CELL_PADDING, REMOVED
from export.odt.elements import element

_BORDER = {"fo:border": "0.5pt solid #000000", "style:vertical-align": "middle"}
_SIDES = {"fo:padding-left": f"{CELL_PADDING}cm", "fo:padding-right": f"{CELL_PADDING}cm"}
_FLAT = {"fo:padding-top": "0cm", "fo:padding-bottom": "0cm"}
_LOW = {"fo:padding-top": "0cm", "fo:padding-bottom": f"{BELOW_CELL}cm"}
_CELLS = {
    "Filled": _BORDER | _SIDES | _LOW,
    "Headed": _BORDER | _SIDES | _LOW | {"fo:background-color": "#eeeeee"},
    "Bordered": _BORDER | _SIDES | _FLAT,
    "Abstract": _BORDER | _SIDES | _FLAT | {"style:vertical-align": "top"},
    "Bare": {"fo:border": "none", "fo:padding": f"{AROUND_PHOTO}cm"},
}


class Opening(NamedTuple):
    """How a paragraph begins a new page: the page's layout, and the number that it gets (0: the next one)."""

    master: str
    count_from: int = 0


class Automatic:
    """Gives out names of styles; ``elements`` holds their definitions."""

    def __init__(self) -> None:
        self._made: dict[str, Element] = {}
        for name, properties in _CELLS.items():
            self._add(name, "table-cell", "table-cell", properties)
        self._add("Whole", "table-row", "table-row", {"fo:keep-together": "always"})
        self._add("Split", "table-row", "table-row", {"fo:keep-together": "auto"})

    @property
    def elements(self) -> list[Element]:
        """Every style defined so far."""
        return list(self._made.values())

    def changed(self, kind: Literal["added", "removed"]) -> str:
        """A stretch that only one of two versions has."""
        if kind == "added":
            look = {"style:text-underline-style": "solid", "fo:color": f"#{ADDED}"}
        else:
            look = {"style:text-line-through-style": "solid", "fo:color": f"#{REMOVED}"}
        return self._add(kind.capitalize(), "text", "text", look)

    def column(self, width: float) -> str:
        """A column of this width."""
        name = f"Column{round(width * 100)}"
        return self._add(name, "table-column", "table-column", {"style:column-width": f"{width:.2f}cm"})

    def table(self, width: float, *, whole: bool = False, above: float = 0) -> str:
        """A centred table of this width, ``above`` pt below what stands before it; a whole one stays on one page."""
        properties = {
            "style:width": f"{width:.2f}cm",
            "table:align": "center",
            "style:may-break-between-rows": "false" if whole else "true",
        }
        properties["table:border-model"] = "collapsing"
        if above:
            properties["fo:margin-top"] = f"{above:g}pt"
        name = f"{'Whole' if whole else ''}{'Low' if above else ''}Table{round(width * 100)}"
        return self._add(name, "table", "table", properties)

    def opening(self, style: str, opens: Opening) -> str:
        """A paragraph style that opens a new page; automatic styles cannot be parents."""
        name = f"{style}-{opens.master}{opens.count_from or ''}"
        if name not in self._made:
            made = (
                self._made[style].clone
                if style in self._made
                else element("style:style", style__family="paragraph")
            )
            made.set_attribute("style:name", name)
            if style not in self._made:
                made.set_attribute("style:parent-style-name", style)
            made.set_attribute("style:master-page-name", opens.master)
            if opens.count_from:
                shape = made.get_element("style:paragraph-properties")
                if shape is None:
                    shape = element("style:paragraph-properties")
                    made.insert(shape, position=0)
                shape.set_attribute("style:page-number", str(opens.count_from))
            self._made[name] = made
        return name

    def line(self, size: float, align: str, before: float, *, bold: bool, chinese: str = "") -> str:
        """A line of a front page."""
        name = f"Line{size:g}{align}{round(before * 100)}{'b' if bold else ''}{'m' if chinese else ''}"
        if name in self._made:
            return name
        shape = {
            "fo:text-align": align,
            "fo:margin-top": f"{before:g}cm",
            "fo:line-height": f"{size * 1.6:g}pt",
        }
        self._add(name, "paragraph", "paragraph", shape | {"fo:margin-bottom": "6pt" if bold else "0pt"})
        weight = "bold" if bold else "normal"
        font = {"fo:font-size": f"{size:g}pt", "style:font-size-asian": f"{size:g}pt"}
        font |= {"fo:font-weight": weight, "style:font-weight-asian": weight}
        if chinese:
            font |= {"style:font-name-asian": chinese}
        self._made[name].append(_properties("text", font))
        self._made[name].set_attribute(
            "style:parent-style-name", "Title" if align == "center" and bold else "Standard"
        )
        return name

    def hanging(self, left: float, hang: float) -> str:
        """A point whose number hangs to the left of its text; both in pt."""
        name = f"Point{round(left * 10)}-{round(hang * 10)}"
        if name not in self._made:
            self._add(
                name,
                "paragraph",
                "paragraph",
                {"fo:margin-left": f"{left:g}pt", "fo:text-indent": f"-{hang:g}pt"},
            )
            self._made[name].set_attribute("style:parent-style-name", "Point")
            stops = element("style:tab-stops", element("style:tab-stop", style__position="0cm"))
            self._made[name].get_element("style:paragraph-properties").append(stops)  # type: ignore[union-attr]
        return name

    def _add(self, name: str, family: str, kind: str, properties: dict[str, str]) -> str:
        if name not in self._made:
            made = element("style:style", style__name=name, style__family=family)
            made.append(_properties(kind, properties))
            self._made[name] = made
        return name


def _properties(kind: str, values: dict[str, str]) -> Element:
    made = Element.from_tag(f"style:{kind}-properties")
    for name, value in values.items():
        made.set_attribute(name, value)
    return made
