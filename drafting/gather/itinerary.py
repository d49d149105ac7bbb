"""The itinerary that a traveller pastes: a line a day with a route or place and what is done, times below it."""

import re
from collections.abc import Sequence
from datetime import date, time

from drafting.dates import find_dates
from drafting.gather.lines import lines_of
from drafting.material import Material, Medium, Ref
from drafting.trip import Event, ItineraryDay, Period

_ROUTE = re.compile(r"\s*(?:—|–|－|-|→|->|⇒|➜|~|～|至|=>|>)\s*")
_DONE = re.compile(
    r"參加|出席|拜會|拜訪|參訪|訪問|考察|參觀|搭機|轉機|搭乘|飛|出發|返|回|會議|大會|研習|比賽|開幕|閉幕|抵達|前往|交流|座談|展|報到|自由|整理|洽|簽|練習|彩排|演出|佈|布展|課|晚宴|上午|下午"
)
_DAY_MARK = re.compile(r"^(?:第[一二三四五六七八九十\d]+天|[Dd]ay\s*\d+|D\d+)\s*[:：(（]?\s*")
_TIME = re.compile(
    r"^\s*[（(]?(?P<h>[01]?\d|2[0-4])[:：](?P<m>[0-5]\d)(?:\s*(?:[-–－~～至到]|——?)\s*(?P<h2>[01]?\d|2[0-4])[:：](?P<m2>[0-5]\d))?[）)]?\s*[:：]?\s*"
)
HALF_DAYS = {"上午": 9, "早上": 9, "中午": 12, "下午": 14, "傍晚": 17, "晚上": 19, "晚間": 19}
"""The hour at which a part of a day begins, for items that name no time."""
_HALF_DAY = re.compile(r"^\s*(?P<part>上午|早上|中午|下午|傍晚|晚上|晚間)\s*[:：]?\s+(?P<what>\S.*)$")
_WEEKDAY = re.compile(
    r"^\s*[（(]?\s*(?:星期|週|周|禮拜)?[一二三四五六日天][）)]?(?=[\s：:，,、）)\t]|$)\s*[：:，,、）)]?\s*"
)


def read_itinerary(
    material: Sequence[Material], period: Period | None, near: date | None
) -> tuple[list[ItineraryDay], list[Event]]:
    """The rows and timed items of every message that lists at least two days; a later message wins its days.

    A note wins over a paper: the traveller knows better what was really done.
    """
    days: dict[date, ItineraryDay] = {}
    events: list[Event] = []
    papers = [m for m in material if m.medium is Medium.PAPER and "BEGIN:VCALENDAR" not in m.text]
    notes = [m for m in material if m.medium is Medium.NOTE]
    for piece in (*papers, *notes):
        rows, timed, lines = _read(piece, period, near)
        if len(rows) >= 2 or (lines >= 2 and all(row.day in days for row in rows)):
            if piece.medium is Medium.NOTE and timed:
                events = [e for e in events if e.day not in {t.day for t in timed}]
            for row in rows:
                known = days.get(row.day)
                better = row if row.place or known is None else row.model_copy(update={"place": known.place})
                days[row.day] = (
                    better if piece.medium is Medium.NOTE or known is None else _joined(known, row)
                )
            events += timed
    found = [days[day] for day in sorted(days)]
    return _with_places(found), events


def _read(
    piece: Material, period: Period | None, near: date | None
) -> tuple[list[ItineraryDay], list[Event], int]:
    """The rows, the timed items, and how many lines began with a day."""
    dated = 0
    rows: dict[date, ItineraryDay] = {}
    events: list[Event] = []
    current: date | None = None
    for line in lines_of(piece.text):
        day, rest = _day_of(line.text, period, near)
        if day:
            current = day
            dated += 1
            timed = _timed(rest, day, piece.ref)
            place, activity = ("", "") if timed else _parts(rest)
            row = ItineraryDay(day=day, place=place, activity=activity, sources=(piece.ref,))
            rows[day] = _joined(rows[day], row) if day in rows else row
        elif current:
            timed = _timed(line.text, current, piece.ref)
            if not timed and not (line.item or piece.medium is Medium.PAPER and len(line.text) < 60):
                continue
        else:
            continue
        assert current is not None  # noqa: S101 - one of the branches above set it
        if timed:
            events.append(timed)
            addition = timed.title
        else:
            addition = "" if day else line.text
        if addition:
            known = rows[current]
            joined = f"{known.activity}；{addition}" if known.activity else addition
            rows[current] = known.model_copy(update={"activity": joined})
    return list(rows.values()), events, dated


def _day_of(text: str, period: Period | None, near: date | None) -> tuple[date | None, str]:
    """The day that a line begins with, and the rest of the line."""
    mark = _DAY_MARK.match(text)
    body = text[mark.end() :] if mark else text
    found = next(iter(find_dates(body[:24], near)), None)
    if not found or found.start > 1 or found.first is None or found.first != found.last:
        return None, text
    if period and not period.start <= found.first <= period.end:
        return None, text
    rest = body[found.end :]
    rest = _WEEKDAY.sub("", rest, count=1) if _WEEKDAY.match(rest) else rest
    return found.first, rest.lstrip(" 　\t:：)）|｜,，、-").strip()


def _parts(rest: str) -> tuple[str, str]:
    """(place, activity) of 「臺北—曼谷—伊斯蘭馬巴德 搭機，曼谷轉機」 and its like."""
    cells = [c.strip() for c in re.split(r"\t|｜|\||：(?=\S)|:\s", rest, maxsplit=2) if c.strip()]
    if len(cells) == 1:
        cells = rest.split(None, 1) if " " in rest or "　" in rest else [rest]
    if len(cells) == 1 and "，" in rest:
        cells = rest.split("，", 1)
    first, more = cells[0].strip(), " ".join(cells[1:]).strip()
    if _is_place(first):
        route = [p for p in _ROUTE.split(first) if p]
        return "—".join(route), more
    return "", rest


def _is_place(text: str) -> bool:
    legs = [leg for leg in _ROUTE.split(text) if leg]
    return all(
        1 < len(leg) <= 12 and not re.search(r"\d", leg) and (len(legs) > 1 or not _DONE.search(leg))
        for leg in legs
    )


def _timed(text: str, day: date, ref: Ref) -> Event | None:
    match = _TIME.match(text)
    half = None if match else _HALF_DAY.match(text)
    if half and half["what"].strip():
        return Event(day=day, start=time(HALF_DAYS[half["part"]]), title=half["what"].strip(), sources=(ref,))
    if not match or not text[match.end() :].strip():
        return None
    title, _, place = text[match.end() :].strip(" 　\t-–:：。").partition("\t")
    return Event(
        day=day, start=_time(match["h"], match["m"]), end=_time(match["h2"], match["m2"]) if match["h2"] else None,
        title=title.strip(), place=place.replace("\t", " ").strip(), sources=(ref,),
    )  # fmt: skip


def _time(hour: str, minute: str) -> time:
    return time(int(hour) % 24, int(minute))


def _joined(first: ItineraryDay, second: ItineraryDay) -> ItineraryDay:
    activity = "；".join(dict.fromkeys(a for a in (first.activity, second.activity) if a))
    return first.model_copy(
        update={
            "place": first.place or second.place,
            "activity": activity,
            "sources": tuple(dict.fromkeys((*first.sources, *second.sources))),
        }
    )


def _with_places(days: list[ItineraryDay]) -> list[ItineraryDay]:
    """A row that names no place is where the row before it ended."""
    found: list[ItineraryDay] = []
    for row in days:
        before = re.sub(r"[（(].*", "", found[-1].place.split("—")[-1]) if found else ""
        found.append(row if row.place or not before else row.model_copy(update={"place": before}))
    return found
