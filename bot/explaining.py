"""/why N12: why a piece of material stands where it stands in the report."""

import re

from bot.asked import Asked, about
from bot.language import _
from bot.replies import drafts
from bot.telling import say
from drafting.form import form_of
from drafting.material import Ref
from drafting.phrase import phrase
from drafting.plan.why import explained
from storage.store import Store

_REF = re.compile(r"[NPVLCD]\d{1,6}", re.IGNORECASE)
_HOW = phrase("要問哪一則？回覆那一則再傳 /why，或寫編號，例如「/why N12」。")
_UNKNOWN = phrase("這個案件沒有素材 {ref}。")


class Explaining:
    def __init__(self, store: Store) -> None:
        self._store = store

    async def why(self, asked: Asked) -> None:
        """/why 編號, or in reply to the message itself."""
        if (found := about(asked, self._store)) is None:
            await say(asked.bot, asked.chat_id, drafts.NO_TRIP)
            return
        ref = self._ref(asked, found.argument)
        if ref is None:
            await say(asked.bot, asked.chat_id, _HOW)
            return
        trip = self._store.trips.load(found.trip)
        if trip.piece(ref) is None:
            await say(asked.bot, asked.chat_id, _(_UNKNOWN).format(ref=ref))
            return
        latest = self._store.drafts.latest(found.trip)
        told = explained(trip, form_of(trip), ref, latest.report if latest else None)
        await say(asked.bot, asked.chat_id, "\n".join(_(line) for line in told))

    def _ref(self, asked: Asked, argument: str) -> Ref | None:
        if named := _REF.search(argument):
            return Ref(named[0].upper())
        held = (
            self._store.trips.holding(asked.chat_id, asked.reply_to) if asked.reply_to is not None else None
        )
        return held[1] if held else None
