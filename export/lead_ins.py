"""Keeps a paragraph that announces something on the page of what it announces: a list, a table, photos, or who signs."""

from collections.abc import Sequence
from itertools import pairwise

from export.document import Block, PhotoRow, Points, Table, Text
from export.lines import em_width

_ANNOUNCES = ("：", ":")
_LONG = 100.0  # em: three lines of the body


def kept_together(blocks: Sequence[Block], signed: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, and behind them who signs; signatures never stand on a page without a word of the report."""
    whole = [*blocks, *signed]
    for at, (block, after) in enumerate(pairwise(tuple(whole))):
        if not isinstance(block, Text):
            continue
        announces = (
            block.text.rstrip().endswith(_ANNOUNCES)
            and isinstance(after, Points | Table | PhotoRow)
            and em_width(block.text) <= _LONG  # typst, too, moves all of what it keeps
        )
        if announces or (signed and at == len(blocks) - 1):
            whole[at] = block.model_copy(update={"keep": True})
    return tuple(whole)


def kept_whole(block: Text) -> bool:
    """Whether a word processor shall keep a paragraph with what follows: LibreOffice then never splits it.

    A long one that announces something would leave a quarter of a page blank.
    """
    announces = block.text.rstrip().endswith(_ANNOUNCES)
    return block.keep and not (announces and em_width(block.text) > _LONG)
