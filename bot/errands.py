"""Receipts that run beside everything and need not arrive."""

import asyncio
from collections.abc import Coroutine
from typing import Any

Errand = Coroutine[Any, Any, None]


class Errands:
    """What nobody waits for, and what a stop breaks off. Work that must end is a job (storage/jobs.py)."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()
        self._stopped = False

    def aside(self, errand: Errand) -> None:
        """Run this now, beside everything."""
        if self._stopped:
            errand.close()
            return
        task = asyncio.ensure_future(errand)
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    def cancel(self) -> None:
        """Stop everything, for good."""
        self._stopped = True
        for task in self._running:
            task.cancel()
