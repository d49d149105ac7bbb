"""What is said stands in rows until it is sent: said once for each cause, sent once if nothing crashes."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.errors import SendingUnknown
from storage.store import Store

NOON = datetime(2026, 9, 21, 12, 0, tzinfo=UTC)


def said(store: Store) -> list[tuple[str, dict[str, str]]]:
    return [(sending.state, sending.fields) for sending in store.outbox.list()]


def test_what_is_said_waits_and_what_was_sent_leaves_no_words(store: Store):
    number = store.outbox.add(5, "sendMessage", {"text": "草稿完成"}, NOON)
    assert [(s.id, s.chat_id, s.method, s.fields) for s in store.outbox.waiting()] == [
        (number, 5, "sendMessage", {"text": "草稿完成"})
    ]
    store.outbox.sent(number)
    assert said(store) == [("sent", {})]
    assert not store.outbox.busy(NOON)


def test_the_same_cause_says_a_thing_once_before_and_after_it_was_sent(store: Store):
    heard: list[str] = []
    store.outbox.when_added = lambda sending: heard.append(sending.key)
    first = store.outbox.add(5, "sendMessage", {"text": "甲"}, NOON, key="u7:0")
    assert store.outbox.add(5, "sendMessage", {"text": "甲"}, NOON, key="u7:0") == first
    store.outbox.sent(first)
    assert store.outbox.add(5, "sendMessage", {"text": "甲"}, NOON, key="u7:0") == first
    assert store.outbox.add(5, "sendMessage", {"text": "乙"}, NOON, key="u7:1") != first
    assert heard == ["u7:0", "u7:1"]


def test_rows_are_written_with_the_cause_or_not_at_all(tmp_path: Path):
    """A process that dies before its next transaction has neither the message nor the tick: both are done again."""
    with Store.open(tmp_path) as store:
        store.inbox.commit([{"update_id": 1, "message": {}}], NOON)
        store.outbox.add(5, "sendMessage", {"text": "甲"}, NOON, key="u1:0")
        store.inbox.done(1)
        with Store.open(tmp_path) as beside:  # what a process that starts now would find
            assert [row.update_id for row in beside.inbox.waiting()] == [1]
            assert beside.outbox.waiting() == []
        store.flush()
        with Store.open(tmp_path) as beside:
            assert beside.inbox.waiting() == []
            assert [s.fields for s in beside.outbox.waiting()] == [{"text": "甲"}]


def test_numbers_go_on_after_a_restart(tmp_path: Path):
    with Store.open(tmp_path) as store:
        first = store.outbox.add(5, "sendMessage", {"text": "甲"}, NOON)
    with Store.open(tmp_path) as store:
        assert store.outbox.add(5, "sendMessage", {"text": "乙"}, NOON) == first + 1
        assert [s.fields["text"] for s in store.outbox.waiting()] == ["甲", "乙"]


def test_a_file_is_kept_until_it_is_sent(store: Store):
    number = store.outbox.add(5, "sendDocument", {}, NOON, file_name="報告.pdf", file=b"%PDF")
    (waiting,) = store.outbox.waiting()
    assert (waiting.file_name, waiting.file) == ("報告.pdf", b"%PDF")
    store.outbox.sent(number)
    assert store.outbox.show(number).file == b""


def test_a_message_that_could_not_be_sent_is_tried_later_and_at_last_set_aside(store: Store):
    number = store.outbox.add(5, "sendMessage", {"text": "甲"}, NOON)
    store.outbox.later(number, "TimedOut", NOON + timedelta(minutes=1))
    assert not store.outbox.busy(NOON)
    assert store.outbox.busy(NOON + timedelta(minutes=1))
    store.outbox.give_up(number, "BadRequest: x")
    assert [(s.attempts, s.problem) for s in store.outbox.list("dead")] == [(1, "BadRequest: x")]
    store.outbox.retry(number, NOON)
    assert store.outbox.busy(NOON)
    store.outbox.drop(number)
    for undo in (lambda: store.outbox.retry(number, NOON), lambda: store.outbox.drop(number)):
        with pytest.raises(SendingUnknown, match="請先列出收件匣確認編號與狀態"):
            undo()


def test_what_waits_for_a_group_goes_with_it_when_it_becomes_another_chat(store: Store):
    store.outbox.add(-5, "sendMessage", {"text": "甲"}, NOON)
    store.outbox.move(-5, -1005)
    assert [s.chat_id for s in store.outbox.waiting()] == [-1005]


def test_erasing_the_only_trip_of_a_chat_erases_what_is_still_to_be_said_there(store: Store):
    trip = store.trips.create(NOON, chat_id=5)
    other = store.trips.create(NOON, chat_id=6)
    for chat in (5, 6):
        store.outbox.add(chat, "sendMessage", {"text": "草稿內容"}, NOON)
    store.trips.erase(trip, "管理", NOON)
    assert [s.chat_id for s in store.outbox.waiting()] == [6]
    store.trips.erase(other, "管理", NOON)
    assert store.outbox.list() == []


def test_sent_rows_are_forgotten_after_some_days(store: Store):
    number = store.outbox.add(5, "sendMessage", {"text": "甲"}, NOON, key="u1:0")
    store.outbox.sent(number)
    store.flush()
    store.outbox.forget(NOON + timedelta(days=2))
    assert len(store.outbox.list()) == 1
    store.outbox.forget(NOON + timedelta(days=4))
    assert store.outbox.list() == []
