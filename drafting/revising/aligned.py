"""Lays old sentences beside a text that somebody may have changed: which stretch of it stands for which sentence (pure).

A sentence of a report need not end with a mark, so the text is not cut into sentences first: the old ones are looked for
in it, and only what lies between those that are found is cut and paired by likeness.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_SENTENCE = re.compile(r"[^。！？\n]*[。！？]+[」』）)]*|[^。！？\n]+")
CITED = re.compile(r"\[[A-Z]\d+(?:,\s?[A-Z]\d+)*\]")
"""How the edition for inside names the sources of a sentence or a caption: [N4,P2]."""
_ALIKE = 0.45  # share in common from which a stretch is the old sentence in other words


class Stretch(NamedTuple):
    """A stretch of the new text for the old sentence with this index, or for none (-1): then it is new."""

    old: int
    text: str


def aligned(olds: Sequence[str], text: str) -> list[Stretch]:
    """The whole text in order, as stretches; an old sentence may have none, one, or several of them."""
    anchors = _anchors(olds, text)
    found: list[Stretch] = []
    at, first = 0, 0
    for index, start, end in [*anchors, (len(olds), len(text), len(text))]:
        found += _between(olds, range(first, index), text[at:start])
        if index < len(olds):
            found.append(Stretch(index, text[start:end]))
        at, first = end, index + 1
    return found


def atoms(text: str) -> list[str]:
    """Sentences by their end marks and lines, without white space around."""
    return [found.strip() for found in _SENTENCE.findall(text) if found.strip()]


def plain(text: str) -> str:
    """Without white space, which word processors change as they like."""
    return re.sub(r"\s+", "", text)


def _anchors(olds: Sequence[str], text: str) -> list[tuple[int, int, int]]:
    """(index, start, end) of the old sentences that stand in the text once and unchanged, as many as keep their order."""
    found = [(index, *place) for index, old in enumerate(olds) if (place := _only_place(old, text))]
    ends: list[int] = []  # starts of the best chains of each length (longest increasing subsequence)
    chains: list[list[tuple[int, int, int]]] = []
    for one in found:
        length = bisect_left(ends, one[1])
        chain = [*(chains[length - 1] if length else []), one]
        if length == len(ends):
            ends.append(one[1])
            chains.append(chain)
        else:
            ends[length] = one[1]
            chains[length] = chain
    apart: list[tuple[int, int, int]] = []
    for one in chains[-1] if chains else []:
        if not apart or one[1] >= apart[-1][2]:
            apart.append(one)
    return apart


def _only_place(old: str, text: str) -> tuple[int, int] | None:
    signs = plain(old)
    if not signs:
        return None
    places = (
        list(re.finditer(r"\s*".join(map(re.escape, signs)), text)) if plain(text).count(signs) == 1 else []
    )
    return places[0].span() if len(places) == 1 else None


def _between(olds: Sequence[str], free: range, text: str) -> Iterator[Stretch]:
    lines = atoms(text)
    left = list(free)
    for number, line in enumerate(lines):
        scored = [(SequenceMatcher(None, olds[i], line, autojunk=False).ratio(), -i) for i in left]
        best, place = max(scored, default=(0.0, 0))
        if best >= _ALIKE:
            yield Stretch(-place, line)
            left = [i for i in left if i > -place]
        elif len(left) == 1 and len(lines) - number == 1 and number == 0:
            yield Stretch(left.pop(), line)  # one sentence stands where one stood: it was written anew
        else:
            yield Stretch(-1, line)
