"""Takes each message and button apart: what is kept, what is answered."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import NamedTuple

from telegram import Update
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.admission import Admission
from bot.asked import Asked
from bot.capturing import Capturing
from bot.commands import Spoken, take_apart
from bot.replies.drafts import OUT_OF_DATE
from bot.replies.greeting import UNKNOWN_COMMAND
from bot.reviewing import Reviewing

Answer = Callable[[Asked], Awaitable[None]]


class LeftBehind(NamedTuple):
    """Updates that an earlier process may have begun with, and the trip of every message that it kept."""

    updates: set[int]
    held: dict[tuple[int, int], int]


class Hearing:
    """``answers`` is the table of commands; ``left`` is what an earlier process left."""

    def __init__(
        self,
        admission: Admission,
        capturing: Capturing,
        reviewing: Reviewing,
        answers: Mapping[str, Answer],
        left: LeftBehind,
    ) -> None:
        self._admission = admission
        self._capturing = capturing
        self._reviewing = reviewing
        self._answers = answers
        self._left = left

    async def heard(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A message, new or edited: keep it, then answer the command in it. Edited commands are not run again."""
        message = update.effective_message
        if message is None:
            return
        held = self._left.held if update.update_id in self._left.updates else {}
        self._capturing.capture(update, message, context.bot, held)
        spoken = take_apart(message.text or message.caption or "")
        if spoken.command and update.edited_message is None:
            answer = self._answers.get(spoken.command)
            if answer is None:
                await message.reply_text(UNKNOWN_COMMAND)
            else:
                await answer(self._asked(update, context, spoken))

    async def pressed(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A button: ``verb:draft``. A button of an older draft decides nothing."""
        query = update.callback_query
        if query is None:
            return
        verb, _, number = (query.data or "").partition(":")
        trip = self._reviewing.trip_of(int(number)) if number.isdecimal() else None
        answer = {"export": self._reviewing.export, "approve": self._reviewing.approve}.get(verb)
        stale = trip is None or answer is None
        with suppress(BadRequest):  # too old to be answered; the decision counts all the same
            await query.answer(OUT_OF_DATE if stale else None, show_alert=stale)
        if answer is not None and trip is not None:
            await answer(self._asked(update, context, Spoken(verb, f"#{trip}", "")))

    def _asked(self, update: Update, context: ContextTypes.DEFAULT_TYPE, spoken: Spoken) -> Asked:
        chat, message = update.effective_chat, update.effective_message
        return Asked(
            update_id=update.update_id,
            chat_id=chat.id if chat else 0,
            message_id=message.message_id if message else 0,
            name=self._admission.name(update),
            role=self._admission.role(update),
            argument=spoken.argument,
            bot=context.bot,
            again=update.update_id in self._left.updates,
        )
