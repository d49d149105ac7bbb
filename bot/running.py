"""The bot as a service: one per home, stopped within five seconds."""

import asyncio
import fcntl
import gc
import logging
import os
import signal
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from bot.application import build_application
from bot.budgets import Budgets
from bot.errors import AlreadyRunning
from bot.reviewing import Desk
from bot.serving import serve
from bot.webhook import Webhook
from drafting.senses import NOTHING, Senses
from storage.store import Store

_LIMIT = 4.5  # seconds; whoever stops us kills us after five


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
    webhook: Webhook | None = None,
    once_known: Callable[[str], None] = lambda _: None,
    senses: Senses = NOTHING,
) -> None:
    """Listen until SIGTERM or SIGINT; ``once_known`` hears the bot's user name. Raises AlreadyRunning, TelegramRefused."""
    quiet_logs()
    with only_one(home):
        listening = build_application(
            token, base_url, store, desk, clock, writer=writer, budgets=budgets, senses=senses
        )
        spare_collector()
        serving = partial(serve, listening, store, clock=clock, webhook=webhook, once_known=once_known)
        asyncio.run(_until_stopped(serving))


def spare_collector() -> None:
    """Never look through again what is there from the start: it stays, and to do so halts every chat for a tenth of a second.

    What is made later is looked through when there are 10,000 more of it, which is some 500 messages.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000)


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
    """Addresses hold the token and are told by HTTP clients at INFO."""
    for name in ("httpx", "httpcore", "aiohttp"):
        logging.getLogger(name).setLevel(logging.WARNING)


async def _until_stopped(serving: Callable[[asyncio.Event], Coroutine[Any, Any, None]]) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def stopping() -> None:
        if not stop.is_set():
            _end_in_time()
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping)
    await serving(stop)


def _end_in_time() -> None:
    """A thread that typesets cannot be broken off. All that counts is in rows by then, so the process ends without it."""
    guard = threading.Timer(_LIMIT, os._exit, [0])
    guard.daemon = True
    guard.start()
