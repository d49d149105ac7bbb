"""What happens when an answer fails: the person hears one calm sentence, the update waits for whoever can mend it."""

import logging

from telegram import Update
from telegram.error import Forbidden, TelegramError
from telegram.ext import ContextTypes

from bot.errors import BotError
from bot.language import said_by
from bot.replies.greeting import apology
from bot.replies.trouble import postponed
from bot.saying import because_of
from bot.telling import say
from drafting.errors import DraftingError
from export.errors import ExportError
from storage.errors import Busy, Damaged, StorageError, Unwritable
from storage.store import Store

_SENTENCES = (BotError, DraftingError, StorageError, ExportError)
_log = logging.getLogger(__name__)


class Failing:
    """The one error handler. ``postponed`` holds what the disk refused, by update: it is handled again by itself."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.postponed: dict[int, StorageError] = {}

    async def failed(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        error = context.error
        if not isinstance(update, Update) or isinstance(
            error, Forbidden
        ):  # blocked by the person: nothing to mend
            _log.info("not delivered: %s", error)
            return
        if isinstance(error, (Busy, Unwritable)):
            self.postponed[update.update_id] = error
            sentence = postponed()
        elif isinstance(error, _SENTENCES) and not isinstance(error, Damaged):
            sentence = said_by(error)
        else:
            _log.error("update %s failed", update.update_id, exc_info=error)
            self._set_aside(update.update_id, error)
            sentence = apology(update.update_id)
        if (chat := update.effective_chat) is None:
            return
        try:
            with because_of(f"e{update.update_id}"):  # apart from the answer, which may still come
                await say(context.bot, chat.id, sentence)
        except (TelegramError, StorageError) as again:
            _log.info("not delivered: %s", again)

    def _set_aside(self, update_id: int, error: BaseException | None) -> None:
        try:
            self._store.inbox.fail(update_id, f"{type(error).__name__}: {error}")
        except StorageError as again:
            self.postponed[update_id] = again
