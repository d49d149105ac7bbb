"""When a few words say that something was: 昨天下午, 4/10 上午九點半, 今早, 前天晚上, 剛剛."""

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from drafting.dates import find_dates
from drafting.gather.when_english import in_chinese
from drafting.numerals import NARROW

_DAYS_BACK = {"大前天": 3, "前天": 2, "前日": 2, "昨天": 1, "昨日": 1, "昨": 1, "今天": 0, "今日": 0}
_ONE_WORD = {
    "前晚": (2, "晚上"),
    "前夜": (2, "晚上"),
    "昨早": (1, "早上"),
    "昨晚": (1, "晚上"),
    "昨夜": (1, "晚上"),
    "今早": (0, "早上"),
    "今晨": (0, "清晨"),
    "今晚": (0, "晚上"),
}
_PARTS = {
    "凌晨": (2, 0, 5),
    "清晨": (6, 5, 8),
    "早上": (9, 5, 12),
    "早餐": (8, 6, 10),
    "上午": (10, 8, 12),
    "中午": (12, 11, 14),
    "午餐": (12, 11, 14),
    "下午": (15, 12, 18),
    "傍晚": (18, 16, 20),
    "晚上": (20, 18, 24),
    "晚間": (20, 18, 24),
    "晚餐": (19, 18, 22),
    "晚宴": (19, 18, 24),
    "晚": (20, 18, 24),
    "夜": (21, 18, 24),
}
"""Each part of a day: the hour that stands for it, the hour at which it begins, and the hour at which it is over."""

_ALONE = ("凌晨", "清晨", "早上", "上午", "中午", "下午", "傍晚", "晚上", "晚間")
"""Parts that name a time by themselves; 晚宴剛結束 speaks of now, and 夜 begins 夜市."""

_HAN_HOURS = {
    han: n
    for n, han in enumerate(("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"), 1)
} | {"兩": 2}
_HAN = "|".join(sorted(_HAN_HOURS, key=len, reverse=True))
_CLOCK = (
    rf"(?:(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?!\d)"
    rf"|(?P<hour>\d{{1,2}}|{_HAN})\s?[點時](?!間|數|鐘)(?:(?P<half>半)|\s?(?P<minute>[0-5]?\d)\s?分?(?!\d)|整)?)"
)
_WORDS = re.compile(
    rf"(?:(?P<whole>{'|'.join(_ONE_WORD)})|(?P<back>{'|'.join(sorted(_DAYS_BACK, key=len, reverse=True))}))?"
    r"(?:的|\(|\s)*(?P<day>(?:\d{4}[/-]|\d{2,4}年)?\d{1,2}\s*[/月]\s*\d{1,2}\s*[日號]?|\d{1,2}\s*[號日])?"
    rf"(?:的|,|\)|\s)*(?P<part>{'|'.join(sorted(_PARTS, key=len, reverse=True))})?"
    rf"(?:的|\s)*(?P<clock>{_CLOCK})?"
)
_BEFORE = re.compile(
    r"[\[(【]?\s*(?:睡前|睡不著|剛剛)?(?:補充一下|補一下|補記|補充|補述|後補|再補|關於|補)?\s{0,9}[:,)】\]]?\s{0,9}\(?"
)
_NOW = re.compile(r"(?:剛剛|剛才|方才|現在|此刻)\s*")
_WEEKDAY = re.compile(r"(?P<last>上個?)?(?:星期|禮拜|週|周)(?P<name>[一二三四五六日天])\s*")
_SMALL_HOURS = 4
"""Before this hour a person who is awake still calls it the evening."""


class When(NamedTuple):
    """The local day, the time of day if one is named, where in the text the words end, and whether a day is named."""

    day: date
    at: time | None
    end: int
    named: bool = True


def opening(text: str, now: datetime) -> When | None:
    """The earlier time that the opening words of a note name; None if they name none, or one yet to come.

    ``now`` is the local time at which it was written. A part of the day that is going on is now.
    """
    narrow = _narrow(text)
    if english := in_chinese(narrow, now.date()):
        found = _read(english.words, 0, now)
        return found._replace(end=english.end) if found and found.end == len(english.words) else None
    start = _BEFORE.match(narrow)
    return _read(narrow, start.end() if start else 0, now)


def told(words: str, now: datetime) -> When | None:
    """The time that an answer to "when?" names: also 剛剛, 14:30 alone, and days of the week, which are the last such.

    None unless all of it is understood and none of it lies ahead.
    """
    narrow = _narrow(words).strip(" .。的:")
    if match := _NOW.fullmatch(narrow):
        return When(now.date(), now.time().replace(second=0, microsecond=0), match.end())
    if english := in_chinese(narrow, now.date(), answer=True):
        meant = told(english.words, now) if not narrow[english.end :].strip() else None
        return meant and meant._replace(end=english.end)
    day = now.date()
    if match := _WEEKDAY.match(narrow):
        back = (day.weekday() - "一二三四五六日天".index(match["name"]) % 7) % 7
        if match["last"] and back <= day.weekday():
            back += 7
        day, narrow = day - timedelta(days=back), narrow[match.end() :]
        if not narrow:
            return When(day, None, match.end())
    found = _read(narrow, 0, now, today=day, bare=True)
    return found if found and not narrow[found.end :].strip() else None


def _read(
    text: str, start: int, now: datetime, *, today: date | None = None, bare: bool = False
) -> When | None:
    match = _WORDS.match(text, start)
    if match is None:
        return None
    day, part = _day(match, today or now.date())
    if day is None or day > now.date():
        return None
    at = _time(match, part)
    named = bool(match["back"] or match["whole"] or match["day"]) or today not in (None, now.date())
    if not named and not (part in _ALONE or (bare and at is not None)):
        return None
    if day < now.date():
        return When(day, at, match.end())
    return _today(day, part, at, bool(match["clock"]), named, now, match.end())


def _today(
    day: date, part: str, at: time | None, exact: bool, named: bool, now: datetime, end: int
) -> When | None:
    """A time of the day on which it is written: going on, over, or (written in the small hours) of the night before."""
    if at is None:  # in the small hours 今天 may be the day that for the writer is not over yet
        return When(day, now.time(), end) if named and now.hour >= _SMALL_HOURS else None
    _, begins, over = _PARTS[part] if part else (at.hour, at.hour, at.hour)
    ahead = at > now.time().replace(tzinfo=None)
    if not exact and begins <= now.hour < over:
        return When(day, now.time(), end, named)
    if not ahead:
        return When(day, at, end, named)
    if now.hour < _SMALL_HOURS and at.hour >= 11:
        return When(day - timedelta(days=1), at, end, named)
    return None


def _day(match: re.Match[str], today: date) -> tuple[date | None, str]:
    part = match["part"] or ""
    if match["day"]:
        found = next(iter(find_dates(match["day"].strip(), today)), None)
        return (found.first if found else None), part or _ONE_WORD.get(match["whole"] or "", (0, ""))[1]
    if match["whole"]:
        back, own_part = _ONE_WORD[match["whole"]]
        return today - timedelta(days=back), part or own_part
    return today - timedelta(days=_DAYS_BACK.get(match["back"] or "今天", 0)), part


def _time(match: re.Match[str], part: str) -> time | None:
    if not match["clock"]:
        return time(_PARTS[part][0]) if part else None
    if match["h"]:
        hour, minute = int(match["h"]), int(match["m"])
    else:
        hour = int(match["hour"]) if match["hour"].isdigit() else _HAN_HOURS[match["hour"]]
        minute = 30 if match["half"] else int(match["minute"] or 0)
    if part and _PARTS[part][1] >= 12 and hour < 12:
        hour += 12
    if part == "中午" and hour < 3:
        hour += 12
    return time(hour % 24, minute) if hour <= 24 else time(_PARTS[part][0]) if part else None


def _narrow(text: str) -> str:
    """Full-width signs made narrow, one for one, so that places in both are the same."""
    return text[:120].translate(NARROW).translate(_SIGNS)


_SIGNS = str.maketrans("（）：，\uff3b\uff3d", "():,[]")
