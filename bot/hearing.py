"""Takes each message and button apart: what answers an open question, what is kept, what is answered."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import NamedTuple

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from bot.admission import Admission
from bot.asked import Asked, Pressed
from bot.buttons import taken_apart
from bot.capturing import Capturing, Held
from bot.commands import OPENS_A_TRIP, Spoken, meant_by, take_apart
from bot.errors import Stale
from bot.language import said_by
from bot.replies.greeting import unknown_command
from bot.telling import answer_press, say
from storage.dialogues import Dialogue, Dialogues

Answer = Callable[[Asked], Awaitable[None]]
Press = Callable[[Pressed], Awaitable[str | None]]
"""What a button does: the short word that shows above the chat, or None. Raises Stale if it is out of date."""

Reply = Callable[[Asked, Dialogue], Awaitable[bool]]
"""Takes a message as the answer to an open question; False when it is none, and then it is kept like any other."""


After = Callable[[Asked, Held | None], Awaitable[None]]
"""Looks at every message once it was captured; None for one that holds no material. Edits are not shown."""


class Tables(NamedTuple):
    """What the bot answers to: commands, verbs of buttons, kinds of open questions (up to the first colon), replies.

    ``replies`` are asked, for each reply to a message of the bot, whether it is meant for them; ``after`` is called
    with every message that was captured.
    """

    commands: Mapping[str, Answer]
    buttons: Mapping[str, Press]
    questions: Mapping[str, Reply]
    replies: Sequence[Callable[[Asked], Awaitable[bool]]] = ()
    after: Sequence[After] = ()


class LeftBehind(NamedTuple):
    """Updates that an earlier process may have begun with, and the trip of every message that it kept."""

    updates: set[int]
    held: dict[tuple[int, int], int]


class Hearing:
    """``left`` is what an earlier process left."""

    def __init__(
        self,
        admission: Admission,
        capturing: Capturing,
        dialogues: Dialogues,
        tables: Tables,
        left: LeftBehind,
    ) -> None:
        self._admission = admission
        self._capturing = capturing
        self._dialogues = dialogues
        self._tables = tables
        self._left = left

    async def heard(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A message, new or edited: keep it, then answer the command in it. Edited commands are not run again."""
        message = update.effective_message
        if message is None:
            return
        spoken = take_apart(message.text or message.caption or "")
        asked = self._asked(update, context, spoken)
        if not spoken.command and update.edited_message is None and await self._answers(asked):
            return
        answer = self._tables.commands.get(spoken.command)
        first = spoken.command in OPENS_A_TRIP and answer is not None and update.edited_message is None
        if first and answer is not None:
            await answer(asked)
        held = self._left.held if update.update_id in self._left.updates else {}
        kept = self._capturing.capture(update, message, held)
        if update.edited_message is None:
            for look in self._tables.after:
                await look(asked, kept)
        if update.edited_message is not None or first:
            return
        if answer is not None:
            await answer(asked)
        elif asked.private and (slip := meant_by(message.text or "", asked.role)):
            await say(context.bot, message.chat.id, unknown_command(*slip))

    async def _answers(self, asked: Asked) -> bool:
        """Whether a text is meant for something that the bot has said: a reply to it, or the answer to a question."""
        for reply_to in self._tables.replies if asked.text and asked.reply_text else ():
            if await reply_to(asked):
                return True
        if asked.reply_to is not None and self._capturing.speaks_of(asked.chat_id, asked.reply_to):
            return False  # a comment on something sent, or what a voice message says
        dialogue = self._dialogues.open(asked.chat_id) if asked.text else None
        reply = self._tables.questions.get(dialogue.question.partition(":")[0]) if dialogue else None
        return dialogue is not None and reply is not None and await reply(asked, dialogue)

    async def pressed(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A button. One that is out of date, or of no verb known here, decides nothing and says so."""
        query = update.callback_query
        if query is None:
            return
        button = taken_apart(query.data or "")
        press = self._tables.buttons.get(button.verb) if button else None
        if button is None or press is None:
            await answer_press(query, said_by(Stale()), alert=True)
            return
        asked = self._asked(update, context, Spoken(button.verb, "", ""))
        try:
            shown = await press(Pressed(asked, *button))
        except Stale as stale:
            await answer_press(query, said_by(stale), alert=True)
        except Exception:
            await answer_press(query, None)
            raise
        else:
            await answer_press(query, shown)

    def _asked(self, update: Update, context: ContextTypes.DEFAULT_TYPE, spoken: Spoken) -> Asked:
        chat, message, user = update.effective_chat, update.effective_message, update.effective_user
        replied = update.message.reply_to_message if update.message else None
        return Asked(
            update_id=update.update_id,
            chat_id=chat.id if chat else 0,
            message_id=message.message_id if message else 0,
            name=self._admission.name(update),
            role=self._admission.role(update),
            argument=spoken.argument,
            bot=context.bot,
            again=update.update_id in self._left.updates,
            person=user.id if user else 0,
            text=(update.message.text or "") if update.message else "",
            reply_to=replied.message_id if replied else None,
            reply_text=_words_of_the_bot(replied, context.bot.id),
            private=chat is None or chat.type == ChatType.PRIVATE,
            sent_at=update.message.date if update.message else None,
        )


def _words_of_the_bot(replied: Message | None, bot: int) -> str:
    if replied is None or replied.from_user is None or replied.from_user.id != bot:
        return ""
    return replied.text or replied.caption or ""
