"""Slow work is done beside the conversation: what the world refused is tried again, a mistake of ours is set aside."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.worker import PAUSES, Doing, Farewell, Worker
from storage.job import Job
from storage.store import Store
from tests.bot.conftest import NOW
from tests.emulator import eventually


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class Errand:
    """Does a job by failing as often as it is told, and remembers what it was given."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.seen: list[Job] = []

    async def __call__(self, job: Job) -> None:
        self.seen.append(job)
        if self.failures:
            raise self.failures.pop(0)


@asynccontextmanager
async def working(
    store: Store,
    doings: dict[str, Doing],
    farewells: dict[str, Farewell] | None = None,
    clock: Callable[[], datetime] = lambda: NOW,
) -> AsyncIterator[Worker]:
    worker = Worker(store, clock, doings, farewells)
    task = asyncio.create_task(worker.run())
    yield worker
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


def state(store: Store) -> list[tuple[str, int]]:
    return [(job.state, job.attempts) for job in store.jobs.list()]


async def test_what_is_added_is_done_at_once(store: Store):
    errand = Errand()
    async with working(store, {"download": errand}):
        store.jobs.add("download", {"n": 1}, NOW)
        await eventually(lambda: state(store) == [("done", 0)])
    assert [job.payload for job in errand.seen] == [{"n": 1}]


@pytest.mark.parametrize("refused", [NetworkError("x"), TimedOut(), OSError(28, "full"), TimeoutError()])
async def test_what_the_world_refused_is_tried_again_after_a_pause(store: Store, refused: Exception):
    clock, errand = Clock(), Errand(refused)
    store.jobs.add("download", {}, NOW)
    async with working(store, {"download": errand}, clock=clock) as worker:
        await eventually(lambda: state(store) == [("waiting", 1)])
        assert store.jobs.next_due(["download"]) == NOW + PAUSES[0]
        clock.now += PAUSES[0]
        worker.wake()
        await eventually(lambda: state(store) == [("done", 1)])


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
async def test_telegram_says_itself_how_long_to_wait(store: Store):
    async with working(store, {"export": Errand(RetryAfter(35))}):
        store.jobs.add("export", {}, NOW)
        await eventually(lambda: state(store) == [("waiting", 1)])
    assert store.jobs.next_due(["export"]) == NOW + timedelta(seconds=35)


async def test_after_the_last_try_the_person_is_told(store: Store):
    clock, told = Clock(), []

    async def farewell(job: Job, problem: str) -> None:
        told.append((job.kind, problem))

    errand = Errand(*[NetworkError("down")] * 20)
    store.jobs.add("download", {}, NOW)
    async with working(store, {"download": errand}, {"download": farewell}, clock) as worker:
        for tries, pause in enumerate(PAUSES, start=1):
            await eventually(lambda tries=tries: state(store) == [("waiting", tries)])
            clock.now += pause
            worker.wake()
        await eventually(lambda: state(store) == [("dead", len(PAUSES) + 1)])
        await eventually(lambda: bool(told))
    assert told == [("download", "NetworkError: down")]


@pytest.mark.parametrize("mistake", [ZeroDivisionError("x"), BadRequest("chat not found")])
async def test_a_mistake_of_ours_is_set_aside_at_once(
    store: Store, caplog: pytest.LogCaptureFixture, mistake: Exception
):
    async with working(store, {"draft": Errand(mistake)}):
        store.jobs.add("draft", {}, NOW)
        await eventually(lambda: state(store) == [("dead", 1)])
    assert type(mistake).__name__ in caplog.text


async def test_somebody_who_blocked_the_bot_is_no_problem_of_the_operator(store: Store):
    async with working(store, {"draft": Errand(Forbidden("bot was blocked by the user"))}):
        store.jobs.add("draft", {}, NOW)
        await eventually(lambda: state(store) == [("done", 0)])


async def test_a_stop_breaks_work_off_and_leaves_it_for_the_next_start(store: Store):
    begun = asyncio.Event()

    async def endless(_: Job) -> None:
        begun.set()
        await asyncio.Event().wait()

    store.jobs.add("draft", {}, NOW)
    async with working(store, {"draft": endless}):
        await begun.wait()
    assert state(store) == [("waiting", 0)]
    async with working(store, {"draft": Errand()}):
        await eventually(lambda: state(store) == [("done", 0)])


async def test_work_that_kills_the_process_each_time_is_set_aside(store: Store):
    store.jobs.add("draft", {}, NOW)
    for _ in range(100):  # as many processes that were killed
        assert store.jobs.lease(["draft"], NOW, NOW + timedelta(hours=1)) is not None
        store.jobs.free_leases(NOW - timedelta(minutes=1))
    errand = Errand()
    async with working(store, {"draft": errand}):
        await eventually(lambda: state(store) == [("dead", 1)])
    assert errand.seen == []


async def test_one_kind_waits_for_its_places_and_holds_up_no_other(store: Store):
    hanging = 0

    async def endless(_: Job) -> None:
        nonlocal hanging
        hanging += 1
        await asyncio.Event().wait()

    async with working(store, {"draft": endless, "download": Errand()}):
        for _ in range(4):
            store.jobs.add("draft", {}, NOW)
        store.jobs.add("download", {}, NOW)
        await eventually(lambda: [j.kind for j in store.jobs.list("done")] == ["download"])
    assert hanging == 2


async def test_work_that_was_cancelled_is_broken_off(store: Store):
    begun = asyncio.Event()

    async def endless(_: Job) -> None:
        begun.set()
        await asyncio.Event().wait()

    number = store.jobs.add("draft", {}, NOW, chat_id=5)
    assert number is not None
    async with working(store, {"draft": endless}) as worker:
        await begun.wait()
        store.jobs.cancel("draft", chat_id=5)
        worker.stop_one(number)
        await eventually(lambda: not worker.busy)
    assert state(store) == [("done", 0)]
