"""Countries, provinces and well-known cities that a text names and no source does, in any of their names.

From CLDR (docs/decisions/0025): the countries, and the cities after which time zones are called. What a source
says in English or Japanese counts, and so do other Chinese names of the same country.
"""

import re
from collections.abc import Iterator
from functools import cache

from drafting.grounding.name_signs import SOUNDS
from drafting.grounding.script import lines_of, plain
from drafting.grounding.unsupported import Unsupported

_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
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
}
_CITIES = (
    "河北 山西 遼寧 吉林 黑龍江 江蘇 浙江 安徽 福建 江西 山東 河南 湖北 湖南 廣東 海南 四川 貴州 雲南 陝西 甘肅 青海 內蒙古 廣西 西藏 寧夏 新疆"
    " 北京 上海 天津 重慶 南京 杭州 廣州 深圳 成都 武漢 西安 瀋陽 鄭州 長沙 福州 廈門 昆明 哈爾濱 合肥 濟南 青島 大連 石家莊 太原 南昌 南寧 貴陽 蘭州 銀川"
    " 西寧 拉薩 烏魯木齊 呼和浩特 海口 三亞 蘇州 寧波"
    " 高雄 新北 桃園 新竹 苗栗 彰化 南投 雲林 嘉義 屏東 宜蘭 花蓮 台東 台中 台南 台北 基隆 澎湖"
)
"""Provinces, and cities of both sides of the strait, after which CLDR calls no zone."""


def missing_places(text: str, sources: tuple[str, ...]) -> Iterator[Unsupported]:
    """Each such place that no source names. ``sources`` in one script (``plain``)."""
    told = plain(text)
    for start, end in places_in(told):
        if not any(name in source for name in _same(told[start:end]) for source in sources):
            yield Unsupported(text=text[start:end], kind="place", start=start, end=end)


def places_in(told: str) -> Iterator[tuple[int, int]]:
    """Start and end of each such place in a text in one script; the longest where several begin."""
    begun, at = _by_first(), 0
    while at < len(told):
        for name in begun.get(told[at], ()):
            if told.startswith(name, at) and not _is_piece(told, at, at + len(name)):
                yield at, at + len(name)
                at += len(name) - 1
                break
        at += 1


def _is_piece(told: str, start: int, end: int) -> bool:
    """Whether it may be a piece of a longer foreign name: 西亞 of 加西亞."""
    around = told[max(0, start - 1) : start] + told[end : end + 1]
    return all(c in SOUNDS for c in told[start:end]) and any(c in SOUNDS or c == "·" for c in around)


@cache
def _by_first() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    names = {name for names in _places() for name in names if _HAN.fullmatch(name)}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        found.setdefault(name[0], []).append(name)
    return {first: tuple(names) for first, names in found.items()}


@cache
def _same(name: str) -> frozenset[str]:
    """All names of the places that are called so."""
    return frozenset(n for names in _places() if name in names for n in names)


@cache
def _places() -> tuple[frozenset[str], ...]:
    """All names of each place; those in Chinese and Japanese in one script."""
    found = [frozenset((plain(name),)) for name in _CITIES.split()]
    for line in lines_of("places.txt"):
        place, *_ = line.split()
        chinese, _, others = line.removeprefix(place).partition("|")
        if place not in _HOME:
            also = _ALSO.get(place, "").split()
            found.append(
                frozenset((*chinese.split(), *map(plain, also), *map(str.strip, others.split(" / "))))
            )
    return tuple(found)
