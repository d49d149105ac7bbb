"""Reads a run of Chinese as words and names, the cheapest way there is, so that 王海明 is a name and 高興 is not.

Every word has a price (``lexicon``); a name costs what being a name costs, its surname by how many people have it, and its
given name by how often such characters are in given names. What stands before and after a name makes it dearer or cheaper: a
post, a verb of speaking, the end of a clause. All prices are ten times the negative natural logarithm of a probability.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from math import log
from typing import NamedTuple

from drafting.grounding.lexicon import price, words_at
from drafting.grounding.name_signs import FOREIGN, after, before, is_post
from drafting.grounding.script import lines_of, plain

_NAME = 32  # four words in a hundred are names of persons, in news and reports
_ONE_GIVEN, _TWO_GIVEN = 19, 2  # of a hundred names, 15 have one character after the surname
_IN_FREQUENT_NAMES, _IN_NAMES, _ELSEWHERE = 50, 60, 74
_JOINT = 45  # more, for a character that joins words
_JOINTS = frozenset(
    plain("的在是和與及為有了不也都將對說從以被則還曾因就已於最當向用其這那各每等上下到後前時年月日")
)
_KNOWN = 30  # less, for a name that the sources have
_MOST = 60  # what a name can gain by what stands around it and by being known, for all but the rarest
_NEVER = 1e9
_FOREIGN, _SYLLABLE = 50, 41  # one word in 150; one of the 60 most frequent characters each
_ONLY_SURNAMES = frozenset(
    plain(
        "王李劉陳楊趙吳徐孫朱胡郭鄭馮鄧曹袁蕭董潘蔣蔡魏宋梁呂彭傅沈蘇盧丁薛閻閆杜戴鍾汪姜姚譚廖鄒陸郝崔邱秦侯邵孟尹黎賀賴龔"
        "倪龐樊蘭殷施陶翟嚴顏聶莊歐俞裴鮑詹柯羅喬賈鞏霍甄褚茅鄔郁滕祁韋翁"
    )
)
_ALONE = 40  # more, for a character that is a word of its own in names only
_RARELY_WORDS = frozenset(plain("林何程唐謝許"))
_MEASURES = frozenset(plain("張周項段"))
_COUNTED = frozenset(plain("零〇一二兩三四五六七八九十百千萬幾數多半每這那該各逐上下本前後整首"))
_RARELY = (
    25  # more, for a character that is seldom a word of its own, and for a measure word without a number
)
_ABOUT, _BEFORE_ABOUT = plain("許"), tuple(plain("時點分日月年歲人元里"))
_DEPUTY = "副"
"""Begins a post after a surname alone (趙副秘書長) and stands in no given name."""
_RUN = re.compile(r"[\u4e00-\u9fff]{2,}")


class _Name(NamedTuple):
    """What may be a name in its place, and what it costs as one."""

    start: int
    end: int
    cost: float


def names_in(told: str, is_known: Callable[[str], bool] = lambda _: False) -> Iterator[tuple[int, int]]:
    """Start and end of each name of a person in a text in one script that is not ``is_known``.

    What is known is read as a name sooner than other words, so that a name beside it is cut rightly.
    """
    for match in _RUN.finditer(told):
        likely = [
            _weighed(told, c)
            for c in _candidates(told, *match.span())
            if c.cost - _MOST < price(told[c.start : c.end])
        ]
        known = {c: is_known(told[c.start : c.end]) for c in likely}
        if not all(known.values()):
            priced = [c._replace(cost=c.cost - (_KNOWN if known[c] else 0)) for c in likely]
            names = {(c.start, c.end) for c, told_of in known.items() if not told_of}
            yield from (name for name in _read(told, match.span(), priced) if name in names)


def _candidates(told: str, first: int, last: int) -> Iterator[_Name]:
    known = surnames()
    for at in range(first, last - 1):
        surname = known.get(told[at])
        if surname is not None and told[at + 1] != _DEPUTY and not _is_about(told, at):
            cost = _NAME + surname + _given(told[at + 1])
            yield _Name(at, at + 2, cost + _ONE_GIVEN)
            if at + 2 < last and not is_post(told[at + 1 : at + 3]):
                yield _Name(at, at + 3, cost + _given(told[at + 2]) + _TWO_GIVEN)
        surname = known.get(told[at : at + 2])
        if surname is not None:
            cost = _NAME + surname + _ONE_GIVEN
            for end in (at + 3, at + 4):
                if end <= last:
                    cost += _given(told[end - 1])
                    yield _Name(at, end, cost)
    for match in FOREIGN.finditer(told, first, last):
        for start in range(match.start(), match.end() - 2):
            for end in range(start + 3, match.end() + 1):
                yield _Name(start, end, _FOREIGN + _SYLLABLE * (end - start))


def _is_about(told: str, at: int) -> bool:
    """Whether 許 says that a time or a number is about right (下午4時許), and is no surname."""
    return told[at] in _ABOUT and told[at - 1 : at] in _BEFORE_ABOUT


def _weighed(told: str, name: _Name) -> _Name:
    return name._replace(cost=name.cost - before(told, name.start) - after(told, name.end))


def _read(told: str, place: tuple[int, int], names: Sequence[_Name]) -> list[tuple[int, int]]:
    """The names of the cheapest reading of a run."""
    first, last = place
    run = told[first:last]
    begun: dict[int, list[_Name]] = {}
    for name in names:
        begun.setdefault(name.start, []).append(name)
    cheapest = [0.0] + [_NEVER] * (last - first)
    came: list[tuple[int, bool]] = [(first, False)] * (last - first + 1)
    for at in range(first, last):
        paid = cheapest[at - first]
        steps = [
            (at + n, cost + (_alone(told, at) if n == 1 else 0), False)
            for n, cost in words_at(run, at - first)
        ]
        for end, cost, named in (*steps, *((n.end, n.cost, True) for n in begun.get(at, ()))):
            if paid + cost < cheapest[end - first]:
                cheapest[end - first], came[end - first] = paid + cost, (at, named)
    found, at = [], last
    while at > first:
        start, named = came[at - first]
        if named:
            found.append((start, at))
        at = start
    return found[::-1]


def _alone(told: str, at: int) -> int:
    """How much dearer a surname is as a word of its own than its price, which counts it in names too."""
    character, last = told[at], told[at - 1 : at]
    if character in _ONLY_SURNAMES:
        return _ALONE
    uncounted = character in _MEASURES and last not in _COUNTED and not last.isdigit()
    return _RARELY if uncounted or character in _RARELY_WORDS else 0


@cache
def surnames() -> dict[str, float]:
    """Each surname with its price."""
    rows = (line.split() for line in lines_of("surnames.txt"))
    return {name: -10 * log(float(share) / 100) for name, share in rows}


@cache
def _given(character: str) -> float:
    frequent, rest = _given_names()
    cost = _IN_FREQUENT_NAMES if character in frequent else _IN_NAMES if character in rest else _ELSEWHERE
    return cost + (_JOINT if character in _JOINTS else 0)


def given_names() -> frozenset[str]:
    """The characters that are known from given names."""
    frequent, rest = _given_names()
    return frequent | rest


@cache
def _given_names() -> tuple[frozenset[str], frozenset[str]]:
    frequent, rest = "\n".join(lines_of("given_names.txt")).split("\n\n")
    return frozenset(frequent), frozenset(rest)
