"""One bot of the ingest benchmark, as a process: ``python -m benchmarks.ingest_bot WHICH URL TURNS SLICE HOME``.

WHICH is what is measured, and the bot's token: ``bare`` and ``bare-reply`` are python-telegram-bot as it comes, with a handler in
memory; ``stored`` and ``stored-reply`` are the same handler behind our intake, lanes and outbox; ``notes`` is the whole bot:
admission, and every update becomes a note of a trip. A turn is over when every update of the slice is handled, or stored and
ticked off; the server (turns.py) takes the time. Prints one JSON line: the memory after each turn, in MB.
"""

import asyncio
import json
import resource
import sys
import time
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import ApplicationBuilder, MessageHandler, filters

from bot.application import build_application
from bot.intake import Intake
from bot.replies import notice
from bot.running import spare_collector
from bot.serving import serve
from bot.telephone import over_network
from bot.telling import say
from storage.role import Role
from storage.store import Store

CHATS = 20
_LOOK = 0.02  # seconds between looks whether all is done: each writes and reads, which is no work of the bot


class Counter:
    """The handler in memory: counts, and after each turn says so to the server."""

    def __init__(self, which: str, url: str, turns: int, slice_: int) -> None:
        self.which = which
        self.url = url
        self.turns = turns
        self.slice = slice_
        self.wanted = turns * slice_
        self.answer = _ANSWERS.get(which)
        self.seen = 0
        self.full: asyncio.Queue[int] = asyncio.Queue()
        self.memory: list[int] = []

    async def __call__(self, update: Update, context: Any) -> None:
        self.seen += 1
        if self.answer is not None:
            await self.answer(context.bot, update.effective_chat.id)
        if self.seen % self.slice == 0:
            self.full.put_nowait(self.seen)

    async def take_turns(self, settled: Callable[[], bool] = lambda: True) -> None:
        """``settled`` says whether nothing is left to do of what was handled."""
        for _ in range(self.turns):
            await self.full.get()
            while not settled():  # noqa: ASYNC110 - only the rows know
                await asyncio.sleep(_LOOK)
            await asyncio.to_thread(self._over)
            self.memory.append(_resident())

    def _over(self) -> None:
        with urllib.request.urlopen(f"{self.url}/bot{self.which}/turnOver?{time.process_time()}"):  # noqa: S310 - our own
            pass


def _now() -> datetime:
    return datetime.now(UTC)


def _resident() -> int:
    """Memory of this process now, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 2**20


async def _bare(counter: Counter) -> None:
    builder: Any = ApplicationBuilder().token(counter.which)
    application = builder.base_url(f"{counter.url}/bot").base_file_url(f"{counter.url}/file/bot").build()
    application.add_handler(MessageHandler(filters.ALL, counter))
    await application.initialize()
    await application.updater.start_polling(timeout=1, allowed_updates=["message"])
    await application.start()
    await counter.take_turns()
    await application.updater.stop()
    await application.stop()
    await application.shutdown()


async def _ours(counter: Counter, home: Path, *, notes: bool) -> None:
    with Store.open(home) as store:
        at = _now()
        for chat in range(1, CHATS + 1):
            store.people.add(chat, Role.TRAVELLER, "林測試", at)
            store.consents.agree(chat, notice.VERSION, at)
            store.trips.make_current(chat, store.trips.create(at, chat_id=chat))
        desk: Any = None  # nothing is drafted here
        intake = Intake(store.inbox, _now)
        telephone = over_network(intake)._replace(limited=False)  # nor is the bare bot
        listening = build_application(
            counter.which, counter.url, store, desk, _now, telephone=telephone, intake=intake
        )
        application = listening.application
        if not notes:  # the same handler as the bare bot has
            application.handlers.clear()
            application.add_handler(MessageHandler(filters.ALL, counter))
        else:
            application.add_handler(MessageHandler(filters.ALL, counter), group=5)
        spare_collector()
        stop = asyncio.Event()
        serving = asyncio.create_task(serve(listening, store, stop, clock=_now, patience=1))
        await counter.take_turns(lambda: store.settled(_now()))
        stop.set()
        await serving
        done = len(store.inbox.list("done"))
        assert done == counter.wanted, f"{done} of {counter.wanted} are ticked off"
        if notes:
            kept = sum(len(store.trips.material(trip)) for trip in store.trips.ids())
            assert kept == counter.wanted, f"{kept} notes of {counter.wanted}"


async def _answer_directly(bot: Any, chat: int) -> None:
    await bot.send_message(chat, "收到")


async def _answer_ours(bot: Any, chat: int) -> None:
    await say(bot, chat, "收到")


_ANSWERS = {"bare-reply": _answer_directly, "stored-reply": _answer_ours}


def main(which: str, url: str, turns: int, slice_: int, home: Path) -> None:
    counter = Counter(which, url, turns, slice_)
    asyncio.run(_bare(counter) if which.startswith("bare") else _ours(counter, home, notes=which == "notes"))
    print(json.dumps({"memory": counter.memory}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), Path(sys.argv[5]))
