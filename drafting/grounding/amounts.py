"""Amounts: a value in the smallest unit of its kind, so that 半年 is 6個月 and 88位 is 88人 but not 88%."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from drafting.numerals import Number, find_numbers

_KINDS = {
    "人": "people", "位": "people", "名": "people", "人次": "people",
    "%": "percent",
    "年": "month", "個月": "month", "季": "month",
    "天": "day", "日": "day", "週": "day", "周": "day", "星期": "day", "禮拜": "day", "個星期": "day",
    "小時": "minute", "個小時": "minute", "分鐘": "minute",
    "公里": "length", "km": "length", "公尺": "length", "公頃": "area", "平方公里": "area",
    "美元": "USD", "美金": "USD", "USD": "USD", "歐元": "EUR", "EUR": "EUR", "日圓": "JPY", "日元": "JPY",
    "公斤": "weight", "公噸": "weight", "公克": "weight", "kg": "weight", "度": "degree", "℃": "degree", "°C": "degree",
    "元": "money", "圓": "money",
    "新臺幣": "TWD", "NTD": "TWD", "盧比": "rupee", "英鎊": "GBP", "韓元": "KRW", "泰銖": "THB", "港幣": "HKD",
}  # fmt: skip
_MONEY = {"money", "USD", "EUR", "JPY", "TWD", "rupee", "GBP", "KRW", "THB", "HKD"}
_FACTORS = {
    "年": 12,
    "季": 3,
    "週": 7,
    "周": 7,
    "星期": 7,
    "禮拜": 7,
    "個星期": 7,
    "小時": 60,
    "個小時": 60,
    "公里": 1000,
    "km": 1000,
    "公斤": 1000,
    "kg": 1000,
    "公噸": 10**6,
}
_ENGLISH: dict[str, int | Decimal] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "thousand": 1000,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "half": Decimal("0.5"),
}  # fmt: skip
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_SCALED = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s(thousand|million|billion)", re.IGNORECASE)
_ENGLISH_WORD = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(_ENGLISH)})(?![A-Za-z])", re.IGNORECASE)
_HALF = re.compile(r"一半|半數|過半|半(?=年|天|日|小時|個月)")
_FIRST = re.compile(r"首(?=[次度屆場日位個])|頭一|第一|最早|初次")
_CIRCLED = {chr(0x2460 + i): i + 1 for i in range(20)}


class Amount(NamedTuple):
    """``kind`` is "" where the unit tells nothing (個, 場) or is missing."""

    value: Decimal
    kind: str

    def agrees(self, other: "Amount") -> bool:
        """Whether both may be the same amount."""
        if self.value != other.value:
            return False
        if "money" in (self.kind, other.kind) and {self.kind, other.kind} <= _MONEY:
            return True  # 元 may be said of any currency
        return self.kind == other.kind or (
            "percent" not in (self.kind, other.kind) and not (self.kind and other.kind)
        )


def readings(number: Number) -> list[Amount]:
    """All amounts that a number may mean: 107年 is a year of our calendar, the year 2018, or 107 years."""
    plain = Amount(number.value, "year" if number.unit == "年" else _KINDS.get(number.unit, ""))
    if number.unit == "年" and number.value == int(number.value):
        years = [plain]
        if 1 <= number.value <= 200:
            years += [Amount(number.value + 1911, "year"), Amount(number.value * 12, "month")]
        return years
    if number.unit == "年":
        return [Amount(number.value * 12, "month")]
    if number.unit in _FACTORS:
        return [plain._replace(value=number.value * _FACTORS[number.unit])]
    if number.ordinal or number.value < 1912:
        return [plain]
    return [plain, Amount(number.value, "year")] if not plain.kind and number.value < 2200 else [plain]


def amounts_in(text: str, taken: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int, Amount]]:
    """Start, end and each reading of each number that lies outside of ``taken`` (the days)."""
    found = [
        (n.start, n.end, amount)
        for n in find_numbers(text)
        if not any(start < n.end and n.start < end for start, end in taken)
        for amount in readings(n)
    ]
    for match in _SCALED.finditer(text):
        value = Decimal(match[1].replace(",", "")) * _SCALES[match[2].lower()]
        found.append((match.start(), match.end(), Amount(value, "")))
    found += [
        (m.start(), m.end(), Amount(Decimal(_ENGLISH[m[0].lower()]), ""))
        for m in _ENGLISH_WORD.finditer(text)
    ]
    found += [(m.start(), m.end(), Amount(Decimal("0.5"), "")) for m in _HALF.finditer(text)]
    found += [(m.start(), m.end(), Amount(Decimal(1), "")) for m in _FIRST.finditer(text)]
    return found + [(i, i + 1, Amount(Decimal(_CIRCLED[c]), "")) for i, c in enumerate(text) if c in _CIRCLED]
