"""Chooses from GeoNames the cities whose names the gate looks for, for ``make_tables``; see docs/decisions/0043.

GeoNames marks no languages, and has names of districts, and names that are words: what is looked for is cut down here,
by population, by length, and by the lists of ``city_names``, made by reading all that the rules had left.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from benchmarks.city_names import ALSO, NOT, SHORT
from drafting.grounding.script import plain

_HOME = frozenset(("TW", "CN", "HK", "MO", "KP"))
"""Named in passing, or (KP) of which only the capital is needed, which CLDR has."""
_NEAR = (
    "US", "CA", "AU", "NZ", "GB", "IE", "DE", "FR", "IT", "ES", "PT", "NL", "BE", "LU", "CH", "AT",
    "SE", "NO", "DK", "FI", "CZ", "PL", "HU", "TH", "VN", "MY", "SG", "ID", "PH", "KH", "MM",
)  # fmt: skip
"""Europe, North America, Oceania and South-East Asia."""
_LEAST = dict.fromkeys(("JP", "KR"), 100_000) | dict.fromkeys(_NEAR, 150_000)
_LEAST_ELSEWHERE = 300_000
_LEAST_SHORT = 200_000
"""A name of two characters that Japan or Korea writes so."""
_HAN = re.compile(r"[\u4e00-\u9fff]{2,10}")
_KANA = re.compile(r"[ァ-ヶー・]{2,}市?")
_HANGUL = re.compile(r"[가-힣]{2,}")
_RANK = re.compile(
    plain(r"(?<=..)(?:特別自治市|廣域市|広域市|特別市|直轄市|市社|市|府|縣|県|郡|區|区|町|都)$")
)
_KANA_RANK = re.compile(r"(?<=..)市$")
_PART = re.compile(plain(r"(?:[區県縣省郡社鎮]|歷史中心|公園|中央|特級)$"))
"""The end of a name of a district or a province."""


class _City(NamedTuple):
    country: str
    sought: frozenset[str]
    others: tuple[str, ...]


def city_rows(cities: Iterable[Mapping[str, Any]], zones: Iterable[str]) -> Iterator[str]:
    """Rows as in ``places.txt``, with what the rows there (``zones``) call a city of the same name; none if they have it all."""
    known = [_halves(line) for line in zones]
    for city in _chosen(list(cities)):
        sought, others = dict.fromkeys(sorted(city.sought)), dict.fromkeys(city.others)
        same = [(chinese, rest) for chinese, rest in known if chinese & sought.keys()]
        told = frozenset().union(*(chinese for chinese, _ in same))
        if not sought.keys() <= told or not others.keys() <= frozenset().union(*(rest for _, rest in same)):
            for chinese, rest in same:
                sought |= dict.fromkeys(sorted(chinese))
                others |= dict.fromkeys(sorted(rest))
            yield f"{city.country} {' '.join(sought)} | {' / '.join(others)}"


def _halves(line: str) -> tuple[frozenset[str], frozenset[str]]:
    chinese, _, others = line.partition(" ")[2].partition(" | ")
    return frozenset(chinese.split()), frozenset(others.split(" / "))


def _chosen(cities: list[Mapping[str, Any]]) -> Iterator[_City]:
    abroad = [city for city in cities if city["countrycode"] not in _HOME]
    by_hand = {name: row for row in _by_hand() for name in row[0]}
    for city in sorted(abroad, key=lambda city: -city["population"]):
        latin, chinese = by_hand.pop(city["name"], ((city["name"],), ()))
        for name in latin:
            by_hand.pop(name, None)
        found = _read(city, latin, chinese)
        if found.sought:
            yield found
    for latin, chinese in dict.fromkeys(by_hand.values()):
        yield _City("-", frozenset(chinese), latin)


def _by_hand() -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    halves = [line.split(" | ") for line in ALSO.strip().splitlines()]
    return [(tuple(latin.split(" / ")), tuple(plain(chinese).split())) for latin, chinese in halves]


def _read(city: Mapping[str, Any], latin: tuple[str, ...], by_hand: tuple[str, ...]) -> _City:
    country, people = city["countrycode"], city["population"]
    names = [plain(name) for name in city["alternatenames"] if _HAN.fullmatch(name)]
    short = country in ("JP", "KR") and people >= _LEAST_SHORT
    great = people >= _LEAST.get(country, _LEAST_ELSEWHERE)
    bare = [_RANK.sub("", name) for name in names] if country in ("JP", "KR") else names
    sought = {
        name
        for name in bare
        if name in SHORT
        or (name not in NOT and not _PART.search(name) and (short if len(name) == 2 else great))
    }
    kana = [_KANA_RANK.sub("", name) for name in city["alternatenames"] if _KANA.fullmatch(name)]
    hangul = [name for name in city["alternatenames"] if country == "KR" and _HANGUL.fullmatch(name)]
    hangul = [name for name in hangul if not any(other in name for other in hangul if other != name)]
    spelled = dict.fromkeys((*latin, *map(_without_marks, latin), *map(plain, kana), *hangul))
    sought |= set(by_hand)
    stems = {name.removesuffix("市") for name in sought}
    support = {name for name in {*names, *bare, *stems} - sought if not any(s in name for s in sought)}
    return _City(country, frozenset(sought), (*spelled, *sorted(support)))


def _without_marks(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
