"""The bot as a service: one per home, started with what was left, stopped without losing anything."""

import asyncio
import fcntl
import logging
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from telegram.error import InvalidToken, TelegramError

from bot.application import App, Listening, build_application, resume
from bot.budgets import Budgets
from bot.errors import AlreadyRunning, TelegramRefused
from bot.intake import ALLOWED_UPDATES
from bot.menu import show_menus
from bot.reviewing import Desk
from drafting.senses import NOTHING, Senses
from storage.store import Store

_LONGEST_PAUSE = 30.0  # seconds between tries to reach Telegram
_log = logging.getLogger(__name__)


def run(
    token: str,
    base_url: str,
    home: Path,
    *,
    store: Store,
    desk: Desk,
    clock: Callable[[], datetime],
    writer: str = "offline",
    budgets: Budgets | None = None,
    once_known: Callable[[str], None] = lambda _: None,
    senses: Senses = NOTHING,
) -> None:
    """Listen until SIGTERM or SIGINT; ``once_known`` hears the bot's user name. Raises AlreadyRunning, TelegramRefused."""
    quiet_logs()
    with only_one(home):
        listening = build_application(
            token, base_url, store, desk, clock, writer=writer, budgets=budgets, senses=senses
        )
        asyncio.run(_until_stopped(listening, store, once_known))


@contextmanager
def only_one(home: Path) -> Iterator[None]:
    """Hold the home's lock; the system lets go of it however the process ends."""
    with (home / "bot.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AlreadyRunning(str(home)) from error
        yield


def quiet_logs() -> None:
    """Addresses hold the token and are told by httpx at INFO; PTB's farewell is not missed if it fails."""
    logging.getLogger("telegram.ext.Updater").addFilter(_is_no_farewell)
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)


def _is_no_farewell(record: logging.LogRecord) -> bool:
    """The last getUpdates only marks as read what the inbox would know again."""
    return not str(record.msg).startswith("Error while calling `get_updates` one more time")


async def serve(
    listening: Listening,
    store: Store,
    stop: asyncio.Event,
    *,
    patience: int = 30,
    once_known: Callable[[str], None] = lambda _: None,
) -> None:
    """Listen until ``stop`` is set. Slow work is then broken off: its job waits for the next start."""
    application, updater = listening.application, listening.application.updater
    if updater is None:
        raise RuntimeError("the application was built without an updater")
    working: asyncio.Task[None] | None = None
    try:
        await _reach(application, stop)
        if stop.is_set():
            return
        once_known(application.bot.username)
        await show_menus(application.bot, store.people)
        await resume(listening, store)
        await updater.start_polling(
            timeout=patience,
            allowed_updates=list(ALLOWED_UPDATES),
            drop_pending_updates=False,
            bootstrap_retries=-1,
        )
        await application.start()
        working = asyncio.create_task(listening.worker.run())
        _log.info("listening")
        await stop.wait()
    finally:
        if updater.running:
            await updater.stop()
        listening.errands.cancel()
        if working is not None:
            working.cancel()
            with suppress(asyncio.CancelledError):
                await working
        if application.running:
            await application.stop()
        await application.shutdown()
        await application.bot.shutdown()  # the application does not, if it never came up


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


async def _until_stopped(listening: Listening, store: Store, once_known: Callable[[str], None]) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    await serve(listening, store, stop, once_known=once_known)
