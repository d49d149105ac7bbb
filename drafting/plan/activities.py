"""The activities of a trip: one for each item of the agenda, or for each visit that the messages themselves show."""

import re
from collections.abc import Sequence
from datetime import date, time
from enum import StrEnum

from drafting.frozen import Frozen
from drafting.gather import cues
from drafting.gather.itinerary import HALF_DAYS
from drafting.material import Material, Medium, Ref
from drafting.trip import Event, ItineraryDay, Name, Period, Trip

_VISIT = re.compile(
    r"(?P<verb>拜會|參訪|參觀|訪問|走訪|考察|拜訪|觀摩|抵達|來到|到了|到達|前往|第一站|第二站|第三站|下一站|最後一站)\s*(?:是|：|:|了|的是)?\s*"
    r"(?P<name>「[^」]{2,30}」|[\u4e00-\u9fffA-Za-z0-9・]{2,24})"
)
_SAID_OF_VISITS = ("拜會", "參訪", "參觀", "訪問", "考察")
_SITE = re.compile(
    r"(?:市政府|市役所|縣廳|區政府|政府|市議會|議會|局|廳|中心|公園|館|廠|站|場|所|公司|大學|學校|高中|協會|會|署|院|港|區|塔|橋|寺|城|社區|機構|工廠|學院|基金會|園區|設施|"
    r"總部|分署|實驗室|工地|隧道|水庫|河|運河|圖書館|博物館|攤位|展館|展場|會場)$"
)
_CAPTION = re.compile(
    r"^[^，,。（(：:\s]{2,28}?(?:會議|委員會|會|式|論壇|晚宴|參訪|典禮|座談|工作坊|演練|比賽|決賽|預賽|簽署|簡報|研討|交流|展覽|攤位|導覽|報告)(?=$|[\s，,。（(：:])"
)
_SOCIAL = re.compile(
    r"dinner|lunch|reception|banquet|coffee|tea|晚宴|歡迎宴|餐會|酒會|茶敘|午餐|晚餐", re.IGNORECASE
)
_ARRIVAL = re.compile(
    r"registration|check.?in|arrival|departure|transfer|hotel|flight|報到|登機|接機|入住|退房|搭機|轉機|起飛|降落|返程|回程|返抵|平安抵達",
    re.IGNORECASE,
)
_VISIT_EVENT = re.compile(r"visit|tour|參訪|拜會|參觀|考察|訪問", re.IGNORECASE)
_CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-3])[:：](?P<minute>[0-5]\d)\s*(?P<what>[^\d\s:：].*)")
_HALF_DAY = re.compile(
    r"(上午|早上|中午|下午|傍晚|晚上|晚間)\s*[:：]?\s*([^；;。，,、上早中下傍晚][^；;。]*?)(?=(?:[；;。，,、]?\s*(?:上午|早上|中午|下午|傍晚|晚上|晚間))|$|[；;。])"
)


_MOVES = re.compile(
    r"^(?:搭機|搭乘|轉機|飛|起飛|降落|抵達|前往|出發|回程|返|自由|整理|休息)|轉機|^(?:一樣|當地)?.{0,6}[到轉]$|^主辦帶|^大會最後一天"
)
_NAMELESS = re.compile(r"日行程$|^(?:啟程|返程)$")
_PART_OF_DAY = re.compile(r"^(?:上午|早上|中午|下午|傍晚|晚上|晚間)\s*[:：]?\s*")
_LONGEST_TITLE = 30


class Sort(StrEnum):
    """main: on the agenda. social: dinners and teas. arrival: registration, hotels, flights."""

    MAIN = "main"
    SOCIAL = "social"
    ARRIVAL = "arrival"


class Activity(Frozen):
    """One thing done on one day; ``start`` and ``end`` in local time bound what was said during it."""

    key: str
    day: date
    title: str
    start: time | None = None
    end: time | None = None
    sort: Sort = Sort.MAIN
    visit: bool = False
    sources: tuple[Ref, ...] = ()


def activities_of(trip: Trip, pieces: Sequence[Material]) -> list[Activity]:
    """Every activity of the period in order. ``pieces`` are the notes and pictures that tell of the days."""
    found: list[Activity] = []
    rows = {row.day: row for row in trip.itinerary}
    for day in sorted({*rows, *(p.meant_on for p in pieces), *(e.day for e in trip.events)}):
        if trip.period and not trip.period.start <= day <= trip.period.end:
            continue
        row = rows.get(day)
        said = sorted(
            (p for p in pieces if p.meant_on == day), key=lambda p: (p.meant_at or time.max, p.said_at)
        )
        events = [e for e in trip.events if e.day == day and e.start] or _half_days(row)
        if events:
            found += _from_events(events, said, trip.names)
        elif (
            (said or row)
            and day not in trip.days_off
            and not _only_travels(row)
            and not (row is None and trip.period and day == trip.period.end)
        ):
            found += _from_messages(day, said, row, trip.period)
    return [a.model_copy(update={"key": f"activity-{i}"}) for i, a in enumerate(found, 1)]


def _only_travels(row: ItineraryDay | None) -> bool:
    """Whether a day is spent on the way: a route, and nothing done there but travelling."""
    if row is None or "—" not in row.place:
        return False
    return not row.activity or not re.search(
        r"參加|出席|拜會|拜訪|參訪|訪問|考察|參觀|會議|交流|座談|展|開幕|簽|比賽", row.activity
    )


def _half_days(row: ItineraryDay | None) -> list[Event]:
    """「上午拜會市役所，下午參觀清掃工廠」, or 「9:30 市廳；14:00 航空公司」, as two timed items."""
    if row is None:
        return []
    clocks = [m for part in re.split(r"[；;\n]", row.activity) if (m := _CLOCK.match(part.strip()))]
    if clocks:
        return [
            Event(
                day=row.day,
                start=time(int(m["hour"]), int(m["minute"])),
                title=m["what"].strip(),
                sources=row.sources,
            )
            for m in clocks
        ]
    return [
        Event(day=row.day, start=time(HALF_DAYS[m[1]]), title=m[2].strip(" ，,、"), sources=row.sources)
        for m in _HALF_DAY.finditer(row.activity)
        if len(m[2].strip(" ，,、")) > 1
    ]


def _from_events(events: Sequence[Event], said: Sequence[Material], names: Sequence[Name]) -> list[Activity]:
    found: list[Activity] = []
    ordered = sorted(events, key=lambda e: (e.start or time.min, e.end is None))
    for index, event in enumerate(ordered):
        following = next(
            (e.start for e in ordered[index + 1 :] if e.start and event.start and e.start > event.start), None
        )
        if (
            found
            and event.end is None
            and found[-1].end
            and event.start
            and found[-1].start
            and event.start < found[-1].end
        ):
            continue  # an item within a longer one: parallel session 3 of four
        within = [
            p
            for p in said
            if event.start and p.meant_at and event.start <= p.meant_at < (event.end or following or time.max)
        ]
        sort = (
            Sort.SOCIAL
            if _SOCIAL.search(event.title)
            else Sort.ARRIVAL
            if _ARRIVAL.search(event.title)
            else Sort.MAIN
        )
        found.append(
            Activity(
                key="",
                day=event.day,
                title=(titled := _title(event, within, names))[0],
                start=event.start,
                end=event.end or following,
                sort=sort,
                visit=bool(_VISIT_EVENT.search(event.title)),
                sources=tuple(dict.fromkeys((*event.sources, *titled[1]))),
            )
        )
    return found


def _title(event: Event, within: Sequence[Material], names: Sequence[Name]) -> tuple[str, tuple[Ref, ...]]:
    """A Chinese title: the agenda's own, the names desk's, a caption's, what was visited; else the agenda's words.

    With the pieces that it was taken from, if it is not the agenda's.
    """
    own = re.sub(r"^(?:參加|出席)", "", event.title.strip())
    if len(re.findall(r"[\u4e00-\u9fff]", own)) >= 3:
        own = re.sub(r"\s+[A-Za-z][A-Za-z ]*$", "", own)
        return (re.split(r"[（(]", own)[0].strip() if len(own) > 40 else own), ()
    wanted = set(re.findall(r"[a-z]{3,}", event.title.lower()))
    for name in names:
        words = set(re.findall(r"[a-z]{3,}", name.foreign.lower()))
        if name.zh and words and len(words & wanted) / len(words | wanted) > 0.6:
            return name.zh, name.sources
    visited = (
        [(v, (p.ref,)) for p in within if (v := site_named(p.text))]
        if _VISIT_EVENT.search(event.title)
        else []
    )
    captions = [
        (m[0], (p.ref,)) for p in within if p.medium is Medium.PHOTO and (m := _CAPTION.match(p.text))
    ]
    return next(iter(visited or captions), (event.title, ()))


def _from_messages(
    day: date, said: Sequence[Material], row: ItineraryDay | None, period: Period | None
) -> list[Activity]:
    """The visits that venues and words like 「拜會」 show, in order; before the first one, the day's own activity."""
    title = _row_title(row) or _way_title(row, period, day) or f"{day.month}月{day.day}日行程"
    found = [Activity(key="", day=day, title=title, start=time.min, sources=row.sources if row else ())]
    for piece in said:
        name = (
            piece.place_name
            if piece.medium is Medium.PLACE
            else site_named(piece.text)
            if piece.medium is Medium.NOTE
            else ""
        )
        if not name or _SOCIAL.search(name) or cues.TRAVEL.search(name):
            continue
        if any(_same(name, known.title) for known in found):
            continue
        found.append(
            Activity(key="", day=day, title=name, start=piece.meant_at, visit=True, sources=(piece.ref,))
        )
    ends = [a.start for a in found[1:]] + [None]
    return [a.model_copy(update={"end": end}) for a, end in zip(found, ends, strict=True)]


def site_named(text: str) -> str:
    """The office or place that a note says was visited, or ""."""
    for match in _VISIT.finditer(text[:120]):
        name = match["name"].strip("「」")
        name = (
            re.split(r"(?:參觀|參訪|拜會|了解|瞭解|看|由|的時候|，|。)", name)[0]
            if match["name"][0] != "「"
            else name
        )
        name = re.sub(r"(?:了|喔|啦|囉)$", "", name)
        if len(name) >= 3 and (_SITE.search(name) or match["name"][0] == "「"):
            return match["verb"] + name if match["verb"] in _SAID_OF_VISITS else name
    return ""


def _row_title(row: ItineraryDay | None) -> str:
    """What a row says is done there: its first clause that tells of more than the way."""
    clauses = re.split(r"[；;。，,、\n]", row.activity) if row else []
    told = (_PART_OF_DAY.sub("", clause.strip()) for clause in clauses)
    return next((c[:_LONGEST_TITLE] for c in told if len(c) > 1 and not _MOVES.search(c)), "")


def _way_title(row: ItineraryDay | None, period: Period | None, day: date) -> str:
    """What the first and the last day are called of which the itinerary tells only that one moves."""
    moves = row is not None and any(
        _MOVES.search(c.strip()) for c in re.split(r"[；;。，,、\n]", row.activity)
    )
    if not moves or period is None:
        return ""
    return "返程" if day == period.end else "啟程" if day == period.start else ""


def nameless(title: str) -> bool:
    """Whether a title only says which day it was, or that one was on the way: nobody knows what was done there."""
    return bool(_NAMELESS.search(title))


def _same(one: str, other: str) -> bool:
    return one in other or other in one
