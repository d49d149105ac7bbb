"""Parts of the day beside a day: 17日上午 where the sources have that day only with 下午."""

import re
from collections.abc import Iterator, Sequence

from drafting.numerals import NARROW

_PARTS = {
    "morning": "凌晨|清晨|早上|早晨|上午",
    "noon": "中午|正午",
    "afternoon": "下午|午後|午后|傍晚",
    "evening": "晚上|晚間|晚间|夜間|夜间|深夜|當晚|当晚",
}
_PART = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _PARTS.items()))
_DAY = re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\s?[日號]?\s?(?P<part>{'|'.join(_PARTS.values())})")


def wrong_parts(text: str, sources: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Start and end of each part of a day that no source has of that day, while one has another part of it."""
    for match in _DAY.finditer(text.translate(NARROW)):
        part = _named(match["part"])
        told = [source.translate(NARROW) for source in sources]
        theirs = {
            _named(m["part"]) for s in told for m in _DAY.finditer(s) if int(m["day"]) == int(match["day"])
        }
        if (
            theirs
            and part not in theirs
            and not any(_named(m[0]) == part for s in told for m in _PART.finditer(s))
        ):
            yield match.span("part")


def _named(word: str) -> str:
    match = _PART.fullmatch(word)
    return str(match.lastgroup) if match else ""
