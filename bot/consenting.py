"""Asks for consent before anything is kept: what comes earlier is held unread, then taken in or thrown away."""

from collections.abc import Callable
from datetime import datetime

from telegram import Bot, Update, User
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from bot.asked import Pressed
from bot.buttons import taken_apart
from bot.commands import take_apart
from bot.errors import Stale
from bot.language import _
from bot.replies import greeting, notice
from bot.telling import answer_press, say
from storage.consents import Consents

_BEFORE_CONSENT = frozenset({"start", "help", "language"})
"""Commands that are answered without it: they keep nothing."""

_BUTTONS_BEFORE_CONSENT = frozenset({"consent", "language"})


class Consenting:
    """``take_up`` hands an update to the bot as if it had just come; ``in_a_trip`` says whether a person is."""

    def __init__(
        self,
        consents: Consents,
        clock: Callable[[], datetime],
        take_up: Callable[[Update], None],
        in_a_trip: Callable[[int], bool],
    ) -> None:
        self._in_a_trip = in_a_trip
        self._consents = consents
        self._clock = clock
        self._take_up = take_up
        self._told: set[tuple[int, int]] = set()
        self._shown: set[int] = set()

    def given(self, person: int) -> bool:
        """Whether somebody agreed to the notice as it stands now."""
        return self._consents.given(person, notice.VERSION)

    async def show(self, bot: Bot, chat_id: int, person: int) -> None:
        """Put the notice to somebody."""
        self._shown.add(person)
        await say(bot, chat_id, *notice.notice(person))

    async def may_pass(self, update: Update, context: ContextTypes.DEFAULT_TYPE, user: User) -> bool:
        """Whether an update may be handled now; if not, it is held, and its sender is told what to do."""
        if self.given(user.id) or _keeps_nothing(update):
            return True
        if update.callback_query is not None:
            await answer_press(update.callback_query, _(notice.NOT_YET), alert=True)
            return False
        chat = update.effective_chat
        if chat is None:
            return False
        self._consents.hold(user.id, chat.id, update.to_dict(), self._clock())
        if (chat.id, user.id) not in self._told:
            self._told.add((chat.id, user.id))
            if chat.type == ChatType.PRIVATE:
                shown = user.id in self._shown
                await say(context.bot, chat.id, notice.holding(shown=shown))
                if not shown:
                    await self.show(context.bot, chat.id, user.id)
            else:
                await say(context.bot, chat.id, notice.holding_in_group(user.full_name))
        return False

    async def press(self, pressed: Pressed) -> None:
        """The answer: it counts for whoever was asked, and what was held goes where the answer says."""
        asked = pressed.asked
        if pressed.number != asked.person or pressed.more not in ("yes", "no"):
            raise Stale
        self._told = {told for told in self._told if told[1] != asked.person}
        self._shown.discard(asked.person)
        if pressed.more == "no":
            self._consents.refuse(asked.person, notice.VERSION, self._clock())
            await say(asked.bot, asked.chat_id, notice.REFUSED)
            return
        again = self.given(asked.person)
        held = self._consents.agree(asked.person, notice.VERSION, self._clock())
        if not again:
            await say(
                asked.bot, asked.chat_id, greeting.agreed(len(held), in_a_trip=self._in_a_trip(asked.person))
            )
        for raw in held:
            self._take_up(Update.de_json(raw, asked.bot))


def _keeps_nothing(update: Update) -> bool:
    if update.callback_query is not None:
        button = taken_apart(update.callback_query.data or "")
        return button is not None and button.verb in _BUTTONS_BEFORE_CONSENT
    message = update.message
    if message is None or not message.text:
        return False
    spoken = take_apart(message.text)
    return spoken.command in _BEFORE_CONSENT and not spoken.rest
