"""Slow work stands in rows: asked for once, leased to one, tried again, given up, never forgotten."""

from datetime import UTC, datetime, timedelta

import pytest

from storage.errors import JobUnknown
from storage.store import Store

NOON = datetime(2026, 9, 21, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def lease(store: Store, at: datetime = NOON, minutes: int = 30, kinds: tuple[str, ...] = ("download",)):
    return store.jobs.lease(kinds, at, at + minutes * MINUTE)


def test_work_is_handed_out_once_and_its_end_is_remembered(store: Store):
    number = store.jobs.add("download", {"file": "甲"}, NOON, key="1:7", chat_id=5)
    job = lease(store)
    assert job is not None
    assert (job.id, job.kind, job.key, job.payload, job.chat_id, job.attempts) == (
        number, "download", "1:7", {"file": "甲"}, 5, 0,
    )  # fmt: skip
    assert lease(store) is None
    store.jobs.done(job.id)
    assert lease(store, NOON + 60 * MINUTE) is None
    assert [(j.state, j.payload) for j in store.jobs.list()] == [("done", {})]


def test_the_same_work_asked_for_twice_is_one_even_when_it_is_done(store: Store):
    number = store.jobs.add("download", {}, NOON, key="1:7")
    assert store.jobs.add("download", {}, NOON, key="1:7") is None
    assert number is not None
    store.jobs.done(number)
    assert store.jobs.add("download", {}, NOON, key="1:7") is None
    assert store.jobs.add("draft", {}, NOON, key="1:7") is not None


def test_work_without_a_key_is_never_the_same(store: Store):
    assert store.jobs.add("remind", {}, NOON) != store.jobs.add("remind", {}, NOON)


def test_a_lease_that_has_run_out_is_free_again(store: Store):
    store.jobs.add("download", {}, NOON)
    assert lease(store, NOON, 30) is not None
    assert lease(store, NOON + 29 * MINUTE) is None
    again = lease(store, NOON + 30 * MINUTE)
    assert again is not None
    assert (again.attempts, again.leases) == (0, 1)


def test_the_oldest_that_is_due_comes_first_and_the_future_waits(store: Store):
    store.jobs.add("remind", {"n": 1}, NOON, due_at=NOON + 5 * MINUTE)
    store.jobs.add("remind", {"n": 2}, NOON)
    first = lease(store, kinds=("remind",))
    assert first is not None
    assert first.payload == {"n": 2}
    assert lease(store, kinds=("remind",)) is None
    assert store.jobs.next_due(["remind"]) == NOON + 5 * MINUTE
    assert store.jobs.next_due(["draft"]) is None
    later = lease(store, NOON + 5 * MINUTE, kinds=("remind",))
    assert later is not None
    assert later.payload == {"n": 1}


def test_kinds_that_nobody_asks_for_are_left_alone(store: Store):
    store.jobs.add("draft", {}, NOON)
    assert lease(store, kinds=("download", "export")) is None
    assert lease(store, kinds=()) is None


def test_a_try_that_failed_is_counted_and_waits_for_its_time(store: Store):
    number = store.jobs.add("download", {}, NOON)
    assert number is not None
    assert lease(store) is not None
    store.jobs.again(number, "TimedOut", NOON + MINUTE)
    assert lease(store) is None
    job = lease(store, NOON + MINUTE)
    assert job is not None
    assert (job.attempts, job.problem) == (1, "TimedOut")


def test_what_was_given_up_waits_for_the_operator_who_retries_or_drops_it(store: Store):
    number = store.jobs.add("download", {"file": "甲"}, NOON)
    assert number is not None
    store.jobs.give_up(number, "ValueError: x")
    assert lease(store, NOON + 60 * MINUTE) is None
    assert [(j.state, j.problem, j.payload) for j in store.jobs.list("dead")] == [
        ("dead", "ValueError: x", {"file": "甲"})
    ]
    store.jobs.retry(number, NOON)
    job = lease(store)
    assert job is not None
    assert job.attempts == 0
    store.jobs.drop(number)
    assert store.jobs.show(number).state == "done"
    for undo in (lambda: store.jobs.retry(number, NOON), lambda: store.jobs.drop(number)):
        with pytest.raises(JobUnknown, match="收件匣沒有可以處理的工作"):
            undo()


def test_cancelling_takes_back_the_work_of_one_chat_or_one_trip(store: Store):
    trip = store.trips.create(NOON)
    store.jobs.add("draft", {}, NOON, chat_id=1, trip=trip)
    store.jobs.add("draft", {}, NOON, chat_id=2)
    store.jobs.add("download", {}, NOON, chat_id=1)
    assert [job.chat_id for job in store.jobs.waiting("draft", trip=trip)] == [1]
    assert store.jobs.cancel("draft", trip=trip) == 1
    assert store.jobs.cancel("draft", chat_id=1) == 0
    assert [(j.kind, j.chat_id) for j in store.jobs.list("waiting")] == [("draft", 2), ("download", 1)]


def test_a_new_process_frees_what_a_killed_one_had_leased(store: Store):
    store.jobs.add("download", {}, NOON)
    for tried in range(3):
        job = lease(store)
        assert job is not None
        assert job.leases == tried
        store.jobs.free_leases(NOON)


def test_work_that_was_cut_off_again_and_again_lets_other_work_go_first(store: Store):
    store.jobs.add("draft", {}, NOON)
    for _ in range(3):
        assert lease(store, kinds=("draft",)) is not None
        store.jobs.free_leases(NOON)
    assert lease(store, kinds=("draft",)) is None
    assert lease(store, NOON + timedelta(seconds=3), kinds=("draft",)) is not None


def test_work_broken_off_in_good_order_does_not_count(store: Store):
    number = store.jobs.add("download", {}, NOON)
    assert number is not None
    assert lease(store) is not None
    store.jobs.release(number)
    job = lease(store)
    assert job is not None
    assert (job.attempts, job.leases) == (0, 0)


def test_erasing_a_trip_erases_its_work(store: Store):
    trip = store.trips.create(NOON)
    store.jobs.add("download", {"message": "私事"}, NOON, trip=trip)
    store.trips.erase(trip, "管理", NOON)
    assert store.jobs.list() == []


def test_keys_of_finished_work_are_forgotten_after_a_month(store: Store):
    number = store.jobs.add("download", {}, NOON, key="1:7")
    assert number is not None
    store.jobs.done(number)
    store.jobs.forget(NOON + timedelta(days=29))
    assert len(store.jobs.list()) == 1
    store.jobs.forget(NOON + timedelta(days=31))
    assert store.jobs.list() == []


def test_whoever_does_the_jobs_hears_of_each_new_one(store: Store):
    heard: list[int] = []
    store.jobs.when_added = lambda: heard.append(1)
    store.jobs.add("download", {}, NOON, key="1")
    store.jobs.add("download", {}, NOON, key="1")
    assert heard == [1]
