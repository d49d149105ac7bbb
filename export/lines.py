"""Estimates how wide a text is and how many lines it takes, without a typesetter: near enough to plan pages with.

Ideographs and full-width marks are one em wide; Latin letters are those of Times, grouped by width.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_WIDTHS = {
    0.28: "ijlt.,;:'|! /\\",
    0.35: 'fr()[]{}-"`',
    0.45: "acesvxyzkJ?",
    0.5: "0123456789bdghnopquL$#*_~",
    0.6: "FPSTZE+<=>^",
    0.7: "ABCDGHKNOQRUVXY&w",
    0.8: "mM%W@",
}
_EM = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHER = 0.5
_PIECE = re.compile(r"[\u0021-\u024f]+ *| +|.", re.DOTALL)
_NEVER_FIRST = frozenset("，。、；：！？）」』》〉】〕…·％")


def em_width(text: str) -> float:
    """How wide a text without line breaks is, in em."""
    return sum(map(_em, text))


@lru_cache(maxsize=4096)  # plans of pages ask for the same paragraphs in every order that they try
def line_count(text: str, width: float, indent: float = 0.0) -> int:
    """How many lines a text takes in a column; ``width`` and the ``indent`` of each first line are in em."""
    return sum(_lines(paragraph, width, indent) for paragraph in text.split("\n"))


def gap_after(mark: str) -> float:
    """What stands between a number and its text, in em: 一、 brings its own white space along."""
    return 0.1 if mark.endswith("、") else 0.35


def hanging(marks: Sequence[str]) -> float:
    """How far the text of a list stands to the right of its numbers, in em: behind the widest of them."""
    return max((em_width(mark) + gap_after(mark) for mark in marks), default=2.0)


def _lines(text: str, width: float, indent: float) -> int:
    lines, at = 1, indent
    for piece in _PIECE.findall(text):
        wide = em_width(piece.rstrip(" ") or piece)
        if at + wide > width + 1e-6 and at > 0 and piece not in _NEVER_FIRST:
            lines, at = lines + 1, 0.0
        while wide > width:  # an address without any place to break
            lines, wide = lines + 1, wide - width
        at += em_width(piece) if at + wide <= width else wide
    return lines


def _em(letter: str) -> float:
    if (known := _EM.get(letter)) is not None:
        return known
    if letter >= "\u2e80":
        return 1.0
    return 0.0 if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf" else _OTHER
