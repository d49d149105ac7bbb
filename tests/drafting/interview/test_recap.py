"""The end of a day: what came in, which activity has nothing, which photos nobody said a word about."""

from datetime import date

from drafting.checks import check
from drafting.form import form_of
from drafting.interview.recap import bare_photos, recap
from drafting.material import Kind, Medium
from drafting.report import Report
from tests.drafting.interview.trips import note, photo, tokyo, trip_of

DAY = date(2026, 9, 22)


def test_what_came_in_is_counted_by_the_day_that_it_speaks_of():
    found = recap(
        trip_of(
            note(1, tokyo(22, 10), "佐藤理事長接待"), note(2, tokyo(23, 8), "昨天下午看了日比谷公園的志工")
        ),
        DAY,
    )
    assert found.came_in == {Medium.NOTE: 2}
    assert not found.empty


def test_an_activity_without_any_record_is_named():
    found = recap(trip_of(note(1, tokyo(22, 10), "佐藤理事長接待")), DAY)
    assert found.silent == ("參觀日比谷公園",)


def test_photos_without_a_word_are_listed_and_those_with_reply_or_album_caption_are_not():
    trip = trip_of(
        photo(1, tokyo(22, 10)), photo(2, tokyo(22, 10, 5)), photo(3, tokyo(22, 10, 9), album="a"),
        photo(4, tokyo(22, 10, 9), "與佐藤理事長合影", album="a"), note(5, tokyo(22, 10, 20), "協會門口", reply_to="P2"),
    )  # fmt: skip
    assert recap(trip, DAY).bare == ("P1",)


def test_private_photos_are_neither_counted_nor_asked_about():
    trip = trip_of(photo(1, tokyo(22, 10), label=Kind.PRIVATE))
    assert (recap(trip, DAY).came_in, bare_photos(trip)) == ({}, ())


def test_a_day_without_duty_says_so_and_no_check_misses_it():
    trip = trip_of(corrections={"days_off": "9/23"})
    assert recap(trip, date(2026, 9, 23)).off
    assert recap(trip, date(2026, 9, 23)).silent == ()


def test_a_day_off_that_no_list_names_stands_in_the_itinerary():
    trip = trip_of(
        corrections={
            "itinerary": "9/21 臺北—東京 搭機；9/22 東京 拜會協會；9/24 東京—臺北 回程",
            "days_off": "2026-09-23",
        }
    )
    assert [(row.day.day, row.activity) for row in trip.itinerary][2] == (23, "無公務行程")
    report = Report(form="taichung-report", title="", fields={}, sections=())
    missing = [f.message for f in check(report, trip, form_of(trip), date(2026, 10, 1)) if f.check == "TIM-2"]
    assert missing == []


def test_a_day_on_the_way_or_at_leisure_is_no_news_but_one_that_nobody_planned_is():
    trip = trip_of()
    assert not recap(trip, date(2026, 9, 21)).worth_saying
    assert recap(trip, DAY).worth_saying
    unplanned = trip.model_copy(update={"itinerary": ()})
    assert recap(unplanned, date(2026, 9, 21)).worth_saying
    with_note = trip_of(note(1, tokyo(21, 20), "平安到飯店，明天拜會協會"))
    assert recap(with_note, date(2026, 9, 21)).worth_saying
