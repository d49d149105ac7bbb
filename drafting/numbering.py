"""Marks of headings and points: 壹、 一、 (一) 1. (1), as the form's levels say."""

from collections.abc import Sequence

_DIGITS = "〇一二三四五六七八九"
_LEGAL = str.maketrans("一二三四五六七八九十百", "壹貳參肆伍陸柒捌玖拾佰")


def mark(levels: Sequence[str], depth: int, number: int) -> str:
    """The mark of the ``number``-th heading at ``depth`` (1 = outermost); below the last level the last one serves."""
    return numbered(levels[min(depth, len(levels)) - 1], number)


def numbered(pattern: str, number: int) -> str:
    """The pattern of a level with 壹, 一 or 1 replaced by the number in that series (1 to 199)."""
    for sample, written in (
        ("壹", chinese(number).translate(_LEGAL)),
        ("一", chinese(number)),
        ("1", str(number)),
    ):
        if sample in pattern:
            return pattern.replace(sample, written, 1)
    return pattern


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


def _tens(number: int, *, lead: bool) -> str:
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("" if tens == 1 and not lead else _DIGITS[tens]) + "十"
    return head + (_DIGITS[ones] if ones else "")
