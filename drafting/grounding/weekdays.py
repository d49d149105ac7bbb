"""Days of the week: 星期三, 週三 and Wednesday are one; a day of a known year has its own."""

import re
from collections.abc import Iterator, Sequence

from drafting.dates import Found

_DAYS = "一二三四五六日"
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(
    r"(?:星期|禮拜|礼拜|(?<![一二三四五六七八九十兩两幾几每\d])(?:[下上本這这])?[週周])(?P<zh>[一二三四五六日天])"
    r"(?![週周天個个次場场國国人年月間间家項项種种件名位歲岁邊边刊報报])"
    r"|[(（](?P<bracket>[一二三四五六日])[)）]"
    r"|(?<![A-Za-z])(?P<en>Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?(?![A-Za-z])",
    re.IGNORECASE,
)


def weekdays_in(text: str, dates: Sequence[Found] = ()) -> Iterator[tuple[int, int, int]]:
    """Start, end and number (Monday is 0) of each day of the week; （三） counts right after a day only."""
    after = {d.end for d in dates}
    for match in _WEEKDAY.finditer(text):
        if match["bracket"] and match.start() not in after:
            continue
        yield match.start(), match.end(), _number(match)


def weekdays_of(dates: Sequence[Found]) -> frozenset[int]:
    """The days of the week on which these days fall, as far as their years are known."""
    return frozenset(day.weekday() for d in dates if d.day for day in (d.first, d.last) if day)


def _number(match: re.Match[str]) -> int:
    if match["en"]:
        return _ENGLISH.index(match["en"][:3].lower())
    return _DAYS.index((match["zh"] or match["bracket"]).replace("天", "日"))
