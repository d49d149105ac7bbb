"""The neutral document: everything that a reader sees, in order and measured, but in no file format yet.

The three writers draw exactly this and decide nothing about content. Lengths are in centimetres, type sizes in points.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from drafting.frozen import Frozen
from export.measures import BODY_PITCH, BODY_SIZE


class Line(Frozen):
    """One line of a front page: a title, or a line of the cover. ``before`` is the space above it.

    ``face`` names the typeface for Chinese; "" is that of the body.
    """

    kind: Literal["line"] = "line"
    text: str
    size: float
    align: Literal["left", "center"] = "center"
    bold: bool = False
    before: float = 0.0
    face: str = ""


class Heading(Frozen):
    """``level`` is 1 to 4; ``anchor`` is unique in the document, however often a text repeats."""

    kind: Literal["heading"] = "heading"
    level: int
    text: str
    anchor: str


class Text(Frozen):
    """A paragraph: of the body (first line indented by two characters), or the note at the end.

    ``keep``: its end stays on the page of what follows, which it announces.
    ``cited`` is empty, or holds the same text sentence by sentence, each with the references that stand behind it.
    """

    kind: Literal["text"] = "text"
    text: str
    cited: tuple[tuple[str, str], ...] = ()
    role: Literal["body", "note"] = "body"
    keep: bool = False


class Stretch(Frozen):
    """A stretch of a text of which two versions are compared."""

    kind: Literal["same", "added", "removed"]
    text: str


class Marked(Frozen):
    """A paragraph with what was added underlined in blue and what was removed struck out in red."""

    kind: Literal["marked"] = "marked"
    stretches: tuple[Stretch, ...]


class Point(Frozen):
    """``source`` stands behind the text, small and raised."""

    mark: str
    text: str
    source: str = ""


class Points(Frozen):
    """A numbered list, its numbers already written: one house style in three formats."""

    kind: Literal["points"] = "points"
    items: tuple[Point, ...]


class Row(Frozen):
    """``whole``: the row is short enough never to be split between two pages."""

    cells: tuple[str, ...]
    whole: bool = True


class Table(Frozen):
    """A bordered table; the header row is repeated on each page. ``widths`` are in cm.

    ``caption`` stands above it, ``source`` below it; "" is none. ``whole``: it is short, and stays on one page.
    ``dense``: it is set closer, as a sheet to be signed that should not run over many pages.
    """

    kind: Literal["table"] = "table"
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    caption: str = ""
    source: str = ""
    whole: bool = False
    dense: bool = False


class Photo(Frozen):
    """A picture of ``width`` by ``height`` cm. ``picture`` is "" when it is missing; then ``alt`` is shown in a box."""

    picture: str
    alt: str
    caption: str
    width: float
    height: float
    source: str = ""


class PhotoRow(Frozen):
    """One to three photos of equal height side by side, captions below; never split. ``widths`` are the columns' cm."""

    kind: Literal["photos"] = "photos"
    photos: tuple[Photo, ...]
    widths: tuple[float, ...]


class Tick(Frozen):
    """One check box. An empty ``text`` is the blank one that the form leaves free."""

    ticked: bool
    text: str


class Blank(Frozen):
    """One cell of the form page: its label, and either lines or check boxes."""

    label: str
    colon: str = "："
    lines: tuple[str, ...] = ()
    ticks: tuple[Tick, ...] = ()

    @property
    def stacked(self) -> bool:
        """Whether the lines stand below the label instead of beside it."""
        return len(self.lines) > 1


class FormRow(Frozen):
    """One cell, or two side by side. ``spans`` says how many of the form's three columns each takes."""

    cells: tuple[Blank, ...]
    spans: tuple[int, ...]


class FormPage(Frozen):
    """The bordered form. Its last cell holds ``blocks`` under ``heading``, and may run on over several pages."""

    kind: Literal["form"] = "form"
    rows: tuple[FormRow, ...]
    heading: str = ""
    blocks: tuple["Block", ...] = ()


class Contents(Frozen):
    """The table of contents, over the headings of ``depth`` levels of the whole document."""

    kind: Literal["contents"] = "contents"
    depth: int = 3


Block = Annotated[
    Line | Heading | Text | Marked | Points | Table | PhotoRow | FormPage | Contents,
    Field(discriminator="kind"),
]


class Sheet(Frozen):
    """Blocks that begin on a new page; the first is always a line, a heading or a text. The cover shows no number.

    ``front`` sheets come before the body, and are numbered i, ii, iii if the document is ``roman``.
    """

    cover: bool = False
    front: bool = False
    blocks: tuple[Block, ...]


class Document(Frozen):
    """``mark`` stands on every page ("" for an approved report); ``at`` is the date of the file.

    ``size`` and ``pitch`` are those of the body, in pt.
    """

    title: str
    subject: str
    author: str
    description: str
    keywords: tuple[str, ...]
    language: str = "zh-TW"
    at: datetime
    mark: str
    roman: bool = False
    size: float = BODY_SIZE
    pitch: float = BODY_PITCH
    contents: str = "目次"
    sheets: tuple[Sheet, ...]

    def walk(self) -> Iterator[Block]:
        """Every block in reading order, those within the form page included."""
        for sheet in self.sheets:
            for block in sheet.blocks:
                yield block
                if isinstance(block, FormPage):
                    yield from block.blocks

    def headings(self) -> tuple[Heading, ...]:
        """Every heading in reading order."""
        return tuple(block for block in self.walk() if isinstance(block, Heading))

    def has_contents(self) -> bool:
        """Whether page numbers of headings are wanted."""
        return any(isinstance(block, Contents) for block in self.walk())
