"""Amounts: a value in the smallest unit of its kind, so that 半年 is 6個月 and 88位 is 88人 but neither 88% nor 88件."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from drafting.grounding.money import CURRENCIES, FOREIGN, currencies_in, currency_before
from drafting.numerals import NARROW, Number, find_numbers

_SAME: dict[str, str] = {
    "people": "人 位 名 員 個人",
    "month": "年 個月 季", "day": "天 日 週 周 星期 禮拜 個星期", "minute": "小時 個小時 分鐘 時",
    "length": "公里 km 公尺 米 里", "area": "公頃", "weight": "公斤 公噸 噸 公克 克 kg", "degree": "度 ℃ °C",
    "time": "次 場 回 輪", "item": "件 案 項 項目 則 條 點 款 宗 起 筆", "house": "家 間 所 座 棟 處 站 攤", "kind": "種 類",
    "vehicle": "輛 台 臺 架 部 艘", "paper": "份 本 篇 冊 封 部", "group": "組 隊 團 支", "country": "國 國家", "town": "城市 市",
}  # fmt: skip
_KINDS = {unit: kind for kind, units in _SAME.items() for unit in units.split()} | {"%": "percent"}
_FACTORS = {
    "年": 12, "季": 3, "週": 7, "周": 7, "星期": 7, "禮拜": 7, "個星期": 7, "小時": 60, "個小時": 60, "公里": 1000, "km": 1000,
    "里": 500, "公斤": 1000, "kg": 1000, "公噸": 10**6, "噸": 10**6,
}  # fmt: skip
THINGS = {
    "time",
    "item",
    "house",
    "kind",
    "vehicle",
    "paper",
    "group",
    "country",
    "town",
    *"屆樓層期頁章節張幅票席道支段塊粒枚隻頭株棵班村鎮鄉區縣省州校局",
}
_PLACED = frozenset("屆樓號期頁條款章節版代")
_ENGLISH: dict[str, int | Decimal] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "half": Decimal("0.5"),
}  # fmt: skip
NUMBER_WORDS = frozenset(_ENGLISH)
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_SCALED = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s(thousand|million|billion)", re.IGNORECASE)
_LATIN = re.compile("[A-Za-z]+")
_HALF = re.compile(r"一半|半數|過半|半(?=年|天|日|小時|個月)")
_FIRST = re.compile(r"首(?=[次度屆場日位個])|頭一|第一|最早|初次")
_FOR = re.compile(r"(?:近|約|逾|長達|長达|超過|超过|不到|歷經|历经|為期|为期|已有|未來|未来|過去|过去)\s?$")
_OF_PEOPLE = re.compile(
    r"(?:人[手員力]|[議委官職學隊團組館]員|[居市難村災]民|學生|師生|[老教醫講律技]師)[真的實在確要需有只就共來到去派出了是至少才得]{0,4}$"
)
"""Before 兩個 that are two persons; 會員 may be cities, and of what a 委員會 has some is open."""
_BARE = re.compile(r"\s?個[^\S\n]*(?:$|[\n，。；！？、,;.!?])")
"""兩個 with no noun after it: what else than those named before?"""
_YEARS_OF = re.compile(r"\s?(?:前|來|来|後|后|內|内|以上|歷史|历史|之久)")
_SIGNS = {chr(0x2460 + i): i + 1 for i in range(20)} | {chr(0x2160 + i): i + 1 for i in range(12)}
_NO_SCORE_AFTER = frozenset("0123456789.:：年月-")
_SIGN = re.compile(f"[{''.join(_SIGNS)}]")
_SCORE = re.compile(
    r"(?P<a>\d{1,3})\s?(?P<sign>[:：]|比|[-–—])\s?(?P<b>\d{1,3})(?![\d.:：%-]|\s?[年月日號]|\s?[A-Za-z])"
)


class Amount(NamedTuple):
    """``kind`` is "" where no unit is written; where a unit has no kind, it is the unit itself (盒)."""

    value: Decimal
    kind: str

    def agrees(self, other: "Amount") -> bool:
        """Whether a text may say this where a source says ``other``.

        個 may stand for any measure word of things, a bare number for any but a percentage. 元 is ours unless another
        currency is named, so it is not said of 歐元.
        """
        if self.value != other.value:
            return False
        if self.kind == other.kind:
            return True
        if self.kind in CURRENCIES or other.kind in CURRENCIES:
            return _money_agrees(self.kind, other.kind)
        if not self.kind or not other.kind:
            return not {"percent", "score"} & {self.kind, other.kind}
        return "個" in (self.kind, other.kind) and bool(THINGS & {self.kind, other.kind})


class Quantity(NamedTuple):
    """A number in its place (unit included), and every amount that it may mean."""

    start: int
    end: int
    readings: tuple[Amount, ...]
    number: Number | None = None


def _money_agrees(mine: str, theirs: str) -> bool:
    if mine in FOREIGN:
        return False
    if mine in ("money", "TWD"):
        return theirs in ("money", "TWD", "")
    return not mine


def readings(number: Number, text: str = "") -> tuple[Amount, ...]:
    """All amounts that a number may mean: 107年 is a year of our calendar, the year 2018, or 107 years."""
    unit, value = number.unit, number.value
    if number.ordinal:
        return (Amount(value, "ordinal"),)
    if unit == "年" and value == int(value):
        if _lasts(text, number):
            return (Amount(value, "year"), Amount(value * 12, "month"))
        years = (
            [Amount(value, "year"), Amount(value * 12, "month")] if value <= 200 else [Amount(value, "year")]
        )
        return (*years, Amount(value + 1911, "year")) if 1 <= value <= 200 else tuple(years)
    if unit in _FACTORS or (_KINDS.get(unit) in ("month", "minute") and unit != "時"):
        return (Amount(value * _FACTORS.get(unit, 1), _KINDS[unit]),)
    if currency := currency_before(text, number.start):
        return (Amount(value, currency),)
    plain = Amount(value, CURRENCIES.get(unit) or _KINDS.get(unit, unit))
    found = [plain]
    if found[0].kind == "money":
        found += [Amount(value, currency) for currency in currencies_in(text) - {"TWD", "money"}]
    if unit == "個" and _counts_people(text, number):
        found.append(Amount(value, "people"))
    if unit in _PLACED:
        found.append(Amount(value, "ordinal"))
    if not unit and 1800 <= value < 2200 and value == int(value):
        found.append(Amount(value, "year"))
    return tuple(found)


def _counts_people(text: str, number: Number) -> bool:
    before = text[max(0, number.start - 8) : number.start]
    return bool(_BARE.match(text, number.end) and _OF_PEOPLE.search(before))


def _lasts(text: str, number: Number) -> bool:
    """Whether these years are a length of time (近百年, 30年來), which is no year of our calendar."""
    if text[number.end : number.end + 2].strip()[:1] in ("多", "餘", "余", "幾", "來"):
        return True
    before = text[max(0, number.start - 5) : number.start]
    return bool(_FOR.search(before)) or ("民國" not in before and bool(_YEARS_OF.match(text, number.end + 1)))


def quantities_in(text: str, taken: Sequence[tuple[int, int]] = ()) -> Iterator[Quantity]:
    """Each number that lies outside of ``taken`` (the days and times)."""
    narrow = text.translate(NARROW)
    used = bytearray(len(text))
    for start, end in taken:
        used[start:end] = b"\1" * (end - start)
    for match in _SCORE.finditer(narrow):
        if narrow[match.start() - 1 : match.start()] in _NO_SCORE_AFTER:
            continue
        if any(used[match.start() : match.end()]):
            continue
        if match["sign"] in "-–—" and len(match["a"]) > 2 and int(match["b"]) < int(match["a"]):
            used[match.start("b") : match.end()] = b"\1" * len(
                match["b"]
            )  # 787-9 is a model, no nine of anything
        elif score := _score(match, narrow):
            used[match.start() : match.end()] = b"\1" * len(match[0])
            yield Quantity(match.start(), match.end(), score)
    for match in _SCALED.finditer(text) if "illion" in text or "housand" in text else ():
        value = Decimal(match[1].replace(",", "")) * _SCALES[match[2].lower()]
        yield Quantity(match.start(), match.end(), (Amount(value, ""),))
        used[match.start() : match.end()] = b"\1" * len(match[0])
    for number in find_numbers(text):
        if not any(used[number.start : number.end]):
            yield Quantity(
                number.start, number.end + _unit_length(narrow, number), readings(number, narrow), number
            )
    for match in _LATIN.finditer(text):
        counted = _ENGLISH.get(match[0].lower())
        if counted is not None and not any(used[match.start() : match.end()]):
            yield Quantity(match.start(), match.end(), (Amount(Decimal(counted), ""),))
    for match in _SIGN.finditer(text):
        if not used[match.start()]:
            yield Quantity(match.start(), match.end(), (Amount(Decimal(_SIGNS[match[0]]), ""),))


def amounts_of(text: str, quantities: Iterable[Quantity]) -> frozenset[Amount]:
    """Every amount that a source may mean; 一半 and 首次 count as numbers here, and 元 as each currency that it names."""
    found = {amount for quantity in quantities for amount in quantity.readings}
    found |= {Amount(Decimal("0.5"), "") for _ in _HALF.finditer(text)}
    found |= {Amount(Decimal(1), "") for _ in _FIRST.finditer(text)}
    for kind in currencies_in(text):
        found |= {Amount(a.value, kind) for a in found if a.kind in ("money", "")}
    return frozenset(found)


def _score(match: re.Match[str], narrow: str) -> tuple[Amount, ...] | None:
    first, second = int(match["a"]), int(match["b"])
    pair = Amount(Decimal(first * 1000 + second), "score")
    if match["sign"] in "-–—":  # 10-15人 is a range
        unit = narrow[match.end() : match.end() + 1]
        dated = second > first and (unit.isalpha() or not unit)
        return None if dated or len(match["a"]) > 2 else (pair,)
    return (pair, pair._replace(value=Decimal(second * 1000 + first)))


def _unit_length(narrow: str, number: Number) -> int:
    return len(number.unit) if number.unit and narrow.startswith(number.unit, number.end) else 0
