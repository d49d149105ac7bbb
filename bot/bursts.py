"""Tells in one line what a burst of messages brought, once the chat is silent; each message has its reaction at once."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

from telegram import Bot
from telegram.error import TelegramError

from bot.errands import Errands
from bot.language import speak
from bot.reading import NOT_FETCHED
from bot.replies.bursts import summary
from bot.telling import say
from drafting.material import Material
from storage.bursts import Burst
from storage.errors import NotFound, StorageError
from storage.store import Store

FEWEST = 4
"""Messages in a burst that are worth a line: three reactions under three messages say enough."""

SILENCE = timedelta(seconds=4)
"""Without a message, after which a burst is over. It decides when something is said, and about nothing else."""

_OFTEN = 0.5  # seconds between two looks at the clock, at least
_log = logging.getLogger(__name__)


class Bursts:
    """Where a burst began is in the database, once for each burst; only the waiting begins anew after a restart."""

    def __init__(self, store: Store, clock: Callable[[], datetime], errands: Errands) -> None:
        self._store = store
        self._clock = clock
        self._errands = errands
        self._last: dict[int, datetime] = {}

    def arrived(self, bot: Bot, chat_id: int, trip: int, message_id: int) -> None:
        """A piece was kept."""
        now = self._clock()
        if chat_id not in self._last:
            self._store.bursts.begin(chat_id, trip, message_id, now)
            self._look_later(bot, chat_id, SILENCE)
        self._last[chat_id] = now

    def take_up(self, bot: Bot) -> None:
        """Wait for the silence after whatever an earlier process left untold."""
        for chat_id in self._store.bursts.chats():
            if chat_id not in self._last:
                self._last[chat_id] = self._clock()
                self._look_later(bot, chat_id, SILENCE)

    async def over(self, bot: Bot, chat_id: int) -> None:
        """The chat is known to be silent by now: tell at once what came."""
        if self._last.pop(chat_id, None) is not None:
            await self._tell(bot, chat_id)

    def _look_later(self, bot: Bot, chat_id: int, after: timedelta) -> None:
        seconds = max(after.total_seconds(), _OFTEN)
        asyncio.get_running_loop().call_later(seconds, self._look, bot, chat_id)

    def _look(self, bot: Bot, chat_id: int) -> None:
        last = self._last.get(chat_id)
        if last is None:  # it was told meanwhile
            return
        left = last + SILENCE - self._clock()
        if left > timedelta(0):
            self._look_later(bot, chat_id, left)
        else:
            del self._last[chat_id]
            self._errands.aside(self._tell(bot, chat_id))

    async def _tell(self, bot: Bot, chat_id: int) -> None:
        """One line, or none for a few messages. Taken out of the database first: rather none than two."""
        try:
            burst = self._store.bursts.take(chat_id)
            counts = Counter(piece.medium for piece in self._pieces(burst)) if burst else Counter()
            if burst is None or counts.total() < FEWEST:
                return
            fetching = len(self._store.jobs.waiting("download", trip=burst.trip))
            speak(self._store.people.language(chat_id))  # in this task only
            await say(bot, chat_id, summary(counts, fetching))
        except (TelegramError, StorageError) as error:
            _log.info("burst not told: %s", error)

    def _pieces(self, burst: Burst) -> list[Material]:
        try:
            material = self._store.trips.material(burst.trip)
        except NotFound:
            return []
        return [
            piece
            for piece in material
            if piece.chat_id == burst.chat_id
            and min(piece.message_ids, default=0) >= burst.first_message
            and _is_kept(piece)
        ]


def _is_kept(piece: Material) -> bool:
    """Whether there is anything of a piece: its words, or a file that is here or on its way. A film is refused."""
    if piece.text or piece.file is None:
        return True
    return bool(piece.file.content) or piece.file.missing == NOT_FETCHED
