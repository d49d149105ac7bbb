"""An update is on disk before Telegram is told, and forgotten only when it was dealt with."""

from datetime import timedelta

import pytest

from storage.errors import UpdateUnknown
from storage.store import Store
from storage.update import Received, Waiting


def update(number: int, text: str = "早安") -> dict:
    return {"update_id": number, "message": {"message_id": number, "chat": {"id": 5}, "text": text}}


def test_each_update_of_a_batch_is_new_once(store, at):
    assert store.inbox.commit([update(1), update(2), update(1)], at) == [True, True, False]
    assert store.inbox.commit([update(2), update(3)], at) == [False, True]


def test_a_lower_number_than_before_is_new_too(store, at):
    store.inbox.commit([update(900)], at)
    assert store.inbox.commit([update(3)], at) == [True]
    assert store.inbox.waiting() == [Waiting(1, 900, update(900)), Waiting(2, 3, update(3))]


def test_what_telegram_sent_comes_back_unchanged_after_a_restart(home, at):
    strange = update(1, "😀\u0000 \ud83d") | {"field_of_tomorrow": {"a": [1.5, None, True]}}
    with Store.open(home) as store:
        store.inbox.commit([strange], at)
    with Store.open(home) as store:
        assert [w.raw for w in store.inbox.waiting()] == [strange]


def test_an_error_in_the_middle_of_a_batch_leaves_none_of_it(store, at):
    with pytest.raises(OverflowError):
        store.inbox.commit([update(1), update(2**70), update(3)], at)
    assert store.inbox.list() == []
    assert store.inbox.commit([update(1)], at) == [True]


def test_what_was_dealt_with_keeps_its_number_but_no_text(store, at):
    store.inbox.commit([update(1)], at)
    store.inbox.done(1)
    assert store.inbox.list() == [Received(1, 1, "done", at, 0, "", None)]
    assert store.inbox.commit([update(1)], at) == [False]


def test_a_number_is_free_again_after_a_month(store, at):
    store.inbox.commit([update(1), update(2)], at)
    store.inbox.done(1)
    store.inbox.forget(at + timedelta(days=29))
    assert store.inbox.commit([update(1), update(2)], at + timedelta(days=29)) == [False, False]
    store.inbox.forget(at + timedelta(days=31))
    assert store.inbox.commit([update(1), update(2)], at + timedelta(days=31)) == [True, False]


def test_what_failed_keeps_its_text_and_can_be_tried_again(store, at):
    store.inbox.commit([update(1)], at)
    store.inbox.fail(1, "磁碟已滿")
    store.inbox.done(1)  # the processor says so after the error handler did
    assert store.inbox.show(1) == Received(1, 1, "failed", at, 1, "磁碟已滿", update(1))
    assert store.inbox.waiting() == []
    store.inbox.retry(1)
    assert [w.update_id for w in store.inbox.waiting()] == [1]


def test_what_cannot_be_understood_is_set_aside_with_its_text(store, at):
    store.inbox.commit([update(1), update(2)], at)
    store.inbox.unreadable(1, "沒有 date 欄位")
    assert [w.update_id for w in store.inbox.waiting()] == [2]
    assert store.inbox.list("unreadable") == [
        Received(1, 1, "unreadable", at, 1, "沒有 date 欄位", update(1))
    ]


def test_what_is_given_up_loses_its_text_and_is_not_taken_in_again(store, at):
    store.inbox.commit([update(1)], at)
    store.inbox.fail(1, "磁碟已滿")
    store.inbox.drop(1)
    assert store.inbox.show(1).raw is None
    assert store.inbox.commit([update(1)], at) == [False]


def test_an_update_that_is_not_there_or_not_set_aside_is_named(store, at):
    store.inbox.commit([update(1)], at)
    store.inbox.done(1)
    for act in (
        lambda: store.inbox.show(8),
        lambda: store.inbox.retry(8),
        lambda: store.inbox.retry(1),
        lambda: store.inbox.drop(1),
    ):
        with pytest.raises(UpdateUnknown, match=r"請先列出收件匣確認編號與狀態。"):
            act()
