"""A file laid against the report that it was exported from: which blocks of it stand below which heading.

The headings are known here, whatever form and language they are in, so nothing about numbering has to be guessed.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafting.existing.blocks import CaptionBlock, HeadingBlock, Opened, TableBlock, TextBlock
from drafting.material import Ref
from drafting.report import Block, Paragraph, PhotoItem, Photos, Report, Section, Sentence, Table
from drafting.revising.aligned import plain
from drafting.revising.differences import by_titles
from drafting.revising.headings import title

_MARK = re.compile(r"^\s*[^\t]{1,8}\t")  # the number of a point, as the exporter writes it
_CAPTION = re.compile(r"^(?:[表圖]|Table|Figure)\s?\d{1,3}[.\s　]")  # numbered by the exporter
_Read = HeadingBlock | TextBlock | TableBlock | CaptionBlock


class Laid(NamedTuple):
    """``sections`` by the names of ``by_titles``, only those whose headings the file has; ``others`` are headings that
    the report had not.
    """

    sections: dict[str, Section]
    others: tuple[str, ...]


def laid_against(opened: Opened, exported: Report, ours: Sequence[str] = ()) -> Laid:
    """Headings are looked for in the report's order; what stands before the first one is the form page.

    ``ours`` are the titles of what the exporter adds, such as annexes: nothing below them is of the report.
    """
    added = {plain(text) for text in ours}
    names = by_titles(exported)
    order = list(names.items())
    found: dict[str, list[Block]] = {}
    others: list[str] = []
    at, here = 0, ""
    for block in opened.blocks:
        for part in _parts(block, order[at:]):
            place = _place(part, order[at:])
            if place is not None:
                here = order[at + place][0]
                at += place + 1
                found[here] = []
            elif isinstance(part, HeadingBlock) and plain(part.text) in added:
                here = ""
            elif isinstance(part, HeadingBlock):
                others.append(part.text)
            elif here:
                found[here] += _blocks(part)
    sections = {
        name: names[name].model_copy(update={"blocks": tuple(blocks)}) for name, blocks in found.items()
    }
    return Laid(sections, tuple(others))


def _parts(block: _Read, left: list[tuple[str, Section]]) -> Iterator[_Read]:
    """The block; one that holds a heading within (the form page is a table) line by line."""
    lines = (
        [line for row in block.rows for cell in row for line in cell.split("\n")]
        if isinstance(block, TableBlock)
        else block.text.split("\n")
    )
    if len(lines) == 1 or not any(
        _is_heading(line, section, exact=True) for line in lines for _, section in left
    ):
        yield block
        return
    yield from (TextBlock(text=line) for line in lines if line.strip())


def _place(block: _Read, left: list[tuple[str, Section]]) -> int | None:
    if isinstance(block, TableBlock | CaptionBlock):
        return None
    exact = isinstance(block, TextBlock)
    return next(
        (i for i, (_, section) in enumerate(left) if _is_heading(block.text, section, exact=exact)), None
    )


def _is_heading(line: str, section: Section, *, exact: bool) -> bool:
    """As it was exported; a line in a heading style may have lost or changed its number."""
    if not plain(line):
        return False
    if plain(line) == plain(section.heading):
        return True
    return not exact and plain(title(Section(key="", heading=line))) == plain(title(section))


def _blocks(block: _Read) -> list[Block]:
    if isinstance(block, TableBlock):
        rows = block.rows
        return [Table(columns=rows[0], rows=rows[1:])] if rows else []
    if isinstance(block, CaptionBlock):
        return [Photos(items=(PhotoItem(ref=Ref(""), caption=block.text),))]
    lines = (_MARK.sub("", line) for line in block.text.split("\n"))
    return [
        Paragraph(sentences=(Sentence(text=line),))
        for line in lines
        if line.strip() and not _CAPTION.match(line)
    ]
