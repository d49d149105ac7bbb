"""When a failed request is sent again: one layer for all that goes to one server, so that no failure becomes a storm."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from drafting.errors import DraftingError

_LONGEST_WAIT = 120.0  # seconds a server may ask for; who asks for more is not waited for
_FIRST_WAIT, _MOST = 0.5, 8.0  # seconds, doubled with each try, where the server does not say
_DOUBT = 3  # failures in a row, over all requests
_CALM = 10.0  # seconds for which a server that has failed everybody is left alone

Result = TypeVar("Result")


class Trouble(Exception):
    """One try failed. ``tries``: how often it may be sent again at most; ``wait``: what the server asked for, in
    seconds; ``everybody``: any other request would fail in the same way.
    """

    def __init__(
        self, error: DraftingError, *, tries: int = 0, wait: float | None = None, everybody: bool = False
    ) -> None:
        super().__init__(str(error))
        self.error = error
        self.tries = tries
        self.wait = wait
        self.everybody = everybody


class Patience:
    """Shared by all requests to one server.

    ``slots`` are sent side by side at most. Who is told to wait makes all wait. When as many tries in a row have failed
    as can be under way at once, and then ``retries`` more, nobody tries again for a while: ten parts of a report that
    meet a dead server cost ten tries and the retries of one, not of ten.
    """

    def __init__(
        self,
        retries: int,
        slots: int,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._retries = retries
        self._in_a_row = slots + retries
        self._slots = asyncio.Semaphore(slots)
        self._probe = asyncio.Lock()
        self._clock = clock
        self._sleep = sleep
        self._not_before = 0.0
        self._failed = 0
        self._given_up: tuple[float, DraftingError] | None = None

    async def run(self, attempt: Callable[[], Awaitable[Result]]) -> Result:
        """The result of the first try that succeeds; raises the error of the last one."""
        done = 0
        while True:
            try:
                async with self._slots, self._alone_if_in_doubt():
                    await self._sleep_until_asked()
                    self._refuse_if_given_up()
                    result = await attempt()
            except Trouble as trouble:
                self._note(trouble)
                if done >= min(self._retries, trouble.tries) or (trouble.wait or 0) > _LONGEST_WAIT:
                    raise trouble.error from trouble
                self._refuse_if_given_up()
                wait = trouble.wait if trouble.wait is not None else min(_MOST, _FIRST_WAIT * 2**done)
                self._not_before = max(self._not_before, self._clock() + wait)
                done += 1
            else:
                self._failed, self._given_up = 0, None
                return result

    @asynccontextmanager
    async def _alone_if_in_doubt(self) -> AsyncIterator[None]:
        """While several have failed in a row, one at a time finds out whether it has passed."""
        if self._failed < _DOUBT:
            yield
            return
        await self._probe.acquire()
        if self._failed < _DOUBT:  # it has
            self._probe.release()
            yield
            return
        try:
            yield
        finally:
            self._probe.release()

    async def _sleep_until_asked(self) -> None:
        while (left := self._not_before - self._clock()) > 0:
            await self._sleep(left)

    def _note(self, trouble: Trouble) -> None:
        self._failed += 1
        if trouble.everybody or (trouble.tries and self._failed >= self._in_a_row):
            self._given_up = (self._clock() + _CALM, trouble.error)

    def _refuse_if_given_up(self) -> None:
        if self._given_up is None:
            return
        until, error = self._given_up
        if self._clock() < until:
            raise error
        self._failed, self._given_up = 0, None
