"""The bot at work: begins with what was left, listens, works and delivers, and stops without losing anything."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import Any

from telegram.error import InvalidToken, TelegramError

from bot.application import App, Listening
from bot.chat_trips import all_held
from bot.errors import TelegramRefused
from bot.menu import show_menus
from bot.polling import poll
from bot.postman import Postman
from bot.saying import speak_through
from bot.webhook import Webhook, listening_at, take_webhook_down
from storage.errors import StorageError
from storage.store import Store

_LONGEST_PAUSE = 30.0  # seconds between tries to reach Telegram
_TICK = 0.05  # seconds until what was deferred is on the disk
_HOUR = 3600.0
_HANDLING, _DELIVERING = 1.5, 1.0  # seconds that a stop waits for what is under way
_log = logging.getLogger(__name__)


async def serve(
    listening: Listening,
    store: Store,
    stop: asyncio.Event,
    *,
    clock: Callable[[], datetime],
    patience: int = 30,
    webhook: Webhook | None = None,
    once_known: Callable[[str], None] = lambda _: None,
) -> None:
    """Listen until ``stop`` is set, by polling or at a webhook; ``once_known`` hears the bot's user name.

    Slow work is then broken off: it is in rows.
    """
    application = listening.application
    store.relax()
    try:
        await _reach(application, stop)
        if stop.is_set():
            return
        speak_through(store.outbox, clock)
        once_known(application.bot.username)
        async with _at_work(listening, store, clock):
            if webhook is None:
                await _until(stop, _polling(listening, patience))
            else:
                await _until(stop, listening_at(webhook, application.bot, listening.intake))
    finally:
        listening.errands.cancel()
        if application.running:
            await application.stop()
        await application.shutdown()
        await application.bot.shutdown()  # the application does not, if it never came up
        with suppress(StorageError):  # what was deferred is done again at the next start
            store.flush()


@asynccontextmanager
async def _at_work(listening: Listening, store: Store, clock: Callable[[], datetime]) -> AsyncIterator[None]:
    """Everything but the ears. It stops in the order in which nothing is begun that cannot be ended."""
    postman = Postman(store.outbox, listening.application.bot, clock)
    postman.start()
    listening.intake.bot = listening.application.bot
    listening.intake.deliver = listening.lanes.add
    _replay(listening, store)
    await listening.application.start()
    beside = [
        asyncio.create_task(work)
        for work in (
            listening.worker.run(),
            _ticking(store),
            _forgetting(store, clock),
            show_menus(listening.application.bot, store.people),
        )
    ]
    _log.info("listening")
    try:
        yield
    finally:
        await listening.lanes.stop(_HANDLING)
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
        await postman.stop(_DELIVERING)


async def _until(stop: asyncio.Event, ears: Coroutine[Any, Any, None]) -> None:
    """Hear until stopped; an error of the ears ends it too."""
    hearing = asyncio.create_task(ears)
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({hearing, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if hearing.done():
        hearing.result()
    hearing.cancel()
    with suppress(asyncio.CancelledError):
        await hearing


async def _polling(listening: Listening, patience: int) -> None:
    bot = listening.application.bot
    await take_webhook_down(bot)
    await poll(bot, listening.intake, lambda: listening.lanes.backlog, patience=patience)


def _replay(listening: Listening, store: Store) -> None:
    """What an earlier process left comes first, so that order is kept."""
    left = listening.intake.waiting()
    if left:
        listening.left.held.update(all_held(store))
        listening.left.updates.update(update.update_id for update in left)
    for update in left:
        listening.lanes.add(update)
    listening.bursts.take_up(listening.application.bot)


async def _ticking(store: Store) -> None:
    while True:
        await asyncio.sleep(_TICK)
        try:
            if store.flush(durable=False):
                await asyncio.to_thread(store.sync)  # what comes in meanwhile does not wait for the disk
        except StorageError as error:
            _log.warning("still to be written: %s", error)
            await asyncio.sleep(1)


async def _forgetting(store: Store, clock: Callable[[], datetime]) -> None:
    while True:
        try:
            store.forget(clock())
        except StorageError as error:
            _log.warning("nothing forgotten: %s", error)
        await asyncio.sleep(_HOUR)


async def _reach(application: App, stop: asyncio.Event) -> None:
    """Wait for the network as long as it takes; a wrong token never gets right by waiting."""
    pause = 1.0
    while not stop.is_set():
        try:
            await application.initialize()
        except InvalidToken:
            raise TelegramRefused from None  # PTB's message holds the token
        except TelegramError as error:
            _log.warning("Telegram cannot be reached: %s", type(error).__name__)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
        else:
            return
