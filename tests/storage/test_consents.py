"""What somebody answered to the notice stays; what they sent before waits unread until they did."""

import sqlite3
from datetime import timedelta

import pytest


def update(number: int, chat: int = 7) -> dict:
    return {"update_id": number, "message": {"message_id": number, "chat": {"id": chat}, "text": "早"}}


def test_an_answer_counts_for_one_version_and_the_last_one_counts(store, at):
    assert not store.consents.given(7, "1")
    store.consents.agree(7, "1", at)
    assert [store.consents.given(7, version) for version in ("1", "2")] == [True, False]
    store.consents.refuse(7, "1", at)
    assert not store.consents.given(7, "1")
    assert [(a.version, a.yes, a.at) for a in store.consents.list(7)] == [("1", True, at), ("1", False, at)]


def test_an_answer_is_never_changed(store, at):
    store.consents.agree(7, "1", at)
    with pytest.raises(sqlite3.IntegrityError, match="never changes"):
        store._db.run("update consents set answer = 'no'")


def test_what_came_before_waits_in_the_inbox_once_its_sender_agrees(store, at):
    store.inbox.commit([update(3), update(4), update(5, chat=8)], at)
    for number, person in ((3, 7), (4, 7), (5, 8)):
        store.consents.hold(person, person, update(number, person), at)
        store.consents.hold(person, person, update(number, person), at)
        store.inbox.done(number)
    assert store.inbox.waiting() == []
    assert store.consents.held(7) == 2
    assert store.consents.agree(7, "1", at) == [update(3), update(4)]
    assert [row.raw for row in store.inbox.waiting()] == [update(3), update(4)]
    assert (store.consents.held(7), store.consents.held(8)) == (0, 1)


def test_what_came_before_a_refusal_is_gone(store, at):
    store.consents.hold(7, 7, update(3), at)
    store.consents.refuse(7, "1", at)
    assert store.consents.held(7) == 0
    assert store.consents.agree(7, "1", at) == []


def test_nothing_is_held_longer_than_thirty_days(store, at):
    store.consents.hold(7, 7, update(3), at)
    store.consents.hold(8, 8, update(4), at + timedelta(days=31))
    assert (store.consents.held(7), store.consents.held(8)) == (0, 1)
