"""An erased trip leaves one audit row; what others need stays."""

import sqlite3

import pytest

from drafting.material import StoredFile
from drafting.review import ReturnReason, approve
from drafting.trip import Trip
from storage.deed import Deed
from storage.store import Store

SECRET = "甲局的電話是零四二二"


def everything_about_it(store, note, photo, written, at) -> int:
    """A trip with a row in every table and two files."""
    trip = store.trips.create(at, source="telegram-export:1", chat_id=5)
    store.trips.make_current(5, trip)
    seen, mine = store.files.keep(b"seen by two trips"), store.files.keep(b"mine")
    store.trips.keep_all(trip, [note(1, SECRET), note(1, SECRET + "三", edited=1), photo(2), photo(3, seen)])
    store.trips.attach(trip, "P1", {"file": StoredFile(name=SECRET, content=mine)})
    store.trips.correct(trip, "contact_phone", SECRET, "王小明", at)
    store.audit.note(at, "王小明", "set", trip, SECRET)
    then = Trip(id=trip, contact_phone=SECRET, material=store.trips.material(trip))
    store.drafts.send_back(written(trip, then), ReturnReason.HOLLOW, SECRET, "陳審核", at)
    store.drafts.keep(approve(written(trip, then), "陳審核", at))
    message = {"message_id": 9, "chat": {"id": 5}, "text": SECRET}
    store.inbox.commit(
        [{"update_id": 1, "message": message}, {"update_id": 2, "edited_message": message}], at
    )
    store.inbox.fail(1, "磁碟已滿")
    store.inbox.done(2)
    return trip


def rows_of(store) -> dict[str, int]:
    tables = store._db.rows(
        "select name from sqlite_schema where type = 'table' and name not like '%sqlite%'"
    )
    counts = {name: store._db.value(f"select count(*) from {name}") for (name,) in tables}  # noqa: S608
    return {name: count for name, count in counts.items() if count}


def test_an_erased_trip_leaves_one_audit_row_and_no_file(store, home, note, photo, written, at):
    trip = everything_about_it(store, note, photo, written, at)
    assert set(rows_of(store)) >= {
        "approvals",
        "returns",
        "findings",
        "material_history",
        "trip_files",
        "inbox",
    }
    store.trips.erase(trip, "管理員", at)
    # the inbox keeps the number of an update that was dealt with, without its text
    assert rows_of(store) == {"audit": 1, "inbox": 1}
    assert store.audit.list() == [Deed(at, "管理員", "erase", trip, "")]
    assert [path for path in (home / "files").rglob("*") if path.is_file()] == []


def test_not_one_byte_of_an_erased_trip_is_left_on_the_disk(store, home, note, photo, written, at):
    """SQLite only forgets where deleted text lies, unless told to overwrite it; and its log keeps a copy."""
    trip = everything_about_it(store, note, photo, written, at)
    before = b"".join(path.read_bytes() for path in home.glob("suixing.sqlite*"))
    assert SECRET.encode() in before
    store.trips.erase(trip, "管理員", at)
    after = b"".join(path.read_bytes() for path in home.glob("suixing.sqlite*"))
    assert (SECRET.encode() in after, b"telegram-export:1" in after) == (False, False)


def test_files_and_updates_that_another_trip_needs_stay(store, note, photo, written, at):
    trip = everything_about_it(store, note, photo, written, at)
    other = store.trips.create(at)
    seen = store.files.keep(b"seen by two trips")
    store.trips.keep_all(other, [photo(3, seen), note(4)])
    kept = store.trips.material(other)
    store.trips.erase(trip, "管理員", at)
    assert store.trips.ids() == [other]
    assert store.trips.material(other) == kept
    assert [path.name for path in store.files.all()] == [seen]
    assert [update.update_id for update in store.inbox.list("failed")] == [1]


def test_the_number_of_an_erased_trip_is_not_given_again(store, trip, at):
    store.trips.erase(trip, "管理員", at)
    assert store.trips.create(at) == trip + 1


def test_after_an_erasure_the_triggers_stand_as_before(store, home, trip, written, at):
    other = store.trips.create(at)
    store.drafts.keep(approve(written(other), "陳審核", at))
    store.trips.erase(trip, "管理員", at)
    connection = sqlite3.connect(home / "suixing.sqlite")
    with pytest.raises(sqlite3.IntegrityError, match="an approved report never changes"):
        connection.execute("delete from approvals")
    connection.close()


def test_an_erasure_that_was_cut_short_is_completed_at_the_next_start(home, note, photo, at):
    """The rows go in one transaction; a crash before the files were removed leaves them on a list."""
    with Store.open(home) as store:
        trip = store.trips.create(at)
        digest = store.files.keep(b"mine")
        store.trips.keep(trip, photo(1, digest))
        store._db.run("insert into doomed_files values (?)", (digest,))
        store._db.run("delete from trips")
        assert store.files.read(digest) == b"mine"
    with Store.open(home) as store:
        assert store.files.read(digest) is None


def test_a_dropped_photo_takes_its_file_along(store, trip, note, photo):
    digest = store.files.keep(b"mine")
    store.trips.keep_all(trip, [note(1), photo(2, digest)])
    store.trips.drop(trip, "P1")
    assert store.files.all() == []


def test_a_dropped_note_leaves_no_word_on_the_disk(store, home, trip, note):
    store.trips.keep_all(trip, [note(1, SECRET), note(1, SECRET + "三", edited=1)])
    store.trips.drop(trip, "N1")
    assert SECRET.encode() not in b"".join(path.read_bytes() for path in home.glob("suixing.sqlite*"))


def test_a_dropped_photo_leaves_its_file_while_a_twin_or_a_draft_shows_it(store, trip, photo, written):
    twin, drafted = store.files.keep(b"twin"), store.files.keep(b"drafted")
    store.trips.keep_all(trip, [photo(1, twin), photo(2, twin), photo(3, drafted)])
    written(trip, Trip(id=trip, material=store.trips.material(trip)[2:]))
    store.trips.drop(trip, "P1")
    store.trips.drop(trip, "P3")
    assert {path.name for path in store.files.all()} == {twin, drafted}
