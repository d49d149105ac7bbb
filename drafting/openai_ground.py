"""What may be cited in one slot, and which words each cited piece of material stands for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from drafting.checks.case import kind_of
from drafting.checks.sources import evidence_in
from drafting.form import Role
from drafting.grounding import unsupported
from drafting.material import Kind, Material, Ref
from drafting.trip import Trip
from drafting.writer import Slot

_KINDS = {
    "number": "數字",
    "date": "日期",
    "person": "人名",
    "organisation": "機關名",
    "place": "地名",
    "quote": "引文",
}
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
        return tuple(dict.fromkeys(f"「{u.text}」（{_KINDS.get(str(u.kind), '名稱')}）" for u in found))

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
    return Ground(
        role=slot.role,
        pieces=pieces,
        evidence={ref: _evidence(piece, trip) for ref, piece in pieces.items()},
        own=frozenset(
            ref
            for ref, piece in pieces.items()
            if piece.own and kind_of(piece) in (Kind.IMPRESSION, Kind.SUGGESTION)
        ),
        common=_fields(trip),
        near=trip.period.start if trip.period else None,
    )


def names_in(text: str, trip: Trip) -> tuple[tuple[str, ...], ...]:
    """The entries of the names desk of which ``text`` has any form, each with all its forms."""
    entries = (tuple(filter(None, (name.zh, name.foreign, name.abbreviation))) for name in trip.names)
    return tuple(forms for forms in entries if len(forms) > 1 and any(form in text for form in forms))


def _evidence(piece: Material, trip: Trip) -> tuple[str, ...]:
    """What the checks take a piece to say, who said it, and other forms of the names that it mentions."""
    said = tuple(evidence_in(piece))
    names = (" ".join(forms) for forms in names_in("\n".join(said), trip))
    by_hand = (edit.after for edit in trip.edits if piece.ref in edit.sources)  # the person answers for it
    return (*said, *names, *by_hand, *filter(None, (piece.author, piece.forwarded_from)))


def _fields(trip: Trip) -> str:
    people = (word for t in trip.travellers for word in (t.name, t.agency, t.unit, t.title))
    return "\n".join(filter(None, (trip.report_name, trip.host_agency, *trip.regions, *people)))
