"""Countries, provinces and cities that a text names and no source does, in any of their names.

The countries, and the cities after which time zones are called, from CLDR (docs/decisions/0025); other cities from GeoNames
(docs/decisions/0043). What a source says in English or Japanese counts, and so do other Chinese names of the same place.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from operator import add, itemgetter

from drafting.grounding.lexicon import price, words_at
from drafting.grounding.name_signs import SOUNDS
from drafting.grounding.script import lines_of, plain
from drafting.grounding.unsupported import Unsupported

_HOME = ("TW", "CN", "Asia/Taipei")
"""Named in passing in any report, and part of the names of many organisations."""
_ALSO = {
    "KR": "南韓 大韓民國",
    "KP": "北韓 朝鮮",
    "AU": "澳洲",
    "NZ": "紐西蘭",
    "AE": "阿聯",
    "SA": "沙國 沙烏地",
    "CZ": "捷克",
    "BA": "波士尼亞",
    "HK": "香港",
    "MO": "澳門",
    "VA": "梵蒂岡 教廷",
    "CD": "民主剛果",
    "CG": "剛果",
    "MM": "緬甸",
    "PS": "巴勒斯坦",
    "AQ": "南極",
}
_CITIES = (
    "河北 山西 遼寧 吉林 黑龍江 江蘇 浙江 安徽 福建 江西 山東 河南 湖北 湖南 廣東 海南 四川 貴州 雲南 陝西 甘肅 青海 內蒙古 廣西 西藏 寧夏 新疆"
    " 北京 上海 天津 重慶 南京 杭州 廣州 深圳 成都 武漢 西安 瀋陽 鄭州 長沙 福州 廈門 昆明 哈爾濱 合肥 濟南 青島 大連 石家莊 太原 南昌 南寧 貴陽 蘭州 銀川"
    " 西寧 拉薩 烏魯木齊 呼和浩特 海口 三亞 蘇州 寧波"
    " 高雄 新北 桃園 新竹 苗栗 彰化 南投 雲林 嘉義 屏東 宜蘭 花蓮 台東 台中 台南 台北 基隆 澎湖"
)
"""Provinces, and cities of both sides of the strait, after which CLDR calls no zone."""
_AS_NAME = 95
"""What a name of a place costs : one word in 13,000."""
_BESIDE = 3
"""How many characters beside a name a word may take that has one of its characters."""
_EAST = r"\u1100-\u11ff\u3005-\u9fff\uac00-\ud7af"
"""Letters that are written without spaces between words."""
_LETTER = re.compile(rf"[^\W\d_{_EAST}]")
_PEOPLE_OF = "(?:(?:n|an|ian)s?|ese)?"
_CASED = 4
"""A name of so few Latin letters is found as it is written only: Nice is no nice."""


def missing_places(text: str, sources: tuple[str, ...]) -> Iterator[Unsupported]:
    """Each such place that no source names. ``sources`` in one script (``plain``)."""
    told = plain(text)
    spans = places_in(told)
    names = {told[start:end] for start, end in spans}
    missing = {name for name in names if not any(_says(source, name) for source in sources)}
    for start, end in spans:
        if told[start:end] in missing:
            yield Unsupported(text=text[start:end], kind="place", start=start, end=end)


@lru_cache(maxsize=4096)
def places_in(told: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each such place in a text in one script; the longest where several begin."""
    return tuple(_places_in(told))


def _places_in(told: str) -> Iterator[tuple[int, int]]:
    begun, free = _begun(), 0
    for at, pair in enumerate(map(add, told, told[1:])):
        if pair in begun and at >= free:
            for name in begun[pair]:
                end = at + len(name)
                if told.startswith(name, at) and not (_is_piece(told, at, end) or _is_cut(told, at, end)):
                    yield at, end
                    free = end
                    break


def _says(source: str, name: str) -> bool:
    if _stands(name, source, source):
        return True
    as_written, in_any_case = _same(name)
    if any(_stands(other, source, source) for other in as_written):
        return True
    folded = _folded(source)
    return any(_stands(other, folded, source) for other in in_any_case)


def _stands(name: str, text: str, source: str) -> bool:
    """Whether the name is a word of its own in a text, in letters, or in Chinese not cut out of another place there.

    ``text`` is the ``source``, perhaps in small letters.
    """
    if name not in text:
        return False
    if _LETTER.match(name):
        return bool(re.search(rf"(?<![^\W\d_{_EAST}]){re.escape(name)}{_PEOPLE_OF}(?![^\W\d_{_EAST}])", text))
    at = text.find(name)
    while at >= 0:
        if not _is_crossed(at, at + len(name), places_in(source)):
            return True
        at = text.find(name, at + 1)
    return False


def _is_crossed(start: int, end: int, places: Sequence[tuple[int, int]]) -> bool:
    """Whether one of these places has a part of it and something beside it: 東京 of the 京都 in 東京都."""
    nearest = bisect_right(places, start, key=itemgetter(1))
    return any(s < start < e < end or start < s < end < e for s, e in places[nearest : nearest + end - start])


@lru_cache(maxsize=4096)
def _folded(source: str) -> str:
    return source.casefold()


def _is_piece(told: str, start: int, end: int) -> bool:
    """Whether it may be a piece of a longer foreign name: 西亞 of 加西亞, but not the 法蘭克福 of 抵達法蘭克福考察."""
    if any(c not in SOUNDS for c in told[start:end]):
        return False
    pairs = (told[max(0, start - 2) : start], told[end : end + 2])
    beside = (pairs[0][-1:], pairs[1][:1])
    return "·" in beside or any(
        c and c in SOUNDS and not _is_word(pair) for c, pair in zip(beside, pairs, strict=True)
    )


def _is_word(pair: str) -> bool:
    return len(pair) > 1 and len(words_at(pair, 0)) > 1


def _is_cut(told: str, start: int, end: int) -> bool:
    """Whether it is read more cheaply as pieces of words: the 金海 of 基金海外, but not the 紐約 of 紐約市.

    Where another name of a place follows, as in 越南河內, it is whole.
    """
    if any(told.startswith(name, end) for name in _begun().get(told[end : end + 2], ())):
        return False
    first = max(0, start - _BESIDE)
    run, at, stop = told[first : end + _BESIDE], start - first, end - first
    words = [
        (begin, begin + length, cost)
        for begin in range(stop)
        for length, cost in words_at(run, begin)
        if length > 1 and begin + length > at
    ]
    pieces = [word for word in words if not _is_all_of(word, at, stop)]
    if not pieces:
        return False
    whole = [(at, stop, _AS_NAME), *(word for word in words if _is_all_of(word, at, stop))]
    return min(_paid(run, word) for word in pieces) < min(_paid(run, word) for word in whole)


def _is_all_of(word: tuple[int, int, int], at: int, stop: int) -> bool:
    """Whether a word begins or ends with the name, or is it."""
    begin, end, _ = word
    return (begin == at and end >= stop) or (begin < at and end == stop)


def _paid(run: str, word: tuple[int, int, int]) -> int:
    """What a run costs that is read with this word in it."""
    begin, end, cost = word
    return price(run[:begin]) + cost + price(run[end:])


@cache
def _begun() -> dict[str, tuple[str, ...]]:
    """The names that are looked for, longest first, by their first two characters."""
    found: dict[str, list[str]] = {}
    for name in sorted({name for line in _lines() for name in _sought(line)}, key=lambda n: (-len(n), n)):
        found.setdefault(name[:2], []).append(name)
    return {pair: tuple(names) for pair, names in found.items()}


@cache
def _same(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All other names of the places that are called so: those found as they are written, and Latin ones in any case."""
    rows = (_names(line) for line in _lines() if name in line)
    names = frozenset().union(*(names for names in rows if name in names)) - {name}
    latin = {other for other in names if other.isascii() and len(other) > _CASED}
    return tuple(names - latin), tuple({other.casefold() for other in latin})


def _names(line: str) -> frozenset[str]:
    chinese, _, others = line.partition(" |")
    return frozenset((*chinese.split(), *filter(None, map(str.strip, others.split(" / ")))))


def _sought(line: str) -> list[str]:
    return line.partition(" |")[0].split()


@cache
def _lines() -> tuple[str, ...]:
    """The names of each place, those that are looked for before a |."""
    found = [plain(name) for name in _CITIES.split()]
    for line in lines_of("places.txt"):
        place, _, names = line.partition(" ")
        if place not in _HOME:
            found.append(f"{plain(_ALSO.get(place, ''))} {names}")
    return (*found, *(line.partition(" ")[2] for line in lines_of("cities.txt")))
