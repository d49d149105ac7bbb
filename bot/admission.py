"""Who may talk to the bot: every kind of update passes here first, and nobody is let in by default."""

from collections.abc import Callable
from datetime import datetime

from telegram import Update, User
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop, ContextTypes

from bot.commands import take_apart
from bot.consenting import Consenting
from bot.intake import ALLOWED_UPDATES
from bot.language import _, closest, speak
from bot.replies import greeting
from bot.telling import answer_press, say
from storage.members import Members
from storage.people import People
from storage.role import Role


class Admission:
    def __init__(
        self, people: People, members: Members, clock: Callable[[], datetime], consenting: Consenting
    ) -> None:
        self._people = people
        self._members = members
        self._consenting = consenting
        self._clock = clock
        self._told: set[int] = set()

    async def admit(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Let people through whose number is known; an invitation makes it known. Others hear one calm sentence.

        Only what the bot listens to passes at all: whatever else Telegram may send ends here, whoever it came from.
        """
        user = update.effective_user
        if user is not None and not user.is_bot and _is_listened_to(update):
            speak(self._language(user))
            if self._people.role(user.id) is None and not self._invited(update, user):
                await self._refuse(update, context, user)
            elif update.my_chat_member is not None or await self._consenting.may_pass(
                update, context, user
            ):  # nothing of it is kept
                return
        raise ApplicationHandlerStop

    def role(self, update: Update) -> Role:
        """What somebody who was let in may do."""
        user = update.effective_user
        return (self._people.role(user.id) if user else None) or Role.TRAVELLER

    def name(self, update: Update) -> str:
        """The name on the list of people, which staff gave; else the one on Telegram."""
        user = update.effective_user
        if user is None:
            return ""
        known = next((person.name for person in self._people.list() if person.id == user.id), "")
        return known or user.full_name

    def _language(self, user: User) -> str:
        """What somebody chose; else what their Telegram is set to, from the first message on."""
        if language := self._people.language(user.id):
            return language
        language = closest(user.language_code or "")
        if user.language_code and self._people.role(user.id) is not None:
            self._people.speak(user.id, language)
        return language

    def _invited(self, update: Update, user: User) -> bool:
        spoken = take_apart(update.message.text or "") if update.message else None
        if spoken is None or spoken.command != "start" or not spoken.argument:
            return False
        now = self._clock()
        if self._people.redeem(spoken.argument, user.id, user.full_name, now) is not None:
            return True
        if not self._members.opens(spoken.argument, now):
            return False
        self._people.add(
            user.id, Role.TRAVELLER, user.full_name, now
        )  # somebody of the trip answers for them
        return True

    async def _refuse(self, update: Update, context: ContextTypes.DEFAULT_TYPE, user: User) -> None:
        if update.callback_query is not None:
            await answer_press(update.callback_query, _(greeting.STRANGER), alert=True)
            return
        message = update.message
        if message is None or message.chat.type != ChatType.PRIVATE:
            return
        spoken = take_apart(message.text or "")
        if spoken.command == "start" and spoken.argument:
            await say(context.bot, message.chat.id, greeting.INVITATION_REFUSED)
        elif user.id not in self._told:
            self._told.add(user.id)
            await say(context.bot, message.chat.id, greeting.STRANGER)


def _is_listened_to(update: Update) -> bool:
    return any(getattr(update, kind) is not None for kind in ALLOWED_UPDATES)
