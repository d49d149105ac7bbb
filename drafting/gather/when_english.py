"""The same few words in English, put into the Chinese that when.py reads: yesterday afternoon, last Friday, 11/10 2pm."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from drafting.dates import find_dates

_LEAD = re.compile(
    r"[\s(]*(?:can'?t sleep\W{0,3})?(?:(?:late note|note|forgot(?: to (?:say|note|add))?|to add|adding|ps|p\.s\.|correction)\b[\s:,.-]*)?"
    r"(?:from\s+)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,]{0,3}(?:(?:in the|at|on|around|about)\b)?\s{0,3}", re.IGNORECASE)
_DAY = re.compile(
    r"(?P<before>the day before yesterday)|(?P<word>today|yesterday)|(?P<night>last night)|(?P<tonight>tonight)"
    r"|(?P<ago>\d{1,2}|a|one|two|three|four|five) days? ago|this(?= (?:morning|afternoon|evening))",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?P<last>last |past )?(?:on )?(?P<name>mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|nes|rs|rsday|r|urday|ur)?(?![a-z])",
    re.IGNORECASE,
)
_PART = re.compile(r"(?P<part>morning|noon|midday|afternoon|evening|night)(?![a-z])", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])(?::(?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?|(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?!\d)",
    re.IGNORECASE,
)
_NOW = re.compile(r"(?:just now|right now|now)", re.IGNORECASE)
_PARTS = {
    "morning": "早上",
    "noon": "中午",
    "midday": "中午",
    "afternoon": "下午",
    "evening": "晚上",
    "night": "晚上",
}
_COUNTED = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_NOON = 12
_FIRST = 60
_LETTERS = re.compile(r"[A-Za-z]")


class InChinese(NamedTuple):
    """``words`` as when.py takes them, and where they end in the English text."""

    words: str
    end: int


def in_chinese(text: str, today: date, *, answer: bool = False) -> InChinese | None:
    """The time that an English text begins with; None if it begins with none.

    ``answer`` says that the text answers "when?": then days of the week (the last such) and "now" are times too.
    """
    if not _LETTERS.search(text, 0, _FIRST):
        return None
    start = _LEAD.match(text)
    at = start.end() if start else 0
    if answer and (now := _NOW.match(text, at)):
        return InChinese("剛剛", now.end())
    day = part = clock = ""
    end = at
    while True:
        gap = _BETWEEN.match(text, end)
        at = gap.end() if gap else end
        if not day and (found := _day(text, at, today, answer=answer)):
            day, more, end = found
            part = part or more
        elif not part and (named := _PART.match(text, at)):
            part, end = _PARTS[named["part"].lower()], named.end()
        elif not clock and (told := _CLOCK.match(text, at)):
            clock, end = _clock(told), told.end()
        else:
            break
    bare_part = part and not day and not answer and not text[:at].lower().lstrip(" (").startswith("in the")
    if (
        not (day or part or clock) or not _LETTERS.search(text, 0, end) or bare_part
    ):  # figures alone are the same in both languages
        return None
    return InChinese(f"{day}{part if not clock else ''} {clock}".strip(), end)


def _day(text: str, at: int, today: date, *, answer: bool) -> tuple[str, str, int] | None:
    """(the day, the part of it that the same word names, the end)."""
    if match := _DAY.match(text, at):
        yesterday = match["night"] or (match["word"] or "").lower() == "yesterday"
        back = 2 if match["before"] else int(bool(yesterday))
        if match["ago"]:
            back = _COUNTED.get(match["ago"].lower()) or int(match["ago"])
        part = "晚上" if match["night"] or match["tonight"] else ""
        return _written(today - timedelta(days=back)), part, match.end()
    if answer and (match := _WEEKDAY.match(text, at)):
        back = (
            today.weekday() - ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(match["name"].lower())
        ) % 7
        back = 7 if match["last"] and back == 0 else back
        return _written(today - timedelta(days=back)), "", match.end()
    found = next(iter(find_dates(text[at : at + 40], today)), None)
    if found and found.start == 0 and found.first and found.day is not None and not found.is_range:
        return _written(found.first), "", at + found.end
    return None


def _written(day: date) -> str:
    return f"{day.year}/{day.month}/{day.day}"


def _clock(match: re.Match[str]) -> str:
    if match["h"]:
        return f"{int(match['h'])}:{match['m']}"
    hour = int(match["hour"])
    if hour <= _NOON:
        hour %= _NOON
    hour += _NOON if match["half"].lower() == "p" and hour < _NOON else 0
    return f"{hour}:{match['minute'] or '00'}"
