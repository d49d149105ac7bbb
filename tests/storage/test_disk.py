"""What was committed without waiting is on the disk when ``sync`` returns: the log, and the folder that names it."""

import os

import pytest

import storage.database
from storage.store import Store
from tests.storage.test_inbox import update


@pytest.fixture
def waited_for(monkeypatch) -> list[int]:
    """The inodes that the disk was waited for, in this order; the disk is waited for indeed."""
    found: list[int] = []
    before = storage.database._to_the_disk

    def waiting(file: int) -> None:
        before(file)
        found.append(os.fstat(file).st_ino)

    monkeypatch.setattr(storage.database, "_to_the_disk", waiting)
    return found


def test_the_log_is_waited_for_each_time_its_folder_once(home, at, waited_for):
    with Store.open(home) as store:
        store.relax()
        for number in (1, 2, 3):
            store.inbox.commit([update(number)], at, durable=False)
            store.sync()
        log, folder = log_and_folder(home)
    assert waited_for == [log, folder, log, log]


def test_the_folder_of_a_log_that_was_made_anew_is_waited_for_again(home, at, waited_for):
    """The last one to close the database removes the log."""
    for number in (1, 2):
        with Store.open(home) as store:
            store.relax()
            store.inbox.commit([update(number)], at, durable=False)
            store.sync()
            log, folder = log_and_folder(home)
        assert waited_for[-2:] == [log, folder]


def log_and_folder(home) -> tuple[int, int]:
    (log,) = home.rglob("*-wal")
    return log.stat().st_ino, log.parent.stat().st_ino


def test_what_waits_is_found_without_looking_through_what_is_done(store, at):
    """The index is of the waiting ones alone."""
    store.inbox.commit([update(number) for number in range(1, 50)], at)
    plan = store._db.rows("explain query plan select seq from inbox where state = 'waiting' order by seq")
    assert "inbox_waiting" in plan[0][-1]
