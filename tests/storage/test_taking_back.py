"""A traveller takes a piece back; it can be put back, and one message takes back only once."""

from storage.withdrawing import Withdrawn


def refs(store, trip):
    return [piece.ref for piece in store.trips.material(trip)]


def test_what_is_taken_back_is_out_of_the_trip_until_it_is_put_back(store, trip, note, at):
    store.trips.keep_all(trip, [note(1), note(2), note(3)])
    assert store.trips.withdraw(trip, ["N2", "N3"], "5:9", at) == ("N2", "N3")
    assert refs(store, trip) == ["N1"]
    assert store.trips.withdrawn("5:9") == Withdrawn(trip, ("N2", "N3"))
    assert store.trips.bring_back(trip, "5:9") == ("N2", "N3")
    assert refs(store, trip) == ["N1", "N2", "N3"]


def test_the_same_message_takes_back_once_even_after_all_was_put_back(store, trip, note, at):
    store.trips.keep_all(trip, [note(1), note(2)])
    store.trips.withdraw(trip, ["N2"], "5:9", at)
    assert store.trips.withdraw(trip, ["N1"], "5:9", at) == ()
    store.trips.bring_back(trip, "5:9")
    assert store.trips.withdraw(trip, ["N1"], "5:9", at) == ()
    assert refs(store, trip) == ["N1", "N2"]


def test_what_another_trip_holds_is_not_put_back_by_its_button(store, trip, note, at):
    store.trips.keep(trip, note(1))
    store.trips.withdraw(trip, ["N1"], "5:9", at)
    other = store.trips.create(at)
    assert store.trips.bring_back(other, "5:9") == ()
    assert refs(store, trip) == []


def test_an_edit_does_not_bring_back_what_was_taken_back(store, trip, note, at):
    store.trips.keep(trip, note(1, "五場會議"))
    store.trips.withdraw(trip, ["N1"], "5:9", at)
    assert store.trips.keep(trip, note(1, "六場會議", edited=60)).ref == "N1"
    assert refs(store, trip) == []
    store.trips.bring_back(trip, "5:9")
    assert [piece.text for piece in store.trips.material(trip)] == ["六場會議"]


def test_a_message_is_found_in_the_newest_trip_that_holds_it_also_when_its_piece_is_out_of_sight(
    store, trip, note, at
):
    store.trips.keep(trip, note(1))
    store.trips.withdraw(trip, ["N1"], "5:9", at)
    assert store.trips.holding(5, 1) == (trip, "N1")
    assert store.trips.holding(5, 2) is None
    other = store.trips.create(at)
    store.trips.keep(other, note(1))
    assert store.trips.holding(5, 1) == (other, "N1")
    assert store.trips.holding(5, 1, trip) == (trip, "N1")
