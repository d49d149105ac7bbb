"""How rare Chinese words are: a general word list with a price for each, by which a run of characters can be read.

A price is ten times the negative natural logarithm of how often a word stands among words: 的 costs 31, 高興 78. Words and
prices come from the dictionary by which ICU divides Chinese; see the head of ``words.txt`` and docs/decisions/0025.
"""

import re
from functools import cache, lru_cache

from drafting.grounding.script import lines_of

UNKNOWN = 110
"""What a single character costs that the list does not have."""
LONGEST = 4
_ENTRY = re.compile(r"([^\d ]*?)(\d+)")


def words_at(run: str, at: int) -> list[tuple[int, int]]:
    """Length and price of each word of the list, single characters too, that begins there."""
    known = _begun_by(run[at])
    found = [(1, known[""])]
    if len(known) > 1:
        for length in range(2, min(LONGEST, len(run) - at) + 1):
            cost = known.get(run[at + 1 : at + length])
            if cost is not None:
                found.append((length, cost))
    return found


@lru_cache(maxsize=65536)
def price(run: str) -> int:
    """What the cheapest reading of a run of characters as words costs."""
    paid = [0] + [UNKNOWN * len(run)] * len(run)
    for at in range(len(run)):
        for length, cost in words_at(run, at):
            paid[at + length] = min(paid[at + length], paid[at] + cost)
    return paid[-1]


@cache
def _begun_by(character: str) -> dict[str, int]:
    """The rest of each word that begins so, with its price; "" is the character as a word of its own."""
    found = {rest: int(cost) for rest, cost in _ENTRY.findall(_rows().get(character, character)[1:])}
    return {"": UNKNOWN} | found


@cache
def _rows() -> dict[str, str]:
    return {row[0]: row for row in lines_of("words.txt")}
