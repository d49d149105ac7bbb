"""While a draft is written one message tells how far it is, edited at most every two seconds."""

from telegram import Bot

from bot.telling import Progress
from tests.bot.conftest import Listener


class Watch:
    """A clock that is moved by hand, in seconds."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


async def test_one_message_is_edited_every_two_seconds_at_most_and_ends_with_the_last_word(
    listener: Listener,
):
    watch = Watch()
    async with Bot(listener.token, base_url=f"{listener.emulator.url}/bot") as bot:
        progress = Progress(bot, 101, clock=watch)
        await progress.begin("開始")
        for part in range(1, 26):  # five seconds, a part every fifth of a second
            watch.now += 0.2
            await progress.show(f"第 {part} 段")
        await progress.end("完成")
    assert [fields["text"] for fields in listener.calls("sendMessage")] == ["開始"]
    edits = listener.calls("editMessageText")
    assert [fields["text"] for fields in edits] == ["第 10 段", "第 20 段", "完成"]
    assert len({fields["message_id"] for fields in edits}) == 1


async def test_the_same_text_is_not_edited_in_and_a_message_that_is_gone_is_replaced(listener: Listener):
    watch = Watch()
    async with Bot(listener.token, base_url=f"{listener.emulator.url}/bot") as bot:
        progress = Progress(bot, 101, clock=watch)
        await progress.begin("開始")
        watch.now += 5
        await progress.show("開始")
        assert listener.calls("editMessageText") == []
        listener.emulator.fault(
            listener.token, "editMessageText", 400, description="Bad Request: message to edit not found"
        )
        await progress.end("完成")
    assert [fields["text"] for fields in listener.calls("sendMessage")] == ["開始", "完成"]
