"""The open question of a chat survives whatever happens to the process; there is one at a time."""

import sqlite3

import pytest

from storage.dialogues import Dialogue
from storage.store import Store


def test_the_last_question_of_a_chat_is_the_open_one(store, trip, at):
    store.dialogues.ask(7, trip, "field:regions", {"try": 1}, at)
    store.dialogues.ask(7, trip, "field:period", {}, at)
    store.dialogues.ask(8, None, "names", {"key": "甲"}, at)
    assert store.dialogues.open(7) == Dialogue(7, trip, "field:period", {}, at)
    assert store.dialogues.open(8) == Dialogue(8, None, "names", {"key": "甲"}, at)
    store.dialogues.close(7)
    assert store.dialogues.open(7) is None


def test_an_open_question_is_there_after_the_home_was_opened_again(home, at):
    with Store.open(home) as store:
        trip = store.trips.create(at)
        store.dialogues.ask(7, trip, "field:regions", {}, at)
        store.dialogues.skip(trip, "field:period", at)
        store.dialogues.skip(trip, "field:period", at)
    with Store.open(home) as store:
        assert store.dialogues.open(7) == Dialogue(7, trip, "field:regions", {}, at)
        assert store.dialogues.skipped(trip) == {"field:period"}


def test_what_was_left_out_can_be_taken_up_again(store, trip, at):
    for question in ("period", "caption:P1", "differ:N1:N2"):
        store.dialogues.skip(trip, question, at)
    store.dialogues.take_up(trip, ("period", "regions"))
    assert store.dialogues.skipped(trip) == {"caption:P1", "differ:N1:N2"}


def test_questions_go_with_their_trip(store, trip, at):
    store.dialogues.ask(7, trip, "field:regions", {}, at)
    store.dialogues.skip(trip, "field:period", at)
    store.trips.erase(trip, "穆知潮", at)
    assert store.dialogues.open(7) is None
    assert store.dialogues.skipped(trip) == frozenset()


def test_no_question_is_open_about_a_trip_that_is_not_there(store, at):
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        store.dialogues.ask(7, 99, "field:regions", {}, at)
