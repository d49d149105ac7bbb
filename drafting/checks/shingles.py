"""Fingerprints of text for comparing it with much other text: runs of letters, with the names of places left open."""

import re
import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from drafting.checks.countries import COUNTRIES

_LETTERS = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]|[A-Za-z0-9]+")
_SIZE = 8
_PLACE = "地"  # stands for any name of a place
_ONE_IN = 8
_LONGEST_COMPARED = 4000


class Prints(NamedTuple):
    """All runs of eight letters, and the eighth part of them that is looked at first."""

    all: frozenset[str]
    few: frozenset[str]

    def share_at_a_glance(self, other: "Prints") -> float:
        """About how much of this text stands in the other."""
        return len(self.few & other.few) / len(self.few) if self.few else 0.0


def runs(text: str, size: int = 12) -> frozenset[str]:
    """Every run of ``size`` letters; a foreign word or a number counts as one letter."""
    found = _LETTERS.findall(text.lower())
    return frozenset("".join(found[i : i + size]) for i in range(len(found) - size + 1))


def prints_of(text: str, places: Iterable[str] = ()) -> Prints:
    """The fingerprint, with names of places left open, so that a text stays itself when the country is changed.

    The countries and cities of ``countries`` are always left open; ``places`` names further ones.
    """
    return _prints(text, tuple(sorted(set(places))))


@lru_cache(maxsize=2048)
def _prints(text: str, places: tuple[str, ...]) -> Prints:
    found = _LETTERS.findall(_any_of(places).sub(_PLACE, text).lower())
    every = frozenset("".join(found[i : i + _SIZE]) for i in range(len(found) - _SIZE + 1))
    return Prints(every, frozenset(r for r in every if zlib.crc32(r.encode()) % _ONE_IN == 0))


@lru_cache(maxsize=64)
def _any_of(places: tuple[str, ...]) -> re.Pattern[str]:
    names = {*COUNTRIES, *(p for p in places if len(p) > 1)}
    return re.compile("|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n))))


def longest_common(a: str, b: str) -> str:
    """The longest stretch of ``a`` that stands in ``b`` as it is; time grows with the length of ``a`` alone."""
    best, start = "", 0
    a = a[:_LONGEST_COMPARED]
    while start + len(best) < len(a):
        end = start + len(best) + 1
        if a[start:end] not in b:
            start += 1
            continue
        while end < len(a) and a[start : end + 1] in b:
            end += 1
        best = a[start:end]
        start += 1
    return best
