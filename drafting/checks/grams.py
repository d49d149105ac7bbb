"""Pairs and runs of signs: how two pieces of Chinese text are held against each other without knowing their words."""

import re
from collections.abc import Iterable

_NO_LETTERS = re.compile(r"[^\u3400-\u4dbf\u4e00-\u9fffA-Za-z0-9]+")
_COMMON = re.compile(
    r".?(?:政府|委員|會議|協會|大學|中心|公司|組織|單位|機關|部門|當地|國際|城市|地方|活動|交流|相關)|(?:政府|委員|會議|協會|大學|中心|公司).?"
)


def letters(text: str) -> str:
    """The text without marks and spaces."""
    return _NO_LETTERS.sub("", text)


def grams(text: str, size: int = 2) -> frozenset[str]:
    """Every run of ``size`` letters."""
    bare = letters(text)
    return frozenset([bare[i : i + size] for i in range(len(bare) - size + 1)])


def share_in(text: str, whole: frozenset[str]) -> float:
    """How much of the text's pairs stand in ``whole``; 1 for a text too short to tell."""
    own = grams(text)
    return sum(pair in whole for pair in own) / len(own) if own else 1.0


def in_common(text: str, triples: Iterable[str]) -> bool:
    """Whether three letters in a row that say something stand in both."""
    return any(not _COMMON.fullmatch(run) for run in grams(text, 3) & frozenset(triples))
