"""Hears at a webhook: an update is answered with 200 only when it is on disk, and only if Telegram's secret came with it."""

import asyncio
import hmac
import json
import logging
from contextlib import suppress
from typing import NamedTuple

from aiohttp import web
from telegram import Bot
from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.asked_to_wait import asked_to_wait
from bot.errors import TelegramRefused
from bot.intake import ALLOWED_UPDATES, Intake
from storage.errors import StorageError

_LARGEST = 1024 * 1024  # bytes; an update has a few thousand
_SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
_log = logging.getLogger(__name__)


class Webhook(NamedTuple):
    """``url`` is what Telegram calls (TLS ends before us); ``host`` and ``port`` are where we listen for it."""

    url: str
    host: str
    port: int
    secret: str


async def listening_at(webhook: Webhook, bot: Bot, intake: Intake) -> None:
    """Listen until cancelled. Raises OSError if the port is taken, TelegramRefused if the token is not accepted."""
    runner = web.AppRunner(_pages(webhook.secret, intake), access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, webhook.host, webhook.port).start()
        await _announce(webhook, bot)
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


def _pages(secret: str, intake: Intake) -> web.Application:
    async def receive(request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(_SECRET, "").encode(), secret.encode()):
            return web.Response(status=403)
        try:
            update = json.loads(await request.read())
        except ValueError:
            return web.Response(status=400)
        try:
            await intake.keep([update])
        except StorageError as error:  # Telegram sends it again
            _log.warning("an update could not be kept: %s", error)
            return web.Response(status=503)
        return web.Response()

    pages = web.Application(client_max_size=_LARGEST)
    pages.router.add_post("/{path:.*}", receive)
    return pages


async def _announce(webhook: Webhook, bot: Bot) -> None:
    """Tell Telegram where we are, however long it takes."""
    pause = 1.0
    while True:
        try:
            await bot.set_webhook(
                webhook.url,
                allowed_updates=list(ALLOWED_UPDATES),
                secret_token=webhook.secret,
                drop_pending_updates=False,
            )
        except InvalidToken:
            raise TelegramRefused from None
        except RetryAfter as error:
            pause = asked_to_wait(error).total_seconds()
        except TelegramError as error:
            _log.warning("the webhook is not announced yet: %s", error)
        else:
            return
        await asyncio.sleep(pause)
        pause = min(pause * 2, 30.0)


async def take_webhook_down(bot: Bot) -> None:
    """Who polls must not have a webhook; left over from another way of running, it would answer every poll with 409."""
    with suppress(TelegramError):
        if (await bot.get_webhook_info()).url:
            await bot.delete_webhook(drop_pending_updates=False)
