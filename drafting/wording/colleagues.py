"""A traveller whom a colleague calls by the given name stands in a report by the full one."""

import re
from functools import lru_cache

from drafting.trip import Trip
from drafting.wording.shielded import around_quotes

_BEFORE = r"(?:^|(?<=[，。；、：與和跟請由給]))"
_AFTER = r"(?=[在去也與和跟說負先就一寫講問答坐帶拿接，、。])"
_LENGTH = 3  # characters of a name whose given name is told from a word by what stands around it


def in_full(text: str, trip: Trip) -> str:
    """「聽雨去C組旁聽」 is 「晏聽雨去C組旁聽」; only of travellers, only where nothing but a person can stand."""
    names = tuple(t.name for t in trip.travellers if len(t.name) == _LENGTH)
    if len(trip.travellers) < 2 or not any(name[1:] in text for name in names):
        return text

    def called(part: str) -> str:
        for name in names:
            part = _given(name).sub(name, part)
        return part

    return around_quotes(text, called)


@lru_cache(maxsize=256)
def _given(name: str) -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE}{re.escape(name[1:])}{_AFTER}")
