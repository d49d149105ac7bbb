"""One bot per home, stopped cleanly, and silent about its token."""

import asyncio
import logging
import signal
import time
from pathlib import Path

import pytest

from bot.errors import AlreadyRunning, TelegramRefused
from bot.replies import notice
from bot.running import only_one, quiet_logs, run
from storage.role import Role
from storage.store import Store
from tests.bot.conftest import NOW
from tests.bot.desks import FixedDesk
from tests.bot.process import start_bot
from tests.emulator import Emulator, eventually


def test_a_second_bot_on_the_same_home_does_not_start(tmp_path: Path):
    with only_one(tmp_path), pytest.raises(AlreadyRunning, match="已有另一個隨行服務"), only_one(tmp_path):
        pass
    with only_one(tmp_path):
        pass


async def test_sigterm_ends_the_service_without_complaint(emulator: Emulator, tmp_path: Path):
    token = "910:TERM"
    process = start_bot(emulator.url, token, tmp_path)
    await eventually(lambda: any(call["method"] == "setMyCommands" for call in emulator.calls(token)), 60)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 0
    assert said.decode() == ""


def test_a_token_that_telegram_refuses_is_told_in_one_sentence(
    emulator: Emulator, store: Store, tmp_path: Path
):
    emulator.fault("911:BAD", "getMe", 401, description="Unauthorized")
    with pytest.raises(TelegramRefused, match="SUIXING_TELEGRAM_TOKEN"):
        run("911:BAD", emulator.url, tmp_path, store=store, desk=FixedDesk(store), clock=lambda: NOW)


def test_addresses_with_the_token_are_not_logged():
    quiet_logs()
    assert not logging.getLogger("httpx").isEnabledFor(logging.INFO)


async def test_sigterm_ends_it_in_time_though_a_thread_can_not_be_broken_off(
    emulator: Emulator, tmp_path: Path
):
    """A typesetter that hangs: all that counts is in rows, so the process ends without it, and does it again."""
    token = "912:STUCK"
    with Store.open(tmp_path) as store:
        store.people.add(101, Role.TRAVELLER, "林測試", NOW)
        store.consents.agree(101, notice.VERSION, NOW)
        traveller = emulator.chat(token, 101)
        process = start_bot(emulator.url, token, tmp_path, "stuck")
        for words in ("一則", "/draft"):
            traveller.says(words)
        await eventually(lambda: store.drafts.latest(1) is not None if store.trips.ids() else False, 60)
        traveller.says("/export pdf")
        await eventually(lambda: any(job.kind == "export" for job in store.jobs.list("waiting")), 60)
        await eventually(lambda: store.jobs.next_due(["export"]) is None, 60)  # it is under way
        process.send_signal(signal.SIGTERM)
        began = time.monotonic()
        process.communicate(timeout=60)
        assert process.returncode == 0
        assert time.monotonic() - began < 5
        assert "export" in [job.kind for job in store.jobs.list("waiting")]


async def test_sigterm_ends_it_while_telegram_cannot_be_reached(tmp_path: Path):
    process = start_bot("http://127.0.0.1:9", "913:AWAY", tmp_path)
    assert process.stderr is not None
    said = await asyncio.to_thread(process.stderr.readline)
    assert b"Telegram cannot be reached" in said
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)
    assert process.returncode == 0
