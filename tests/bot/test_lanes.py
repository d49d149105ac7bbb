"""One chat's messages keep their order, chats do not wait for each other, and some commands wait for nobody."""

import asyncio
from datetime import datetime
from typing import Any

import pytest
from telegram import Update

from bot.lanes import Lanes
from storage.errors import Busy
from storage.inbox import Inbox
from storage.store import Store
from tests.bot.conftest import NOW, Listener, listening
from tests.bot.desks import FixedDesk
from tests.bot.test_reviewing import HangingDesk
from tests.emulator import Emulator, eventually


def update(number: int, chat: int, text: str = "一則") -> Update:
    message = {"message_id": number, "date": 1, "chat": {"id": chat, "type": "private"}, "text": text}
    raw: dict[str, Any] = {"update_id": number, "message": message}
    return Update.de_json(raw, None)


class Handling:
    """Handles each update only when it is let go, and remembers the order of beginning and of ending."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.ended: list[int] = []
        self.gates: dict[int, asyncio.Event] = {}

    async def __call__(self, update: Update) -> None:
        self.begun.append(update.update_id)
        await self.gates.setdefault(update.update_id, asyncio.Event()).wait()
        self.ended.append(update.update_id)

    def let_go(self, number: int) -> None:
        self.gates.setdefault(number, asyncio.Event()).set()


async def test_messages_of_one_chat_wait_for_each_other_and_other_chats_do_not(store: Store):
    handling = Handling()
    lanes = Lanes(store.inbox, handling)
    for number, chat in ((1, 101), (2, 101), (3, 102)):
        lanes.add(update(number, chat))
    await eventually(lambda: handling.begun == [1, 3])
    handling.let_go(3)
    await eventually(lambda: handling.ended == [3])
    assert handling.begun == [1, 3]
    handling.let_go(1)
    await eventually(lambda: handling.begun == [1, 3, 2])
    handling.let_go(2)
    await eventually(lambda: lanes.backlog == 0)


@pytest.mark.parametrize("command", ["/cancel", "/status", "/help", "/status@fixture_bot"])
async def test_some_commands_wait_for_nobody(store: Store, command: str):
    handling = Handling()
    lanes = Lanes(store.inbox, handling)
    lanes.add(update(1, 101))
    lanes.add(update(2, 101, command))
    await eventually(lambda: handling.begun == [1, 2])
    await lanes.stop(0)


async def test_a_note_that_ends_with_such_a_command_keeps_its_place(store: Store):
    handling = Handling()
    lanes = Lanes(store.inbox, handling)
    lanes.add(update(1, 101))
    lanes.add(update(2, 101, "照片挑兩張就好 /status"))
    await asyncio.sleep(0.01)
    assert handling.begun == [1]
    await lanes.stop(0)


async def test_what_the_disk_refused_is_handled_again_and_then_ticked_off(store: Store):
    tries: list[int] = []

    async def handle(update: Update) -> None:
        tries.append(update.update_id)
        if len(tries) == 1:
            raise Busy(store.inbox._db.path)

    store.inbox.commit([{"update_id": 1}], NOW)
    lanes = Lanes(store.inbox, handle)
    lanes.add(update(1, 101))
    await eventually(lambda: store.inbox.show(1).state == "done")
    assert tries == [1, 1]


async def test_a_stop_begins_nothing_further_and_leaves_the_rest_waiting(store: Store):
    store.inbox.commit([{"update_id": 1}, {"update_id": 2}], NOW)
    handling = Handling()
    lanes = Lanes(store.inbox, handling)
    lanes.add(update(1, 101))
    lanes.add(update(2, 101))
    await eventually(lambda: handling.begun == [1])
    await lanes.stop(0.01)
    assert handling.begun == [1]
    assert [row.update_id for row in store.inbox.waiting()] == [1, 2]


async def test_a_full_disk_confirms_nothing_and_what_was_sent_meanwhile_arrives_later(
    emulator: Emulator, store: Store
):
    async with listening(emulator, store, FixedDesk(store)) as listener:
        traveller = listener.person(101)
        await listener.settled(traveller.says("先有一則"))
        pages = store.inbox._db.value("pragma page_count")
        store.inbox._db.value(f"pragma max_page_count = {pages}")
        sent = [traveller.says(f"第 {n} 則 " + "很長" * 1500) for n in range(5)]
        await asyncio.sleep(0.3)
        known = {row.update_id for row in store.inbox.list()}
        assert not known >= set(sent), "the disk was not full at all"
        store.inbox._db.value("pragma max_page_count = 1000000")
        for number in sent:
            assert await listener.settled(number) == "done"
    assert [p.text.split(" ", 2)[:2] for p in store.trips.material(1)][1:] == [
        ["第", str(n)] for n in range(5)
    ]


async def test_a_busy_disk_in_the_midst_of_an_answer_is_told_calmly_and_made_good(
    listener: Listener, monkeypatch: pytest.MonkeyPatch
):
    traveller = listener.person(101)
    await listener.settled(traveller.says("先有一則"))
    keep, refused = listener.store.trips.keep, []

    def busy_once(*words: Any) -> Any:
        if not refused:
            refused.append(1)
            raise Busy(listener.store.inbox._db.path)
        return keep(*words)

    monkeypatch.setattr(listener.store.trips, "keep", busy_once)
    assert await listener.settled(traveller.says("要留住")) == "done"
    assert [piece.text for piece in listener.store.trips.material(1)] == ["先有一則", "要留住"]
    assert listener.said()[-1] == "系統暫時無法存檔。您傳的內容已收下，恢復後會自動處理，不必重傳。"


async def test_cancel_breaks_a_draft_off_at_once(emulator: Emulator, store: Store):
    async with listening(emulator, store, HangingDesk(store)) as listener:
        traveller = listener.person(101)
        await listener.settled(traveller.says("一則"))
        await listener.handled(traveller.says("/draft"))
        await eventually(lambda: bool(listener.said()))
        await listener.settled(traveller.says("/cancel"))
        assert listener.said()[-1] == "已停止撰寫草稿。傳過的素材都還在。"
        await listener.settled(traveller.says("/cancel"))
        assert listener.said()[-1] == "目前沒有進行中的工作。"
    assert store.jobs.waiting("draft") == []


class CountingInbox(Inbox):
    """An inbox that tells how many transactions it took."""

    def __init__(self, store: Store) -> None:
        super().__init__(store._db)
        self.commits = 0

    def commit(self, updates: Any, at: datetime, *, durable: bool = True) -> list[bool]:
        self.commits += 1
        return super().commit(updates, at, durable=durable)


async def test_a_backlog_of_three_hundred_is_taken_in_by_the_hundred_and_in_order(
    emulator: Emulator, store: Store
):
    inbox = store.inbox = CountingInbox(store)
    async with listening(emulator, store, FixedDesk(store)) as listener:
        listener.person(101)
        traveller = emulator.chat(listener.token, 101)
        emulator.push(listener.token, *[traveller.update(text=f"第 {n} 則") for n in range(300)])
        await eventually(lambda: len(store.inbox.list("done")) == 300, 60)
    assert [piece.text for piece in store.trips.material(1)] == [f"第 {n} 則" for n in range(300)]
    assert inbox.commits <= 4
