"""`suixing chat`: the same bot, the same inbox and the same lanes, over a terminal instead of Telegram."""

import asyncio
import signal
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TextIO

from bot.application import build_application
from bot.budgets import Budgets
from bot.intake import Intake
from bot.replies import notice
from bot.reviewing import Desk
from bot.serving import serve
from bot.telephone import Telephone
from bot.terminal_clock import TerminalClock
from bot.terminal_lines import Numbers
from bot.terminal_request import TerminalRequest
from drafting.senses import NOTHING, Senses
from storage.role import Role
from storage.store import Store

LOCAL_PERSON = 1_000_000_000_001
"""The number of whoever sits at the terminal; beyond any that Telegram gives."""

_NAME = "本機使用者"
_TOKEN = "0:terminal"  # noqa: S105 - PTB wants one; nothing checks it
_WELCOME = """隨行在終端機執行，不連線。直接輸入紀錄或檔案路徑；/draft 撰寫、/status 看進度、/quit 離開。
[1] 按第一個按鈕，>> 回覆機器人的上一則；/now 2026-09-22 21:30 把時間撥到那時，看看會提醒什麼。"""


def run_terminal(
    store: Store,
    desk: Desk,
    stdin: TextIO,
    stdout: TextIO,
    save_to: Path,
    *,
    clock: Callable[[], datetime],
    writer: str = "offline",
    budgets: Budgets | None = None,
    senses: Senses = NOTHING,
) -> None:
    """Talk until /quit or the end of input; returns when all work is done. Files that the bot sends go to ``save_to``."""
    store.people.add(LOCAL_PERSON, Role.ADMIN, _NAME, clock())
    if not store.consents.given(LOCAL_PERSON, notice.VERSION):  # nothing leaves the machine they sit at
        store.consents.agree(LOCAL_PERSON, notice.VERSION, clock())
    numbers = Numbers(LOCAL_PERSON, _NAME, _last_number(store))
    asyncio.run(
        _talk(
            store,
            desk,
            stdin,
            stdout,
            save_to,
            numbers=numbers,
            clock=clock,
            writer=writer,
            budgets=budgets,
            senses=senses,
        )
    )


async def _talk(
    store: Store,
    desk: Desk,
    stdin: TextIO,
    stdout: TextIO,
    save_to: Path,
    *,
    numbers: Numbers,
    clock: Callable[[], datetime],
    writer: str,
    budgets: Budgets | None,
    senses: Senses,
) -> None:
    lines: asyncio.Queue[str | None] = asyncio.Queue()
    by_hand = stdin.isatty()
    moved = TerminalClock(clock)
    intake = Intake(store.inbox, moved)
    request = TerminalRequest(
        store, intake, moved, numbers, lines=lines, out=stdout, save_to=save_to, echo=not by_hand
    )
    telephone = Telephone(request, request, limited=False)
    listening = build_application(
        _TOKEN,
        "terminal:",
        store,
        desk,
        moved,
        writer=writer,
        telephone=telephone,
        budgets=budgets,
        senses=senses,
        intake=intake,
    )
    request.silence = lambda: listening.bursts.over(listening.application.bot, LOCAL_PERSON)
    if by_hand:
        stdout.write(_WELCOME + "\n")
        stdout.flush()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGINT, request.ended.set)
    threading.Thread(target=_read, args=(stdin, lines, loop), daemon=True).start()
    await serve(listening, store, request.ended, clock=moved, patience=0)


def _read(stdin: TextIO, lines: "asyncio.Queue[str | None]", loop: asyncio.AbstractEventLoop) -> None:
    """Hand over line by line; runs in a thread of its own, because reading a terminal cannot be broken off."""
    while (line := stdin.readline()) and line.strip() != "/quit":
        if line.strip():
            loop.call_soon_threadsafe(lines.put_nowait, line.rstrip("\n"))
    loop.call_soon_threadsafe(lines.put_nowait, None)


def _last_number(store: Store) -> int:
    """The highest number given in this home so far: a number that comes twice would be taken for an edit."""
    received = [row.update_id for row in store.inbox.list()]
    kept = [
        number
        for trip in store.trips.ids()
        for piece in store.trips.material(trip)
        if piece.chat_id == LOCAL_PERSON
        for number in piece.message_ids
    ]
    return max([0, *received, *kept])
