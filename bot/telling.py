"""Says things in a chat: pieces of a long answer, one progress message, a reaction."""

import logging
import time
from collections.abc import Callable

from telegram import Bot, CallbackQuery, InlineKeyboardMarkup, Message
from telegram.error import BadRequest, TelegramError

from bot.language import _
from bot.replies.splitting import split
from bot.saying import send_file, send_text
from drafting.phrase import Phrase

_SEEN = "👍"
_MANY = 3  # more messages than this are a file
_LONGEST_ANSWER = 200  # characters above a chat (Bot API, answerCallbackQuery)
_STANDS_THERE = "message is not modified"
_log = logging.getLogger(__name__)


async def say(bot: Bot, chat_id: int, text: str, keyboard: InlineKeyboardMarkup | None = None) -> None:
    """Say a text, however long; a very long one goes as a file. A phrase is put into the language spoken now.

    It goes through the outbox: a crash only delays it.
    """
    pieces = split(_(text) if isinstance(text, Phrase) else text)
    if len(pieces) > _MANY:
        await send_file(bot, chat_id, text.encode("utf-8"), _("說明.txt"), keyboard)
        return
    for number, piece in enumerate(pieces, start=1):
        await send_text(bot, chat_id, piece, keyboard if number == len(pieces) else None)


async def without_buttons(bot: Bot, chat_id: int, message_id: int) -> None:
    """Take the buttons off a message once one of them was pressed; that they stay is no harm."""
    try:
        await bot.edit_message_reply_markup(chat_id, message_id)
    except TelegramError as error:
        _log.info("buttons stay: %s", error)


async def react(message: Message) -> None:
    """Show that a message is kept; a chat that allows no reactions is not worth an error."""
    try:
        await message.set_reaction(_SEEN)
    except TelegramError as error:
        _log.info("no reaction: %s", error)


async def answer_press(query: CallbackQuery, text: str | None, *, alert: bool = False) -> None:
    """Show a word above the chat, or only that the button was felt.

    A press that is too old to be answered, or a network that is away, is no error: what was decided counts all the same.
    """
    try:
        await query.answer(text[:_LONGEST_ANSWER] if text else None, show_alert=alert)
    except TelegramError as error:
        _log.info("a press is not answered: %s", error)


async def put_in_place(
    bot: Bot, chat_id: int, message_id: int, text: str, keyboard: InlineKeyboardMarkup | None
) -> None:
    """Show a text of at most one message in the place of another; where that cannot be, below it."""
    try:
        await bot.edit_message_text(text, chat_id=chat_id, message_id=message_id, reply_markup=keyboard)
    except TelegramError as error:
        if not stands_there(error):
            _log.info("not shown in its place: %s", error)
            await say(bot, chat_id, text, keyboard)


def stands_there(error: TelegramError) -> bool:
    """Whether Telegram refused an edit because the message reads like that already."""
    return isinstance(error, BadRequest) and _STANDS_THERE in str(error).lower()


class Progress:
    """One message that is edited, at most every ``pause`` seconds (Telegram slows down who edits more often)."""

    def __init__(
        self, bot: Bot, chat_id: int, *, pause: float = 2.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._bot = bot
        self._chat_id = chat_id
        self._pause = pause
        self._clock = clock
        self._message: Message | None = None
        self._shown = ""
        self._last = 0.0

    async def begin(self, text: str) -> None:
        """Show the first text; the work goes on even if it cannot be shown."""
        try:
            self._message = await self._bot.send_message(self._chat_id, text)
        except TelegramError as error:
            _log.info("progress not shown: %s", error)
        self._shown, self._last = text, self._clock()

    async def show(self, text: str) -> None:
        """Show this if enough time has passed; what comes too early is not shown."""
        if self._clock() - self._last >= self._pause:
            await self._edit(text)

    async def end(self, text: str) -> None:
        """Show this in any case: in the same message, or in a new one if it can no longer be edited."""
        if not await self._edit(text):
            await say(self._bot, self._chat_id, text)

    async def _edit(self, text: str) -> bool:
        if text == self._shown:
            return True
        if self._message is None:
            return False
        try:
            await self._message.edit_text(text)
        except TelegramError as error:
            if not stands_there(error):
                _log.info("progress not shown: %s", error)
                return False
        self._shown, self._last = text, self._clock()
        return True
