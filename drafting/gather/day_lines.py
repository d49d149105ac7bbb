"""The lines of an itinerary, each with the days it speaks of: 「9/3（四）：…」, 「D2 9/4 …」, 「第三天 …」, 「9/5-9/7 …」."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from drafting.dates import Found, find_dates
from drafting.gather.lines import lines_of
from drafting.gather.tables import cells
from drafting.material import Material
from drafting.numerals import han_value
from drafting.trip import Period

_DAY_MARK = re.compile(
    r"(?:第\s?(?P<zh>[一二三四五六七八九十\d]{1,3})\s?天|day\s{0,3}(?P<day>\d{1,2})(?!\d)|D(?P<d>\d{1,2})(?![\d:：]))\s{0,9}[:：(（、，,]?\s{0,9}",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\s{0,9}[（(]?\s?(?:星期|週|周|禮拜)?[一二三四五六日天][）)]?(?=[\s：:，,、）)】\t|｜]|$)\s{0,9}[：:，,、）)】]?\s{0,9}"
)
_HEAD = re.compile(r"^(?:(?:預定|暫定|參訪|每日|本次)?行程(?:表|安排|規劃|如下|大致|是|為|：|:|\s){0,3})")
_CORRECTION = re.compile(r"^(?:更正|修正|行程(?:更正|修正|異動|改為?|調整))[:：，,\s]{0,3}")
_SEPARATORS = "、，,；;。→ 　)）"
_EDGES = " 　\t:：)）|｜,，、-】]"
_LONGEST_RUN = 15
_PLACE_COLUMN = ("地點", "地區", "城市", "起訖地點", "國家", "行經地點", "停留地點")
_DAY_COLUMN = ("日期", "日程", "時間", "日期/時間")
_LIST_START = "【[「◎★ 　"


class DayLine(NamedTuple):
    """``days`` is empty for a line below a day. ``columns`` are (place, activity) where a table's head says so."""

    days: tuple[date, ...]
    text: str
    item: bool
    columns: tuple[str, str] | None = None
    correction: bool = False


def day_lines(piece: Material, period: Period | None, near: date | None) -> list[DayLine]:
    """Every line of a message; lines that hold a whole itinerary are taken apart first."""
    head: list[str] = []
    found: list[DayLine] = []
    numbered = _numbered_days(piece.text, period)
    for line in lines_of(piece.text):
        row = cells(line.text)
        if len(row) > 1 and row[0] in _DAY_COLUMN:
            head = row
            continue
        for text in _apart(line.text, period, near):
            plain = _CORRECTION.sub("", text.strip("|｜ ").lstrip(_LIST_START))
            days, rest = _days_of(plain, period, near, numbered)
            columns = _columns(head, row) if days else None
            correction = plain != text and bool(_CORRECTION.match(text)) and bool(days)
            found.append(DayLine(days, rest if days else text, line.item, columns, correction))
    return found


def _apart(text: str, period: Period | None, near: date | None) -> Iterator[str]:
    """「行程：9/3 出發、9/4 參訪、9/8 回國」 day by day; any other line as it is."""
    head = _HEAD.match(text)
    body = text[head.end() :] if head else text
    days = [d for d in find_dates(body[:2000], near) if _within(d, period)]
    starts = [d.start for d in days if d.start == 0 or body[d.start - 1] in _SEPARATORS]
    enough = 2 if head else 3
    if period is None or len(starts) < enough or starts[0] > 0 or len({d.first for d in days}) < enough:
        yield text
        return
    for start, end in zip(starts, [*starts[1:], len(body)], strict=True):
        yield body[start:end].strip(_SEPARATORS)


def _days_of(
    text: str, period: Period | None, near: date | None, numbered: dict[str, date]
) -> tuple[tuple[date, ...], str]:
    """The days that a line begins with, and the rest of the line; the whole period is no row of an itinerary."""
    mark = _DAY_MARK.match(text)
    body = text[mark.end() :] if mark else text
    found = next(iter(find_dates(body[:28], near)), None)
    if found and found.start <= 1 and found.day is not None and found.first and found.last:
        if not _within(found, period):
            return (), text
        length = (found.last - found.first).days
        if length and (
            period is None or length > _LONGEST_RUN or found.last - found.first == period.end - period.start
        ):
            return (), text
        rest = (
            _WEEKDAY.sub("", body[found.end :], count=1)
            if _WEEKDAY.match(body[found.end :])
            else body[found.end :]
        )
        days = tuple(found.first + timedelta(days=n) for n in range(length + 1))
        return days, rest.lstrip(_EDGES).strip()
    if mark and mark.group(0) in numbered:
        return (numbered[mark.group(0)],), body.lstrip(_EDGES).strip()
    return (), text


def _within(found: Found, period: Period | None) -> bool:
    if found.first is None or found.last is None:
        return False
    return period is None or period.start <= found.first <= found.last <= period.end


def _numbered_days(text: str, period: Period | None) -> dict[str, date]:
    """第一天, D2 … where they count exactly the days of the trip: the 第二天 of a fair is another day."""
    if period is None:
        return {}
    marks = [m for line in lines_of(text) if (m := _DAY_MARK.match(line.text))]
    numbers = [_number(m) for m in marks]
    length = (period.end - period.start).days + 1
    if len(numbers) < 2 or numbers[0] != 1 or numbers[-1] != length or numbers != sorted(set(numbers)):
        return {}
    return {m.group(0): period.start + timedelta(days=n - 1) for m, n in zip(marks, numbers, strict=True)}


def _number(mark: re.Match[str]) -> int:
    value = han_value(mark["zh"] or mark["day"] or mark["d"])
    return int(value) if value is not None else 0


def _columns(head: list[str], row: list[str]) -> tuple[str, str] | None:
    if len(row) != len(head) or not any(cell in _PLACE_COLUMN for cell in head):
        return None
    pairs = list(zip(head, row, strict=True))[1:]
    place = " ".join(cell for name, cell in pairs if name in _PLACE_COLUMN)
    return place, "；".join(
        c for name, c in pairs if c and name not in (*_PLACE_COLUMN, "星期", "備註", "時間")
    )
