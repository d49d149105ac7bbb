"""The time of day that a line begins with: 09:30-12:00, 0930, 上午9時30分, 下午兩點半, or only 下午."""

import re
from datetime import time
from typing import NamedTuple

from drafting.numerals import NARROW

HALF_DAYS = {"上午": 9, "早上": 9, "中午": 12, "下午": 14, "傍晚": 17, "晚上": 19, "晚間": 19}
"""The hour at which a part of a day begins, for items that name no time."""

_UNTIL = r"\s?(?:[-–－~～至到]|——?)\s?"
_COLON = re.compile(
    rf"\s{{0,9}}[(]?(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?:{_UNTIL}(?P<h2>[01]?\d|2[0-4]):(?P<m2>[0-5]\d))?[)]?\s{{0,9}}:?\s{{0,9}}"
)
_DIGITS = re.compile(
    rf"(?P<h>0\d|1[0-8]|2[1-3])(?P<m>[0-5]\d)(?:{_UNTIL}(?P<h2>[01]\d|2[0-4])(?P<m2>[0-5]\d))?(?:\s+|:)(?=[^\d\s])"
)
_PART = "|".join((*HALF_DAYS, "凌晨", "清晨"))
_WORDS = re.compile(
    rf"(?P<part>{_PART})?\s?(?P<h>\d{{1,2}})\s?[時點](?!間|數|鐘)(?:\s?(?P<m>[0-5]?\d)\s?分|(?P<half>半)|整)?\s{{0,9}}[:，,]?\s{{0,9}}"
)
_HALF_DAY = re.compile(rf"\s{{0,9}}(?P<part>{'|'.join(HALF_DAYS)})\s{{0,9}}[:：]?\s{{1,9}}(?=\S)")


class Clock(NamedTuple):
    """``rest`` is what stands behind the time."""

    start: time
    end: time | None
    rest: str


def clock_at_start(line: str) -> Clock | None:
    """The time that a line begins with, if something is said behind it."""
    narrow = line[:60].translate(NARROW).replace("：", ":")
    if match := _COLON.match(narrow) or _DIGITS.match(narrow):
        start: time | None = _time(match["h"], match["m"])
        end = _time(match["h2"], match["m2"]) if match["h2"] else None
    elif match := _WORDS.match(narrow):
        start, end = _said(match), None
    elif match := _HALF_DAY.match(narrow):
        start, end = time(HALF_DAYS[match["part"]]), None
    else:
        return None
    rest = line[match.end() :].strip()
    return Clock(start, end, rest) if start is not None and rest.strip(" 　-–:：。") else None


def _time(hour: str, minute: str) -> time:
    return time(int(hour) % 24, int(minute))


def _said(match: re.Match[str]) -> time | None:
    hour = int(match["h"])
    if hour > 24:
        return None
    if match["part"] in ("下午", "傍晚", "晚上", "晚間") and hour < 12:
        hour += 12
    return time(hour % 24, 30 if match["half"] else int(match["m"] or 0))
