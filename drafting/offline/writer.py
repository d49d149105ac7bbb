"""The writer without a model: chooses and orders the traveller's own sentences; it never adds a fact and never pads."""

import re
from collections.abc import Sequence

from drafting.form import Form, Role
from drafting.gather import cues
from drafting.material import Material, Ref
from drafting.offline.abstract import abstract_of
from drafting.offline.amended import amended_statements
from drafting.offline.prose import blocks_of, without_repetition
from drafting.offline.statements import Statement
from drafting.plan.activities import Activity, Sort
from drafting.plan.amendments import Amendment, amendments_in
from drafting.plan.routing import route
from drafting.report import ListBlock, Sentence
from drafting.trip import Trip
from drafting.writer import Headed, Prose, Slot

_NEW_THOUGHT = re.compile(
    r"^(?:還有|另外)?(?:一個|一點)?(?:感想|想法)|^.{0,12}成果[：:]"
)  # leaves the headline before it
_PAUSE = 1500  # seconds between two notes after which a new paragraph may begin


class OfflineWriter:
    """No key, no network, no cost. Its only words of its own are the opening of the abstract and the headings."""

    name = "offline"
    model = ""
    place = ""

    def __init__(self) -> None:
        self._trip: Trip | None = None
        self._amendments: tuple[Amendment, ...] = ()

    @property
    def prompts(self) -> dict[str, str]:
        """None: nothing is asked of a model."""
        return {}

    async def write(self, slot: Slot, trip: Trip, form: Form) -> Prose:  # noqa: ARG002 - the protocol gives the form
        """The prose of one slot from the statements of its material."""
        if trip is not self._trip:
            self._trip, self._amendments = trip, amendments_in(trip.material)
        if slot.role is Role.ABSTRACT:
            return Prose(blocks=abstract_of(slot.so_far, trip, slot.length))
        pieces = slot.pieces(trip)
        if slot.role is Role.SUGGESTIONS:
            return Prose(blocks=self._suggestions(pieces))
        if slot.role is Role.IMPRESSIONS:
            return Prose(headed=self._impressions(pieces, trip))
        said = [
            (piece, s) for piece in pieces for s in amended_statements(piece, self._amendments) if not s.head
        ]
        if slot.key == "lead":
            said = [(p, s) for p, s in said if not cues.TRAVEL.search(s.text)]
        return Prose(blocks=self._facts(said))

    def _facts(self, said: Sequence[tuple[Material, Statement]]) -> tuple:  # type: ignore[type-arg]
        kept = without_repetition([s for _, s in said])
        when = {p.ref: p.said_at for p, _ in said}
        fresh: list[bool] = []
        for index, statement in enumerate(kept):
            before = kept[index - 1] if index else None
            apart = (
                before is not None
                and abs((when[statement.sources[0]] - when[before.sources[0]]).total_seconds()) > _PAUSE
            )
            fresh.append(apart)
        return blocks_of(kept, "fact", fresh=fresh)

    def _suggestions(self, pieces: Sequence[Material]) -> tuple:  # type: ignore[type-arg]
        """One numbered item for each suggestion; a note that lists several gives as many."""
        items: list[Sentence] = []
        for piece in pieces:
            statements = [s for s in amended_statements(piece, self._amendments) if not s.head]
            points = [s for s in statements if s.item]
            if len(points) > 1:
                items += [Sentence(text=_stop(s.text), sources=s.sources, kind="opinion") for s in points]
            elif statements:
                text = "".join(_stop(s.text.rstrip("：")) for s in statements)
                refs = tuple(dict.fromkeys(r for s in statements for r in s.sources))
                items.append(Sentence(text=text, sources=refs, kind="opinion"))
        return (ListBlock(items=tuple(items)),) if items else ()

    def _impressions(self, pieces: Sequence[Material], trip: Trip) -> tuple[Headed, ...]:
        """Pieces under the traveller's own headlines; without one, under the activity that they speak of."""
        groups: list[tuple[str, list[Statement]]] = []
        activities = route(trip).activities
        current = ""
        for piece in pieces:
            statements = without_repetition(amended_statements(piece, self._amendments))
            head = next((s.text for s in statements if s.head), "")
            body = [s for s in statements if not s.head]
            after = trip.period is not None and piece.meant_on > trip.period.end
            if _NEW_THOUGHT.search(piece.text):
                current = ""
            title = head or (
                current if after and current else "" if after else _activity_title(piece, activities)
            )
            current = title if after else ""
            title = title or "整體心得"
            known = next((g for g in groups if g[0] == title), None)
            if known:
                known[1].extend(body)
            elif body:
                groups.append((title, body))
        return tuple(
            Headed(title=title, blocks=blocks_of(body, "opinion", fresh=[False] * len(body)))
            for title, body in groups
            if body
        )


def _stop(text: str) -> str:
    return text if text.endswith(("。", "！", "？")) else f"{text}。"


def _activity_title(piece: Material, activities: Sequence[Activity]) -> str:
    """The title of the last main activity begun on the piece's day before it was written."""
    today = [a for a in activities if a.day == piece.meant_on and a.sort is Sort.MAIN]
    begun = [a for a in today if a.start and piece.meant_at and a.start <= piece.meant_at]
    return (begun or today)[-1].title if begun or today else ""


__all__ = ["OfflineWriter", "Ref"]
