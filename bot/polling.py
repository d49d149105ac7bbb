"""Asks Telegram for updates, batch after batch, through everything that the network and the disk do meanwhile."""

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.request import RequestData

from bot.aiohttp_request import AiohttpRequest
from bot.asked_to_wait import asked_to_wait
from bot.errors import TelegramRefused
from bot.intake import ALLOWED_UPDATES, Intake
from storage.errors import StorageError

_SHORTEST, _LONGEST = 1.0, 30.0  # seconds between tries
_ENOUGH = 500  # updates in memory; what is not asked for yet waits at Telegram, on its disk
_NOTHING = b'{"ok": true, "result": []}'
_log = logging.getLogger(__name__)


class InboxRequest(AiohttpRequest):
    """The connection that getUpdates goes through: what it brings is committed before anybody else sees it.

    The library gets an empty answer, because each update is read here, once. A batch that cannot be committed looks to
    the library like a failed request, so nothing is confirmed.
    """

    def __init__(self, intake: Intake, *, read_timeout: float = 10) -> None:
        super().__init__(read_timeout=read_timeout)
        self._intake = intake

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **kwargs: Any
    ) -> tuple[int, bytes]:
        code, payload = await super().do_request(url, method, request_data, *args, **kwargs)
        if code == 200 and url.endswith("/getUpdates"):
            await self._intake.keep(json.loads(payload)["result"])
            return code, _NOTHING
        return code, payload


async def poll(bot: Bot, intake: Intake, backlog: Callable[[], int], *, patience: int) -> None:
    """Ask until cancelled. ``patience`` is how long Telegram may keep an empty answer back, in seconds.

    Raises TelegramRefused once the token is no longer accepted.
    """
    pause = _SHORTEST
    while True:
        while backlog() > _ENOUGH:  # noqa: ASYNC110 - the backlog shrinks by itself
            await asyncio.sleep(0.01)
        try:
            await bot.get_updates(
                offset=intake.offset, timeout=patience, allowed_updates=list(ALLOWED_UPDATES)
            )
        except InvalidToken:
            raise TelegramRefused from None
        except Conflict:
            _log.warning(
                "another program asks for the updates of this bot; end it, or this one. Nothing is lost."
            )
        except RetryAfter as error:
            pause = asked_to_wait(error).total_seconds()
        except (TelegramError, StorageError) as error:
            _log.warning("no updates: %s", type(error).__name__ if "/bot" in str(error) else error)
        else:
            pause = _SHORTEST
            continue
        await asyncio.sleep(pause)
        pause = min(pause * 2, _LONGEST)
