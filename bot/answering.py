"""Answers that need no writer: greeting, a new trip, how it stands, a field set by hand, help."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.asked import Asked, about
from bot.consenting import Consenting
from bot.replies import drafts, greeting
from bot.replies.status import status_text
from bot.replies.together import how_groups_work
from bot.telling import say
from drafting.form import form_of
from drafting.gather.corrections import FIELDS, checked, field_named
from drafting.office_time import day_in_taiwan
from storage.store import Store

"""Deadlines are counted in Taiwan, wherever the traveller is."""


class Answering:
    """``join`` takes a code that leads into a trip; False if it leads into none."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        consenting: Consenting,
        join: Callable[[Asked], Awaitable[bool]],
    ) -> None:
        self._store = store
        self._join = join
        self._consenting = consenting
        self._clock = clock

    async def start(self, asked: Asked) -> None:
        """The greeting; then the notice, or what to do first if that was agreed to. A code is taken first."""
        joined, role = False, asked.role
        if asked.argument and not (joined := await self._join(asked)):
            invited = self._store.people.redeem(asked.argument, asked.person, asked.name, self._clock())
            if invited is None:
                await say(asked.bot, asked.chat_id, greeting.INVITATION_REFUSED)
                return
            role = invited
        agreed = self._consenting.given(asked.person)
        if not (joined and agreed):
            await say(asked.bot, asked.chat_id, greeting.welcome(asked.name, role))
        if agreed and not joined:
            await say(asked.bot, asked.chat_id, greeting.begin())
        elif not agreed:
            await self._consenting.show(asked.bot, asked.chat_id, asked.person)

    async def help(self, asked: Asked) -> None:
        await say(asked.bot, asked.chat_id, greeting.helping(asked.role))
        if not asked.private:
            sees_all = asked.bot.can_read_all_group_messages
            await say(asked.bot, asked.chat_id, how_groups_work(sees_all=sees_all))

    async def status(self, asked: Asked) -> None:
        if (found := about(asked, self._store)) is None:
            await say(asked.bot, asked.chat_id, drafts.NO_TRIP)
            return
        trip = self._store.trips.load(found.trip)
        form = form_of(trip)
        today = day_in_taiwan(self._clock())
        await say(
            asked.bot, asked.chat_id, status_text(trip, form, today, self._store.drafts.latest(found.trip))
        )

    async def set_field(self, asked: Asked) -> None:
        """/set 欄位 內容: the field by its label or its key."""
        if (found := about(asked, self._store)) is None:
            await say(asked.bot, asked.chat_id, drafts.NO_TRIP)
            return
        word, _, value = found.argument.partition(" ")
        key = field_named(word)
        if key not in FIELDS or not value.strip():
            await say(asked.bot, asked.chat_id, drafts.how_to_set(FIELDS.values()))
            return
        now = self._clock()
        checked(key, value.strip(), day_in_taiwan(now))
        self._store.trips.correct(found.trip, key, value.strip(), asked.name, now)
        await say(asked.bot, asked.chat_id, drafts.field_set(FIELDS[key], value.strip()))
