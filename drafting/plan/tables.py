"""出國人員名單 and 行程表, rendered from structured fields."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from drafting.form_words import WORDS, Words
from drafting.gather import cues
from drafting.material import Kind, Material, Medium, Ref
from drafting.plan.activities import Activity, Sort, nameless
from drafting.report import Table
from drafting.trip import ItineraryDay, Trip
from drafting.wording.register import written
from drafting.wording.statements import statements_of

_DAYS = (3.0, 4.0, 7.0)
_DAYS_LONG = (3.8, 4.0, 6.2)  # 15 September 2026 on one line
_LONGEST_DAY = 12
_LEG = re.compile(r"^(?:起飛|降落|落地|登機|出發|抵達)$")  # says less than the route beside it


def members_table(trip: Trip, words: Words = WORDS["zh-TW"]) -> Table:
    """編號｜單位｜職稱｜姓名 (seed)."""
    rows = tuple(
        (str(number), t.agency + t.unit, t.title, t.name) for number, t in enumerate(trip.travellers, 1)
    )
    return Table(
        columns=words.member_columns,
        rows=rows,
        sources=trip.sources.get("travellers", ()),
        widths=(1, 5, 3, 2.5),
    )


def itinerary_table(
    trip: Trip, activities: Sequence[Activity], travel: Sequence[Ref], words: Words = WORDS["zh-TW"]
) -> Table:
    """日期｜地點｜行程, one row for each day of the period, however the days became known (seed)."""
    rows = complete_days(trip, activities)
    long = any(len(words.day(row.day)) > _LONGEST_DAY for row in rows)
    used = tuple(dict.fromkeys((*(ref for row in rows for ref in row.sources), *travel)))
    cells = tuple(
        (f"{words.day(row.day)}\n{words.day_of_week(row.day)}", row.place, _text(row, activities))
        for row in rows
    )
    return Table(columns=words.day_columns, rows=cells, sources=used, widths=_DAYS_LONG if long else _DAYS)


def complete_days(trip: Trip, activities: Sequence[Activity]) -> list[ItineraryDay]:
    """The itinerary with the days filled in that nobody listed, from the agenda or from what was said on the way."""
    known: Mapping[date, ItineraryDay] = {row.day: row for row in trip.itinerary}
    if trip.period is None:
        return list(trip.itinerary)
    said = _said_on(trip)
    found: list[ItineraryDay] = []
    for offset in range(min((trip.period.end - trip.period.start).days + 1, 400)):
        day = trip.period.start + timedelta(days=offset)
        row = known.get(day) or _from_agenda(day, activities) or _from_notes(said.get(day, ()))
        if row:
            found.append(row)
    where = _city(trip)
    return [row if row.place else row.model_copy(update={"place": where}) for row in found]


def _city(trip: Trip) -> str:
    """The city that the report's name gives after the country, else the country."""
    for region in trip.regions:
        named = re.search(
            rf"{region}(?P<city>[\u4e00-\u9fff]{{2,8}}?)(?=參加|出席|考察|參訪|辦理|進行|市|「|、)",
            trip.report_name,
        )
        return f"{region}{named['city']}" if named else region
    return ""


def _from_agenda(day: date, activities: Sequence[Activity]) -> ItineraryDay | None:
    today = [a for a in activities if a.day == day and a.start and a.sources and a.sort is not Sort.ARRIVAL]
    if not today or not any(ref.startswith("D") for a in today for ref in a.sources):
        return None
    refs = tuple(dict.fromkeys(ref for a in today for ref in a.sources))
    return ItineraryDay(day=day, activity="、".join(a.title for a in today), sources=refs)


def _from_notes(said: Sequence[Material]) -> ItineraryDay | None:
    """The traveller's own words about the way, on a day that no list names."""
    for piece in sorted(said, key=lambda m: not cues.TRAVEL.search(m.text)):
        if texts := [s.text.rstrip("。") for s in statements_of(piece) if not s.head]:
            return ItineraryDay(day=piece.meant_on, activity=texts[0], sources=(piece.ref,))
    return None


def _said_on(trip: Trip) -> Mapping[date, list[Material]]:
    days: dict[date, list[Material]] = defaultdict(list)
    for m in trip.material:
        if m.kind is Kind.FACT and m.medium in (Medium.NOTE, Medium.PHOTO) and m.own:
            days[m.meant_on].append(m)
    return days


def _text(row: ItineraryDay, activities: Sequence[Activity]) -> str:
    items = list(dict.fromkeys(written(part) for part in re.split(r"[；;\n]", row.activity) if part.strip()))
    items = [i for i in items if i and not _LEG.match(i)]
    if not items:
        titles = [
            a.title for a in activities if a.day == row.day and a.sort is Sort.MAIN and a.title != "行程"
        ]
        items = [t for t in titles if not nameless(t)] or (["搭機"] if "—" in row.place else [])
    return "\n".join(items)
