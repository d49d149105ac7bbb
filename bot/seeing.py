"""Suggests a caption for a photo that has none, where the operator turned that on; it counts once it is tapped."""

import logging
from collections.abc import Callable
from datetime import datetime

from telegram import Bot
from telegram.error import BadRequest

from bot.asked import Pressed
from bot.budgets import Budgets
from bot.consulting import Asking, may_ask
from bot.errors import Stale
from bot.replies import seeing as words
from bot.telling import without_buttons
from drafting.errors import DraftingError
from drafting.material import Kind, Material, Medium, Ref
from drafting.senses import Eye
from drafting.trip import Trip
from storage.errors import NotFound
from storage.job import Job
from storage.store import Store

_log = logging.getLogger(__name__)


class Seeing:
    """``eye`` is None where vision is off, as it is unless somebody turned it on: then nothing here does anything."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        eye: Eye | None,
        budgets: Budgets | None = None,
    ) -> None:
        self._asking = Asking(store, clock, budgets or Budgets())
        self._store = store
        self._clock = clock
        self._eye = eye

    def arrived(self, trip: int, ref: Ref, chat_id: int, person: int = 0) -> None:
        """A photo is kept: have it looked at; it counts for ``person``."""
        if self._eye is not None:
            payload = {"ref": ref, "person": person}
            self._store.jobs.add(
                "look", payload, self._clock(), key=f"{trip}:{ref}", chat_id=chat_id, trip=trip
            )

    async def look(self, bot: Bot, job: Job) -> None:
        """The job: suggest a caption. Nobody waits for one, so a model that fails is not asked again."""
        trip, photo = self._found(job)
        if self._eye is None or trip is None or photo is None or not _wants(photo, trip):
            return
        person = int(job.payload.get("person", 0))
        if not may_ask(self._store, self._eye, trip) or self._asking.refused(person):
            return
        picture = self._store.files.read(photo.file.content) if photo.file else None
        if picture is None:
            return
        try:
            seen = await self._eye.look(picture, photo, trip, self._asking.count(person))
        except DraftingError as error:
            _log.info("no caption for %s: %s", photo.ref, error)
            return
        self._store.trips.attach(trip.id, photo.ref, {"seen": seen.caption})
        try:
            said = await bot.send_message(
                job.chat_id, words.suggestion(photo, seen), reply_markup=words.buttons(trip.id, photo.ref),
                reply_to_message_id=min(photo.message_ids, default=None), allow_sending_without_reply=True,
                disable_notification=True,
            )  # fmt: skip
        except BadRequest as error:
            _log.info("not suggested: %s", error)
            return
        self._store.trips.answers_to(trip.id, photo.ref, job.chat_id, said.message_id)

    async def press_seen(self, pressed: Pressed) -> str | None:
        """「採用」: ``seen:trip:ref``."""
        photo = self._photo(pressed)
        self._store.trips.attach(pressed.number, photo.ref, {"text": photo.seen, "seen": ""})
        await without_buttons(pressed.asked.bot, pressed.asked.chat_id, pressed.asked.message_id)
        return words.used(photo)

    async def press_unseen(self, pressed: Pressed) -> str | None:
        """「不用」: ``unseen:trip:ref``."""
        photo = self._photo(pressed)
        self._store.trips.attach(pressed.number, photo.ref, {"seen": ""})
        await without_buttons(pressed.asked.bot, pressed.asked.chat_id, pressed.asked.message_id)
        return words.unused(photo)

    def _photo(self, pressed: Pressed) -> Material:
        """The photo of a button, if its suggestion still stands; raises Stale."""
        if pressed.number in self._store.trips.ids():
            for piece in self._store.trips.material(pressed.number):
                if (
                    piece.ref == pressed.more
                    and piece.chat_id == pressed.asked.chat_id
                    and piece.seen
                    and not piece.text
                ):
                    return piece
        raise Stale

    def _found(self, job: Job) -> tuple[Trip | None, Material | None]:
        try:
            trip = self._store.trips.load(job.trip) if job.trip is not None else None
        except NotFound:
            return None, None
        return trip, trip.piece(Ref(job.payload["ref"])) if trip else None


def _wants(photo: Material, trip: Trip) -> bool:
    """Whether a photo lacks words: of its own, of its album, or in reply to it; a private one is nobody's to see."""
    if photo.medium is not Medium.PHOTO or photo.kind is Kind.PRIVATE or photo.text or photo.seen:
        return False
    return not any(
        m.text and (m.reply_to == photo.ref or (photo.album and m.album == photo.album))
        for m in trip.material
    )
