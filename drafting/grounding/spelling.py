"""How different writings of the same thing are made one: width, accents, 臺/台, punctuation."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

from drafting.dates import find_dates
from drafting.numerals import find_numbers

_VARIANTS = str.maketrans("台裏着爲峯羣", "臺裡著為峰群")
_NOISE = re.compile(r"[^\w⟦⟧]+|_+")
_CJK = re.compile(r"[\u4e00-\u9fff]")


def fold(word: str) -> str:
    """A Latin word without case, accents, hyphens, dots and apostrophes."""
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if c.isalnum()).casefold()


def bare(text: str) -> str:
    """A text without punctuation and spaces, with one form for each sign that has several."""
    plain = unicodedata.normalize("NFKC", text).translate(_VARIANTS).casefold()
    plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return _NOISE.sub("", plain)


@lru_cache(maxsize=4096)
def levelled(text: str, near: date | None) -> str:
    """As ``bare``, and with every day and number in one writing, fenced so that 7 is not found in 17."""
    pieces: list[str] = []
    at = 0
    for start, end, token in sorted(_tokens(text, near)):
        if start >= at:
            pieces += [bare(text[at:start]), token]
            at = end
    return "".join([*pieces, bare(text[at:])])


def has_cjk(text: str) -> bool:
    """Whether a Chinese character stands in the text."""
    return bool(_CJK.search(text))


def _tokens(text: str, near: date | None) -> list[tuple[int, int, str]]:
    days = [
        (f.start, f.end, f"⟦{f.month}-{f.day}-{f.last_month}-{f.last_day}⟧") for f in find_dates(text, near)
    ]
    numbers = [
        (n.start, n.end, f"⟦{n.value.normalize():f}⟧")
        for n in find_numbers(text)
        if not any(start < n.end and n.start < end for start, end, _ in days)
    ]
    return days + numbers
