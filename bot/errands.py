"""Slow work that an update asked for, and receipts that need not arrive."""

import asyncio
from collections.abc import Coroutine
from typing import Any

Errand = Coroutine[Any, Any, None]


class Errands:
    """Work that holds up no later message, though its update is not done before it is.

    That makes a download or a draft survive a crash without a queue of its own: the update is handled again.
    """

    def __init__(self) -> None:
        self._waiting: dict[int, list[Errand]] = {}
        self._running: set[asyncio.Task[None]] = set()
        self._stopped = False

    def add(self, update_id: int, errand: Errand) -> None:
        """Run this after the handlers of the update."""
        self._waiting.setdefault(update_id, []).append(errand)

    def aside(self, errand: Errand) -> None:
        """Run this now, beside everything; no update waits for it, and a stop breaks it off."""
        if self._stopped:
            errand.close()
        else:
            self._start(errand)

    async def run(self, update_id: int) -> None:
        """Run what the update asked for, all at the same time; raises the first failure when all have ended.

        Raises CancelledError once everything is being stopped.
        """
        errands = self._waiting.pop(update_id, [])
        if self._stopped and errands:
            for errand in errands:
                errand.close()
            raise asyncio.CancelledError
        for result in await asyncio.gather(*map(self._start, errands), return_exceptions=True):
            if isinstance(result, BaseException):
                raise result

    def cancel(self) -> None:
        """Stop everything, for good; the updates stay waiting for the next start."""
        self._stopped = True
        for task in self._running:
            task.cancel()

    def _start(self, errand: Errand) -> "asyncio.Task[None]":
        task = asyncio.ensure_future(errand)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task
