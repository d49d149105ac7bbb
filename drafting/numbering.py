"""Marks of headings and points: 壹、 一、 (一) 1. (1), or I. A. 1. (a), as the form's levels say."""

import re
from collections.abc import Sequence

_DIGITS = "〇一二三四五六七八九"
_SERIES = (
    ("壹", "[壹貳參肆伍陸柒捌玖拾佰]{1,5}"),
    ("一", "[一二三四五六七八九十百零]{1,5}"),
    ("1", r"\d{1,3}"),
    ("I", "[IVXLC]{1,6}"),
    ("A", "[A-Z]{1,2}"),
    ("i", "[ivxlc]{1,6}"),
    ("a", "[a-z]{1,2}"),
)
_LEGAL = str.maketrans("一二三四五六七八九十百", "壹貳參肆伍陸柒捌玖拾佰")


def mark(levels: Sequence[str], depth: int, number: int) -> str:
    """The mark of the ``number``-th heading at ``depth`` (1 = outermost); below the last level the last one serves."""
    return numbered(levels[min(depth, len(levels)) - 1], number)


def numbered(pattern: str, number: int) -> str:
    """The pattern of a level with 壹, 一, 1, I, A, i or a replaced by the number in that series (1 to 199)."""
    for sample, written in (
        ("壹", chinese(number).translate(_LEGAL)),
        ("一", chinese(number)),
        ("1", str(number)),
        ("I", roman(number)),
        ("A", letter(number)),
        ("i", roman(number).lower()),
        ("a", letter(number).lower()),
    ):
        if sample in pattern:
            return pattern.replace(sample, written, 1)
    return pattern


def unmarked(levels: Sequence[str], heading: str) -> str:
    """The heading without the mark that one of these levels gave it."""
    for level in levels:
        if match := re.match(_any_number(level), heading):
            return heading[match.end() :]
    return heading


def _any_number(pattern: str) -> str:
    for sample, others in _SERIES:
        if sample in pattern:
            before, _, after = pattern.partition(sample)
            return f"{re.escape(before)}{others}{re.escape(after)}"
    return re.escape(pattern)


def chinese(number: int) -> str:
    """一 … 十, 十一 … 九十九, 一百, 一百零一 … 一百九十九; digits beyond."""
    if not 0 < number < 200:
        return str(number)
    if number >= 100:
        rest = number - 100
        if not rest:
            return "一百"
        return "一百" + ("零" + _DIGITS[rest] if rest < 10 else _tens(rest, lead=True))
    return _tens(number, lead=False)


def roman(number: int) -> str:
    """I, II, III, IV … as covers and front pages are counted; digits beyond 199."""
    if not 0 < number < 200:
        return str(number)
    written = ""
    for value, sign in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
    ):
        written += sign * (number // value)
        number %= value
    return written + "I" * number


def letter(number: int) -> str:
    """A … Z, AA, AB …; digits for what is no number of a point."""
    if number < 1:
        return str(number)
    written = ""
    while number:
        number, rest = divmod(number - 1, 26)
        written = chr(ord("A") + rest) + written
    return written


def _tens(number: int, *, lead: bool) -> str:
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("" if tens == 1 and not lead else _DIGITS[tens]) + "十"
    return head + (_DIGITS[ones] if ones else "")
