"""A bot that really listens: PTB, inbox and store are real, the server is the emulator, the desk is fixed."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot.application import build_application
from bot.budgets import Budgets
from bot.replies import notice
from bot.reviewing import Desk
from bot.serving import serve
from drafting.senses import NOTHING, Senses
from storage.role import Role
from storage.store import Store
from tests.bot.desks import FixedDesk
from tests.emulator import Emulator, Person, eventually

NOW = datetime(2026, 9, 21, 14, 13, 20, tzinfo=UTC)
_tokens = count(1)


@dataclass
class Listener:
    """One running bot and its store."""

    emulator: Emulator
    token: str
    store: Store
    clock: Callable[[], datetime] = lambda: NOW

    def person(
        self, user: int, role: Role | None = Role.TRAVELLER, name: str = "林測試", *, agreed: bool = True
    ) -> Person:
        """Somebody, on the list of people unless the role is None; ``agreed`` to the notice."""
        if role is not None:
            self.store.people.add(user, role, name, NOW)
            if agreed:
                self.store.consents.agree(user, notice.VERSION, NOW)
        return self.emulator.chat(self.token, user, name)

    async def settled(self, update_id: int) -> str:
        """Wait until an update was handled and all slow work that is due is done; the update's state."""
        state = await self.handled(update_id)
        await eventually(lambda: self.store.settled(self.clock()))
        return state

    async def handled(self, update_id: int) -> str:
        """Wait until an update is no longer waiting and what was said is sent, whatever it set going; its state."""

        def state() -> str:
            return next((row.state for row in self.store.inbox.list() if row.update_id == update_id), "")

        await eventually(lambda: state() not in ("", "waiting"))
        await eventually(lambda: not self.store.outbox.busy(self.clock()))
        return state()

    async def everything_done(self) -> None:
        """Wait until nothing waits: no update, no slow work that is due, no message."""
        await eventually(lambda: self.store.settled(self.clock()))

    def calls(self, method: str) -> list[dict[str, Any]]:
        """The fields of every call of one method."""
        return [call["fields"] for call in self.emulator.calls(self.token) if call["method"] == method]

    def said(self) -> list[str]:
        """Every text that the bot sent as a message, in order."""
        return [str(fields["text"]) for fields in self.calls("sendMessage")]

    def files(self) -> list[str]:
        """The names of the documents that the bot sent, in order."""
        calls = self.emulator.calls(self.token)
        return [next(iter(call["files"])) for call in calls if call["method"] == "sendDocument"]


def keyboard(fields: dict[str, Any]) -> list[list[dict[str, str]]]:
    """The rows of buttons below a message."""
    shown = fields.get("reply_markup") or "{}"
    found: list[list[dict[str, str]]] = (json.loads(shown) if isinstance(shown, str) else shown).get(
        "inline_keyboard", []
    )
    return found


@pytest.fixture(scope="session")
def emulator() -> Iterator[Emulator]:
    with Emulator.start() as running:
        yield running


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "home") as opened:
        yield opened


@pytest.fixture
async def listener(emulator: Emulator, store: Store) -> AsyncIterator[Listener]:
    async with listening(emulator, store, FixedDesk(store)) as running:
        yield running


class listening:  # noqa: N801 - reads as a with statement
    """``async with listening(emulator, store, desk) as listener``"""

    def __init__(
        self,
        emulator: Emulator,
        store: Store,
        desk: Desk,
        clock: Callable[[], datetime] = lambda: NOW,
        budgets: Budgets | None = None,
        senses: Senses = NOTHING,
        token: str = "",
    ) -> None:
        self._listener = Listener(emulator, token or f"{next(_tokens)}:TEST", store, clock)
        self._clock = clock
        self._built = build_application(
            self._listener.token, emulator.url, store, desk, clock, budgets=budgets, senses=senses
        )
        self._stop = asyncio.Event()

    @property
    def token(self) -> str:
        return self._listener.token

    def verbs(self) -> list[str]:
        """What the buttons of the bot can say, as its table has it."""
        (hearing,) = {
            handler.callback.__self__
            for handler in self._built.application.handlers[0]
            if handler.callback.__name__ == "pressed"
        }
        return list(hearing._tables.buttons)

    async def __aenter__(self) -> Listener:
        serving = serve(self._built, self._listener.store, self._stop, clock=self._clock, patience=1)
        self._task = asyncio.create_task(serving)
        await eventually(lambda: self._built.application.running or self._task.done())
        return self._listener

    async def __aexit__(self, *_: object) -> None:
        self._stop.set()
        await self._task
