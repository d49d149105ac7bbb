"""Begins a trip: whatever comes first is shown as a card, and the rest is asked for, one question at a time."""

from collections.abc import Callable
from datetime import date, datetime

from telegram import Bot

from bot.asked import Asked, Pressed, about
from bot.capturing import Held
from bot.chat_trips import open_trip
from bot.commands import take_apart
from bot.errors import Stale
from bot.replies import cards, drafts
from bot.telling import say
from drafting.form import form_of
from drafting.gather.corrections import FIELDS, checked
from drafting.material import Medium
from drafting.office_time import day_in_taiwan
from drafting.starting.answers import answer, besides, leaves
from drafting.starting.card import card, recognised
from drafting.starting.proposal import proposed_name
from drafting.starting.questions import EARLY, next_question, open_questions
from drafting.trip import Trip
from storage.dialogues import Dialogue
from storage.job import Job
from storage.store import Store

_SHOWN = "card"  # among the skipped questions: the card is not shown by itself again
_OVER = "start"  # nothing is asked by itself any more
_PICTURE = "picture"  # that pictures are not read was said
_NEW = "new"  # it was opened by hand, so it is asked about even if nothing was recognised
_MANY = 30  # pieces; a trip that is so far along is no longer beginning


class Starting:
    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._members: set[tuple[int, int]] = set()  # who was seen to be in which trip

    async def new(self, asked: Asked) -> None:
        """/new: open a trip, and say what is enough; what stands in the same message is kept right after."""
        trip = open_trip(self._store, asked.chat_id, asked.message_id, self._clock())
        self._store.members.join(trip, asked.person, asked.name, self._clock())
        more = bool(take_apart(asked.text).rest) or not asked.text
        await say(asked.bot, asked.chat_id, cards.opened(trip, empty=not more))
        if more:
            self._store.dialogues.skip(trip, _NEW, self._clock())
        else:
            await self._ask_next(asked.bot, asked.chat_id, trip)

    async def card(self, asked: Asked) -> None:
        """/card: the card, then what nobody was asked yet; what was left out waits below its button."""
        if (found := about(asked, self._store)) is None:
            await say(asked.bot, asked.chat_id, drafts.NO_TRIP)
            return
        self._store.dialogues.take_up(found.trip, (_OVER,))
        self._store.dialogues.skip(found.trip, _SHOWN, self._clock())
        await self._show(asked.bot, asked.chat_id, self._store.trips.load(found.trip))
        await self._ask_next(asked.bot, asked.chat_id, found.trip, again=True, silent=True)

    async def press_fill(self, pressed: Pressed) -> None:
        """「補 3 個欄位」 below a draft: ask for what is missing, one after the other."""
        trip = self._mine(pressed)
        self._store.dialogues.take_up(trip, (*FIELDS, _OVER))  # whoever presses this wants all of them
        for early in EARLY:  # no blanks of the form
            self._store.dialogues.skip(trip, early, self._clock())
        await self._ask_next(pressed.asked.bot, pressed.asked.chat_id, trip, again=True)

    async def after(self, asked: Asked, kept: Held | None) -> None:
        """Every message that was kept may have said something about the trip."""
        if kept is None:
            return
        if (kept.trip, asked.person) not in self._members:
            self._store.members.join(kept.trip, asked.person, asked.name, self._clock())
            self._members.add((kept.trip, asked.person))
        if _OVER not in self._store.dialogues.skipped(kept.trip):
            key = f"{kept.trip}:{asked.chat_id}:{asked.message_id}"
            self._store.jobs.add("card", {}, self._clock(), key=key, chat_id=asked.chat_id, trip=kept.trip)

    async def look(self, bot: Bot, job: Job) -> None:
        """Show the card once something was recognised; ask on when the open question was answered in passing."""
        skipped = self._store.dialogues.skipped(job.trip or 0)
        if job.trip is None or job.trip not in self._store.trips.ids() or _OVER in skipped:
            return
        trip = self._store.trips.load(job.trip)
        if len(trip.material) > _MANY:
            self._store.dialogues.skip(trip.id, _OVER, self._clock())
        elif _SHOWN not in skipped and recognised(trip):
            self._store.dialogues.skip(trip.id, _SHOWN, self._clock())
            await self._show(bot, job.chat_id, trip)
            await self._ask_next(bot, job.chat_id, trip.id)
        elif _PICTURE not in skipped and not recognised(trip) and _only_pictures(trip):
            self._store.dialogues.skip(trip.id, _PICTURE, self._clock())
            await say(bot, job.chat_id, cards.cannot_read_pictures())
        elif key := self._asked_for(job.chat_id, trip.id):
            if key not in self._open(trip):
                await self._ask_next(bot, job.chat_id, trip.id)
        elif _NEW in skipped and self._store.dialogues.open(job.chat_id) is None:
            await self._ask_next(bot, job.chat_id, trip.id)

    async def hear(self, asked: Asked, dialogue: Dialogue) -> bool:
        """Whether a message answers the question about a field; raises ValueUnclear if it surely should."""
        key, trip = dialogue.question.partition(":")[2], dialogue.trip
        if trip is None or key not in FIELDS:
            return False
        surely = bool(dialogue.payload.get("surely"))
        value = answer(key, asked.text, self._near())
        if value is None and (how := leaves(asked.text)):
            await self._leave(asked, trip, key, "keep" if surely else how)
            return True
        value = answer(key, asked.text, self._near(), surely=surely)
        if value is None:
            return False
        if key in ("contact_person", "contact_phone"):
            for other, told in besides(asked.text.strip()).items():
                self._store.trips.correct(trip, other, told, asked.name, self._clock())
        await self._take(asked, trip, key, value, more=not surely)
        return True

    async def press_answer(self, pressed: Pressed) -> None:
        """A likely answer: ``key=value``."""
        key, _, value = pressed.more.partition("=")
        trip = self._mine(pressed)
        if value == cards.PROPOSED:
            value = proposed_name(self._store.trips.load(trip))
        if key not in FIELDS or not value:
            raise Stale
        dialogue = self._store.dialogues.open(pressed.asked.chat_id)
        more = dialogue is None or not dialogue.payload.get("surely")
        await self._take(pressed.asked, trip, key, value, more=more)

    async def press_field(self, pressed: Pressed) -> None:
        """A field of the card: ask for it, whatever is known."""
        trip, key = self._store.trips.load(self._mine(pressed)), pressed.more
        if key not in FIELDS:
            raise Stale
        shown = next((row.shown for row in card(trip, form_of(trip)) if row.key == key), "")
        self._store.dialogues.ask(
            pressed.asked.chat_id, trip.id, f"field:{key}", {"surely": True}, self._clock()
        )
        await say(
            pressed.asked.bot,
            pressed.asked.chat_id,
            *cards.question(trip.id, key, shown.replace("\n", "；"), _proposal(trip, key)),
        )

    async def press_skip(self, pressed: Pressed) -> None:
        """Leave a question out, and put the next one."""
        await self._leave(pressed.asked, self._mine(pressed), pressed.more, "skip")

    async def press_later(self, pressed: Pressed) -> None:
        """Ask no more; or, of a field that was to be changed, leave it as it is."""
        await self._leave(pressed.asked, self._mine(pressed), "", pressed.more or "later")

    async def _leave(self, asked: Asked, trip: int, key: str, how: str) -> None:
        """Leave one question out ("skip"), all of them ("later"), or a field as it is ("keep")."""
        if how == "skip":
            self._store.dialogues.skip(trip, key, self._clock())
            await self._ask_next(asked.bot, asked.chat_id, trip)
            return
        self._store.dialogues.close(asked.chat_id)
        if how == "later":
            self._store.dialogues.skip(trip, _OVER, self._clock())
        await say(asked.bot, asked.chat_id, cards.kept_as_is() if how == "keep" else cards.later())

    async def _take(self, asked: Asked, trip: int, key: str, value: str, *, more: bool) -> None:
        checked(key, value, self._near())
        self._store.trips.correct(trip, key, value, asked.name, self._clock())
        self._store.dialogues.close(asked.chat_id)
        told = cards.noted(key, value)
        if key == "regions" and not told:
            told = cards.consequence(self._store.trips.load(trip))
        if more:
            await self._ask_next(asked.bot, asked.chat_id, trip, told=told)
        else:
            await say(asked.bot, asked.chat_id, told or drafts.field_set(FIELDS[key], value))

    async def _show(self, bot: Bot, chat_id: int, trip: Trip) -> None:
        rows = card(trip, form_of(trip))
        text = "\n\n".join(t for t in (cards.card_text(trip, rows), cards.consequence(trip)) if t)
        await say(bot, chat_id, text, cards.card_keyboard(trip.id, rows))

    async def _ask_next(
        self,
        bot: Bot,
        chat_id: int,
        number: int,
        *,
        again: bool = False,
        silent: bool = False,
        told: str = "",
    ) -> None:
        """Put the next question, in one message with what was ``told`` about the last; ``silent`` if none is left."""
        trip = self._store.trips.load(number)
        skipped = self._store.dialogues.skipped(number)
        key = None if _OVER in skipped else next_question(trip, form_of(trip), self._near(), skipped)
        if key is None and _OVER not in skipped:
            if self._asked_for(chat_id, number):
                self._store.dialogues.close(chat_id)
            self._store.dialogues.skip(number, _OVER, self._clock())
            if not silent:
                closing = cards.all_known() if not self._open(trip) else cards.enough()
                told = "\n".join(part for part in (told, closing) if part)
        if key is None or (key == self._asked_for(chat_id, number) and not again):
            if told:  # and the question that is open stands above, with its buttons
                await say(bot, chat_id, told)
            return
        self._store.dialogues.ask(chat_id, number, f"field:{key}", {}, self._clock())
        text, keyboard = cards.question(number, key, proposed=_proposal(trip, key))
        await say(bot, chat_id, f"{told}\n{text}" if told else text, keyboard)

    def _asked_for(self, chat_id: int, trip: int) -> str:
        """The field that is being asked for in a chat, as far as that is a question of the beginning."""
        dialogue = self._store.dialogues.open(chat_id)
        if dialogue is None or dialogue.trip != trip or dialogue.payload.get("surely"):
            return ""
        kind, _, key = dialogue.question.partition(":")
        return key if kind == "field" else ""

    def _open(self, trip: Trip) -> list[str]:
        return open_questions(trip, form_of(trip), self._near())

    def _mine(self, pressed: Pressed) -> int:
        """The trip of a button, if it is one of whoever pressed it; raises Stale."""
        if not self._store.members.may_see(pressed.number, pressed.asked.person, pressed.asked.role):
            raise Stale
        return pressed.number

    def _near(self) -> date:
        return day_in_taiwan(self._clock())


def _proposal(trip: Trip, key: str) -> str:
    return proposed_name(trip) if key == "report_name" else ""


def _only_pictures(trip: Trip) -> bool:
    return bool(trip.material) and all(m.medium is Medium.PHOTO and not m.text for m in trip.material)
