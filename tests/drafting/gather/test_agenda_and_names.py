"""Agendas from calendars and programmes, and pairs of Chinese and foreign names."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.gather import gather
from drafting.gather.agenda import events_in, zones_in
from drafting.gather.names import names_in
from drafting.material import Kind
from tests.drafting.gather.told import PLAN, paper, said

NEAR = date(2026, 9, 1)
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test//ZH
BEGIN:VEVENT
UID:1
DTSTART;TZID=Asia/Tokyo:20260904T093000
DTEND;TZID=Asia/Tokyo:20260904T110000
SUMMARY:Opening ceremony
LOCATION:Hall A
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20260905
SUMMARY:Site visit
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def items(text: str) -> list[tuple[int, time | None, time | None, str, str]]:
    return [(e.day.day, e.start, e.end, e.title, e.place) for e in events_in([paper(text)], NEAR)]


def test_a_calendar_gives_events_in_the_time_of_the_place():
    assert items(CALENDAR) == [
        (4, time(9, 30), time(11), "Opening ceremony", "Hall A"),
        (5, None, None, "Site visit", ""),
    ]
    assert [zone for _, zone in zones_in([paper(CALENDAR)])] == ["Asia/Tokyo"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "10 September 2026\n09:00 - 10:30 Opening\n10:30-11:00  Coffee",
            [(10, time(9), time(10, 30), "Opening", ""), (10, time(10, 30), time(11), "Coffee", "")],
        ),
        ("Sept 10, 2026\n10:00 Keynote | Hall A", [(10, time(10), None, "Keynote", "Hall A")]),
        (
            "9月10日（四）\n09:00\n開幕式\n10:00-12:00\t分組討論\t301會議室",
            [(10, time(9), None, "開幕式", ""), (10, time(10), time(12), "分組討論", "301會議室")],
        ),
        (
            "Thursday, 10th September 2026 09:00 Registration",
            [(10, time(9), None, "Registration", "")],
        ),
        (
            "September 10 (Thu)\n9:00 AM Opening\n12:00 PM Lunch\n2:00-3:00 PM Site visit",
            [
                (10, time(9), None, "Opening", ""),
                (10, time(12), None, "Lunch", ""),
                (10, time(14), time(15), "Site visit", ""),
            ],
        ),
        ("09:00 開幕", []),
        ("9月10日\n我們在會場門口等了很久，最後大會的人跑來說改到 09:00 開幕", []),
    ],
)
def test_a_programme_gives_the_timed_lines_below_its_days(text, found):
    """Without a day a time is no event; a time deep in a sentence neither."""
    assert items(text) == found


def test_the_same_start_in_two_papers_is_one_event_as_the_calendar_has_it():
    events = events_in([paper("2026年9月4日\n09:30 開幕典禮"), paper(CALENDAR)], NEAR)
    assert [(e.title, e.end) for e in events if e.start] == [("Opening ceremony", time(11))]


def test_a_note_renames_no_event_of_an_agenda_but_is_named_as_its_source():
    note = said("9/4 東京\n09:30 大會開幕\n9/5 東京\n10:00 參訪", number=2)
    trip = gather(1, [said(PLAN), paper(CALENDAR), note], {})
    assert [(e.title, e.sources) for e in trip.events if e.day == date(2026, 9, 4)] == [
        ("Opening ceremony", ("D1", "N2"))
    ]


@settings(deadline=None)  # the first reading loads the names of the countries
@given(st.text(max_size=300))
def test_a_broken_calendar_gives_no_event(text):
    broken = "BEGIN:VCALENDAR\r\n" + text.replace("BEGIN", "").replace("DTSTART", "")
    assert items(broken) == []


def pairs(text: str) -> list[tuple[str, str, str]]:
    return [(n.zh, n.foreign, n.abbreviation) for n in names_in([said(text)])]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "拜會橫濱市環境局（Environmental Bureau, City of Yokohama）",
            ("橫濱市環境局", "Environmental Bureau, City of Yokohama", ""),
        ),
        (
            "LCCA（Low Carbon Cities Alliance 低碳城市聯盟）",
            ("低碳城市聯盟", "Low Carbon Cities Alliance", "LCCA"),
        ),
        (
            "世界氣象組織(World Meteorological Organization, WMO)",
            ("世界氣象組織", "World Meteorological Organization", "WMO"),
        ),
        (
            "UCLG = United Cities and Local Governments 城市與地方政府聯合會",
            ("城市與地方政府聯合會", "United Cities and Local Governments", "UCLG"),
        ),
        (
            "城市與地方政府聯合會（United Cities and Local Governments）",
            ("城市與地方政府聯合會", "United Cities and Local Governments", ""),
        ),
        (
            "今天我跟低碳城市聯盟（Low Carbon Cities Alliance）開會",
            ("低碳城市聯盟", "Low Carbon Cities Alliance", ""),
        ),
        ("Ms. Sato Yuki（佐藤由紀）局長", ("佐藤由紀", "Ms. Sato Yuki", "")),
    ],
)
def test_names_that_stand_side_by_side(text, pair):
    """與 may stand inside a name: only a person before it makes it a conjunction."""
    assert pairs(text) == [pair]


@pytest.mark.parametrize("text", ["上午9點（JST）集合", "每公斤100日圓（NT$22）", "他說（OK 沒問題）就這樣"])
def test_what_is_no_name(text):
    assert pairs(text) == []


def test_a_pair_is_kept_once_with_every_note_that_shows_it_and_none_that_is_private():
    shown = said("低碳聯盟（Low Carbon Alliance）", number=1)
    again = said("低碳聯盟總會(Low-Carbon Alliance)", number=2)
    private = said("低碳聯盟（Low Carbon Alliance）", number=3, kind=Kind.PRIVATE)
    assert [(n.zh, n.sources) for n in names_in([shown, again, private])] == [("低碳聯盟", ("N1", "N2"))]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("第7屆大會 印尼泗水(Surabaya, Indonesia)", ("印尼泗水", "Surabaya, Indonesia", "")),
        ("第二站玄浦排水機場（Genpo Pump Station）", ("玄浦排水機場", "Genpo Pump Station", "")),
        ("還有協議會代表波間鈴子（Ms. Namima Suzuko）", ("波間鈴子", "Ms. Namima Suzuko", "")),
        ("秘書處的灘風帆乃小姐（Ms. Nadakaze Hono）", ("灘風帆乃", "Ms. Nadakaze Hono", "")),
        ("主題「港區與市區的預警」（Early Warning）", ("港區與市區的預警", "Early Warning", "")),
        ("玄浦地區防災協議會（GADC）", ("玄浦地區防災協議會", "", "GADC")),
    ],
)
def test_a_name_is_neither_what_leads_to_it_nor_the_post_nor_the_country(text, pair):
    assert pairs(text) == [pair]


def test_what_stands_for_the_thing_is_not_its_name():
    assert pairs("Tobu Metropolitan Corporation（地主自己）") == []


def test_an_abbreviation_alone_joins_the_whole_name():
    plan = said("主辦：玄浦地區防災協議會（GADC）", number=1)
    note = said("玄浦地區防災協議會（Genpo Area Disaster Council, GADC）合辦", number=2)
    assert [(n.foreign, n.abbreviation, n.sources) for n in names_in([plan, note])] == [
        ("Genpo Area Disaster Council", "GADC", ("N2", "N1"))
    ]
