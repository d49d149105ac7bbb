"""Many messages at once are told in one line when the chat is silent, and never twice."""

import asyncio
from datetime import datetime, timedelta

from storage.store import Store
from tests.bot.conftest import NOW, listening
from tests.bot.desks import FixedDesk
from tests.emulator import Emulator, eventually


class Clock:
    """Stands still until a test moves it, so that silence is when the test says so."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def passes(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


async def test_a_burst_gets_one_line_when_it_is_over(emulator: Emulator, store: Store):
    clock = Clock()
    async with listening(emulator, store, FixedDesk(store), clock) as listener:
        traveller = listener.person(101)
        for number in range(4):
            await listener.settled(traveller.says(f"第 {number} 則"))
        await listener.settled(traveller.sends(location={"latitude": 35.0, "longitude": 139.0}))
        assert listener.said() == []
        clock.passes(5)
        await eventually(lambda: bool(listener.said()))
        await asyncio.sleep(0.6)  # once more round the clock
        assert listener.said() == ["收到 文字 4、位置 1，都保存好了。"]
        assert store.bursts.chats() == []


async def test_a_few_messages_get_their_reactions_and_no_line(emulator: Emulator, store: Store):
    clock = Clock()
    async with listening(emulator, store, FixedDesk(store), clock) as listener:
        traveller = listener.person(101)
        for number in range(3):
            await listener.settled(traveller.says(f"第 {number} 則"))
        clock.passes(5)
        await eventually(lambda: store.bursts.chats() == [])
        assert listener.said() == []
        assert len(listener.calls("setMessageReaction")) == 3


async def test_each_chat_has_its_own_line_and_what_came_before_is_not_counted_again(
    emulator: Emulator, store: Store
):
    clock = Clock()
    async with listening(emulator, store, FixedDesk(store), clock) as listener:
        one, other = listener.person(101), listener.person(102)
        for number in range(4):
            await listener.settled(one.says(f"甲 {number}"))
            await listener.settled(other.says(f"乙 {number}"))
        clock.passes(5)
        await eventually(lambda: len(listener.said()) == 2)
        for number in range(5):
            await listener.settled(one.says(f"丙 {number}"))
        clock.passes(5)
        await eventually(lambda: len(listener.said()) == 3)
        assert listener.said()[-1] == "收到 文字 5，都保存好了。"


async def test_a_burst_that_a_restart_cut_through_is_still_told_once(emulator: Emulator, store: Store):
    clock = Clock()
    async with listening(emulator, store, FixedDesk(store), clock) as listener:
        traveller = listener.person(101)
        for number in range(4):
            await listener.settled(traveller.says(f"第 {number} 則"))
    assert store.bursts.chats() == [101]
    clock.passes(60)
    async with listening(emulator, store, FixedDesk(store), clock) as listener:
        clock.passes(5)
        await eventually(lambda: bool(listener.said()), seconds=20)
        assert listener.said() == ["收到 文字 4，都保存好了。"]
