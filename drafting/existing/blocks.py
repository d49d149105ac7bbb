"""The pieces of a document that somebody else wrote, as far as a check needs them."""

from typing import Annotated, Literal

from pydantic import Field

from drafting.checks.given import FileFacts
from drafting.frozen import Frozen


class HeadingBlock(Frozen):
    """``level`` is the document's own, 1 being the highest."""

    type: Literal["heading"] = "heading"
    level: int
    text: str


class TextBlock(Frozen):
    type: Literal["text"] = "text"
    text: str


class TableBlock(Frozen):
    """Rows of cells; a row may be shorter than others, where cells are merged."""

    type: Literal["table"] = "table"
    rows: tuple[tuple[str, ...], ...]


class CaptionBlock(Frozen):
    """What stands below a picture."""

    type: Literal["caption"] = "caption"
    text: str


OpenedBlock = Annotated[HeadingBlock | TextBlock | TableBlock | CaptionBlock, Field(discriminator="type")]


class Opened(Frozen):
    """A document, in reading order.

    ``captions_known`` is false for a PDF, whose lines are broken anywhere, so that a caption looks like any short line.
    """

    blocks: tuple[OpenedBlock, ...]
    captions_known: bool = True
    facts: FileFacts | None = None
    styled: bool = False
    """Whether headings carry heading styles, so that a marked line without one is a point of a list."""

    @property
    def text(self) -> str:
        """All that was read, a line for each block and each cell."""
        lines: list[str] = []
        for block in self.blocks:
            if isinstance(block, TableBlock):
                lines += [cell for row in block.rows for cell in row]
            else:
                lines.append(block.text)
        return "\n".join(lines)
