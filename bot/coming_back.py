"""A report that comes back by chat: what changed becomes a new draft, what readers asked is asked one by one."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from telegram import Bot

from bot.asked import Asked
from bot.incoming import Incoming
from bot.language import said_by
from bot.reading_back import Versions, opened_report, read_back
from bot.replies import returned
from bot.telling import say
from drafting.errors import DraftingError
from drafting.material import Kind, Material, Ref
from drafting.office_time import day_in_taiwan
from export.errors import ExportError
from storage.dialogues import Dialogue
from storage.errors import NotFound
from storage.store import Store

_PATIENCE = timedelta(minutes=15)  # after that a message is a note and no answer, unless it replies


class ComingBack:
    def __init__(self, store: Store, desk: Versions, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._desk = desk
        self._clock = clock

    def is_report_of(self, trip: int, content: bytes) -> bool:
        """Whether these bytes are a document that was exported for this trip, whoever saved it since."""
        from export.origin import origin_of  # noqa: PLC0415 - few files that come are reports

        origin = origin_of(content)
        return origin is not None and origin.trip == trip

    async def take(self, bot: Bot, incoming: Incoming, trip: int, piece: Material, content: bytes) -> None:
        """Read the report back. Its message is talk with the bot and no material: the report must not feed itself."""
        name = piece.file.name if piece.file else ""
        try:
            file = await asyncio.to_thread(opened_report, name, content)
            now = self._clock()
            today = day_in_taiwan(now)
            back = read_back(self._store, self._desk, trip, file, incoming.sender_name, now, today)
        except (DraftingError, ExportError) as error:
            await say(bot, incoming.chat_id, said_by(error))
            return
        self._set_aside(trip, piece.ref)
        text = returned.came_back(back.taken, back.draft.id, back.returned.told)
        await say(bot, incoming.chat_id, text)
        if back.asked:
            await self._ask(bot, incoming.chat_id, trip)

    async def hear(self, asked: Asked, dialogue: Dialogue) -> bool:
        """The answer to a remark: it closes the remark, is kept as a note like any other, and the next one is asked."""
        late = self._clock() - dialogue.asked_at > _PATIENCE and not asked.reply_text
        if dialogue.trip is None or not asked.text.strip() or late:
            return False
        try:
            number = int(dialogue.payload["number"])
            self._store.trips.answer(dialogue.trip, number, asked.text.strip(), asked.name, self._clock())
        except NotFound:  # answered elsewhere meanwhile
            self._store.dialogues.close(asked.chat_id)
            return False
        await self._ask(asked.bot, asked.chat_id, dialogue.trip)
        return False

    async def _ask(self, bot: Bot, chat_id: int, trip: int) -> None:
        left = self._store.trips.load(trip).remarks
        if not left:
            self._store.dialogues.close(chat_id)
            await say(bot, chat_id, returned.remarks_answered())
            return
        self._store.dialogues.ask(chat_id, trip, "remark", {"number": left[0].number}, self._clock())
        await say(bot, chat_id, returned.remark(left[0], len(left) - 1))

    def _set_aside(self, trip: int, ref: Ref) -> None:
        try:
            self._store.trips.label(trip, ref, Kind.ASIDE)
        except NotFound:  # taken back by the traveller meanwhile
            return
