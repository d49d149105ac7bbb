"""Whose number it is: whether a source says it of the same thing, judged by the words that stand beside it.

The right number of the wrong thing passes every comparison of numbers. Two signs give it away: the source has these
words beside another number of the same kind (會員代表62, said of 88), or it is a long text that has the number only
where it speaks of something else. Both are needed strongly: material is written in catchwords, reports in sentences.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from drafting.dates import Found
from drafting.grounding.amounts import Amount, Quantity
from drafting.grounding.persons import WITH_POST
from drafting.grounding.script import plain
from drafting.numerals import NARROW, find_numbers

_CLAUSE = "，。；：！？、\n,;（）()「」＋"
_SENTENCE = "。！？\n；"
_FURTHEST = 60
_LONG = 200  # characters from which a source speaks of several things
_ERA = 80  # years of our calendar that people write of, and more than most things last
_LENGTH_BEFORE = re.compile(
    r"(?:近|約|约|逾|達|达|過|过|到|經|经|歷|历|時|时|期|已|滿|满|有|共|未來|未来|了)\s?$"
)
_DATED_AFTER = re.compile(r"\s?年\s?(?![間间之的多餘余來来前後后內内以歷历計计半])[\u4e00-\u9fff]")
_LITTLE = 0.1  # of a clause: no more than chance has in common
_FEWEST = 5  # pairs of characters that a clause must have before it tells what it speaks of
_SOMEBODY = WITH_POST
_DAYS = ("日", "號")
_NO_DAY = re.compile(
    r"\s?(?:種子|种子|館|馆|線|线|公路|出口|登機|登机|門|门|樓|楼|廳|厅|桌|車|车|房|室|機|机|令|函|球)"
)
_JOINTS = "的了在是和與与及或至到則则為为以"
_RANKS = "名位大"
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MARKS = re.compile(r"[\d\W_]+")
_UP = re.compile(r"(?:增|升|漲|涨|多|高|成長|成长|擴|扩)[^\d，。；]{0,6}$")
_DOWN = re.compile(r"(?:減|减|降|跌|少|低|縮|缩|衰退)[^\d，。；]{0,6}$")


class Said(NamedTuple):
    """A number in its source."""

    source: str
    start: int
    end: int
    readings: tuple[Amount, ...]


class DaySaid(NamedTuple):
    """A day in its source."""

    source: str
    start: int
    end: int
    day: Found


def said_in(source: str, quantities: Iterable[Quantity]) -> tuple[Said, ...]:
    """Every number of a source in its place."""
    return tuple(Said(source, q.start, q.end, q.readings) for q in quantities)


def is_anothers(text: str, quantity: Quantity, others: Sequence[Quantity], known: Sequence[Said]) -> bool:
    """Whether the sources say this number, but of something else. ``others`` are the numbers of the same text."""
    if quantity.number and quantity.number.unit in _DAYS and not _NO_DAY.match(text, quantity.end):
        return False
    same = [s for s in known if any(a.agrees(b) for a in quantity.readings for b in s.readings)]
    if not same:
        return False
    same = [s for s in same if _fits(text, quantity, s)]
    if not same or _turned(text, quantity, same):
        return True
    if _is_attributed_otherwise(text, quantity, same):
        return True
    placed = quantity.number is not None and quantity.number.ordinal
    if placed or _is_calendar_year(quantity) or any(_stands_beside_the_same(text, quantity, s) for s in same):
        return False
    clause = _pairs(text, quantity.start, quantity.end, _CLAUSE)
    here = max(_share(clause, s, _CLAUSE) for s in same)
    if here > _LITTLE:
        return False
    score = quantity.readings[0].kind == "score"
    if len(clause) > 1 and not score:
        elsewhere = _stands_elsewhere(text, clause, quantity, others, known, len(clause) < _FEWEST)
        if elsewhere >= 0.66 or (len(clause) >= _FEWEST and elsewhere - here >= 0.25):
            return True
    if (not clause and not score) or any(a.kind == "year" for a in quantity.readings):
        return False
    return not any(len(s.source) < _LONG or _is_written_so(text, quantity, s) for s in same)


def _is_written_so(text: str, quantity: Quantity, said: Said) -> bool:
    """Whether it stands there sign for sign: who takes a number over writes 6：3 as 6：3, not as 6-3.

    A number of a sentence in another language is written otherwise, and nothing beside it can be the same.
    """
    if not _HAN.search(_around(said.source, said.start, said.end, _CLAUSE)):
        return True
    mine, theirs = text[quantity.start : quantity.end], said.source[said.start : said.end]
    return _signs(mine) == _signs(theirs)


def _signs(number: str) -> str:
    return re.sub("[ ,]", "", plain(number).translate(NARROW))


def _fits(text: str, quantity: Quantity, said: Said) -> bool:
    """A bare number before a word (6連勝) is no measured one (6日), unless the word stands beside that too."""
    if quantity.number and quantity.number.ordinal:
        return _is_of_one_row(text, quantity.number.end, said)
    noun = text[quantity.end : quantity.end + 1]
    if _NO_DAY.match(text, quantity.end) and quantity.number and quantity.number.unit in _DAYS:
        return noun in said.source[said.start : said.end + 6]
    if quantity.readings[0].kind or not noun.isalpha() or noun.isascii() or noun in _JOINTS:
        return True
    around = said.source[said.start : said.end + 6]
    if noun in around:
        return True
    after = said.source[said.end : said.end + 1]
    return any(not a.kind for a in said.readings) and not (
        after.isalpha() and not after.isascii() and after not in _JOINTS
    )


def _is_of_one_row(text: str, end: int, said: Said) -> bool:
    """第1 and 第1名 are a rank, 第一站 is a stop: which row a number counts in is said by the word after it, if one is."""
    if plain(said.source[max(0, said.start - 2) : said.start]).strip()[-1:] != "第":
        return True
    begun = max(0, said.start - 2)
    number = next((n for n in find_numbers(said.source[begun : said.end]) if n.ordinal), None)
    after = said.source[begun + number.end if number else said.end :][:3].lstrip()[:1]
    words = [
        plain(w) if w.isalpha() and not w.isascii() and w not in _JOINTS else ""
        for w in (text[end : end + 3].lstrip()[:1], after)
    ]
    mine, theirs = ("" if w in _RANKS else w for w in words)
    return mine == theirs or (not theirs and after not in _RANKS)


def _is_calendar_year(quantity: Quantity) -> bool:
    """A year says when, as a day does: much may be said of it that the source says of other years beside."""
    return quantity.readings[0].kind == "year" and len(quantity.readings) == 1


def _stands_beside_the_same(text: str, quantity: Quantity, said: Said) -> bool:
    """Whether the word right before the number (哈登的51分) or, without a unit, right after it (80後) is the same there."""
    mine = text[max(0, quantity.start - 8) : quantity.start].rstrip("的之共約约達达為为 ")[-2:]
    theirs = said.source[max(0, said.start - 8) : said.start].rstrip("的之共約约達达為为 ")[-2:]
    return len(mine) == 2 and mine.isalpha() and plain(mine) == plain(theirs)


def is_anothers_day(
    text: str, place: tuple[int, int], here: Sequence[DaySaid], elsewhere: Sequence[DaySaid]
) -> bool:
    """Whether the sentence around a day stands in the sources beside another: 4/10 of what they say of 4/9.

    ``here`` are the places of this day in the sources, ``elsewhere`` those of days that the text does not name.
    """
    sentence = _pairs(text, *place, _SENTENCE)
    if len(sentence) < _FEWEST or not here:
        return False
    mine = max(_share_of_day(sentence, s) for s in here)
    return mine <= 0.6 and any(_share_of_day(sentence, s) >= 0.8 for s in elsewhere)


def _share_of_day(pairs: frozenset[str], said: DaySaid) -> float:
    return len(pairs & _pairs(said.source, said.start, said.end, _SENTENCE)) / len(pairs)


def _stands_elsewhere(
    text: str,
    clause: frozenset[str],
    quantity: Quantity,
    others: Sequence[Quantity],
    known: Sequence[Said],
    also: bool,
) -> float:
    """How much of the clause stands beside another number of the same kind.

    One that the text says too does not count, unless ``also``: of a listing with two numbers changed about.
    """
    kinds = {a.kind for a in quantity.readings} | {""}
    here = {a.value for q in others if q is quantity or not also for a in q.readings}
    dated = _says_when(text, quantity)
    rivals = [
        s
        for s in known
        if kinds & {a.kind for a in s.readings}
        and not here & {a.value for a in s.readings}
        and not (dated and _lasts(s.readings))
    ]
    return max((_share(clause, s, _CLAUSE) for s in rivals), default=0.0)


def _says_when(text: str, quantity: Quantity) -> bool:
    """Whether this is surely a year of our calendar (113年起), by its value and by no sign of a length (已歷時113年)."""
    year = _least_year(quantity.readings)
    if year is None or year < _ERA or quantity.number is None:
        return False
    before = text[max(0, quantity.start - 3) : quantity.start]
    return bool(_DATED_AFTER.match(text, quantity.number.end)) and not _LENGTH_BEFORE.search(before)


def _lasts(theirs: Sequence[Amount]) -> bool:
    """Whether it is how long something lasts (兩年), of which is said otherwise than of the year in which it began."""
    year = _least_year(theirs)
    return year is not None and year < _ERA


def _least_year(readings: Sequence[Amount]) -> Decimal | None:
    return min((a.value for a in readings if a.kind == "year"), default=None)


def _is_attributed_otherwise(text: str, quantity: Quantity, same: Sequence[Said]) -> bool:
    """Whether somebody is named beside the number here, and beside it there only somebody else."""
    mine = _named(_around(text, quantity.start, quantity.end, _CLAUSE))
    if not mine:
        return False
    theirs = [_named(_around(s.source, s.start, s.end, _CLAUSE)) for s in same]
    return all(t and not _meet(mine, t) for t in theirs)


def _named(words: str) -> frozenset[str]:
    return frozenset(m["name"] for m in _SOMEBODY.finditer(plain(words)))


def _meet(some: frozenset[str], others: frozenset[str]) -> bool:
    """王 (of 王局長) and 王小明 may be one."""
    return any(a.startswith(b) or b.startswith(a) for a in some for b in others)


def _turned(text: str, quantity: Quantity, same: Sequence[Said]) -> bool:
    """Whether it rises here and only falls there, or the other way round."""
    before = text[max(0, quantity.start - 12) : quantity.start]
    up, down = bool(_UP.search(before)), bool(_DOWN.search(before))
    if up == down:
        return False
    against = _DOWN if up else _UP
    along = _UP if up else _DOWN
    theirs = [s.source[max(0, s.start - 12) : s.start] for s in same]
    return all(against.search(t) and not along.search(t) for t in theirs)


def likeness(text: str, quantity: Quantity, said: Said) -> float:
    """How much of the clause around a number (0 to 1) stands beside another in its source."""
    return _share(_pairs(text, quantity.start, quantity.end, _CLAUSE), said, _CLAUSE)


def _share(pairs: frozenset[str], said: Said, ends: str) -> float:
    return len(pairs & _pairs(said.source, said.start, said.end, ends)) / len(pairs) if pairs else 0.0


@lru_cache(maxsize=8192)
def _pairs(text: str, start: int, end: int, ends: str) -> frozenset[str]:
    """The neighbouring characters of the clause or sentence around a number, the number itself left out."""
    words = _MARKS.split(plain(_around(text, start, end, ends)))
    return frozenset(a + b for word in words for a, b in pairwise(word))


def _around(text: str, start: int, end: int, ends: str) -> str:
    """The clause or sentence around a number, the number itself left out."""
    first, last = start, end
    while first > 0 and start - first < _FURTHEST and text[first - 1] not in ends:
        first -= 1
    while last < len(text) and last - end < _FURTHEST and text[last] not in ends:
        last += 1
    return f"{text[first:start]} {text[end:last]}"
