"""One bot of the ingest benchmark, as a process: ``python -m benchmarks.ingest_bot WHICH URL UPDATES HOME``.

WHICH is what is measured: ``bare`` and ``bare-reply`` are python-telegram-bot as it comes, with a handler in memory;
``stored`` and ``stored-reply`` are the same handler behind our intake, lanes and outbox; ``notes`` is the whole bot:
admission, and every update becomes a note of a trip. Prints one JSON line: updates per second from when the server handed
out the first one to the last one handled, or stored and ticked off; CPU microseconds of this process for each, its start among them; and memory.
"""

import asyncio
import json
import resource
import sys
import time
import urllib.request
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import ApplicationBuilder, MessageHandler, filters

from bot.application import build_application
from bot.intake import Intake
from bot.replies import notice
from bot.serving import serve
from bot.telephone import over_network
from bot.telling import say
from storage.role import Role
from storage.store import Store

CHATS = 20
_LOOK = 0.02  # seconds between looks whether all is done: each writes and reads, which is no work of the bot
_TOKEN = "1:BENCH"  # noqa: S105 - nobody checks it


class Counter:
    """The handler in memory: counts, and sets ``full`` when it has seen all."""

    def __init__(self, wanted: int, answer: Callable[[Any, int], Awaitable[Any]] | None) -> None:
        self.wanted = wanted
        self.answer = answer
        self.seen = 0
        self.full = asyncio.Event()
        self.memory: list[int] = []

    async def __call__(self, update: Update, context: Any) -> None:
        self.seen += 1
        if self.seen % max(self.wanted // 10, 1) == 0:
            self.memory.append(_resident())
        if self.answer is not None:
            await self.answer(context.bot, update.effective_chat.id)
        if self.seen == self.wanted:
            self.full.set()


def _now() -> datetime:
    return datetime.now(UTC)


def _resident() -> int:
    """Memory of this process now, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 2**20


async def _bare(url: str, counter: Counter) -> float:
    application: Any = (
        ApplicationBuilder().token(_TOKEN).base_url(f"{url}/bot").base_file_url(f"{url}/file/bot").build()
    )
    application.add_handler(MessageHandler(filters.ALL, counter))
    await application.initialize()
    await application.updater.start_polling(timeout=1, allowed_updates=["message"])
    await application.start()
    await counter.full.wait()
    ended = time.perf_counter()
    await application.updater.stop()
    await application.stop()
    await application.shutdown()
    return ended


async def _ours(url: str, counter: Counter, home: Path, *, notes: bool) -> float:
    with Store.open(home) as store:
        at = _now()
        for chat in range(1, CHATS + 1):
            store.people.add(chat, Role.TRAVELLER, "林測試", at)
            store.consents.agree(chat, notice.VERSION, at)
            store.trips.make_current(chat, store.trips.create(at, chat_id=chat))
        desk: Any = None  # nothing is drafted here
        intake = Intake(store.inbox, _now)
        telephone = over_network(intake)._replace(limited=False)  # nor is the bare bot
        listening = build_application(_TOKEN, url, store, desk, _now, telephone=telephone, intake=intake)
        application = listening.application
        if not notes:  # the same handler as the bare bot has
            application.handlers.clear()
            application.add_handler(MessageHandler(filters.ALL, counter))
        else:
            application.add_handler(MessageHandler(filters.ALL, counter), group=5)
        stop = asyncio.Event()
        serving = asyncio.create_task(serve(listening, store, stop, clock=_now, patience=1))
        await counter.full.wait()
        while not store.settled(_now()):  # noqa: ASYNC110 - only the rows know
            await asyncio.sleep(_LOOK)
        ended = time.perf_counter()
        stop.set()
        await serving
        done = len(store.inbox.list("done"))
        assert done == counter.wanted, f"{done} of {counter.wanted} are ticked off"
        if notes:
            kept = sum(len(store.trips.material(trip)) for trip in store.trips.ids())
            assert kept == counter.wanted, f"{kept} notes of {counter.wanted}"
    return ended


async def _answer_directly(bot: Any, chat: int) -> None:
    await bot.send_message(chat, "收到")


async def _answer_ours(bot: Any, chat: int) -> None:
    await say(bot, chat, "收到")


def main(which: str, url: str, updates: int, home: Path) -> None:
    answers: dict[str, Any] = {"bare-reply": _answer_directly, "stored-reply": _answer_ours}
    counter = Counter(updates, answers.get(which))

    async def measure() -> float:
        if which.startswith("bare"):
            return await _bare(url, counter)
        return await _ours(url, counter, home, notes=which == "notes")

    ended, cpu = asyncio.run(measure()), time.process_time()
    with urllib.request.urlopen(f"{url}/stats") as answer:  # noqa: S310 - our own server
        taken = ended - json.load(answer)["handed_out"]
    result = {"rate": updates / taken, "cpu": cpu / updates * 1e6, "memory": counter.memory}
    print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
