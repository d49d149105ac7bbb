"""Captions asked for one after another, each below its picture; the next words, or a reply, are the caption."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from telegram import ReplyParameters
from telegram.error import TelegramError

from bot.asked import Asked, Pressed, about
from bot.capturing import Held
from bot.replies import recaps
from bot.telling import say
from drafting.interview.recap import bare_photos
from drafting.material import Ref
from drafting.starting.answers import leaves
from drafting.trip import Trip
from storage.dialogues import Dialogue
from storage.store import Store

_PATIENCE = timedelta(minutes=15)  # after that words are a note again, unless they reply to the question
_PROMPT = re.compile(r"\A(P\d+)　")


class InterviewCaptions:
    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    async def press_caption(self, pressed: Pressed) -> None:
        """Begin with the first photo of the day (``more``: 20260922), or of the trip."""
        about(pressed.asked._replace(argument=f"#{pressed.number}"), self._store)
        await self._next(pressed.asked, pressed.number, _day(pressed.more))

    async def press_skip(self, pressed: Pressed) -> None:
        """``more`` is the photo that gets no caption; it is not asked about again."""
        asked = pressed.asked
        self._store.dialogues.skip(pressed.number, f"caption:{pressed.more}", self._clock())
        await self._next(asked, pressed.number, self._day_of(asked))

    async def press_stop(self, pressed: Pressed) -> None:
        """Enough for now."""
        asked = pressed.asked
        left = len(self._left(self._store.trips.load(pressed.number), self._day_of(asked)))
        self._store.dialogues.close(asked.chat_id)
        await say(asked.bot, asked.chat_id, recaps.captions_done(left))

    async def hear(self, asked: Asked, dialogue: Dialogue) -> bool:
        """「略過」 and 「先到這裡」 typed instead of pressed: no words for a photo."""
        how = leaves(asked.text)
        if not how or dialogue.trip is None or asked.reply_text or self._too_late(dialogue):
            return False
        if how == "later":
            await self.press_stop(Pressed(asked, "captioned", dialogue.trip, ""))
        else:
            await self.press_skip(Pressed(asked, "nocaption", dialogue.trip, str(dialogue.payload["ref"])))
        return True

    def _too_late(self, dialogue: Dialogue) -> bool:
        return self._clock() - dialogue.asked_at > _PATIENCE

    async def after(self, asked: Asked, kept: Held | None) -> None:
        """Words that came while a caption was asked for belong to its photo; then comes the next photo."""
        if kept is None or not asked.text:
            return
        replied = _PROMPT.match(asked.reply_text)
        dialogue = self._store.dialogues.open(asked.chat_id)
        open_ = dialogue if dialogue and dialogue.question == "caption" else None
        ref = Ref(replied[1]) if replied else None
        if ref is None and open_ and not asked.reply_text and not self._too_late(open_):
            ref = Ref(open_.payload["ref"])
        if ref is None or self._store.trips.load(kept.trip).piece(ref) is None:
            return
        self._store.trips.attach(kept.trip, kept.ref, {"reply_to": ref})
        if open_ and open_.payload["ref"] == ref:
            await self._next(asked, kept.trip, _day(open_.payload["day"]))

    async def _next(self, asked: Asked, trip: int, day: date | None) -> None:
        known = self._store.trips.load(trip)
        left = self._left(known, day)
        if not left:
            self._store.dialogues.close(asked.chat_id)
            await say(asked.bot, asked.chat_id, recaps.captions_done(0))
            return
        ref = left[0]
        payload = {"ref": ref, "day": f"{day:%Y%m%d}" if day else ""}
        self._store.dialogues.ask(asked.chat_id, trip, "caption", payload, self._clock())
        text, keyboard = recaps.caption_wanted(ref, len(left)), recaps.caption_keyboard(trip, ref)
        piece = known.piece(ref)
        below = None
        if piece and piece.message_ids and piece.chat_id == asked.chat_id:
            below = ReplyParameters(piece.message_ids[0], allow_sending_without_reply=True)
        try:
            await asked.bot.send_message(asked.chat_id, text, reply_parameters=below, reply_markup=keyboard)
        except TelegramError:  # the photo's message is gone, or Telegram is: through the outbox it arrives
            await say(asked.bot, asked.chat_id, text, keyboard)

    def _left(self, trip: Trip, day: date | None) -> Sequence[Ref]:
        skipped = self._store.dialogues.skipped(trip.id)
        return [ref for ref in bare_photos(trip, day) if f"caption:{ref}" not in skipped]

    def _day_of(self, asked: Asked) -> date | None:
        dialogue = self._store.dialogues.open(asked.chat_id)
        return _day(dialogue.payload["day"]) if dialogue and dialogue.question == "caption" else None


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
