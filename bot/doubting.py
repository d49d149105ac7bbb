"""The questions that a draft leaves, asked one after another; each answer is kept as material beside what it is about."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.asked import Asked, Pressed
from bot.capturing import Held
from bot.errors import Stale
from bot.replies import findings
from bot.reviewing import Reviewing
from bot.telling import say
from drafting.interview.todo import doubts
from drafting.review import Draft
from storage.errors import StorageError
from storage.store import Store

_COURTESY = re.compile(
    r"(?:哈囉|嗨|你好|您好|謝謝|多謝|感謝|辛苦了|晚安|早安|在嗎|hi|hello|thanks)[您你啦喔囉大家!！?？。～~ ]*",
    re.IGNORECASE,
)
"""What answers no question."""

_PATIENCE = timedelta(minutes=15)  # after that a message is a note again, not an answer


class Doubting:
    def __init__(self, store: Store, reviewing: Reviewing, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._reviewing = reviewing
        self._clock = clock

    async def press_ask(self, pressed: Pressed) -> None:
        """Begin, or leave a question out: ``more`` is the number of the one that is left out."""
        draft, asked = self._reviewing.current(pressed), pressed.asked
        dialogue = self._store.dialogues.open(asked.chat_id)
        answered = int(dialogue.payload["answered"]) if dialogue and dialogue.question == "doubt" else 0
        skipped = int(pressed.more) if pressed.more.isdecimal() else 0
        await self._ask(asked, draft, skipped + 1, answered)

    async def press_asked(self, pressed: Pressed) -> None:
        """Enough for now; raises Stale where no such question is open, so that another one stays open."""
        asked = pressed.asked
        dialogue = self._store.dialogues.open(asked.chat_id)
        if dialogue is None or dialogue.question != "doubt" or dialogue.payload["draft"] != pressed.number:
            raise Stale
        await self._end(asked, pressed.number, int(dialogue.payload["answered"]))

    async def after(self, asked: Asked, kept: Held | None) -> None:
        """A message that came while a question was open is its answer."""
        dialogue = self._store.dialogues.open(asked.chat_id)
        if kept is None or dialogue is None or dialogue.question != "doubt":
            return
        if _COURTESY.fullmatch(asked.text.strip()):
            return
        late = self._clock() - dialogue.asked_at > _PATIENCE
        if late and not asked.reply_text.startswith(dialogue.payload["text"][:60]):
            return
        try:
            draft = self._store.drafts.get(int(dialogue.payload["draft"]))
        except StorageError:
            return
        number = int(dialogue.payload["number"])
        if number > len(doubts(draft)):  # the draft may not be shown any more
            return
        self._put_beside(kept, draft, number)
        await self._ask(asked, draft, number + 1, int(dialogue.payload["answered"]) + 1)

    def _put_beside(self, kept: Held, draft: Draft, number: int) -> None:
        """The answer speaks of the time, and replies to the piece, that the sentence rests on."""
        sources = doubts(draft)[number - 1].sources
        piece = next((p for p in map(self._store.trips.load(kept.trip).piece, sources) if p), None)
        if piece is not None:
            self._store.trips.place(kept.trip, kept.ref, piece.meant_on, piece.meant_at)

    async def _ask(self, asked: Asked, draft: Draft, number: int, answered: int) -> None:
        found = doubts(draft)
        if number > len(found):
            await self._end(asked, draft.id, answered)
            return
        text = findings.doubt_text(found[number - 1], number, len(found))
        payload = {"draft": draft.id, "number": number, "answered": answered, "text": text}
        self._store.dialogues.ask(asked.chat_id, draft.trip, "doubt", payload, self._clock())
        await say(asked.bot, asked.chat_id, text, findings.doubt_keyboard(draft.id, number))

    async def _end(self, asked: Asked, draft: int, answered: int) -> None:
        self._store.dialogues.close(asked.chat_id)
        keyboard = findings.redraft_keyboard(draft) if answered else None
        await say(asked.bot, asked.chat_id, findings.doubts_done(answered), keyboard)
