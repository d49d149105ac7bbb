"""From when to when: a run of days under a label, or a day of departure and a day of return in a sentence."""

import re
from datetime import date

from drafting.dates import Found, find_dates
from drafting.trip import Period

_LONGEST = 400
_LONGEST_GUESSED = 120
"""A run of days without a year that lasts longer was written backwards: 9/8至9/3."""
_OUT = re.compile(r"出發|啟程|去程|出境|出國|離臺|離台|起飛|(?:^|[\s要會將])(?:去|飛|赴|前往)")
_BACK = re.compile(
    r"回來|回國|返國|返臺|返台|回程|回臺|回台|返抵|返程|歸國|(?:^|[\s要會將晚早午上])(?:回|返)(?:$|[\s家])"
)
_CLAUSE = re.compile(r"[，,。；;\n]")
_GO = re.compile(r"[，,\s(（\d天日)）]{0,6}(?:我們|要|會|將|奉派|奉准){0,2}(?:去|赴|前往|飛)")
_ONE_DAY = re.compile("當天來回|一日|1日遊|當日往返|當天往返|單日|一天")


def period_of(value: str, near: date | None) -> Period | None:
    """The period that a labelled value names; None if it names no two days, or more than can be meant."""
    days = _days(value, near)
    runs = [found for found in days if found.is_range]
    if runs:
        period = _period(runs[0].first, runs[0].last)
        guessed = not runs[0].year_given and period and (period.end - period.start).days > _LONGEST_GUESSED
        return None if guessed else period
    if len(days) == 1 and _ONE_DAY.search(value):
        return _period(days[0].first, days[0].first)
    if len(days) == 2:
        return _period(days[0].first, days[1].first)
    if len(days) > 2:
        return out_and_back(value, near)
    return None


def out_and_back(text: str, near: date | None) -> Period | None:
    """The days that stand with words of departure and of return: 「9/3去，9/5開會，9/8回」."""
    days = _days(text, near)
    if not 2 <= len(days) <= 12 or not all(found.first for found in days):
        return None
    out: set[date] = set()
    back: set[date] = set()
    for found, words in _words_beside(text, days):
        if found.first and found.last and _OUT.search(words):
            out.add(found.first)
        elif found.last and _BACK.search(words):
            back.add(found.last)
    if len(out) == 1 and len(back) == 1:
        return _period(out.pop(), back.pop())
    return None


def run_at_start(line: str, near: date | None) -> tuple[Period | None, str]:
    """The run of days with which a line begins or after which it goes on 「赴…」, and the rest of the line."""
    for found in _days(line[:200], near):
        rest = line[found.end :]
        if found.is_range and (found.start <= 1 or _GO.match(rest)):
            return _period(found.first, found.last), rest
    return None, line


def only_run(line: str, near: date | None) -> Period | None:
    """The run of days that a line names anywhere, if it names no other day: 「我們去日本考察，9/3到9/8，科長跟我」."""
    days = _days(line[:200], near)
    if len(days) != 1 or not days[0].is_range:
        return None
    period = _period(days[0].first, days[0].last)
    too_long = period is not None and (period.end - period.start).days > _LONGEST_GUESSED
    return None if too_long and not days[0].year_given else period


def _days(text: str, near: date | None) -> list[Found]:
    """Days, not whole months."""
    return [found for found in find_dates(text, near) if found.first and found.day is not None]


def _words_beside(text: str, days: list[Found]) -> list[tuple[Found, str]]:
    """Each day with its own words: its clause, or its part of a clause with several days."""
    beside: list[tuple[Found, str]] = []
    start = 0
    for end in [m.start() for m in _CLAUSE.finditer(text)] + [len(text)]:
        inside = [d for d in days if start <= d.start < end]
        lead = bool(inside) and not text[start : inside[0].start].strip(" 　")
        for i, day in enumerate(inside):
            left = start if i == 0 else inside[i - 1].end
            right = end if i + 1 == len(inside) else inside[i + 1].start
            if len(inside) == 1:
                words = text[left : day.start] + " " + text[day.end : right]
            else:
                words = text[day.end : right] if lead else text[left : day.start]
            beside.append((day, words.strip(" 　、的就會要預計我們")[:60]))
        start = end + 1
    return beside


def _period(first: date | None, last: date | None) -> Period | None:
    if first is None or last is None or last < first or (last - first).days > _LONGEST:
        return None
    return Period(start=first, end=last)
