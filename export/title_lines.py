"""Breaks the name of a report into lines for a title page: where a person would, never inside a word if that can be helped.

Words are told apart by the price list that also tells names from words (drafting/grounding/lexicon.py).
"""

import re
from functools import cache
from itertools import accumulate, pairwise

from drafting.grounding.lexicon import UNKNOWN, words_at
from drafting.grounding.script import plain
from export.lines import em_width

_RUN = re.compile(r"[\u3400-\u9fff]+")
_OPENING, _CLOSING = "「『（(《〈【", "」』）)》〉】"
_JOINING = "暨及與和並"
_LASTS = frozenset("會局府處館院校署部")
_NEVER_FIRST = frozenset(_CLOSING + "，、。；：！？·,.;:!?")
_AT_BRACKET, _BEFORE_JOINING, _AFTER_BODY, _BETWEEN_WORDS = 0.0, 6.0, 12.0, 40.0
_BETWEEN_SINGLE_CHARACTERS = 200.0  # such as those of a foreign name that no list has
_WITHIN_WORD = 900.0
_UNEVEN = 0.5  # for each em² that a line is longer or shorter than the mean
_ONE_LINE_MORE = 25.0


def broken(text: str, width: float) -> str:
    """The text with line breaks, each line at most ``width`` em wide; line breaks that it has are kept."""
    return "\n".join(_broken(line.strip(), width) for line in text.split("\n"))


def _broken(text: str, width: float) -> str:
    """Fewest lines but one, about equally long; cheapest by where they break and how uneven they are."""
    total = em_width(text)
    if total <= width:
        return text
    least = int(-(-total // width))
    prices = {at: price for at in range(1, len(text)) if (price := _price(text, at)) is not None}
    found = [
        (made[0] + (lines - least) * _ONE_LINE_MORE, made[1])
        for lines in (least, least + 1)
        if (made := _cheapest(text, width, lines, prices))
    ]
    if not found:
        return text
    cuts = [0, *min(found)[1], len(text)]
    return "\n".join(text[a:b].strip() for a, b in pairwise(cuts))


def _cheapest(
    text: str, width: float, lines: int, prices: dict[int, float]
) -> tuple[float, list[int]] | None:
    """The best places to break into so many lines, with what they cost; None if it cannot be done."""
    down = [0.0, *accumulate(map(em_width, text))]
    ideal = down[-1] / lines

    def wide(start: int, end: int) -> float:
        return down[end] - down[start] - (em_width(" ") if text[end - 1] == " " else 0)

    @cache
    def rest(start: int, left: int) -> tuple[float, tuple[int, ...]] | None:
        if left == 1:
            last = wide(start, len(text))
            return (_UNEVEN * (last - ideal) ** 2, ()) if last <= width else None
        best: tuple[float, tuple[int, ...]] | None = None
        for at, price in prices.items():
            if at <= start or (line := wide(start, at)) > width:
                continue
            if after := rest(at, left - 1):
                cost = price + _UNEVEN * (line - ideal) ** 2 + after[0]
                if best is None or cost < best[0]:
                    best = (cost, (at, *after[1]))
        return best

    made = rest(0, lines)
    return (made[0], list(made[1])) if made else None


def _price(text: str, at: int) -> float | None:
    """What a break before the character at this place costs; None is never."""
    before, after = text[at - 1], text[at]
    if after in _NEVER_FIRST or before in _OPENING or after == " ":
        return None
    if before == " ":
        return _BETWEEN_WORDS
    if before.isascii() and after.isascii() and after not in _OPENING:
        return None
    if after in _OPENING or before in _CLOSING:
        return _AT_BRACKET
    if after in _JOINING and at in _ends_of_words(text):
        return _BEFORE_JOINING
    if before.isdigit() or after.isdigit():
        return _WITHIN_WORD if before.isdigit() else _BETWEEN_WORDS
    ends = _ends_of_words(text)
    if at not in ends:
        return _WITHIN_WORD
    if at - 1 in ends and at + 1 in ends:
        return _BETWEEN_SINGLE_CHARACTERS
    return _AFTER_BODY if before in _LASTS else _BETWEEN_WORDS


@cache
def _ends_of_words(text: str) -> frozenset[int]:
    """The places behind each word of the cheapest reading."""
    ends: set[int] = set()
    for run in _RUN.finditer(text):
        told = plain(run[0])
        paid: list[tuple[float, int]] = [(0, 0)] + [(float("inf"), 0)] * len(told)
        for at in range(len(told)):
            for length, cost in words_at(told, at):
                price = paid[at][0] + (cost if length > 1 else max(cost, UNKNOWN // 2))
                if price < paid[at + length][0]:
                    paid[at + length] = (price, at)
        at = len(told)
        while at:
            ends.add(run.start() + at)
            at = paid[at][1]
        ends |= {run.start(), run.end()}
    return frozenset(ends)
