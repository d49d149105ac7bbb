"""Marks of headings and points: 壹、 一、 (一) 1. (1), as the form's levels say."""

from collections.abc import Sequence

_FORMAL = "壹貳參肆伍陸柒捌玖拾"
_PLAIN = "一二三四五六七八九十"


def chinese(number: int, digits: str = _PLAIN) -> str:
    """1 → 一, 11 → 十一, 20 → 二十; up to 99, which no report reaches."""
    ten = digits[9]
    if number <= 10:
        return digits[number - 1]
    tens, ones = divmod(number, 10)
    return ("" if tens == 1 else digits[tens - 1]) + ten + (digits[ones - 1] if ones else "")


def mark(levels: Sequence[str], depth: int, number: int) -> str:
    """The mark of the ``number``-th heading at ``depth`` (1 = outermost); below the last level the last one serves."""
    pattern = levels[min(depth, len(levels)) - 1]
    if "壹" in pattern:
        return pattern.replace("壹", chinese(number, _FORMAL))
    if "一" in pattern:
        return pattern.replace("一", chinese(number))
    return pattern.replace("1", str(number))
