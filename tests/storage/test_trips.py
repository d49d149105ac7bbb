"""A trip is created once for each source, corrected by hand, and found by its chat."""

from datetime import date, time

import pytest

from drafting.trip import Trip
from storage.errors import TripUnknown


def test_the_same_source_is_the_same_trip(store, at):
    first = store.trips.create(at, source="telegram-export:7000000001")
    assert store.trips.create(at, source="telegram-export:7000000001") == first
    assert store.trips.from_source("telegram-export:7000000001") == first


def test_no_source_is_a_new_trip_each_time(store, at):
    first, second = store.trips.create(at), store.trips.create(at)
    assert store.trips.ids() == [first, second]
    assert store.trips.from_source("") is None


def test_the_newest_correction_of_a_field_counts(store, trip, at):
    for field, value in (("host_agency", "甲局"), ("regions", "日本"), ("host_agency", "乙局")):
        store.trips.correct(trip, field, value, "王小明", at)
    assert store.trips.corrections(trip) == {"host_agency": "乙局", "regions": "日本"}


def test_a_chat_has_one_current_trip(store, at):
    first, second = store.trips.create(at), store.trips.create(at)
    assert store.trips.current(5) is None
    store.trips.make_current(5, first)
    store.trips.make_current(5, second)
    assert (store.trips.current(5), store.trips.current(6)) == (second, None)


def test_a_trip_is_loaded_with_its_material_corrections_and_form(store, trip, note, at):
    store.trips.keep_all(trip, [note(1), note(2)])
    store.trips.correct(trip, "host_agency", "甲局", "王小明", at)
    store.trips.set_form(trip, "central")
    loaded = store.trips.load(trip)
    assert isinstance(loaded, Trip)
    assert (loaded.id, loaded.form, loaded.host_agency, [m.ref for m in loaded.material]) == (
        trip,
        "central",
        "甲局",
        ["N1", "N2"],
    )


def test_an_unknown_trip_is_refused_everywhere(store, at):
    for act in (
        lambda: store.trips.load(9),
        lambda: store.trips.material(9),
        lambda: store.trips.set_form(9, "central"),
        lambda: store.trips.correct(9, "regions", "日本", "王小明", at),
        lambda: store.trips.make_current(5, 9),
        lambda: store.trips.erase(9, "管理員", at),
    ):
        with pytest.raises(TripUnknown, match=r"沒有編號 9 的案件，請先列出案件再選擇。"):
            act()


def test_the_time_that_a_traveller_sets_stands_whatever_edits_follow(store, trip, note):
    ref = store.trips.keep(trip, note(1, "在會場")).ref
    store.trips.place(trip, ref, date(2024, 5, 3), time(9))
    store.trips.keep(trip, note(1, "在大會場", edited=60))
    (piece,) = store.trips.load(trip).material
    assert (piece.text, piece.meant_on, piece.meant_at) == ("在大會場", date(2024, 5, 3), time(9))
    store.trips.place(trip, ref, None, None)
    (piece,) = store.trips.load(trip).material
    assert piece.meant_on == date(2024, 5, 6)
