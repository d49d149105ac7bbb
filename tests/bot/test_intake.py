"""Nothing that Telegram handed over is lost or doubled, whatever happens in between."""

import signal
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.intake import Intake
from bot.replies import notice
from storage.errors import Busy
from storage.inbox import Inbox
from storage.role import Role
from storage.store import Store
from tests.bot.conftest import NOW, Listener, listening
from tests.bot.desks import FixedDesk
from tests.bot.exports import jpeg
from tests.bot.process import start_bot
from tests.emulator import Emulator, eventually


class FlakyInbox(Inbox):
    """An inbox whose first batches meet a busy database."""

    def __init__(self, store: Store, failures: int) -> None:
        super().__init__(store._db)
        self.failures = failures

    def commit(self, updates: Sequence[dict[str, Any]], at: datetime, *, durable: bool = True) -> list[bool]:
        if self.failures:
            self.failures -= 1
            raise Busy(Path("suixing.sqlite"))
        return super().commit(updates, at, durable=durable)


async def test_a_kill_in_the_middle_of_a_burst_loses_and_doubles_nothing(emulator: Emulator, tmp_path: Path):
    home, token = tmp_path / "killed", "900:KILL"
    with Store.open(home) as store:
        store.people.add(101, Role.TRAVELLER, "林測試", NOW)
        store.consents.agree(101, notice.VERSION, NOW)
        traveller = emulator.chat(token, 101)
        photo = emulator.upload(token, "photo", jpeg(), "a.jpg")
        size = {"file_id": photo, "file_unique_id": photo, "width": 320, "height": 240}
        texts = [f"第 {n} 則" for n in range(100)]
        burst = [
            traveller.update(text=text) if number % 2 else traveller.update(caption=text, photo=[size])
            for number, text in enumerate(texts)
        ]
        emulator.push(token, *burst)

        def fetched() -> int:
            return sum(1 for call in emulator.calls(token) if call["method"] == "getFile")

        first = start_bot(emulator.url, token, home)
        await eventually(lambda: fetched() > 3, 60)
        first.send_signal(signal.SIGKILL)
        first.communicate(timeout=60)
        assert store.jobs.list("waiting"), "the kill came too late to prove anything"
        second = start_bot(emulator.url, token, home)
        await eventually(
            lambda: (
                not store.jobs.list("waiting")
                and not store.inbox.waiting()
                and len(store.inbox.list("done")) == len(texts)
            ),
            60,
        )
        second.terminate()
        second.communicate(timeout=60)
        assert second.returncode == 0
        pieces = store.trips.material(1)
        assert sorted(piece.text for piece in pieces) == sorted(texts)
        assert [piece.text for piece in pieces if piece.file and not piece.file.content] == []


async def test_what_was_left_waiting_is_handled_first_and_in_order(emulator: Emulator, store: Store):
    traveller = emulator.chat("901:LEFT", 101)
    store.people.add(101, Role.TRAVELLER, "林測試", NOW)
    store.consents.agree(101, notice.VERSION, NOW)
    left = [traveller.update(text=text) for text in ("甲", "乙", "丙")]
    store.inbox.commit(left, NOW)
    async with listening(emulator, store, FixedDesk(store)):
        await eventually(lambda: not store.inbox.waiting())
    assert [piece.text for piece in store.trips.material(1)] == ["甲", "乙", "丙"]


async def test_the_same_update_twice_is_one(listener: Listener):
    traveller = listener.person(101)
    update = traveller.update(text="只說一次")
    listener.emulator.push(listener.token, update, update)
    await listener.settled(update["update_id"])
    await listener.settled(traveller.says("後來"))
    assert [piece.text for piece in listener.store.trips.material(1)] == ["只說一次", "後來"]
    await eventually(lambda: len(listener.calls("setMessageReaction")) == 2)


async def test_an_update_with_a_lower_number_than_before_counts(store: Store, emulator: Emulator):
    """Telegram may choose numbers anew after a quiet week."""
    traveller = emulator.chat("902:LOW", 101)
    later, lower = (
        {**traveller.update(text="先"), "update_id": 900},
        {**traveller.update(text="後"), "update_id": 3},
    )
    intake, heard = Intake(store.inbox, lambda: NOW), []
    intake.deliver = lambda update: heard.append(update.update_id)
    assert [intake.take([update]) for update in (later, lower, later)] == [1, 1, 0]
    assert heard == [900, 3]


class InboxOnATiredDisk(Inbox):
    """An inbox whose disk first refuses to say that it has what was written."""

    def __init__(self, store: Store) -> None:
        super().__init__(store._db)
        self.refusals = 1

    def sync(self) -> None:
        if self.refusals:
            self.refusals -= 1
            raise Busy(Path("disk"))
        super().sync()


async def test_nothing_is_confirmed_before_the_disk_has_it(store: Store, emulator: Emulator):
    store.relax()
    update = {**emulator.chat("904:DISK", 101).update(text="會不會不見"), "update_id": 900}
    intake, heard = Intake(InboxOnATiredDisk(store), lambda: NOW), []
    intake.deliver = lambda update: heard.append(update.update_id)
    with pytest.raises(Busy):
        await intake.keep([update])
    assert intake.offset == 0, "so Telegram sends it again"
    assert await intake.keep([update]) == 0
    assert intake.offset == 901
    assert heard == [900], "it is handled once all the same"


async def test_an_update_that_cannot_be_read_does_not_stop_the_one_behind_it(listener: Listener):
    traveller = listener.person(101)
    poison = traveller.update(text="x")
    poison["message"]["chat"] = "not a chat"
    good = traveller.update(text="後面這一則")
    listener.emulator.push(listener.token, poison, good)
    assert await listener.settled(good["update_id"]) == "done"
    assert await listener.settled(poison["update_id"]) == "unreadable"
    assert [piece.text for piece in listener.store.trips.material(1)] == ["後面這一則"]


async def test_an_unknown_kind_of_update_is_set_aside_once(store: Store):
    unknown = {"update_id": 7, "smoke_signal": {"puffs": 3}}
    intake = Intake(store.inbox, lambda: NOW)
    assert [intake.take([unknown]), intake.take([unknown])] == [0, 0]
    assert intake.offset == 8
    assert [(row.update_id, row.state) for row in store.inbox.list()] == [(7, "unreadable")]


async def test_things_that_are_no_updates_are_passed_over(store: Store):
    assert Intake(store.inbox, lambda: NOW).take(["?", {}, {"update_id": "7"}, {"update_id": 2**80}]) == 0
    assert store.inbox.list() == []


async def test_a_batch_that_could_not_be_committed_is_asked_for_again(emulator: Emulator, store: Store):
    store.inbox = FlakyInbox(store, failures=1)
    store.people.add(101, Role.TRAVELLER, "林測試", NOW)
    store.consents.agree(101, notice.VERSION, NOW)
    async with listening(emulator, store, FixedDesk(store)) as listener:
        traveller = emulator.chat(listener.token, 101)
        assert await listener.settled(traveller.says("要留住")) == "done"
    assert [piece.text for piece in store.trips.material(1)] == ["要留住"]


async def test_a_failing_answer_is_set_aside_and_the_person_hears_a_number(
    listener: Listener, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def broken(_: int) -> None:
        raise ZeroDivisionError

    traveller = listener.person(101)
    await listener.settled(traveller.says("先有一則"))
    monkeypatch.setattr(listener.store.trips, "load", broken)
    update = traveller.says("/status")
    assert await listener.settled(update) == "failed"
    await eventually(lambda: [str(update) in text for text in listener.said()] == [True])
    assert "ZeroDivisionError" not in listener.said()[0]
    assert "ZeroDivisionError" in caplog.text


async def test_a_database_that_another_program_holds_is_waited_for(
    emulator: Emulator, store: Store, caplog: pytest.LogCaptureFixture
):
    """A real lock, as a backup tool may hold it: nothing is confirmed meanwhile, and nothing is missing afterwards."""
    async with listening(emulator, store, FixedDesk(store)) as listener:
        traveller = listener.person(101)
        await listener.settled(traveller.says("先有一則"))
        store._db._connection.execute("pragma busy_timeout = 20")  # seconds otherwise
        other = sqlite3.connect(store._db.path, isolation_level=None)
        other.execute("begin immediate")
        sent = [traveller.says(f"鎖住時第 {n} 則") for n in range(3)]
        await eventually(lambda: "no updates" in caplog.text)
        other.execute("rollback")
        other.close()
        for number in sent:
            assert await listener.settled(number) == "done"
    assert [p.text for p in store.trips.material(1)][1:] == [f"鎖住時第 {n} 則" for n in range(3)]


async def test_what_was_set_aside_is_handled_at_the_next_start_once_the_operator_says_so(
    emulator: Emulator, store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def broken(*_: Any) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as mistake:
        async with listening(emulator, store, FixedDesk(store)) as listener:
            traveller = listener.person(101)
            await listener.settled(traveller.says("先有一則"))
            mistake.setattr(store.trips, "keep", broken)
            failed = traveller.says("出錯的這一則")
            assert await listener.settled(failed) == "failed"
    assert "ZeroDivisionError" in caplog.text
    assert [row.update_id for row in store.inbox.list("failed")] == [failed]
    store.inbox.retry(failed)
    async with listening(emulator, store, FixedDesk(store)) as again:
        assert await again.settled(failed) == "done"
    assert [p.text for p in store.trips.material(1)] == ["先有一則", "出錯的這一則"]
