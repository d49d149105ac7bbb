"""What is said in a voice message: heard by a model where one is configured, confirmed by the traveller, or asked for."""

import logging
from collections.abc import Callable
from datetime import datetime

from telegram import Bot, InlineKeyboardMarkup
from telegram.error import BadRequest

from bot.asked import Pressed
from bot.budgets import Budgets
from bot.consulting import Asking, may_ask
from bot.errors import Stale
from bot.incoming import Incoming
from bot.replies import voices as words
from bot.telling import without_buttons
from drafting.errors import WriterRefused, WriterUnavailable
from drafting.material import Kind, Material, Medium, Ref
from drafting.senses import Ear
from drafting.trip import Trip
from storage.errors import NotFound
from storage.job import Job
from storage.store import Store

_TRIES = 3  # of a server that cannot be reached, before the traveller is asked instead
_log = logging.getLogger(__name__)


class Voices:
    """``ear`` is None where nobody configured one: then every voice message is asked about."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        ear: Ear | None,
        budgets: Budgets | None = None,
    ) -> None:
        self._asking = Asking(store, clock, budgets or Budgets())
        self._store = store
        self._clock = clock
        self._ear = ear

    def arrived(self, trip: int, ref: Ref, chat_id: int, person: int = 0) -> None:
        """The sound of a voice message is kept: have it heard, or ask what it says; it counts for ``person``."""
        payload = {"ref": ref, "person": person}
        self._store.jobs.add(
            "transcribe", payload, self._clock(), key=f"{trip}:{ref}", chat_id=chat_id, trip=trip
        )

    async def hear(self, bot: Bot, job: Job) -> None:
        """The job: hear the sound and show what was heard, or ask. Raises ConnectionError to be tried again."""
        trip, piece = self._piece(job)
        if trip is None or piece is None or not _waits(piece):
            return
        heard, problem = await self._heard(trip, piece, job)
        if not heard:
            await self._ask(bot, job, piece, words.question(piece, problem))
            return
        self._store.trips.attach(trip.id, piece.ref, {"heard": heard})
        await self._ask(bot, job, piece, words.heard(piece, heard), words.heard_buttons(trip.id, piece.ref))

    async def could_not_hear(self, bot: Bot, job: Job, _problem: str) -> None:
        """Whatever went wrong, the traveller can still say it in a sentence."""
        _, piece = self._piece(job)
        if piece is not None and _waits(piece):
            await self._ask(bot, job, piece, words.question(piece, ""))

    def answer(self, incoming: Incoming, *, edited: bool) -> tuple[int, Ref] | None:
        """Take a text as what a voice message says: the piece, or None if it is no such answer.

        It is one if it replies to the bot's question, or to a voice message of which nothing is known yet; or if it
        is an edit of such an answer. Any other reply is a comment of its own.
        """
        if incoming.attachment or incoming.location or incoming.contact or not incoming.text.strip():
            return None
        about = incoming.reply_to_message_id
        if about is None and not edited:
            return None
        before = self._store.trips.holding(incoming.chat_id, incoming.message_id)
        held = before or (
            self._store.trips.holding(incoming.chat_id, about) if about is not None and not edited else None
        )
        if held is None:
            return None
        piece = self._find(*held)
        if piece is None or piece.medium is not Medium.VOICE or incoming.message_id in piece.message_ids:
            return None
        if before is None and about in piece.message_ids and not _waits(piece):
            return None
        self._store.trips.answers_to(*held, incoming.chat_id, incoming.message_id)
        self._store.trips.attach(*held, {"text": incoming.text.strip(), "heard": piece.heard})
        return held

    async def press_heard(self, pressed: Pressed) -> str | None:
        """「正確」: ``heard:trip:ref``."""
        piece = self._find(pressed.number, Ref(pressed.more))
        if piece is None or not piece.heard or piece.text:
            raise Stale
        self._store.trips.attach(pressed.number, piece.ref, {"text": piece.heard})
        await without_buttons(pressed.asked.bot, pressed.asked.chat_id, pressed.asked.message_id)
        return words.confirmed(piece)

    async def press_unheard(self, pressed: Pressed) -> str | None:
        """「不用文字」: ``unheard:trip:ref``; the sound stays kept."""
        piece = self._find(pressed.number, Ref(pressed.more))
        if piece is None or piece.text:
            raise Stale
        self._store.trips.attach(pressed.number, piece.ref, {"heard": ""})
        await without_buttons(pressed.asked.bot, pressed.asked.chat_id, pressed.asked.message_id)
        return words.only_sound(piece)

    async def _heard(self, trip: Trip, piece: Material, job: Job) -> tuple[str, str]:
        """What the model heard, or "" and the reason as a sentence (or "" where no reason need be given)."""
        if piece.heard:  # by an earlier try that could not say so
            return piece.heard, ""
        if self._ear is None or piece.file is None or not may_ask(self._store, self._ear, trip):
            return "", ""
        sound = self._store.files.read(piece.file.content)
        if sound is None:
            return "", ""
        person = int(job.payload.get("person", 0))
        if self._asking.refused(person):
            return "", words.no_more_today()
        try:
            return await self._ear.hear(sound, piece.file.name, trip, self._asking.count(person)), ""
        except WriterUnavailable as error:
            if job.attempts < _TRIES:
                raise ConnectionError(str(error)) from error
            return "", words.not_heard()
        except WriterRefused as error:
            _log.info("not heard: %s", error)
            return "", words.not_heard()

    async def _ask(
        self, bot: Bot, job: Job, piece: Material, text: str, keyboard: InlineKeyboardMarkup | None = None
    ) -> None:
        """Say something about a piece; what replies to that speaks of the piece."""
        if job.trip is None:
            return
        try:
            said = await bot.send_message(
                job.chat_id, text, reply_markup=keyboard, reply_to_message_id=min(piece.message_ids, default=None),
                allow_sending_without_reply=True,
            )  # fmt: skip
        except BadRequest as error:
            _log.info("not asked: %s", error)
            return
        self._store.trips.answers_to(job.trip, piece.ref, job.chat_id, said.message_id)

    def _piece(self, job: Job) -> tuple[Trip | None, Material | None]:
        if job.trip is None:
            return None, None
        try:
            trip = self._store.trips.load(job.trip)
        except NotFound:
            return None, None
        return trip, trip.piece(Ref(job.payload["ref"]))

    def _find(self, trip: int, ref: Ref) -> Material | None:
        if trip not in self._store.trips.ids():
            return None
        return next((m for m in self._store.trips.material(trip) if m.ref == ref), None)


def _waits(piece: Material) -> bool:
    """Whether it is still to be learned what a voice message says. A private one is nobody's to hear."""
    return piece.medium is Medium.VOICE and not piece.text and piece.label is not Kind.PRIVATE
