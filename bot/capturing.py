"""Keeps whatever a traveller sends: the words at once, the file as a job, a reaction as the receipt."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import NamedTuple

from telegram import Bot, Message, Update
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.budgets import Budgets, budget_day
from bot.bursts import Bursts
from bot.chat_trips import current_trip, ref_of, trip_holding
from bot.coming_back import ComingBack
from bot.commands import take_apart
from bot.errands import Errands
from bot.errors import FileMissing
from bot.from_telegram import read_message
from bot.incoming import Incoming
from bot.language import _, said_by
from bot.reading import is_material, label_alone, read, refused
from bot.replies.files import file_problem
from bot.seeing import Seeing
from bot.taking import Taken, attach, attach_missing, prepare, take, wants_file
from bot.telling import react, say
from bot.voices import Voices
from drafting.material import Material, Medium, Ref
from drafting.phrase import phrase
from storage.errors import NotFound
from storage.job import Job
from storage.kept import Kept
from storage.store import Store

LARGEST = 20 * 1024 * 1024
"""Bytes that Telegram lets a bot download."""

_TOO_LARGE = phrase("檔案超過 20 MB，Telegram 不讓機器人下載，請壓縮或分開後重傳")
_GAVE_UP = phrase("向 Telegram 取檔失敗，請重新傳送一次")
_log = logging.getLogger(__name__)


class Held(NamedTuple):
    """A message that was kept: in which trip, and as which piece."""

    trip: int
    ref: Ref


class Arrivals(NamedTuple):
    """Who is told when something came, after it was kept."""

    voices: Voices
    seeing: Seeing
    bursts: Bursts
    coming_back: ComingBack


class Capturing:
    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        errands: Errands,
        arrivals: Arrivals,
        budgets: Budgets | None = None,
    ) -> None:
        self._store = store
        self._budgets = budgets or Budgets()
        self._clock = clock
        self._errands = errands
        self._voices, self._seeing, self._bursts, self._coming_back = arrivals
        self._pictures = asyncio.Semaphore(2)

    def capture(self, update: Update, message: Message, held: Mapping[tuple[int, int], int]) -> Held | None:
        """Keep what is in a message. ``held`` is asked first: it knows what an earlier process kept where."""
        incoming, edited = read_message(message), update.edited_message is not None
        if self._labelled(incoming) or self._voices.answer(incoming, edited=edited):
            self._errands.aside(react(message))
            return None
        if not is_material(incoming):
            return None
        trip = self._trip(incoming, held, edited=edited)
        taken = take(self._store, trip, incoming, partial(ref_of, self._store, trip, incoming.chat_id))
        if taken is None:
            return None
        if taken.kept.state == "new":
            self._bursts.arrived(message.get_bot(), incoming.chat_id, trip, incoming.message_id)
        if taken.piece.text or not refused(taken.piece):
            self._errands.aside(react(message))
        if wants_file(taken, partial(self._stored, trip)) or (
            refused(taken.piece) and taken.kept.state != "same"
        ):
            self._ask_for_file(trip, incoming, taken)
        return Held(trip, taken.kept.ref)

    def speaks_of(self, chat_id: int, message_id: int) -> bool:
        """Whether a message stands for a piece: itself, or the bot's question about it."""
        return self._store.trips.holding(chat_id, message_id) is not None

    def _labelled(self, incoming: Incoming) -> bool:
        """「#心得」 and nothing else, in reply to a piece, says what the piece is."""
        kind = label_alone(take_apart(incoming.text).rest) if incoming.text else None
        about = incoming.reply_to_message_id
        if kind is None or about is None or incoming.attachment:
            return False
        found = self._store.trips.holding(incoming.chat_id, about)
        if found is None or self._stored(*found) is None:
            return False
        self._store.trips.label(*found, kind)
        return True

    def _trip(self, incoming: Incoming, held: Mapping[tuple[int, int], int], *, edited: bool) -> int:
        chat, number = incoming.chat_id, incoming.message_id
        found = held.get((chat, number))
        if found is None and (edited or held):
            found = trip_holding(self._store, chat, number)
        return found if found is not None else current_trip(self._store, chat, number, self._clock())

    def _stored(self, trip: int, ref: Ref) -> Material | None:
        return next((piece for piece in self._store.trips.material(trip) if piece.ref == ref), None)

    def _ask_for_file(self, trip: int, incoming: Incoming, taken: Taken) -> None:
        edited = incoming.edited_at.isoformat() if incoming.edited_at else ""
        key = f"{incoming.chat_id}:{incoming.message_id}:{edited}:{trip}"
        if incoming.album and refused(taken.piece):  # one sentence for an album of films is enough
            key = f"{incoming.chat_id}:{incoming.album}:{trip}"
        self._store.jobs.add(
            "download",
            {"message": incoming.model_dump(mode="json"), "ref": taken.kept.ref},
            self._clock(),
            key=key,
            chat_id=incoming.chat_id,
            trip=trip,
        )

    async def fetch(self, bot: Bot, job: Job) -> None:
        """Fetch the file of a message that is kept; raises what the network raises, to be tried again."""
        trip, incoming, taken = _unpacked(job)
        if refused(taken.piece):
            await _tell(bot, incoming, taken, taken.piece.file.missing if taken.piece.file else "")
            return
        try:
            self._refuse_over_budget(incoming)
            content = await _download(bot, incoming)
        except FileMissing as error:
            await self._give_up(bot, trip, incoming, taken, error)
            return
        day = budget_day(self._clock())
        self._store.spending.add(incoming.sender_id, day, bytes=len(content))
        piece = taken.piece.model_copy(update={"ref": taken.kept.ref})
        if piece.medium is Medium.PAPER and self._coming_back.is_report_of(trip, content):
            await self._coming_back.take(bot, incoming, trip, piece, content)
            return
        async with self._pictures:
            prepared = await asyncio.to_thread(prepare, taken.piece, content)
        try:
            attach(self._store, trip, taken.kept.ref, prepared)
        except NotFound:  # dropped by the traveller meanwhile
            return
        if taken.piece.medium is Medium.PAPER:  # it may say what the trip is about
            key = f"{trip}:{taken.kept.ref}:text"
            self._store.jobs.add("card", {}, self._clock(), key=key, chat_id=incoming.chat_id, trip=trip)
        elif taken.piece.medium is Medium.VOICE:
            self._voices.arrived(trip, taken.kept.ref, incoming.chat_id, incoming.sender_id)
        elif taken.piece.medium is Medium.PHOTO and not prepared.file.missing:
            self._seeing.arrived(trip, taken.kept.ref, incoming.chat_id, incoming.sender_id)
        if prepared.file.missing:
            await _tell(bot, incoming, taken, prepared.file.missing)

    def _refuse_over_budget(self, incoming: Incoming) -> None:
        """Raises FileMissing with a clear answer when the sender has used up the day's storage."""
        size = incoming.attachment.size if incoming.attachment else 0
        spent = self._store.spending.of(incoming.sender_id, budget_day(self._clock()))
        if refused := self._budgets.refuses_file(spent, size):
            raise FileMissing(refused)

    async def could_not_fetch(self, bot: Bot, job: Job, _problem: str) -> None:
        """The file was tried for long enough."""
        trip, incoming, taken = _unpacked(job)
        await self._give_up(bot, trip, incoming, taken, FileMissing(_GAVE_UP))

    async def _give_up(
        self, bot: Bot, trip: int, incoming: Incoming, taken: Taken, error: FileMissing
    ) -> None:
        attach_missing(self._store, trip, taken, error)
        await _tell(bot, incoming, taken, said_by(error))


def _unpacked(job: Job) -> tuple[int, Incoming, Taken]:
    incoming = Incoming.model_validate(job.payload["message"])
    piece = read(incoming, lambda _: None)
    if piece is None or job.trip is None:
        raise ValueError(f"no file belongs to job {job.id}")
    return job.trip, incoming, Taken(piece, Kept(Ref(job.payload["ref"]), "new"))


async def _download(bot: Bot, incoming: Incoming) -> bytes:
    attachment = incoming.attachment
    if attachment is None or attachment.size > LARGEST:
        raise FileMissing(_TOO_LARGE)
    try:
        file = await bot.get_file(attachment.handle)
        return bytes(await file.download_as_bytearray())
    except (BadRequest, InvalidToken) as error:  # the latter is what a 404 looks like
        raise FileMissing(_TOO_LARGE if "too big" in str(error) else _GAVE_UP) from error


async def _tell(bot: Bot, incoming: Incoming, taken: Taken, problem: str) -> None:
    """Say what is wrong with a file; the reason is kept with the piece, so a failure to say it is no failure."""
    name = taken.piece.file.name if taken.piece.file else ""
    if incoming.attachment and incoming.attachment.kind in ("video", "video_note"):
        name = _("影片")  # its name is ours, and tells nothing
    try:
        await say(bot, incoming.chat_id, file_problem(name, problem))
    except TelegramError as error:
        _log.info("not delivered: %s", error)
