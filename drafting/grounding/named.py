"""How many persons or parties are named: for 兩人 and 三方, which count what the sources list without a number."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from drafting.grounding.bodies import bodies_in
from drafting.grounding.gazetteer import places_in
from drafting.grounding.japanese import SURNAMES
from drafting.grounding.name_signs import POSTS
from drafting.grounding.names import latin_names_in
from drafting.grounding.persons import WITH_POST, persons_in
from drafting.grounding.script import plain
from drafting.grounding.unsupported import Unsupported

_OF_PARTIES = re.compile(
    r"(?<![東西南北官對我他甲乙])([兩两雙双三四])方(?![面式案位向法圓圆針针格才可賓宾之])"
)
_POST_BEHIND = re.compile(rf"(?<=..)(?:{plain(POSTS)})$")
_JAPANESE = re.compile(rf"(?P<name>{'|'.join(SURNAMES)})(?={plain(POSTS)})")
_LEAGUE = re.compile(plain(r"[\u4e00-\u9fff]{2,8}(?:聯盟|同盟|論壇|組織|合作社)"))
_COUNTS = {"兩": 2, "两": 2, "雙": 2, "双": 2, "三": 3, "四": 4}


def persons_named(texts: Iterable[str]) -> int:
    """How many different persons these texts name; 王大明 and 王處長 may be one."""
    found: set[str] = set()
    for text in texts:
        found |= _persons(text)
    return sum(not any(other != name and other.startswith(name) for other in found) for name in found)


def wrong_parties(text: str, sources: Sequence[str]) -> Iterator[Unsupported]:
    """三方 where no source says so or names that many, ourselves counted; 雙方 only where a source says 三方 or more.

    Who the other side of 雙方 is need not be named.
    """
    told = {_COUNTS[m[1]] for source in sources for m in _OF_PARTIES.finditer(source)}
    for match in _OF_PARTIES.finditer(text):
        wanted = _COUNTS[match[1]]
        if wanted in told:
            continue
        if told or (wanted > 2 and len(frozenset().union(*map(_parties, (text, *sources)))) < wanted - 1):
            yield Unsupported(text=match[0], kind="number", start=match.start(), end=match.end())


@lru_cache(maxsize=4096)
def _persons(text: str) -> frozenset[str]:
    told = plain(text)
    chinese = {_POST_BEHIND.sub("", told[start:end]) for start, end in persons_in(told)}
    chinese |= {match["name"] for match in (*WITH_POST.finditer(told), *_JAPANESE.finditer(told))}
    latin = (text[start:end].casefold() for start, end, kind in latin_names_in(text) if kind == "person")
    return frozenset((*chinese, *latin))


@lru_cache(maxsize=4096)
def _parties(text: str) -> frozenset[str]:
    told = plain(text)
    found = [(start, end) for start, end, _ in bodies_in(told)]
    found += [place for place in places_in(told) if not any(s <= place[0] < e for s, e in found)]
    found += [
        m.span() for m in _LEAGUE.finditer(told) if not any(s < m.end() and m.start() < e for s, e in found)
    ]
    latin = (text[start:end] for start, end, kind in latin_names_in(text) if kind == "organisation")
    return frozenset((*(told[start:end] for start, end in found), *latin)) | _persons(text)
