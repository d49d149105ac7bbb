"""Speaks first where there is reason: before and after activities, at the end of a day, before a deadline; hears the answers."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from telegram import Bot

from bot.asked import Asked, Pressed, about
from bot.capturing import Held
from bot.errors import Stale
from bot.interview_plan import InterviewPlan
from bot.replies import findings, questions, recaps
from bot.replies.trips import name
from bot.telling import say
from drafting.form import form_of
from drafting.interview.deadlines import days_left, notice_day
from drafting.interview.questions import chosen
from drafting.interview.quiet import Quiet, quiet_hours
from drafting.interview.recap import recap
from drafting.interview.reminders import Reminder, What
from drafting.interview.standing import standings
from drafting.interview.told import by_mark, told_of
from drafting.office_time import day_in_taiwan
from drafting.review import Status, outdated
from drafting.trip import Trip
from storage.errors import NotFound
from storage.job import Job
from storage.role import Role
from storage.store import Store

_SETTLED = (Status.SUBMITTED, Status.APPROVED)  # nobody has to be reminded of a report that was handed in


class Interviewing:
    def __init__(self, store: Store, plan: InterviewPlan, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._plan = plan
        self._clock = clock

    async def remind(self, bot: Bot, job: Job) -> None:
        """A row has fallen due: say it, unless it has become pointless; then make the rows that follow."""
        if job.trip is None:
            return
        if key := job.payload.get("key"):
            try:
                trip = self._store.trips.load(job.trip)
            except NotFound:
                return
            if found := self._plan.due(trip, job.chat_id, key):
                await self._say(bot, job.chat_id, trip, found)
        self._plan.plan(job.trip)

    async def after(self, asked: Asked, kept: Held | None) -> None:
        """A message may change the plan; a reply to questions belongs to the activity that they were about."""
        trip = kept.trip if kept else self._store.trips.current(asked.chat_id)
        if trip is not None:
            self._plan.touched(trip)
        if kept is None or not asked.reply_text:
            return
        mark = self._store.interviews.mark_of(kept.trip, asked.chat_id, asked.reply_text)
        told = by_mark(told_of(self._store.trips.load(kept.trip))).get(mark) if mark else None
        if mark and told:
            start = told.activity.start if told.activity.start != time.min else None
            self._store.trips.place(kept.trip, kept.ref, told.activity.day, start)
            self._store.interviews.answer(kept.trip, mark, kept.ref)

    async def quiet(self, asked: Asked) -> None:
        """/quiet [22-7|on|off]"""
        word = asked.argument.strip().lower()
        chosen_hours = {"on": Quiet(always=True), "off": Quiet()}.get(word) or quiet_hours(word)
        if word and chosen_hours is None:
            await say(asked.bot, asked.chat_id, recaps.how_to_quiet())
            return
        if chosen_hours is not None:
            self._store.interviews.set_quiet(asked.chat_id, chosen_hours)
            if (trip := self._store.trips.current(asked.chat_id)) is not None:
                self._plan.touched(trip)
        await say(asked.bot, asked.chat_id, recaps.quiet_text(self._store.interviews.quiet(asked.chat_id)))

    async def press_day_off(self, pressed: Pressed) -> str:
        """今天無公務: kept as a correction, so that the itinerary and its checks know."""
        asked = pressed.asked
        try:
            day = datetime.strptime(pressed.more, "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            raise Stale from None
        about(asked._replace(argument=f"#{pressed.number}"), self._store)
        days = sorted({*self._store.trips.load(pressed.number).days_off, day})
        value = "、".join(each.isoformat() for each in days)
        self._store.trips.correct(pressed.number, "days_off", value, asked.name, self._clock())
        self._plan.touched(pressed.number)
        return recaps.day_off(day)

    async def _say(self, bot: Bot, chat: int, trip: Trip, reminder: Reminder) -> None:
        """Say it, and only then note that it was said: what the network refuses is tried again."""
        if reminder.what is What.AFTER:
            await self._ask(bot, chat, trip, reminder)
            return
        key = f"{reminder.what}:{reminder.day}:{'+'.join(reminder.marks)}"
        if self._store.interviews.said(trip.id, chat, key):
            return
        match reminder.what:
            case What.BEFORE:
                if told := by_mark(told_of(trip)).get(reminder.marks[0]):
                    await say(bot, chat, questions.soon(told))
            case What.RECAP:
                found = recap(trip, reminder.day)
                if not found.worth_saying:
                    return
                await say(bot, chat, recaps.recap_text(found), recaps.recap_keyboard(found, trip.id))
            case What.NOTICE:
                if (last := notice_day(trip)) is not None:
                    await say(bot, chat, recaps.notice_soon(last))
            case What.HOME:
                await self._say_welcome(bot, chat, trip)
            case What.FILING:
                await self._say_deadline(bot, chat, trip)
        self._store.interviews.note_said(trip.id, chat, key, self._clock())

    async def _ask(self, bot: Bot, chat: int, trip: Trip, reminder: Reminder) -> None:
        """Two or three questions about one activity of a block, unless everything is known or was asked."""
        known = by_mark(told_of(trip))
        block = [known[mark] for mark in reminder.marks if mark in known]
        found = chosen(trip, block, self._clock(), self._store.interviews.asked(trip.id))
        if found is None:
            return
        text = questions.asking(trip, found)
        await say(bot, chat, text)
        self._store.interviews.ask(trip.id, found.told.mark, found.asks, chat, text, self._clock())

    async def _say_welcome(self, bot: Bot, chat: int, trip: Trip) -> None:
        """Back at work: what only the traveller can add, and that a draft may be had. Not if there is one."""
        if trip.material and self._store.drafts.latest(trip.id) is None:
            lacking = [s for s in standings(trip, form_of(trip), None) if s.lack in recaps.SAID_AT_HOME]
            await say(bot, chat, recaps.back_home(name(trip), lacking))

    async def _say_deadline(self, bot: Bot, chat: int, trip: Trip) -> None:
        today = self._today()
        latest, left = self._store.drafts.latest(trip.id), days_left(trip, form_of(trip), today)
        if left is not None and left >= 0 and (latest is None or latest.status not in _SETTLED):
            last = today + timedelta(days=left)
            changed = latest is not None and outdated(latest, trip)
            text = recaps.filing_soon(name(trip), last, left, recaps.next_step(latest, changed=changed))
            keyboard = findings.draft_keyboard(latest, Role.TRAVELLER) if latest else None
            await say(bot, chat, text, keyboard)

    def _today(self) -> date:
        return day_in_taiwan(self._clock())
