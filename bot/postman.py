"""Delivers what is in the outbox: in order within a chat, chats beside each other, as often as it takes."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from telegram import Bot, InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.asked_to_wait import asked_to_wait
from storage.outbox import Outbox
from storage.sending import Sending

PAUSES = tuple(timedelta(seconds=s) for s in (1, 5, 30, 120, 600, 1800, 3600, 3600))
"""Before each further try; then the message is given up (some three hours)."""

_NAMES = {"sendMessage": "send__message", "sendDocument": "send__document"}
"""As the library makes the names of methods; with one underscore it warns each time that it has a function for that."""

_AT_ONCE = 16
_log = logging.getLogger(__name__)


class Postman:
    def __init__(self, outbox: Outbox, bot: Bot, clock: Callable[[], datetime]) -> None:
        self._outbox = outbox
        self._bot = bot
        self._clock = clock
        self._chats: dict[int, deque[Sending]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(_AT_ONCE)
        self._stopped = False

    def start(self) -> None:
        """Deliver what an earlier process left, then whatever is said."""
        for sending in self._outbox.waiting():
            self._add(sending)
        self._outbox.when_added = self._add

    async def stop(self, patience: float) -> None:
        """Let what is on its way arrive, but not longer than this; the rest waits for the next start."""
        self._stopped = True
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=patience)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _add(self, sending: Sending) -> None:
        if sending.chat_id in self._chats:
            self._chats[sending.chat_id].append(sending)
            return
        self._chats[sending.chat_id] = deque([sending])
        if not self._stopped:
            task = asyncio.ensure_future(self._deliver_to(sending.chat_id))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _deliver_to(self, chat_id: int) -> None:
        waiting = self._chats[chat_id]
        while waiting and not self._stopped:
            async with self._places:
                pause = await self._deliver(waiting[0], waiting[0].attempts)
            if pause is None:
                waiting.popleft()
            else:
                waiting[0] = waiting[0].model_copy(update={"attempts": waiting[0].attempts + 1})
                await asyncio.sleep(pause.total_seconds())
        if not waiting:
            del self._chats[chat_id]

    async def _deliver(self, sending: Sending, attempts: int) -> timedelta | None:
        """Try once; how long to wait before the next try, None if there need be none."""
        try:
            await _send(self._bot, sending)
        except Forbidden as error:  # the person blocked the bot, or the group put it out: nothing to mend
            _log.info("message %s: %s", sending.id, error)
            self._outbox.sent(sending.id, str(error))
        except ChatMigrated as error:
            self._outbox.move(sending.chat_id, error.new_chat_id)
            self._add(sending.model_copy(update={"chat_id": error.new_chat_id}))
        except (BadRequest, InvalidToken, EndPointNotFound) as error:  # Telegram would answer the same again
            _log.error("message %s to chat %s is given up: %s", sending.id, sending.chat_id, error)
            self._outbox.give_up(sending.id, f"{type(error).__name__}: {error}")
        except TelegramError as error:
            return self._again(sending, attempts, error)
        else:
            self._outbox.sent(sending.id)
        return None

    def _again(self, sending: Sending, attempts: int, error: TelegramError) -> timedelta | None:
        if isinstance(error, RetryAfter):
            pause = asked_to_wait(error)
        elif attempts < len(PAUSES):
            pause = PAUSES[attempts]
        else:
            _log.error("message %s to chat %s is given up: %s", sending.id, sending.chat_id, error)
            self._outbox.give_up(sending.id, f"{type(error).__name__}: {error}")
            return None
        _log.info("message %s waits %s: %s", sending.id, pause, type(error).__name__)
        self._outbox.later(sending.id, f"{type(error).__name__}: {error}", self._clock() + pause)
        return pause


async def _send(bot: Bot, sending: Sending) -> None:
    """The library's way to Telegram, with its limits and errors, but without reading the answer into objects for nobody."""
    fields = {"chat_id": sending.chat_id, **sending.fields}
    if sending.method == "sendDocument":
        fields["document"] = InputFile(sending.file, filename=sending.file_name)
    await bot.do_api_request(_NAMES[sending.method], api_kwargs=fields)
