"""What happens to a group itself: the bot is taken in and says what it sees there; the group becomes another chat."""

from telegram import Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.ext import ApplicationHandlerStop, ContextTypes

from bot.replies.together import how_groups_work
from bot.telling import say
from storage.store import Store

_GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
_INSIDE = (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR)


class Grouping:
    def __init__(self, store: Store) -> None:
        self._store = store

    async def came(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Taken in by somebody who is let in, or made an administrator by them: what is seen from now on is said."""
        change = update.my_chat_member
        if change is None or change.chat.type not in _GROUPS:
            return
        before, now = change.old_chat_member.status, change.new_chat_member.status
        if now not in _INSIDE or now == before:
            return
        sees_all = now == ChatMemberStatus.ADMINISTRATOR or context.bot.can_read_all_group_messages
        await say(context.bot, change.chat.id, how_groups_work(sees_all=bool(sees_all)))

    async def moved(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Telegram itself says so, whoever made the group larger: its trip goes on in the new chat.

        Before anybody is asked who they are, because it is told in the name of whoever pressed the button.
        """
        message = update.message
        if message is None:
            return
        if message.migrate_to_chat_id is not None:
            self._store.trips.move_chat(message.chat.id, message.migrate_to_chat_id)
        elif message.migrate_from_chat_id is not None:
            self._store.trips.move_chat(message.migrate_from_chat_id, message.chat.id)
        raise ApplicationHandlerStop
