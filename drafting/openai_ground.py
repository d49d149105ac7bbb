"""What may be cited in one slot, and which words each cited piece of material stands for."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from drafting.amendments import amendments_in
from drafting.carried import NOTHING, Lent, carried_over
from drafting.checks.case import kind_of
from drafting.form import Role
from drafting.fuller_names import fuller_names_for
from drafting.grounding import Unsupported, unsupported
from drafting.grounding.script import plain
from drafting.material import Kind, Material, Ref
from drafting.proof import CALLED, Gate, common_words, names_in
from drafting.trip import Trip
from drafting.writer import Slot

__all__ = ["DOUBT", "OPINIONS", "Ground", "ground_of", "names_in"]

OPINIONS = (Role.IMPRESSIONS, Role.SUGGESTIONS)
DOUBT = "【待確認】"


@dataclass(frozen=True)
class Ground:
    """``pieces`` by ref; ``evidence`` all that each says; ``own`` those that hold the traveller's own opinion;
    ``common`` the names in the form's fields, which any sentence may use; ``corrected`` the later notes that put a
    number in a piece right: it stands there as it was put right, and whoever cites the piece cites them too; ``title`` what the
    section is called, which lends its sentences places and names; ``fuller`` the abbreviations that the trip spells out
    somewhere.

    ``about`` says in zh-TW what a sentence claims that its sources do not say.
    """

    role: Role
    pieces: dict[Ref, Material]
    evidence: dict[Ref, tuple[str, ...]]
    own: frozenset[Ref]
    common: str
    near: date | None
    corrected: Mapping[Ref, tuple[Ref, ...]] = field(default_factory=dict)
    title: str = ""
    fuller: Mapping[str, str] = field(default_factory=dict)

    def missing(self, text: str, sources: Sequence[Ref], lent: Lent = NOTHING) -> tuple[str, ...]:
        """What ``text`` claims that these sources do not say, and nothing lends it (zh-TW)."""
        found = carried_over(self._unsaid(text, sources), text, lent, self._cited(sources))
        words, cited = plain(self.words(sources)), "、".join(sources)
        of_others = [_named(u) for u in found if plain(u.text) in words]
        absent = [_named(u) for u in found if plain(u.text) not in words]
        return (
            *([f"{'、'.join(dict.fromkeys(absent))}不在所列素材 {cited} 中"] if absent else ()),
            *(
                [f"{'、'.join(dict.fromkeys(of_others))}在所列素材 {cited} 裡說的是別的事"]
                if of_others
                else ()
            ),
        )

    def after(self, lent: Lent, text: str, sources: Sequence[Ref]) -> Lent:
        """What the next sentence may take over."""
        found = carried_over(self._unsaid(text, sources), text, lent, self._cited(sources))
        return lent.after(text, found)

    def _unsaid(self, text: str, sources: Sequence[Ref]) -> tuple[Unsupported, ...]:
        cited = self._cited(sources)
        fuller = fuller_names_for(text, cited, self.fuller)
        return unsupported(text.replace(DOUBT, ""), (self.common, *cited, *fuller), self.near)

    def _cited(self, sources: Sequence[Ref]) -> tuple[str, ...]:
        return tuple(words for ref in sources for words in self.evidence.get(ref, ()))

    def words(self, sources: Sequence[Ref]) -> str:
        """All that these sources say, as one text."""
        return "\n".join(self._cited(sources))


def ground_with(ground: Ground, slot: Slot, cited: Collection[Ref], trip: Trip) -> Ground:
    """The ground of a slot, wider where its sentences rest on material of other sections as well."""
    if ground.pieces.keys() >= set(cited):
        return ground
    return ground_of(
        slot.model_copy(update={"material": tuple(dict.fromkeys((*slot.material, *cited)))}), trip
    )


def joined(first: Ground, *others: Ground) -> Ground:
    """What may be cited in the one, and besides what may be cited in the others: of sentences mended together each may
    cite whatever all of them were shown.
    """
    corrected = {ref: by for ground in (*others, first) for ref, by in ground.corrected.items()}
    return replace(
        first,
        pieces={ref: piece for ground in (*others, first) for ref, piece in ground.pieces.items()},
        evidence={ref: words for ground in (*others, first) for ref, words in ground.evidence.items()},
        own=first.own.union(*(ground.own for ground in others)),
        corrected=corrected,
    )


def ground_of(slot: Slot, trip: Trip) -> Ground:
    """What may be cited: the routed material, and what puts a value in it right, wherever that was routed; for an abstract
    also what the body's sentences rest on.

    Private material and asides are never used, whatever was routed.
    """
    refs = dict.fromkeys((*slot.material, *(ref for s in slot.so_far for ref in s.sources)))
    known = {m.ref: m for m in trip.material if kind_of(m) not in (Kind.PRIVATE, Kind.ASIDE)}
    if slot.role in OPINIONS:  # what the traveller puts here is meant as an opinion here
        meant = Kind.SUGGESTION if slot.role is Role.SUGGESTIONS else Kind.IMPRESSION
        known |= {
            ref: known[ref].model_copy(update={"label": meant})
            for ref in slot.also
            if ref in known and kind_of(known[ref]) not in (Kind.IMPRESSION, Kind.SUGGESTION)
        }
    put_right = (a.by for a in amendments_in(trip.material) if a.target in refs and a.new)
    pieces = {ref: known[ref] for ref in (*refs, *put_right) if ref in known}
    gate = Gate(trip)
    amended = _amended(trip, pieces)
    return Ground(
        role=slot.role,
        pieces=pieces
        | {ref: known[ref].model_copy(update={"text": text}) for ref, (text, _) in amended.items()},
        evidence={
            ref: tuple(
                amended[ref][0] if ref in amended and said == pieces[ref].text else said
                for said in gate.evidence((ref,))
            )
            for ref in pieces
        },
        corrected={ref: by for ref, (_, by) in amended.items()},
        own=frozenset(
            ref
            for ref, piece in pieces.items()
            if piece.own and kind_of(piece) in (Kind.IMPRESSION, Kind.SUGGESTION)
        ),
        common=common_words(trip),
        near=trip.period.start if trip.period else None,
        title=slot.title,
        fuller=gate.fuller,
    )


def _named(claim: Unsupported) -> str:
    return f"「{claim.text}」（{CALLED[claim.kind]}）"


def _amended(trip: Trip, pieces: Mapping[Ref, Material]) -> dict[Ref, tuple[str, tuple[Ref, ...]]]:
    """The pieces that a later note of this ground puts right: their text with the right value, and by which notes."""
    found: dict[Ref, tuple[str, tuple[Ref, ...]]] = {}
    for a in amendments_in(trip.material):
        if a.target in pieces and a.by in pieces and a.new:
            text, by = found.get(a.target, (pieces[a.target].text, ()))
            right = a.new.join(re.split(rf"(?<![\d.]){re.escape(a.old)}(?!\d)", text))
            if right != text:
                found[a.target] = (right, (*by, a.by))
    return found
