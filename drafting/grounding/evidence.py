"""What a source holds, read once: its days, times, numbers, names and its text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from drafting.dates import Found, find_dates
from drafting.grounding.amounts import Amount, amounts_of, quantities_in
from drafting.grounding.clock import Clock, clocks_in
from drafting.grounding.latin import initials_in, words_in
from drafting.grounding.owners import DaySaid, Said, said_in
from drafting.grounding.phones import phones_in
from drafting.grounding.weekdays import weekdays_in, weekdays_of


@dataclass(frozen=True)
class Evidence:
    """All that may be said on the strength of some sources."""

    days: tuple[DaySaid, ...] = ()
    clocks: frozenset[Clock] = frozenset()
    amounts: frozenset[Amount] = frozenset()
    said: tuple[Said, ...] = ()
    weekdays: frozenset[int] = frozenset()
    phones: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    run_on: tuple[str, ...] = ()  # the Latin words of a source without spaces between
    initials: tuple[str, ...] = ()
    texts: tuple[str, ...] = field(default=(), repr=False)

    @cached_property
    def dates(self) -> tuple[Found, ...]:
        """Every day, without its place."""
        return tuple(said.day for said in self.days)

    @cached_property
    def bare_days(self) -> frozenset[int]:
        """The days that stand without a month: 11日."""
        return frozenset(
            int(s.readings[0].value)
            for s in self.said
            if s.readings[0].kind == "day" and s.source[s.end - 1] in "日號号"
        )

    @classmethod
    def together(cls, parts: Sequence["Evidence"]) -> "Evidence":
        """The evidence of several sources."""
        return cls(
            days=tuple(d for p in parts for d in p.days),
            clocks=frozenset[Clock]().union(*(p.clocks for p in parts)),
            amounts=frozenset[Amount]().union(*(p.amounts for p in parts)),
            said=tuple(s for p in parts for s in p.said),
            weekdays=frozenset[int]().union(*(p.weekdays for p in parts)),
            phones=frozenset[str]().union(*(p.phones for p in parts)),
            words=frozenset[str]().union(*(p.words for p in parts)),
            run_on=tuple(r for p in parts for r in p.run_on),
            initials=tuple(i for p in parts for i in p.initials),
            texts=tuple(t for p in parts for t in p.texts),
        )


_GLUED = re.compile(r"(?m)^[^\S\n]*\d{1,2}\.(?=\d{2,3}年)")
"""The number of a list glued to a year: 「1.118年前」 speaks of the year 118 and of no 1.118."""


@lru_cache(maxsize=4096)
def evidence_of(source: str, near: date | None) -> Evidence:
    """Read one source; kept, since many sentences rest on the same piece of material."""
    if _GLUED.search(source):
        source = _GLUED.sub(r"\g<0> ", source)
    dates = tuple(find_dates(source, near))
    clocks = clocks_in(source)
    taken = [(d.start, d.end) for d in dates]
    words = words_in(source)
    quantities = tuple(quantities_in(source, taken))
    return Evidence(
        days=tuple(DaySaid(source, d.start, d.end, d) for d in dates),
        clocks=frozenset(c for _, _, c in clocks),
        amounts=amounts_of(source, quantities),
        said=said_in(source, quantities),
        weekdays=frozenset(w for _, _, w in weekdays_in(source, dates)) | weekdays_of(dates),
        phones=frozenset(p for _, _, p in phones_in(source)),
        words=frozenset(words),
        run_on=("".join(words),) if words else (),
        initials=initials_in(source),
        texts=(source,),
    )
