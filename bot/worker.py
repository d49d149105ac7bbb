"""Does the slow work that stands in rows, beside the conversation, until it is done or given up."""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter

from bot.asked_to_wait import asked_to_wait
from bot.language import speak
from storage.errors import Busy, StorageError, Unwritable
from storage.job import Job
from storage.store import Store

Doing = Callable[[Job], Awaitable[None]]
Farewell = Callable[[Job, str], Awaitable[None]]

AT_ONCE: Mapping[str, int] = {"download": 4, "transcribe": 2, "draft": 2, "export": 2}
"""How many of a kind are done at the same time; one of every other."""

LEASE = timedelta(minutes=30)
"""Longer than any piece of work may take; what takes longer is broken off and tried again."""

PAUSES = tuple(timedelta(seconds=s) for s in (2, 10, 60, 300, 900, 1800, 3600, 7200, 14400))
"""Before each further try; after the last one the work is given up (some eight hours: a night without network)."""

_KILLS_US = 100  # leases without an orderly end: by now it is the work itself that ends the process
_LONGEST_SLEEP = 30.0  # seconds; the clock may have been set, or another process may have added something
_WORLD = (NetworkError, RetryAfter, TimeoutError, OSError, Busy, Unwritable)
_log = logging.getLogger(__name__)


class Worker:
    """``doings`` does one job of a kind: returns when it is done, raises when it is not.

    What the world refused (network, disk, time) is tried again later. Any other error is a mistake of ours that another
    try would only repeat: the job is set aside for the operator at once. Whenever a job is set aside, ``farewells`` of
    its kind is told, so that the person can be.
    """

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        doings: Mapping[str, Doing],
        farewells: Mapping[str, Farewell] | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._doings = doings
        self._farewells = farewells or {}
        self._wake = asyncio.Event()
        self._running: dict[int, tuple[str, asyncio.Task[None]]] = {}

    def wake(self) -> None:
        """There may be something to do."""
        self._wake.set()

    async def run(self) -> None:
        """Work until cancelled; then everything under way is broken off and left for the next start."""
        self._store.jobs.when_added = self.wake
        try:
            await self._begin()
            while True:
                self._wake.clear()
                self._look()
                with suppress(TimeoutError):
                    async with asyncio.timeout(
                        self._pause()
                    ):  # wait_for may lose a cancellation (Python 3.11)
                        await self._wake.wait()
        finally:
            tasks = [task for _, task in self._running.values()]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._running)

    def stop_one(self, job: int) -> None:
        """Break one job off; whoever cancels its row calls this too."""
        if job in self._running:
            self._running[job][1].cancel()

    async def _begin(self) -> None:
        while True:
            try:
                self._store.jobs.free_leases(self._clock())
            except StorageError as error:
                _log.warning("jobs cannot be looked at yet: %s", error)
                await asyncio.sleep(1)
            else:
                return

    def _look(self) -> None:
        """Start whatever is due and has a place."""
        try:
            while kinds := self._free():
                at = self._clock()
                job = self._store.jobs.lease(kinds, at, at + LEASE)
                if job is None:
                    return
                if job.id in self._running:  # its lease ran out under our hands: it is being broken off
                    return
                self._running[job.id] = (job.kind, asyncio.create_task(self._do(job)))
        except StorageError as error:
            _log.warning("jobs cannot be looked at: %s", error)

    def _free(self) -> list[str]:
        busy = Counter(kind for kind, _ in self._running.values())
        return [kind for kind in self._doings if busy[kind] < AT_ONCE.get(kind, 1)]

    def _pause(self) -> float:
        try:
            due = self._store.jobs.next_due(self._free())
        except StorageError:
            return 1.0
        if due is None:
            return _LONGEST_SLEEP
        return min(max((due - self._clock()).total_seconds(), 0.05), _LONGEST_SLEEP)

    async def _do(self, job: Job) -> None:
        try:
            speak(self._store.people.language(job.chat_id))  # in this task only
            await self._attempt(job)
        except StorageError as error:  # its lease will run out
            _log.warning("job %s (%s) stays leased: %s", job.id, job.kind, error)
        finally:
            del self._running[job.id]
            self.wake()

    async def _attempt(self, job: Job) -> None:
        jobs = self._store.jobs
        if job.leases >= _KILLS_US:
            await self._give_up(job, "the process ended each time that it was tried")
            return
        try:
            async with asyncio.timeout(LEASE.total_seconds()):
                await self._doings[job.kind](job)
        except asyncio.CancelledError:
            jobs.release(job.id)
            raise
        except Forbidden as error:  # the person blocked the bot: nothing to mend, nobody to tell
            _log.info("job %s (%s): %s", job.id, job.kind, error)
            jobs.done(job.id)
        except BadRequest as error:  # a NetworkError to PTB, but Telegram answered, and will answer the same
            await self._fail(job, error)
        except _WORLD as error:
            problem = f"{type(error).__name__}: {error}"
            if job.attempts >= len(PAUSES):
                await self._give_up(job, problem)
            else:
                _log.info("job %s (%s) will be tried again: %s", job.id, job.kind, problem)
                jobs.again(job.id, problem, self._clock() + _pause_after(job, error))
        except Exception as error:
            await self._fail(job, error)
        else:
            self._store.flush()  # what was said because of it is in the outbox before it is done
            jobs.done(job.id)

    async def _fail(self, job: Job, error: Exception) -> None:
        _log.error("job %s (%s) failed", job.id, job.kind, exc_info=error)
        await self._give_up(job, f"{type(error).__name__}: {error}")

    async def _give_up(self, job: Job, problem: str) -> None:
        self._store.jobs.give_up(job.id, problem)
        if farewell := self._farewells.get(job.kind):
            try:
                await farewell(job, problem)
            except Exception as error:
                _log.warning("nobody was told of job %s: %s", job.id, type(error).__name__)


def _pause_after(job: Job, error: BaseException) -> timedelta:
    return asked_to_wait(error) if isinstance(error, RetryAfter) else PAUSES[job.attempts]
