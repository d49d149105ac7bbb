"""A file laid against the report that it was exported from: which blocks of it stand below which heading.

The headings are known here, whatever form and language they are in, so nothing about numbering has to be guessed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from drafting.existing.blocks import CaptionBlock, HeadingBlock, Opened, TableBlock, TextBlock
from drafting.material import Ref
from drafting.report import Block, Paragraph, PhotoItem, Photos, Report, Section, Sentence, Table
from drafting.revising.aligned import CITED, plain
from drafting.revising.differences import by_titles
from drafting.revising.headings import number, title

_MARK = re.compile(r"^\s*[^\t]{1,8}\t")  # the number of a point, as the exporter writes it
_CAPTION = re.compile(r"^(?:[表圖]|Table|Figure)\s?\d{1,3}[.\s　]")  # numbered by the exporter
_ALIKE = 0.5  # share in common from which a heading is the missing one in other words
_Read = HeadingBlock | TextBlock | TableBlock | CaptionBlock


class Laid(NamedTuple):
    """``sections`` by the names of ``by_titles``, only those whose headings the file has; ``others`` are headings that
    the report had not; ``renamed`` are the headings that read otherwise now, as they were and as they are.
    """

    sections: dict[str, Section]
    others: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...] = ()


class _Walk(NamedTuple):
    """``found`` are blocks by the place of their section, ``unknown`` headings with the place that was waited for."""

    found: dict[int, list[Block]]
    unknown: list[tuple[int, str]]


def laid_against(opened: Opened, exported: Report, ours: Sequence[str] = ()) -> Laid:
    """Headings are looked for in the report's order; what stands before the first one is the form page.

    ``ours`` are the titles of what the exporter adds, such as annexes: nothing below them is of the report.
    A heading that is not known stands for one that is missing at its place, if it has its number or is like it.
    """
    added = {plain(text) for text in ours}
    order = list(by_titles(exported).items())
    headings = [section for _, section in order]
    walk = _walked(opened, headings, added, {})
    now = _renamed(walk, headings)
    if now:
        walk = _walked(opened, headings, added, {plain(text): place for place, text in now.items()})
    sections = {
        order[place][0]: headings[place].model_copy(update={"blocks": tuple(blocks)})
        for place, blocks in walk.found.items()
    }
    renamed = tuple((headings[place].heading, text) for place, text in now.items())
    return Laid(sections, tuple(text for _, text in walk.unknown), renamed)


def _walked(opened: Opened, headings: list[Section], added: set[str], renamed: Mapping[str, int]) -> _Walk:
    found: dict[int, list[Block]] = {}
    unknown: list[tuple[int, str]] = []
    at, here = 0, -1
    for block in opened.blocks:
        for part in _parts(block, headings[at:]):
            place = _place(part, headings[at:])
            if place is None and isinstance(part, HeadingBlock) and renamed.get(plain(part.text), -1) >= at:
                place = renamed[plain(part.text)] - at
            if place is not None:
                here = at + place
                at = here + 1
                found[here] = []
            elif isinstance(part, HeadingBlock) and plain(part.text) in added:
                here = -1
            elif isinstance(part, HeadingBlock):
                unknown.append((at, part.text))
            elif here >= 0:
                found[here] += _blocks(part)
    return _Walk(found, unknown)


def _renamed(walk: _Walk, headings: list[Section]) -> dict[int, str]:
    """By place: what a missing heading reads now."""
    now: dict[int, str] = {}
    for waited, text in walk.unknown:
        end = min((place for place in walk.found if place >= waited), default=len(headings))
        start = max(waited, *(place + 1 for place in now), 0)
        for place in range(start, end):
            old, new = headings[place], Section(key="", heading=text)
            likeness = SequenceMatcher(None, title(old), title(new), autojunk=False).ratio()
            if likeness >= _ALIKE or (number(old) and number(old) == number(new)):
                now[place] = text
                break
    return now


def _parts(block: _Read, left: list[Section]) -> Iterator[_Read]:
    """The block; one that holds a heading within (the form page is a table) line by line."""
    lines = (
        [line for row in block.rows for cell in row for line in cell.split("\n")]
        if isinstance(block, TableBlock)
        else block.text.split("\n")
    )
    if len(lines) == 1 or not any(
        _is_heading(line, section, exact=True) for line in lines for section in left
    ):
        yield block
        return
    yield from (TextBlock(text=line) for line in lines if line.strip())


def _place(block: _Read, left: list[Section]) -> int | None:
    if isinstance(block, TableBlock | CaptionBlock):
        return None
    exact = isinstance(block, TextBlock)
    return next((i for i, section in enumerate(left) if _is_heading(block.text, section, exact=exact)), None)


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
    lines = (CITED.sub("", _MARK.sub("", line)) for line in block.text.split("\n"))
    return [
        Paragraph(sentences=(Sentence(text=line),))
        for line in lines
        if line.strip() and not _CAPTION.match(line)
    ]
