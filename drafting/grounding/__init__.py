"""The gate: which numbers, dates, names and quotations of a text stand in none of its sources.

It knows writings, not meanings: 4/10, 4月10日 and 四月十日 are one day, 37.6億 and 37億6千萬 one number, Takht i Bahi and
Takht-i-Bahi one name. What it names is surely not written in the sources; a wrong statement made of right words
passes.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from drafting.grounding.bodies import missing_bodies
from drafting.grounding.evidence import Evidence, evidence_of
from drafting.grounding.gazetteer import missing_places, places_in
from drafting.grounding.ledger import Fact, ledger_of
from drafting.grounding.names import missing_names
from drafting.grounding.persons import missing_persons
from drafting.grounding.quantities import missing_quantities
from drafting.grounding.quotes import missing_quotes
from drafting.grounding.script import plain
from drafting.grounding.unsupported import Kind, Unsupported

__all__ = ["Evidence", "Fact", "Kind", "Unsupported", "ledger_of", "unsupported"]

_STOPS = "。！？；，\n "
_GOES_ON = re.compile(r"[\dA-Za-z零〇一二兩三四五六七八九十百千萬億.,%％/:：-]")


def unsupported(text: str, sources: Sequence[str], near: date | None = None) -> tuple[Unsupported, ...]:
    """What ``text`` says that no source says, in order. ``near`` gives the year to days written without one."""
    return _unsupported(text, tuple(sources), near)


@lru_cache(maxsize=2048)
def _unsupported(text: str, sources: tuple[str, ...], near: date | None) -> tuple[Unsupported, ...]:
    """Kept, since a draft is looked at again after each small change."""
    if any(_stands_whole(text.strip(_STOPS), source) for source in sources):
        return ()
    evidence = Evidence.together([evidence_of(source, near) for source in sources])
    scripted = tuple(plain(source) for source in sources)
    places = places_in(plain(text))
    missing = tuple(missing_places(text, scripted))
    told = [place for place in places if all(place != (u.start, u.end) for u in missing)]
    persons = missing_persons(text, scripted)
    found = [
        *missing_quantities(text, evidence, near),
        *missing_names(text, evidence),
        *(p for p in persons if not any(start <= p.start and p.end <= end for start, end in places)),
        *(body for body in missing_bodies(text, scripted) if not _is_city(body, told)),
    ]
    for place in missing:
        if not any(place.start < other.end and other.start < place.end for other in found):
            found.append(place)
    for quote in missing_quotes(text, evidence, near):
        if not any(quote.start <= inner.start and inner.end <= quote.end for inner in found):
            found.append(quote)
    return tuple(sorted(found, key=lambda u: (u.start, u.end)))


def _is_city(body: Unsupported, told: Sequence[tuple[int, int]]) -> bool:
    """Whether it is made of ``told`` places alone: the 橫濱市 of somebody who noted Yokohama."""
    at = body.start
    for start, end in told:
        at = end if start == at else at
    return body.text.endswith("市") and at >= body.end - 1


def _stands_whole(text: str, source: str) -> bool:
    """Whether a source has the text word for word, and not as the end of a longer number or word."""
    at = source.find(text) if text else -1
    if at < 0:
        return False
    before, after = source[at - 1 : at] if at else "", source[at + len(text) : at + len(text) + 1]
    return not (_GOES_ON.match(before) and _GOES_ON.match(text[0])) and not (
        _GOES_ON.match(after) and _GOES_ON.match(text[-1])
    )
