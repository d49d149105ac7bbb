"""How much of the abstract each section answers for: whoever writes a section also says what the abstract shall hold of it (pure)."""

from collections.abc import Mapping
from math import sqrt

from drafting.counting import A_SENTENCE
from drafting.form import Length, Role
from drafting.trip import Trip
from drafting.writer import Slot

_ROOM = 1.1  # times the least length: sentences may turn out shorter than asked for
_USUAL = 8  # sentences, where the form sets no length
_PARTS = ((0.28, (Role.IMPRESSIONS, Role.SUGGESTIONS)), (0.1, (Role.PURPOSE,)), (0.62, (Role.PROCESS,)))
"""What share of an abstract speaks of which parts."""


def with_shares(slots: Mapping[str, Slot], trip: Trip) -> dict[str, Slot]:
    """The slots, each of the body with its ``share`` in sentences of the abstract; none if the form has no abstract.

    Shares are fractions: sections that are written together give the sum of theirs. A long section has more to say
    than a short one, though not in proportion: it goes by the square root of its material.
    """
    abstract = next((slot for slot in slots.values() if slot.role is Role.ABSTRACT), None)
    if abstract is None:
        return dict(slots)
    weights = {key: sqrt(sum(len(m.text) for m in slot.pieces(trip))) for key, slot in slots.items()}
    given: dict[str, float] = {}
    for share, roles in _PARTS:
        inside = {key: weights[key] for key, slot in slots.items() if slot.role in roles and weights[key]}
        given |= {key: share * weight / sum(inside.values()) for key, weight in inside.items()}
    # parts that are empty leave theirs to the others
    scale = sentences_in(abstract.length) / sum(given.values()) if given else 0.0
    return {
        key: slot.model_copy(update={"share": given[key] * scale}) if key in given else slot
        for key, slot in slots.items()
    }


def sentences_in(length: Length | None) -> int:
    """About how many sentences an abstract of this length has."""
    least, most = (length.least, length.most) if length else (None, None)
    if least and most:
        return max(1, (least + most) // 2 // A_SENTENCE)
    if least or most:
        return max(1, round((least * _ROOM if least else (most or 0) * 0.8) / A_SENTENCE))
    return _USUAL
