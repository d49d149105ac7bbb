"""Answers a question put to the bot itself: why it asks something, or that it cannot know."""

from bot.asked import Asked
from bot.capturing import Held
from bot.replies import cards, greeting
from bot.telling import say
from drafting.gather.cues import ASKS_THE_BOT, ASKS_WHY
from storage.dialogues import Dialogues


class Wondering:
    def __init__(self, dialogues: Dialogues) -> None:
        self._dialogues = dialogues

    async def after(self, asked: Asked, kept: Held | None) -> None:
        """The message is kept all the same, as an aside."""
        if kept is None or not asked.private or asked.reply_to is not None:
            return
        text = asked.text.strip()
        if not ASKS_THE_BOT.match(text):
            return
        open_ = self._dialogues.open(asked.chat_id)
        kind, _, key = open_.question.partition(":") if open_ else ("", "", "")
        why = cards.why(key) if kind == "field" and ASKS_WHY.match(text) else greeting.cannot_answer()
        await say(asked.bot, asked.chat_id, why)
