"""Takes back, dates and labels what was sent: /undo, /drop, /date, /label and their buttons."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.asked import Asked, Pressed
from bot.capturing import Held
from bot.errors import Stale
from bot.reading import label_alone
from bot.recent import burst_before, last_sent, with_album
from bot.replies import amending as words
from bot.replies import drafts
from bot.telling import say
from drafting.gather.when import told
from drafting.material import Kind, Material, Ref
from storage.store import Store

_AS_SENT = ("取消", "還原", "原來", "reset")


class Amending:
    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    async def undo(self, asked: Asked) -> None:
        """Take back what was sent last in this chat: one piece, or one album."""
        trip = self._store.trips.current(asked.chat_id)
        if trip is None:
            await say(asked.bot, asked.chat_id, drafts.NO_TRIP)
            return
        material = self._store.trips.material(trip)
        refs = last_sent(material, asked.chat_id, "" if asked.private else asked.name, asked.message_id)
        await self._take_back(asked, trip, material, refs)

    async def drop(self, asked: Asked) -> None:
        """Take back the piece that is replied to, or that is named: ``/drop N12``."""
        found = self._meant(asked)
        if found is None:
            await say(asked.bot, asked.chat_id, words.how_to_drop())
            return
        trip, piece = found
        if not self._may_change(asked, piece):
            await say(asked.bot, asked.chat_id, words.not_yours())
            return
        await self._take_back(asked, trip, [piece], [piece.ref])

    async def _take_back(
        self, asked: Asked, trip: int, material: Sequence[Material], refs: Sequence[Ref]
    ) -> None:
        by = f"{asked.chat_id}:{asked.message_id}"
        pieces = [m for m in material if m.ref in refs]
        taken = self._store.trips.withdraw(trip, refs, by, self._clock()) if refs else ()
        if taken:
            await say(
                asked.bot,
                asked.chat_id,
                words.taken_back(pieces),
                words.back_button(trip, asked.message_id),
            )
        elif not asked.again:
            await say(asked.bot, asked.chat_id, words.nothing_to_take_back())

    async def press_back(self, pressed: Pressed) -> str | None:
        """「放回」: ``back:trip:command``."""
        if not pressed.more.isdecimal():
            raise Stale
        refs = self._store.trips.bring_back(pressed.number, f"{pressed.asked.chat_id}:{pressed.more}")
        if not refs:
            raise Stale
        pieces = [m for m in self._store.trips.material(pressed.number) if m.ref in refs]
        return words.put_back(pieces)

    async def set_time(self, asked: Asked) -> None:
        """``/date 昨天下午``: of the piece that is replied to, or of what was sent last."""
        found = self._meant(asked) if asked.reply_to is not None else self._last(asked)
        if found is None:
            await say(asked.bot, asked.chat_id, words.how_to_date())
            return
        trip, piece = found
        if not self._may_change(asked, piece):
            await say(asked.bot, asked.chat_id, words.not_yours())
            return
        if asked.argument.strip().lower() in _AS_SENT:
            pieces = self._place(trip, piece, None, None)
            await say(asked.bot, asked.chat_id, words.undated(pieces))
            return
        when = told(asked.argument, self._local_now(asked, trip, piece)) if asked.argument.strip() else None
        if when is None:
            await say(asked.bot, asked.chat_id, words.how_to_date())
            return
        pieces = self._place(trip, piece, when.day, when.at)
        before = burst_before(self._store.trips.material(trip), pieces[0].ref)
        await say(
            asked.bot,
            asked.chat_id,
            words.dated(pieces, when.day, when.at),
            words.before_too(trip, pieces[0].ref, when.day, when.at, len(before)) if before else None,
        )

    async def press_date(self, pressed: Pressed) -> str | None:
        """「前面一起傳的也是」: ``date:trip:ref.day``, with the time of day behind the day if there is one."""
        ref, _, moment = pressed.more.partition(".")
        trip = self._own(pressed)
        refs = burst_before(self._store.trips.material(trip), Ref(ref))
        try:
            day, at = _parsed(moment)
        except ValueError:
            raise Stale from None
        if not refs:
            raise Stale
        for each in refs:
            self._store.trips.place(trip, each, day, at)
        pieces = [m for m in self._store.trips.material(trip) if m.ref in refs]
        return words.dated(pieces, day, at)

    async def label(self, asked: Asked) -> None:
        """``/label`` in reply to a piece: which kind it is, by button."""
        found = self._meant(asked)
        if found is None:
            await say(asked.bot, asked.chat_id, words.how_to_label())
            return
        trip, piece = found
        await say(asked.bot, asked.chat_id, words.which_kind(piece), words.kind_buttons(trip, piece.ref))

    async def after(self, asked: Asked, kept: Held | None) -> None:
        """「#建議」 and nothing else: of what was sent last, or (it replied to nothing that is kept) how to say it."""
        kind = label_alone(asked.text) if kept is None and asked.text else None
        if kind is None or (asked.reply_to is not None and self._meant(asked) is not None):
            return
        found = self._last(asked, open_only=True) if asked.reply_to is None else None
        if found is None:
            await say(asked.bot, asked.chat_id, words.how_to_label())
            return
        trip, piece = found
        keyboard = words.last_one(trip, piece, kind)
        await say(asked.bot, asked.chat_id, words.which_one(asked.text.strip()), keyboard)

    async def press_label(self, pressed: Pressed) -> str | None:
        """A kind: ``label:trip:ref.kind``."""
        ref, _, kind = pressed.more.partition(".")
        trip = self._own(pressed)
        piece = next((m for m in self._store.trips.material(trip) if m.ref == ref), None)
        if piece is None or kind not in [k.value for k in words.KINDS]:
            raise Stale
        self._store.trips.label(trip, piece.ref, Kind(kind))
        return words.labelled(piece, Kind(kind))

    def _own(self, pressed: Pressed) -> int:
        """The trip of a button, if this chat has anything in it; raises Stale."""
        if pressed.number not in self._store.trips.ids() or not any(
            m.chat_id == pressed.asked.chat_id for m in self._store.trips.material(pressed.number)
        ):
            raise Stale
        return pressed.number

    def _meant(self, asked: Asked) -> tuple[int, Material] | None:
        """The piece that a command speaks of: the one replied to, or named by its reference."""
        if asked.reply_to is not None:
            held = self._store.trips.holding(asked.chat_id, asked.reply_to)
        else:
            trip = self._store.trips.current(asked.chat_id)
            held = (trip, Ref(asked.argument.strip().upper())) if trip is not None else None
        if held is None:
            return None
        piece = next((m for m in self._store.trips.material(held[0]) if m.ref == held[1]), None)
        return None if piece is None else (held[0], piece)

    def _last(self, asked: Asked, *, open_only: bool = False) -> tuple[int, Material] | None:
        """What was sent last; ``open_only`` leaves out what is private."""
        trip = self._store.trips.current(asked.chat_id)
        if trip is None:
            return None
        material = [
            m for m in self._store.trips.material(trip) if not (open_only and m.label is Kind.PRIVATE)
        ]
        refs = last_sent(material, asked.chat_id, "" if asked.private else asked.name, asked.message_id)
        return next(((trip, m) for m in material if m.ref in refs), None)

    def _place(self, trip: int, piece: Material, day: date | None, at: time | None) -> list[Material]:
        """Date a piece and its album; the pieces."""
        material = self._store.trips.material(trip)
        refs = with_album(material, piece)
        for ref in refs:
            self._store.trips.place(trip, ref, day, at)
        return [m for m in material if m.ref in refs]

    def _local_now(self, asked: Asked, trip: int, piece: Material) -> datetime:
        """When it was asked, by the clock of the place from which the piece was sent."""
        placed = self._store.trips.load(trip).piece(piece.ref)
        now = asked.sent_at or self._clock()
        return now.astimezone(ZoneInfo(placed.zone if placed else piece.zone)).replace(tzinfo=None)

    @staticmethod
    def _may_change(asked: Asked, piece: Material) -> bool:
        return asked.private or piece.author == asked.name


def _parsed(moment: str) -> tuple[date, time | None]:
    at = datetime.strptime(moment, "%Y%m%d%H%M" if len(moment) > 8 else "%Y%m%d")  # noqa: DTZ007 - local at the place
    return at.date(), at.time() if len(moment) > 8 else None


__all__ = ["Amending"]
