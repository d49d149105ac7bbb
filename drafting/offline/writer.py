"""The writer without a model: chooses and orders the traveller's own sentences; it never adds a fact and never pads."""

import re
from collections.abc import Sequence
from itertools import pairwise

from drafting.form import Form, Role
from drafting.form_words import Words
from drafting.gather import cues
from drafting.material import Material, Medium
from drafting.offline.abstract import abstract_of
from drafting.offline.impressions import headed_impressions
from drafting.offline.prose import Blocks, blocks_of, without_repetition
from drafting.plan.routing import Routing, route
from drafting.report import ListBlock, Sentence
from drafting.trip import Trip
from drafting.wording.punctuation import ended
from drafting.wording.trip_statements import TripStatements
from drafting.writer import Prose, Slot

_PAUSE = 1500  # seconds between two notes after which a new paragraph may begin


class OfflineWriter:
    """No key, no network, no cost. Its only words of its own are the opening of the abstract and the headings."""

    name = "offline"
    model = ""
    place = ""

    def __init__(self) -> None:
        self._read: _Read | None = None

    @property
    def prompts(self) -> dict[str, str]:
        """None: nothing is asked of a model."""
        return {}

    async def write(self, slot: Slot, trip: Trip, form: Form) -> Prose:
        """The prose of one slot from the statements of its material."""
        if self._read is None or self._read.trip is not trip:
            self._read = _Read(trip)
        return self._read.prose(slot, form.words)


class _Read:
    """What is worked out once for a trip: who corrected what, and what goes where."""

    def __init__(self, trip: Trip) -> None:
        self.trip = trip
        self._routing: Routing = route(trip)
        self._pieces = {m.ref: m for m in trip.material}
        self._stated = TripStatements(trip).of

    def prose(self, slot: Slot, words: Words) -> Prose:
        pieces = [self._pieces[ref] for ref in slot.material if ref in self._pieces]
        if slot.role is Role.ABSTRACT:
            return Prose(blocks=abstract_of(slot.so_far, self.trip, slot.length, self._routing))
        if slot.role is Role.SUGGESTIONS:
            return Prose(blocks=self._suggestions(pieces))
        if slot.role is Role.IMPRESSIONS:
            activities, overall = self._routing.activities, words.overall
            return Prose(headed=headed_impressions(pieces, self.trip, activities, self._stated, overall))
        return Prose(blocks=self._facts(pieces, whole_event=slot.key == "lead"))

    def _facts(self, pieces: Sequence[Material], *, whole_event: bool) -> Blocks:
        said = [
            s
            for piece in pieces
            for s in self._stated(piece)
            if not s.head and not (whole_event and piece.medium is Medium.NOTE and _tells_of_the_way(s.text))
        ]
        kept = without_repetition(said)
        when = {p.ref: p.said_at for p in pieces}
        fresh = [False] + [
            abs((when[after.sources[0]] - when[before.sources[0]]).total_seconds()) > _PAUSE
            for before, after in pairwise(kept)
        ]
        return blocks_of(kept, "fact", fresh=fresh[: len(kept)])

    def _suggestions(self, pieces: Sequence[Material]) -> Blocks:
        """One numbered item for each suggestion; a note that lists several gives as many."""
        items: list[Sentence] = []
        for piece in pieces:
            statements = [s for s in self._stated(piece) if not s.head]
            points = [s for s in statements if s.item]
            if len(points) > 1:
                items += [Sentence(text=ended(s.text), sources=s.sources, kind="opinion") for s in points]
            elif statements:
                text = "".join(ended(s.text.rstrip("：；")) for s in statements)
                refs = tuple(dict.fromkeys(r for s in statements for r in s.sources))
                items.append(Sentence(text=text, sources=refs, kind="opinion"))
        return (ListBlock(items=tuple(items)),) if items else ()


def _tells_of_the_way(text: str) -> bool:
    return bool(cues.TRAVEL.search(text) or re.search(r"平安(?:抵達|返|回)|行程(?:全部)?結束", text))
