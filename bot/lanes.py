"""Updates of one chat are handled one after the other, chats beside each other; each is ticked off when all is done."""

import asyncio
from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.intake import says_something
from storage.inbox import Inbox


class Lanes(BaseUpdateProcessor):
    """PTB's place for deciding what runs at the same time."""

    def __init__(self, inbox: Inbox, at_once: int = 256) -> None:
        super().__init__(at_once)
        self._inbox = inbox
        self._locks: dict[int, asyncio.Lock] = {}
        self._users: dict[int, int] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        if not isinstance(update, Update) or not says_something(update):
            await coroutine  # an empty update stands for a duplicate: the first one is ticked off, not this
            return
        await self._in_lane(update.effective_chat.id if update.effective_chat else 0, coroutine)
        self._inbox.done(update.update_id)

    async def _in_lane(self, lane: int, coroutine: Awaitable[Any]) -> None:
        lock = self._locks.setdefault(lane, asyncio.Lock())  # fair: first come, first served
        self._users[lane] = self._users.get(lane, 0) + 1
        try:
            async with lock:
                await coroutine
        finally:
            self._users[lane] -= 1
            if not self._users[lane]:
                del self._users[lane], self._locks[lane]

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to put away."""
