"""The activities of a trip: of the agenda, of half days, of visits that only the messages show."""

from datetime import date, time

import pytest

from drafting.plan.activities import Sort, activities_of, nameless, site_named
from drafting.trip import ItineraryDay, Name
from tests.drafting.plan.invented import event, said, trip_of


def titles(trip, *pieces) -> list[str]:
    return [a.title for a in activities_of(trip, pieces)]


def test_each_item_of_the_agenda_is_an_activity_in_order():
    trip = trip_of(events=(event(12, 14, "參訪海城抽水站"), event(12, 9, "開幕典禮")), itinerary=())
    assert titles(trip) == ["開幕典禮", "參訪海城抽水站"]


def test_an_item_ends_when_the_next_begins():
    trip = trip_of(events=(event(12, 9, "開幕典禮"), event(12, 14, "參訪海城抽水站")), itinerary=())
    assert [(a.start, a.end) for a in activities_of(trip, ())] == [(time(9), time(14)), (time(14), None)]


def test_dinners_and_registration_are_told_apart_from_the_agenda():
    trip = trip_of(
        events=(event(12, 8, "Registration"), event(12, 9, "開幕典禮"), event(12, 19, "歡迎晚宴")),
        itinerary=(),
    )
    assert [a.sort for a in activities_of(trip, ())] == [Sort.ARRIVAL, Sort.MAIN, Sort.SOCIAL]


def test_half_days_of_a_row_are_activities():
    row = ItineraryDay(day=date(2026, 5, 12), place="海城", activity="上午拜會海城市役所，下午參訪清掃工廠")
    assert titles(trip_of(itinerary=(row,))) == ["拜會海城市役所", "參訪清掃工廠"]


def test_without_an_agenda_the_visits_are_read_from_the_messages():
    row = ItineraryDay(day=date(2026, 5, 12), place="海城", activity="考察")
    note = said("N1", "下午參訪海城抽水站，由站長接待", hour=14)
    assert titles(trip_of(itinerary=(row,)), note) == ["考察", "參訪海城抽水站"]


def test_a_day_spent_on_the_way_has_no_activity():
    row = ItineraryDay(day=date(2026, 5, 11), place="臺北—海城", activity="搭機，曼谷轉機")
    assert titles(trip_of(itinerary=(row,)), said("N1", "登機", day=11)) == []


@pytest.mark.parametrize(
    ("activity", "title"),
    [
        ("搭機，曼谷轉機，當地晚上到", "5月12日行程"),
        ("搭機前往海城，晚上行前說明會", "行前說明會"),
        ("參訪海城抽水站、拜會市政府", "參訪海城抽水站"),
        ("", "5月12日行程"),
    ],
)
def test_a_title_is_what_is_done_not_how_one_gets_there(activity, title):
    row = ItineraryDay(day=date(2026, 5, 12), place="海城", activity=activity)
    assert titles(trip_of(itinerary=(row,)), said("N1", "資料已取得"))[0] == title


def test_a_row_of_forty_thousand_signs_is_read_in_a_moment(moments):
    for text in ("上午" * 20_000, "上午會" + "面" * 40_000, "早上中午" * 10_000):
        row = ItineraryDay(day=date(2026, 5, 12), place="海城", activity=text)
        with moments():
            titles(trip_of(itinerary=(row,)))


def test_a_foreign_title_takes_its_chinese_name_from_the_names_desk():
    name = Name(zh="海城港灣論壇", foreign="Harbour City Forum")
    trip = trip_of(events=(event(12, 9, "Harbour City Forum"),), itinerary=(), names=(name,))
    assert titles(trip) == ["海城港灣論壇"]


def test_words_of_a_visit_name_an_office_or_nothing():
    assert site_named("上午拜會海城市政府水利局，局長接見") == "拜會海城市政府水利局"
    assert site_named("到了「潮汐之家」") == "潮汐之家"
    assert site_named("到了之後先吃飯") == ""


def test_times_within_a_row_of_the_itinerary_make_activities():
    """「9:30 市廳；14:00 航空公司」 in one cell, as pasted tables have it."""
    row = ItineraryDay(day=date(2026, 5, 12), activity="9:30 海城市廳觀光課；14:00 海翼航空")
    trip = trip_of(said("N1", "會場有40個攤位", hour=10), itinerary=(row,))
    titles = [(a.title, a.start) for a in activities_of(trip, trip.material)]
    assert titles == [("海城市廳觀光課", time(9, 30)), ("海翼航空", time(14))]


@pytest.mark.parametrize(
    ("day", "activity", "title"),
    [(11, "搭機", "啟程"), (13, "返國", "返程"), (13, "自由活動，搭機", "返程"), (13, "", "5月13日行程"), (12, "返回旅館", "5月12日行程")],
)  # fmt: skip
def test_the_days_on_which_one_only_leaves_and_returns_are_called_that(day, activity, title):
    """「5月14日行程」 is no name for coming home."""
    row = ItineraryDay(day=date(2026, 5, day), place="海城", activity=activity)
    found = titles(trip_of(itinerary=(row,)), said("N1", "導覽機器人有四種語言", day=day))
    assert found == [title]
    assert nameless(found[0])
