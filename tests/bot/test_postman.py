"""What the bot says arrives: in order, after a 429, after a restart; a person who blocked it is no error."""

import asyncio

import pytest

from storage.store import Store
from tests.bot.conftest import NOW, Listener, listening
from tests.bot.desks import FixedDesk
from tests.emulator import Emulator, eventually

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


def put(store: Store, *texts: str, chat: int = 101) -> None:
    for text in texts:
        store.outbox.add(chat, "sendMessage", {"text": text}, NOW)


async def test_what_a_killed_process_had_not_sent_is_sent_at_the_next_start_and_in_order(
    emulator: Emulator, store: Store
):
    put(store, "甲", "乙", "丙")
    async with listening(emulator, store, FixedDesk(store)) as listener:
        await eventually(lambda: listener.said() == ["甲", "乙", "丙"])
    assert store.outbox.waiting() == []


async def test_a_message_waits_as_long_as_telegram_asks_and_those_behind_it_too(listener: Listener):
    listener.emulator.fault(listener.token, "sendMessage", 429, times=2, retry_after=1)
    put(listener.store, "甲", "乙")
    await eventually(lambda: listener.store.settled(NOW))
    assert [text for text in listener.said() if text == "乙"] == ["乙"]
    assert listener.said()[-2:] == ["甲", "乙"]


async def test_what_is_told_to_wait_for_longer_than_the_library_waits_is_not_given_up(listener: Listener):
    """The library asks four times; after that the row waits as long as Telegram asked, and its chat with it."""
    listener.emulator.fault(listener.token, "sendMessage", 429, times=5, retry_after=1)
    put(listener.store, "甲", "乙")
    await eventually(lambda: listener.said()[-1:] == ["乙"])
    await eventually(lambda: [s.state for s in listener.store.outbox.list()] == ["sent", "sent"])
    assert listener.said() == [*["甲"] * 6, "乙"]
    assert [s.attempts for s in listener.store.outbox.list()] == [1, 0]


async def test_a_file_waits_as_well(listener: Listener):
    listener.emulator.fault(listener.token, "sendDocument", 429, retry_after=1)
    listener.store.outbox.add(101, "sendDocument", {}, NOW, file_name="報告.pdf", file=b"%PDF-1.7")
    await eventually(lambda: listener.store.settled(NOW))
    assert listener.files() == ["報告.pdf", "報告.pdf"]  # the try that was refused, and the one that was not


async def test_whoever_blocked_the_bot_is_not_tried_again_and_nobody_is_bothered(listener: Listener):
    listener.emulator.fault(
        listener.token, "sendMessage", 403, description="Forbidden: bot was blocked by the user"
    )
    put(listener.store, "甲")
    await eventually(lambda: listener.store.settled(NOW))
    assert [(s.state, "blocked" in s.problem) for s in listener.store.outbox.list()] == [("sent", True)]


async def test_what_telegram_will_never_take_is_set_aside_and_the_next_is_sent(listener: Listener):
    listener.emulator.fault(listener.token, "sendMessage", 400, description="Bad Request: chat not found")
    put(listener.store, "甲", "乙")
    await eventually(lambda: listener.store.settled(NOW))
    assert [(s.state, s.problem) for s in listener.store.outbox.list()] == [
        ("dead", "BadRequest: Chat not found"),
        ("sent", ""),
    ]


async def test_a_chat_that_is_slow_holds_up_no_other(listener: Listener):
    listener.emulator.fault(listener.token, "sendMessage", 502, description="Bad Gateway")
    put(listener.store, "甲", chat=101)
    await eventually(lambda: bool(listener.said()))
    put(listener.store, "乙", chat=102)
    await eventually(lambda: "乙" in listener.said())
    await eventually(lambda: [s.state for s in listener.store.outbox.list()] == ["sent", "sent"])


async def test_a_long_text_is_sent_in_pieces_that_telegram_takes(listener: Listener):
    traveller = listener.person(101)
    put(listener.store, "字" * 4096)
    await listener.settled(traveller.says("/help"))
    assert max(len(text.encode("utf-16-le")) // 2 for text in listener.said()) <= 4096
    assert [s.state for s in listener.store.outbox.list("dead")] == []


async def test_a_group_that_moved_gets_its_message_at_the_new_place(listener: Listener):
    listener.emulator.fault(
        listener.token,
        "sendMessage",
        400,
        description="Bad Request: group chat was upgraded to a supergroup chat",
        migrate_to_chat_id=-1009,
    )
    put(listener.store, "甲", chat=-9)
    await eventually(lambda: listener.store.settled(NOW))
    assert [fields["chat_id"] for fields in listener.calls("sendMessage")][-1] == "-1009"


async def test_a_stop_leaves_what_could_not_be_sent_for_the_next_start(emulator: Emulator, store: Store):
    async with listening(emulator, store, FixedDesk(store)) as listener:
        emulator.fault(listener.token, "sendMessage", 502, times=50, description="Bad Gateway")
        put(store, "甲")
        await eventually(lambda: bool(listener.said()))
        await asyncio.sleep(0)
    assert [s.fields for s in store.outbox.waiting()] == [{"text": "甲"}]
