"""Messages become material once, however often and in whatever order they come."""

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.material import Kind, Material, Medium, Position, StoredFile
from storage.errors import PieceUnknown, TripUnknown
from storage.kept import Kept
from storage.store import Store

PICTURE = "ab" * 32


def test_a_reference_counts_the_pieces_of_its_medium_in_the_order_of_keeping(store, trip, note, photo):
    pieces = [note(3), photo(1), note(2), photo(4)]
    assert store.trips.keep_all(trip, pieces) == [
        Kept("N1", "new"),
        Kept("P1", "new"),
        Kept("N2", "new"),
        Kept("P2", "new"),
    ]


def test_each_trip_counts_for_itself(store, trip, note, at):
    other = store.trips.create(at)
    store.trips.keep(trip, note(1))
    assert store.trips.keep(other, note(1)) == Kept("N1", "new")


def test_material_comes_in_the_order_in_which_it_was_said(store, trip, note):
    store.trips.keep_all(trip, [note(3), note(1), note(2), note(0, said_at=note(2).said_at)])
    assert [(m.ref, m.message_ids) for m in store.trips.material(trip)] == [
        ("N2", (1,)),
        ("N4", (0,)),
        ("N3", (2,)),
        ("N1", (3,)),
    ]


def test_what_was_received_comes_back_as_it_was_but_for_the_reference(store, trip, note):
    piece = note(1, zone="Asia/Karachi", label=Kind.QUOTE, position=Position(latitude=33.7, longitude=73.1))
    store.trips.keep(trip, piece)
    assert store.trips.material(trip) == (piece.model_copy(update={"ref": "N1"}),)


def test_a_message_that_comes_again_is_the_same_piece(store, trip, note):
    store.trips.keep(trip, note(1))
    assert store.trips.keep(trip, note(1)) == Kept("N1", "same")
    assert len(store.trips.material(trip)) == 1


def test_a_message_of_another_chat_with_the_same_number_is_another_piece(store, trip, note):
    store.trips.keep(trip, note(1))
    assert store.trips.keep(trip, note(1, chat_id=6)) == Kept("N2", "new")


def test_a_piece_of_several_messages_is_known_by_any_of_them(store, trip, note):
    store.trips.keep(trip, note(1, message_ids=(1, 2)))
    assert store.trips.keep(trip, note(1, message_ids=(2, 3))) == Kept("N1", "same")
    assert store.trips.keep(trip, note(1, message_ids=(3,))) == Kept("N1", "same")
    assert [m.message_ids for m in store.trips.material(trip)] == [(1, 2, 3)]


def test_a_later_edit_replaces_the_text_and_the_earlier_one_is_history(store, trip, note):
    store.trips.keep(trip, note(1, "一月"))
    assert store.trips.keep(trip, note(1, "二月", edited=1)) == Kept("N1", "changed")
    assert [m.text for m in store.trips.material(trip)] == ["二月"]
    assert store._db.rows("select ref, text from material_history") == [("N1", "一月")]


def test_an_earlier_edit_that_comes_late_changes_nothing(store, trip, note):
    store.trips.keep(trip, note(1, "三月", edited=2))
    assert store.trips.keep(trip, note(1, "二月", edited=1)) == Kept("N1", "same")
    assert store.trips.keep(trip, note(1, "一月")) == Kept("N1", "same")
    assert [m.text for m in store.trips.material(trip)] == ["三月"]


def test_of_two_edits_within_one_second_the_last_to_come_wins(store, trip, note):
    store.trips.keep(trip, note(1, "二月", edited=1))
    store.trips.keep(trip, note(1, "三月", edited=1))
    assert [m.text for m in store.trips.material(trip)] == ["三月"]


def test_an_edit_that_changes_no_word_is_no_change(store, trip, note):
    store.trips.keep(trip, note(1, "一月"))
    assert store.trips.keep(trip, note(1, "一月", edited=1)) == Kept("N1", "same")


def test_an_import_that_now_has_the_picture_adds_it(store, trip, photo):
    store.trips.keep(trip, photo(1))
    assert store.trips.keep(trip, photo(1, PICTURE)) == Kept("P1", "changed")
    assert store.trips.keep(trip, photo(1)) == Kept("P1", "same")
    assert [m.file.content for m in store.trips.material(trip)] == [PICTURE]


def test_an_edited_caption_keeps_the_picture(store, trip, photo):
    store.trips.keep(trip, photo(1, PICTURE, sharpness=4.5))
    store.trips.keep(trip, photo(1, text="改過的說明", edited=1))
    (piece,) = store.trips.material(trip)
    assert (piece.text, piece.file.content, piece.sharpness) == ("改過的說明", PICTURE, 4.5)


def test_what_was_worked_out_stands_whatever_edits_follow(store, trip, photo):
    store.trips.keep(trip, photo(1))
    taken = datetime(2024, 5, 6, 9, 30)  # noqa: DTZ001 — a camera without a zone
    file = StoredFile(name="photo.jpg", content=PICTURE, width=1280, height=960)
    place = Position(latitude=24.1, longitude=120.6)
    store.trips.attach(trip, "P1", {"file": file, "taken_at": taken})
    store.trips.attach(trip, "P1", {"position": place, "sharpness": 12.5, "fingerprint": "00" * 8})
    store.trips.keep(trip, photo(1, text="改過的說明", edited=1))
    (piece,) = store.trips.material(trip)
    assert piece == photo(
        1,
        text="改過的說明",
        edited=1,
        ref="P1",
        taken_at=taken,
        position=place,
        sharpness=12.5,
        fingerprint="00" * 8,
    ).model_copy(update={"file": file})


@pytest.mark.parametrize(
    "changes", [{"ref": "N9"}, {"message_ids": (8,)}, {"wording": "?"}, {"sharpness": "sharp"}]
)
def test_what_a_piece_is_known_by_is_never_changed_nor_what_it_has_not(store, trip, note, changes):
    store.trips.keep(trip, note(1))
    before = store.trips.material(trip)
    with pytest.raises(ValueError, match=next(iter(changes))):
        store.trips.attach(trip, "N1", changes)
    assert store.trips.material(trip) == before


def test_a_dropped_piece_stays_dropped_and_its_reference_is_not_given_again(store, trip, note):
    store.trips.keep_all(trip, [note(1), note(2)])
    store.trips.drop(trip, "N2")
    assert store.trips.keep(trip, note(2, "又來了", edited=9)) == Kept("N2", "same")
    assert store.trips.keep(trip, note(3)) == Kept("N3", "new")
    assert [m.ref for m in store.trips.material(trip)] == ["N1", "N3"]


def test_what_the_traveller_calls_a_piece_wins_over_the_label_in_its_text(store, trip, note):
    store.trips.keep(trip, note(1, label=Kind.FACT))
    store.trips.label(trip, "N1", Kind.PRIVATE)
    store.trips.keep(trip, note(1, "改過", edited=1, label=Kind.FACT))
    assert [m.label for m in store.trips.material(trip)] == [Kind.PRIVATE]


def test_an_unknown_piece_is_named(store, trip):
    for act in (
        lambda: store.trips.attach(trip, "P9", {"sharpness": 1.0}),
        lambda: store.trips.label(trip, "P9", Kind.FACT),
        lambda: store.trips.drop(trip, "P9"),
    ):
        with pytest.raises(PieceUnknown, match=r"素材「P9」.*請確認代號。"):
            act()


def test_material_of_an_unknown_trip_is_refused(store, note):
    with pytest.raises(TripUnknown, match=r"沒有編號 7 的案件，請"):
        store.trips.keep(7, note(1))


def test_an_error_in_the_middle_of_an_import_leaves_none_of_it(store, trip, note):
    broken = note(2, message_ids=(2**70,))
    with pytest.raises(OverflowError):
        store.trips.keep_all(trip, [note(1), broken, note(3)])
    assert store.trips.material(trip) == ()
    assert store.trips.keep(trip, note(1)) == Kept("N1", "new")


def test_a_long_chat_is_kept_whole(store, trip, note):
    store.trips.keep_all(trip, [note(number, "參訪紀錄" * 20) for number in range(4000)])
    assert len(store.trips.material(trip)) == 4000


SAID = datetime(2024, 5, 6, tzinfo=UTC)


def version(message: int, edit: int) -> Material:
    """Version ``edit`` of a message: the original has no edit time, each later one its own second and text."""
    return Material(
        ref="",
        medium=Medium.NOTE,
        author="王小明",
        said_at=SAID,
        text=f"{message}.{edit}",
        chat_id=5,
        message_ids=(message,),
        edited_at=SAID + timedelta(seconds=edit) if edit else None,
    )


VERSIONS = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 3)), min_size=1, max_size=12)


@settings(deadline=None)  # it opens a database each time
@given(versions=VERSIONS, data=st.data())
def test_any_order_and_any_repetition_give_the_same_texts(versions, data):
    newest = {message: max(e for m, e in versions if m == message) for message, _ in versions}
    again = data.draw(st.permutations(versions + data.draw(st.lists(st.sampled_from(versions), max_size=6))))
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder)) as store:
        trip = store.trips.create(SAID)
        for message, edit in again:
            store.trips.keep(trip, version(message, edit))
        found = {m.text for m in store.trips.material(trip)}
    assert found == {f"{message}.{edit}" for message, edit in newest.items()}
