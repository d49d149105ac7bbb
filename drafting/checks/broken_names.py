"""Names that lost words: 「聯合會年執行局會議」 beside 「聯合會亞太分會2018年第1次執行局會議」, and 臺北市府."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

_QUOTED = re.compile(r"「([^「」]{8,60})」")
_SPACE = re.compile(r"\s+")
_YEAR = re.compile(r"^\d{4}年?")
_SHORTENED = re.compile(
    r"(?:臺北|台北|新北|桃園|臺中|台中|臺南|台南|高雄|基隆|新竹|嘉義|苗栗|彰化|南投|雲林|屏東|宜蘭|花蓮|臺東|台東|澎湖|金門|連江)[市縣]府"
)
_SHORTEST_HEAD = 5
_SHORTEST_TAIL = 4
_MOST_LEFT = 2
_LEAST_LOST = 3


def broken_names(body: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str, str, str]]:
    """The name that lost words, the whole one, where and the text.

    Both begin and end alike; between these one has a scrap (年) of what the other has in full (亞太分會2018年第1次).
    Where nothing is left between them, the name is only shortened, which is allowed.
    """
    shown: dict[str, tuple[str, str, str]] = {}
    times: Counter[str] = Counter()
    for where, text in body:
        for match in _QUOTED.finditer(text):
            key = _YEAR.sub("", _SPACE.sub("", match[1]))
            times[key] += 1
            shown.setdefault(key, (match[1], where, text))
    for short, long in combinations(sorted(shown, key=lambda name: (len(name), name)), 2):
        if _lost(short, long) and times[short] <= times[long]:
            yield shown[short][0], shown[long][0], *shown[short][1:]
            return


def _lost(short: str, long: str) -> bool:
    head = _alike(short, long)
    tail = _alike(short[head:][::-1], long[head:][::-1])
    scrap, full = short[head : len(short) - tail], long[head : len(long) - tail]
    if head < _SHORTEST_HEAD or tail < _SHORTEST_TAIL or not 0 < len(scrap) <= _MOST_LEFT:
        return False
    return len(full) - len(scrap) >= _LEAST_LOST and scrap in full and not scrap.isdigit()


def _alike(a: str, b: str) -> int:
    """How many letters from the first on are the same."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def shortened_offices(body: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """臺北市府 where 臺北市政府 or 市府 is meant: each once, with where and the text."""
    said: set[str] = set()
    for where, text in body:
        for match in _SHORTENED.finditer(text):
            if match[0] not in said:
                said.add(match[0])
                yield match[0], where, text
