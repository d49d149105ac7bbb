"""One bot per home, stopped cleanly, and silent about its token."""

import logging
import signal
from pathlib import Path

import pytest

from bot.errors import AlreadyRunning, TelegramRefused
from bot.running import only_one, quiet_logs, run
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
    await eventually(lambda: any(call["method"] == "setMyCommands" for call in emulator.calls(token)))
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
