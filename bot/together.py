"""Travelling together: links into a trip, who covered what, and numbers that do not agree."""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from telegram import Bot
from telegram.error import TelegramError

from bot.asked import Asked, Pressed, about
from bot.capturing import Held
from bot.errors import Stale
from bot.language import speaking
from bot.links import start_link
from bot.replies import drafts
from bot.replies import together as words
from bot.replies.trips import name
from bot.telling import say
from drafting.gather.settled import NUMBER, number_value
from drafting.office_time import day_in_taiwan
from drafting.together.coverage import coverage
from drafting.together.differences import Difference, differences
from storage.job import Job
from storage.members import MOST_JOIN
from storage.store import Store

_DAYS = 7
_ASKED = "differ:"  # among the skipped questions: this pair was put to its authors


class Together:
    """``codes`` gives a new secret for each link."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        codes: Callable[[], str] = lambda: secrets.token_urlsafe(12),
    ) -> None:
        self._store = store
        self._clock = clock
        self._codes = codes

    async def invite(self, asked: Asked) -> None:
        """/invite: a link into the current trip."""
        if (found := about(asked, self._store)) is None:
            await say(asked.bot, asked.chat_id, drafts.NO_TRIP)
            return
        code, now = self._codes(), self._clock()
        self._store.members.invite(found.trip, code, asked.person, now, now + timedelta(days=_DAYS))
        trip = name(self._store.trips.load(found.trip))
        link = start_link(asked.bot.username, code)
        await say(asked.bot, asked.chat_id, words.invitation(trip, link, _DAYS, MOST_JOIN))
        if not asked.private:
            sees_all = asked.bot.can_read_all_group_messages
            await say(asked.bot, asked.chat_id, words.how_groups_work(sees_all=sees_all))

    async def join(self, asked: Asked) -> bool:
        """Whether the code of /start CODE leads into a trip; then whoever sent it is in, and its maker is told."""
        found = self._store.members.redeem(asked.argument, asked.person, asked.name, self._clock())
        if found is None:
            return False
        self._store.trips.make_current(asked.chat_id, found.trip)
        trip = name(self._store.trips.load(found.trip))
        await say(asked.bot, asked.chat_id, words.joined(trip))
        if found.new and found.by != asked.person:
            with speaking(self._store.people.language(found.by)):
                await _try_to_say(asked.bot, found.by, words.has_joined(asked.name, trip))
        return True

    async def who(self, asked: Asked) -> None:
        """/who: what each of them sent, and which days are empty."""
        if (found := about(asked, self._store)) is None:
            await say(asked.bot, asked.chat_id, drafts.NO_TRIP)
            return
        members = [member.name for member in self._store.members.list(found.trip)]
        today = day_in_taiwan(self._clock())
        found_ = coverage(self._store.trips.load(found.trip), members, today)
        await say(asked.bot, asked.chat_id, words.who(found.trip, found_))

    async def after(self, asked: Asked, kept: Held | None) -> None:
        """Where several travel, a message may contradict another: looked at beside the conversation."""
        if kept is not None and len(self._store.members.list(kept.trip)) > 1:
            key = f"{kept.trip}:{asked.chat_id}:{asked.message_id}"
            self._store.jobs.add("compare", {}, self._clock(), key=key, chat_id=asked.chat_id, trip=kept.trip)

    async def compare(self, bot: Bot, job: Job) -> None:
        """Put each pair of numbers that differ to both authors, once."""
        if job.trip is None or job.trip not in self._store.trips.ids():
            return
        known = self._store.dialogues.skipped(job.trip)
        for difference in differences(self._store.trips.load(job.trip)):
            if _ASKED + difference.key not in known:
                self._store.dialogues.skip(job.trip, _ASKED + difference.key, self._clock())
                await self._tell_both(bot, difference, partial(words.differ, job.trip, difference))

    async def press(self, pressed: Pressed) -> None:
        """``N3.N7.1``: the first number is right; 2 the second; 0 they are not about the same thing."""
        asked = pressed.asked
        key, _, choice = pressed.more.rpartition(".")
        if not self._store.members.may_see(pressed.number, asked.person, asked.role):
            raise Stale
        trip = self._store.trips.load(pressed.number)
        difference = next((d for d in differences(trip) if d.key == key), None)
        if difference is None or choice not in ("0", "1", "2"):
            raise Stale
        if choice == "0":
            await self._tell_both(asked.bot, difference, lambda: (words.both_stay(asked.name), None))
            return
        right, wrong = difference if choice == "1" else reversed(difference)
        value = number_value(wrong.number, right.number)
        self._store.trips.correct(trip.id, f"{NUMBER}{wrong.ref}", value, asked.name, self._clock())
        await self._tell_both(asked.bot, difference, lambda: (words.settled(asked.name, right.number), None))

    async def _tell_both(self, bot: Bot, difference: Difference, said: Callable[[], tuple]) -> None:  # type: ignore[type-arg]
        """In a group once, else in each author's own chat and language."""
        for chat in dict.fromkeys(claim.chat_id for claim in difference):
            with speaking(self._store.people.language(chat)):
                await _try_to_say(bot, chat, *said())


async def _try_to_say(bot: Bot, chat_id: int, *said: object) -> None:
    """One of two may have blocked the bot; the other is told all the same."""
    try:
        await say(bot, chat_id, *said)  # type: ignore[arg-type]
    except TelegramError:
        return
