"""Decides where in its section each row of photos stands, and how large, so that no page is left half blank.

Photos follow the words of their section. Where a row would not fit on the page, it stands before the last
paragraphs instead, which then run on over the end of the page.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement, pairwise
from math import comb

from export.document import Block, Heading, Line, PhotoRow, Points, Text
from export.page_plan import Pages

_MOST = 400  # orders that are tried for one section
_A_STEP = (
    8.0  # pt of blank that are accepted before a row stands one paragraph further from the end of its section
)
_SMALLER = (
    160.0  # pt of blank that a row might as well leave as vanish: a tenth smaller is better than 16 pt of it
)


def fitted(blocks: Sequence[Block], size: float, pitch: float) -> tuple[Block, ...]:
    """The blocks of one sheet, which begins a page, with photo rows where and as large as they use the pages best.

    ``size`` and ``pitch`` are those of the body, in pt. A row keeps its shape, its section, and its order among the others.
    """
    pages = Pages(size, pitch)
    sections = list(_sections(blocks))
    for section, after in pairwise([*sections, ()]):
        follows = after[0] if after else None
        orders = list(_orders(section))
        best = orders[0]
        if len(orders) > 1:
            best = min(orders, key=lambda order: _cost(pages, order, section, follows))
        pages.run(best, follows)
    return tuple(pages.done)


def _cost(pages: Pages, order: Sequence[Block], written: Sequence[Block], after: Block | None) -> float:
    """Of an order of the blocks of a section, in pt of blank; the written one wins where nothing is better."""
    tried = pages.fork()
    tried.run(order, after)
    moved = sum(written.index(block) - at for at, block in enumerate(order) if isinstance(block, PhotoRow))
    return tried.blank + _SMALLER * tried.shrunk + _A_STEP * moved


def _sections(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Headings that follow each other, and what stands under them."""
    current: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading | Line) and current and not isinstance(current[-1], Heading | Line):
            yield tuple(current)
            current = []
        current.append(block)
    if current:
        yield tuple(current)


def _orders(section: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """The section as it is, and then with its last rows of photos after fewer of its paragraphs, but never before the first."""
    yield tuple(section)
    rows: list[Block] = []
    rest = list(section)
    while rest and isinstance(rest[-1], PhotoRow):
        rows.insert(0, rest.pop())
    words = list(_units(rest))
    heads = sum(1 for unit in words if isinstance(unit[0], Heading | Line))
    places = range(heads + 1, len(words) + 1)
    if (
        not rows
        or any(isinstance(b, PhotoRow) for b in rest)
        or comb(len(places) + len(rows), len(rows)) > _MOST
    ):
        return
    for after in combinations_with_replacement(places, len(rows)):
        if after[0] < len(words):
            made: list[Block] = []
            for number, unit in enumerate(words, start=1):
                made += unit
                made += [row for row, at in zip(rows, after, strict=True) if at == number]
            yield tuple(made)


def _units(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """What photos may not part: a list or a table from the words above it that announce it."""
    unit: list[Block] = []
    for block in blocks:
        announced = unit and isinstance(unit[-1], Text) and (isinstance(block, Points) or unit[-1].keep)
        if unit and not announced:
            yield unit
            unit = []
        unit.append(block)
    if unit:
        yield unit
