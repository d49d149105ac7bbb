"""What may be cited in one slot, and which words each cited piece of material stands for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from drafting.checks.case import kind_of
from drafting.form import Role
from drafting.grounding import unsupported
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
    ``common`` the names in the form's fields, which any sentence may use.

    ``about`` says in zh-TW what a sentence claims that its sources do not say.
    """

    role: Role
    pieces: dict[Ref, Material]
    evidence: dict[Ref, tuple[str, ...]]
    own: frozenset[Ref]
    common: str
    near: date | None

    def missing(self, text: str, sources: Sequence[Ref]) -> tuple[str, ...]:
        """What ``text`` claims that these sources do not say, as 「22分」（數字）."""
        said = [self.common, *(words for ref in sources for words in self.evidence.get(ref, ()))]
        found = unsupported(text.replace(DOUBT, ""), said, self.near)
        return tuple(dict.fromkeys(f"「{u.text}」（{CALLED[u.kind]}）" for u in found))

    def words(self, sources: Sequence[Ref]) -> str:
        """All that these sources say, as one text."""
        return "\n".join(words for ref in sources for words in self.evidence.get(ref, ()))


def ground_of(slot: Slot, trip: Trip) -> Ground:
    """What may be cited: the routed material; for an abstract also what the body's sentences rest on.

    Private material and asides are never used, whatever was routed.
    """
    refs = dict.fromkeys((*slot.material, *(ref for s in slot.so_far for ref in s.sources)))
    known = {m.ref: m for m in trip.material if kind_of(m) not in (Kind.PRIVATE, Kind.ASIDE)}
    pieces = {ref: known[ref] for ref in refs if ref in known}
    gate = Gate(trip)
    return Ground(
        role=slot.role,
        pieces=pieces,
        evidence={ref: gate.evidence((ref,)) for ref in pieces},
        own=frozenset(
            ref
            for ref, piece in pieces.items()
            if piece.own and kind_of(piece) in (Kind.IMPRESSION, Kind.SUGGESTION)
        ),
        common=common_words(trip),
        near=trip.period.start if trip.period else None,
    )
