"""Updates of one chat are handled one after the other, chats beside each other; each is ticked off when all is done."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram import Update

from bot.commands import take_apart
from bot.saying import because_of
from storage.errors import StorageError
from storage.inbox import Inbox

AT_ONCE = frozenset({"cancel", "status", "help"})
"""Commands that never wait behind other work of their chat."""

_PAUSES = (1.0, 5.0, 15.0, 60.0)  # seconds before an update is handled again while nothing can be written
_log = logging.getLogger(__name__)


class Lanes:
    """``handle`` handles one update and raises StorageError if it has to be handled again, because of the disk."""

    def __init__(self, inbox: Inbox, handle: Callable[[Update], Awaitable[None]]) -> None:
        self._inbox = inbox
        self._handle = handle
        self._lanes: dict[int, deque[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self.backlog = 0

    def add(self, update: Update) -> None:
        """Handle an update after all that its chat sent before."""
        self.backlog += 1
        if _at_once(update):
            self._start(self._one(update))
            return
        chat = update.effective_chat
        lane = chat.id if chat else 0
        if lane in self._lanes:
            self._lanes[lane].append(update)
        else:
            self._lanes[lane] = deque([update])
            self._start(self._along(lane))

    async def stop(self, patience: float) -> None:
        """Let what is being handled end, but not longer than this; nothing further is begun."""
        self._lanes.clear()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=patience)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _along(self, lane: int) -> None:
        updates = self._lanes[lane]
        while updates and self._lanes.get(lane) is updates:
            await self._one(updates[0])
            updates.popleft()
        if self._lanes.get(lane) is updates:
            del self._lanes[lane]

    async def _one(self, update: Update) -> None:
        try:
            for pause in (*_PAUSES, None):
                try:
                    with because_of(f"u{update.update_id}"):
                        await self._handle(update)
                    self._inbox.done(update.update_id)
                except StorageError as error:
                    _log.warning("update %s: %s", update.update_id, error)
                    if pause is not None:
                        await asyncio.sleep(pause)
                else:
                    return
            _log.error("update %s waits for the next start", update.update_id)
        finally:
            self.backlog -= 1

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _at_once(update: Update) -> bool:
    text = update.message.text if update.message else None
    if not text or "/" not in text:
        return False
    spoken = take_apart(text)
    return spoken.command in AT_ONCE and not spoken.rest
