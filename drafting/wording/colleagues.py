"""A traveller whom a colleague calls by the given name stands in a report by the full one."""

import re
from functools import lru_cache

from drafting.grounding.lexicon import words_at
from drafting.trip import Trip
from drafting.wording.shielded import around_quotes

_BEFORE = r"(?:^|(?<=[，。；]))"
_AFTER = r"(?=去(?!年)|在[^，。]{1,8}(?:組|場|區|桌|站|館|旁|側)|也(?:在|去|推|坐|問|拿)|負責|先去|寫|問(?!題)|答|坐|帶|拿)"
_LENGTH = 3  # characters of a name whose given name is told from a word by what stands around it


def in_full(text: str, trip: Trip) -> str:
    """「聽雨去C組旁聽」 is 「晏聽雨去C組旁聽」; only of travellers, only where nothing but a person can stand.

    A given name that two travellers share, or that is a word of its own (和平), stays.
    """
    if len(trip.travellers) < 2:
        return text
    given = [t.name[1:] for t in trip.travellers]
    names = tuple(
        t.name
        for t in trip.travellers
        if len(t.name) == _LENGTH
        and t.name[1:] in text
        and given.count(t.name[1:]) == 1
        and not _is_word(t.name[1:])
    )
    if not names:
        return text

    def called(part: str) -> str:
        for name in names:
            part = _given(name).sub(name, part)
        return part

    return around_quotes(text, called)


def _is_word(given: str) -> bool:
    return any(length == len(given) for length, _ in words_at(given, 0))


@lru_cache(maxsize=256)
def _given(name: str) -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE}{re.escape(name[1:])}{_AFTER}")
