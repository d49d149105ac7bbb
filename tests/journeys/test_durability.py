"""The service in trouble: stopped, killed, refused, doubled. Nobody who travels notices more than a delay."""

import socket
import time
from pathlib import Path

import httpx
from syrupy.assertion import SnapshotAssertion

from tests.bot.exports import jpeg
from tests.emulator import Emulator
from tests.journeys.journey import Journey
from tests.journeys.words import WORDS


def texts(journey: Journey) -> list[str]:
    return [piece.text for piece in journey.store.trips.material(1)]


def test_a_trip_in_bad_weather(emulator: Emulator, tmp_path: Path, transcript: SnapshotAssertion):
    with Journey(emulator, tmp_path) as journey:
        traveller = journey.person(101)
        for words in WORDS[:4]:
            traveller.says(words)
        journey.note("Telegram 要求放慢（429）")
        emulator.fault(journey.token, "sendMessage", 429, times=1, retry_after=1)
        traveller.says("/help")
        journey.note("撰寫草稿時服務遭強制結束，之後重新啟動")
        update = traveller.person.update(text="/draft")
        emulator.push(journey.token, update)
        journey.until(
            lambda: bool(journey.store.jobs.waiting("draft")) or journey.store.drafts.latest(1) is not None
        )
        journey.kill()
        journey.start()
        journey.settle(update["update_id"])
        assert journey.store.drafts.latest(1) is not None
        assert len(journey.store.drafts.versions(1)) == 1
        traveller.says("/cancel")
        assert journey.transcript() == transcript


def test_a_stop_takes_less_than_five_seconds_even_while_a_draft_is_written_and_files_are_fetched(
    emulator: Emulator, tmp_path: Path
):
    with Journey(emulator, tmp_path) as journey:
        traveller = journey.person(101)
        traveller.says(WORDS[0])
        file_id = emulator.upload(journey.token, "photo", jpeg(), "a.jpg")
        size = {"file_id": file_id, "file_unique_id": file_id, "width": 320, "height": 240}
        updates = [traveller.person.update(photo=[size]) for _ in range(30)]
        emulator.push(journey.token, *updates, traveller.person.update(text="/draft"))
        journey.until(lambda: bool(journey.store.jobs.list("waiting")))
        assert journey.stop() < 5
        journey.start()
        journey.settle(updates[-1]["update_id"])
        pieces = journey.store.trips.material(1)
        assert sum(bool(piece.file and piece.file.content) for piece in pieces) == 30
        assert len(journey.store.drafts.versions(1)) == 1


def test_a_second_program_that_asks_for_the_same_updates_loses_nothing(emulator: Emulator, tmp_path: Path):
    with Journey(emulator, tmp_path / "one") as first:
        traveller = first.person(101)
        traveller.says("先有一則")
        emulator.fault(
            first.token, "getUpdates", 409, times=3, description="Conflict: terminated by other getUpdates"
        )
        traveller.says("衝突時傳的")
        assert texts(first) == ["先有一則", "衝突時傳的"]
        first.until(lambda: "another program asks" in first.errors.read_text("utf-8"))


def test_at_a_webhook_an_update_is_acknowledged_when_it_is_stored_and_only_with_the_secret(
    emulator: Emulator, tmp_path: Path
):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    hook = {
        "webhook_url": f"http://127.0.0.1:{port}/hook",
        "webhook_port": str(port),
        "webhook_secret": "only-telegram",
    }
    with Journey(emulator, tmp_path, **hook) as journey:
        traveller = journey.person(101)
        journey.until(lambda: bool(journey.calls("setWebhook")))
        (announced,) = journey.calls("setWebhook")
        assert announced["fields"]["secret_token"] == "only-telegram"
        traveller.says("經由 webhook")
        poison = traveller.person.update(text="x")
        poison["message"]["chat"] = "not a chat"
        emulator.push(journey.token, poison)
        traveller.says("後面這一則")
        assert texts(journey) == ["經由 webhook", "後面這一則"]
        forged = httpx.post(hook["webhook_url"], json=traveller.person.update(text="冒充"), trust_env=False)
        assert forged.status_code == 403
        journey.kill()
        late = traveller.person.update(text="服務中斷時傳的")
        emulator.push(journey.token, late)  # nobody answers, so Telegram keeps it
        journey.start()
        deadline = time.monotonic() + 20
        while late["update_id"] not in {row.update_id for row in journey.store.inbox.list()}:
            assert time.monotonic() < deadline
            emulator.deliver(journey.token)
        journey.settle(late["update_id"])
        assert "服務中斷時傳的" in texts(journey)


def test_whoever_polls_takes_an_old_webhook_down(emulator: Emulator, tmp_path: Path):
    hook = {"webhook_url": "http://127.0.0.1:9/hook", "webhook_secret": "only-telegram"}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        hook["webhook_port"] = str(free.getsockname()[1])
    journey = Journey(emulator, tmp_path, **hook)
    journey.start()
    journey.until(lambda: bool(journey.calls("setWebhook")))
    journey.kill()
    journey.set_settings()
    with journey:
        journey.person(101).says("輪詢時傳的")
        assert texts(journey) == ["輪詢時傳的"]
