"""The tables that code renders from fields."""

from datetime import date

from drafting.plan.activities import activities_of
from drafting.plan.tables import itinerary_table, members_table
from drafting.trip import ItineraryDay
from tests.drafting.plan.invented import event, said, trip_of


def rows(trip) -> list[tuple[str, ...]]:
    return list(itinerary_table(trip, activities_of(trip, trip.material), ()).rows)


def test_members_stand_in_the_order_given():
    assert members_table(trip_of()).rows == (("1", "臺中市政府水利局工程科", "科員", "王小芸"),)


def test_each_day_of_the_period_has_one_row_however_it_became_known():
    listed = (ItineraryDay(day=date(2026, 5, 12), place="海城", activity="參訪海城抽水站"),)
    trip = trip_of(
        said("N1", "桃園機場登機，前往海城", day=11), said("N2", "拜會海城市政府", day=13), itinerary=listed
    )
    assert [row[0] for row in rows(trip)] == [
        "115年5月11日\n（星期一）",
        "115年5月12日\n（星期二）",
        "115年5月13日\n（星期三）",
    ]


def test_the_same_item_is_not_written_twice_in_a_day():
    row = ItineraryDay(day=date(2026, 5, 12), place="海城", activity="開幕；開幕；論壇")
    assert rows(trip_of(itinerary=(row,)))[0][2] == "開幕\n論壇"


def test_a_leg_without_words_of_its_own_is_a_flight():
    row = ItineraryDay(day=date(2026, 5, 11), place="臺中—桃園—海城", activity="起飛")
    assert rows(trip_of(itinerary=(row,)))[0][2] == "搭機"


def test_an_empty_row_takes_the_titles_of_the_agenda():
    row = ItineraryDay(day=date(2026, 5, 12), place="海城")
    trip = trip_of(itinerary=(row,), events=(event(12, 9, "開幕典禮"), event(12, 14, "參訪海城抽水站")))
    assert rows(trip)[0][2] == "開幕典禮\n參訪海城抽水站"
