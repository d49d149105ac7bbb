"""Where two people give different numbers for the same thing (pure)."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from drafting.dates import find_dates
from drafting.grounding.amounts import Quantity, quantities_in
from drafting.grounding.clock import clocks_in
from drafting.material import Kind, Material, Ref
from drafting.trip import Trip

_CLAUSE = re.compile(r"[^，,。；;！!？?\n]+")
_ABOUT = re.compile(r"(?:約|大約|將近|近|超過|逾|至少|不到|左右|上下|多)")
_NEAR_ENOUGH = 10  # percent by which two numbers may differ when one of them is said to be rough
_SAME_SUBJECT = 0.34
_LEAST_SHARED = 2
_SKIPPED = frozenset({"", "ordinal", "year", "month", "day", "minute", "score"})
"""Kinds that say when or which, not how many."""


class Claim(NamedTuple):
    """One number in one message: the words of the clause, and the number as written there."""

    ref: Ref
    author: str
    chat_id: int
    clause: str
    number: str


class Difference(NamedTuple):
    """Two claims that cannot both be right, the earlier first. ``key`` names the pair for ever."""

    first: Claim
    second: Claim

    @property
    def key(self) -> str:
        return f"{self.first.ref}.{self.second.ref}"


class _Counted(NamedTuple):
    claim: Claim
    quantity: Quantity
    subject: frozenset[str]
    rough: bool


def differences(trip: Trip) -> list[Difference]:
    """Each pair of messages of different people, about the same day and subject, with another number of the same kind.

    A rough number (約、逾) and one within a tenth of it agree. One difference for each pair of messages.
    """
    usable = [m for m in trip.material if m.text and m.own and m.kind in (Kind.FACT, Kind.QUOTE)]
    counted = {m.ref: list(_counted(m)) for m in usable if m.author}
    found = []
    for a, b in combinations([m for m in usable if m.author], 2):
        if a.author != b.author and a.day == b.day and (pair := _differ(counted[a.ref], counted[b.ref])):
            found.append(pair)
    return found


def _differ(mine: Sequence[_Counted], theirs: Sequence[_Counted]) -> Difference | None:
    for one in mine:
        for other in theirs:
            if (
                _alike(one.subject, other.subject)
                and _same_kind(one.quantity, other.quantity)
                and not _agree(one, other)
            ):
                return Difference(one.claim, other.claim)
    return None


def _counted(piece: Material) -> Iterator[_Counted]:
    for match in _CLAUSE.finditer(piece.text):
        clause = match[0].strip()
        taken = [(found.start, found.end) for found in find_dates(clause, piece.day)]
        taken += [(start, end) for start, end, _ in clocks_in(clause)]
        for quantity in quantities_in(clause, taken):
            if len(quantity.readings) != 1 or quantity.readings[0].kind in _SKIPPED:
                continue
            number = clause[quantity.start : quantity.end].strip()
            words = clause[: quantity.start] + " " + clause[quantity.end :]
            claim = Claim(piece.ref, piece.author, piece.chat_id, clause, number)
            around = clause[max(0, quantity.start - 3) : quantity.end + 2]
            yield _Counted(claim, quantity, _pairs(words), bool(_ABOUT.search(around)))


def _pairs(words: str) -> frozenset[str]:
    """Every two Chinese characters that stand side by side: enough to tell whether clauses speak of the same thing."""
    runs = re.findall(r"[\u4e00-\u9fff]+|[A-Za-z]{3,}", _ABOUT.sub(" ", words))
    return frozenset(
        pair
        for run in runs
        for pair in ([run.lower()] if run.isascii() else [run[i : i + 2] for i in range(len(run) - 1)])
    )


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    shared = len(a & b)
    return shared >= _LEAST_SHARED and shared / min(len(a), len(b)) >= _SAME_SUBJECT


def _same_kind(a: Quantity, b: Quantity) -> bool:
    return a.readings[0].kind == b.readings[0].kind


def _agree(a: _Counted, b: _Counted) -> bool:
    x, y = a.quantity.readings[0].value, b.quantity.readings[0].value
    if x == y:
        return True
    return (a.rough or b.rough) and abs(x - y) * 100 <= max(x, y) * _NEAR_ENOUGH
