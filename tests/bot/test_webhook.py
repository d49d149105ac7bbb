"""At a webhook: 200 means that it is on the disk, anything else that Telegram shall send it again."""

import asyncio
import json
import socket
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

import httpx
import pytest

from bot.application import build_application
from bot.intake import Intake
from bot.serving import serve
from bot.webhook import Webhook
from storage.inbox import Inbox
from storage.store import Store
from tests.bot.conftest import NOW
from tests.bot.desks import FixedDesk
from tests.bot.test_intake import FlakyInbox
from tests.emulator import Emulator, eventually

SECRET = "only-telegram"
_tokens = count(1)


class Hook:
    """The address that Telegram calls, and what it says there."""

    def __init__(self, url: str, client: httpx.AsyncClient) -> None:
        self.url = url
        self.client = client

    async def hears(self, content: Any, secret: str = SECRET) -> int:
        """The status that Telegram gets for this JSON."""
        return await self.hears_bytes(json.dumps(content).encode(), secret)

    async def hears_bytes(self, content: bytes, secret: str = SECRET) -> int:
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret.encode()} if secret else {}
        return (await self.client.post(self.url, headers=headers, content=content)).status_code


@asynccontextmanager
async def at_a_webhook(emulator: Emulator, store: Store) -> AsyncIterator[Hook]:
    """A bot that hears at a webhook until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = f"{next(_tokens)}:HOOK"
    hook = Webhook(f"http://127.0.0.1:{port}/hook", "127.0.0.1", port, SECRET)
    intake = Intake(store.inbox, lambda: NOW)
    built = build_application(token, emulator.url, store, FixedDesk(store), lambda: NOW, intake=intake)
    stop = asyncio.Event()
    serving = asyncio.create_task(serve(built, store, stop, clock=lambda: NOW, webhook=hook))
    await eventually(lambda: any(call["method"] == "setWebhook" for call in emulator.calls(token)))
    try:
        async with httpx.AsyncClient(trust_env=False, timeout=30) as client:
            yield Hook(hook.url, client)
    finally:
        stop.set()
        await serving


def update(number: int, text: str = "一則") -> dict[str, Any]:
    who = {"id": 666, "is_bot": False, "first_name": "路人"}
    chat = {"id": 666, "type": "private", "first_name": "路人"}
    message = {"message_id": number, "date": 1_790_000_000, "chat": chat, "from": who, "text": text}
    return {"update_id": number, "message": message}


def numbers(store: Store) -> list[int]:
    return [row.update_id for row in store.inbox.list()]


async def test_what_cannot_be_kept_is_refused_so_that_telegram_sends_it_again(
    emulator: Emulator, store: Store
):
    store.inbox = FlakyInbox(store, failures=1)
    async with at_a_webhook(emulator, store) as hook:
        assert (await hook.hears(update(1)), numbers(store)) == (503, [])
        assert (await hook.hears(update(1)), numbers(store)) == (200, [1])


class InboxOnASlowDisk(Inbox):
    """An inbox whose disk answers when the test lets it."""

    def __init__(self, store: Store) -> None:
        super().__init__(store._db)
        self.answers = threading.Event()

    def sync(self) -> None:
        self.answers.wait(30)
        super().sync()


async def test_the_answer_waits_until_the_disk_has_it(emulator: Emulator, store: Store):
    store.inbox = inbox = InboxOnASlowDisk(store)
    async with at_a_webhook(emulator, store) as hook:
        answer = asyncio.create_task(hook.hears(update(1)))
        await eventually(lambda: numbers(store) == [1])
        assert not answer.done()
        inbox.answers.set()
        assert await answer == 200


async def test_the_same_update_twice_is_acknowledged_twice_and_kept_once(emulator: Emulator, store: Store):
    async with at_a_webhook(emulator, store) as hook:
        assert [await hook.hears(update(7)) for _ in range(2)] == [200, 200]
        assert numbers(store) == [7]


@pytest.mark.parametrize("secret", ["", "wrong", "only-telegra", "only-telegram2", "密"])
async def test_who_does_not_bring_the_secret_is_turned_away(emulator: Emulator, store: Store, secret: str):
    async with at_a_webhook(emulator, store) as hook:
        assert (await hook.hears(update(1), secret), numbers(store)) == (403, [])


async def test_what_is_no_update_is_neither_kept_nor_asked_for_again(emulator: Emulator, store: Store):
    """200 for what is JSON: Telegram would repeat it for ever."""
    async with at_a_webhook(emulator, store) as hook:
        assert await hook.hears_bytes(b"{half") == 400
        assert [await hook.hears(strange) for strange in ([], {"update_id": "7"}, {"a": 1})] == [200] * 3
        assert await hook.hears_bytes(b" " * (2 * 1024 * 1024)) == 413
        assert (await hook.client.get(hook.url)).status_code == 405
        assert numbers(store) == []
