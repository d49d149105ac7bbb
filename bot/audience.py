"""Who is told about a trip, and who decides about drafts; somebody who cannot be reached holds nobody up."""

import logging

from telegram import Bot, InlineKeyboardMarkup
from telegram.error import TelegramError

from bot.telling import say
from storage.role import Role
from storage.store import Store

_log = logging.getLogger(__name__)


def travellers_of(store: Store, trip: int) -> list[int]:
    """The chats of a trip: the group that it is kept in, else the private chat of everybody who travels."""
    return store.interviews.audience(trip)


def staff(store: Store) -> list[int]:
    """Everybody who may decide about drafts."""
    return [person.id for person in store.people.list() if person.role is not Role.TRAVELLER]


async def tell(
    bot: Bot, chats: list[int], text: str, keyboard: InlineKeyboardMarkup | None = None, *, but: int = 0
) -> None:
    """Say something in several chats, but not in the one where it came from."""
    for chat in dict.fromkeys(chats):
        if chat == but:
            continue
        try:
            await say(bot, chat, text, keyboard)
        except TelegramError as error:
            _log.info("not told: %s", error)
