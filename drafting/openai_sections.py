"""What a section is known by: everything that its text depends on, so that an unchanged section is never paid for twice."""

import json
from collections.abc import Sequence
from hashlib import sha256

from drafting.form import Form
from drafting.frozen import Frozen
from drafting.material import Ref
from drafting.openai_answers import Item, cited_by
from drafting.openai_ground import Ground, ground_with
from drafting.openai_messages import Messages, ask_for
from drafting.trip import Trip
from drafting.wording.trip_statements import TripStatements
from drafting.writer import Slot

_ANY = 0.01
_WHOLE = 10**9  # characters: a section's key depends on all of its material, shown or not


class Known(Frozen):
    """What a model answered for one section, and for the abstract about it, before any judgement: that is made anew each
    time, by the rules of today.

    ``elsewhere`` is the material of other sections that it rests on, each with the digest of its text: of that the key of
    the section knows nothing.
    """

    items: tuple[Item, ...]
    abstract: tuple[Item, ...] = ()
    elsewhere: dict[Ref, str] = {}


def key_of(
    slot: Slot,
    trip: Trip,
    form: Form,
    ground: Ground,
    server: str,
    model: str,
    *,
    keeping: TripStatements | None = None,
) -> str:
    """SHA-256 of the request that would be sent for this section alone, with the server and the model.

    The request holds the words of every template, the form's wishes, and the routed material word for word; what is not
    in it cannot change the answer. How much of the abstract falls to a section hangs on all others, so only whether any
    does is in the key.
    """
    alone = slot.model_copy(update={"share": min(slot.share, _ANY)})
    return digest_of(ask_for([alone], trip, form, {slot.key: ground}, _WHOLE, keeping=keeping), server, model)


def answered(
    slot: Slot, items: Sequence[Item], abstract: Sequence[Item], ground: Ground, trip: Trip
) -> Known:
    """What a model answered for a section, as it is kept."""
    known = Known(items=tuple(items), abstract=tuple(abstract))
    foreign = _elsewhere(known, slot, ground, trip)
    return known.model_copy(update={"elsewhere": foreign}) if foreign else known


def holds(known: Known, slot: Slot, ground: Ground, trip: Trip) -> bool:
    """Whether what it rests on besides its own section says the same as then, and may still be used."""
    return known.elsewhere == _elsewhere(known, slot, ground, trip)


def _elsewhere(known: Known, slot: Slot, ground: Ground, trip: Trip) -> dict[Ref, str]:
    cited = [ref for ref in cited_by((*known.items, *known.abstract)) if ref not in ground.pieces]
    if not cited:
        return {}
    pieces = ground_with(ground, slot, cited, trip).pieces
    return {ref: sha256(pieces[ref].text.encode()).hexdigest() for ref in cited if ref in pieces}


def digest_of(messages: Messages, server: str, model: str) -> str:
    """SHA-256 of a request, as hex."""
    return sha256(json.dumps([server, model, messages], ensure_ascii=False).encode()).hexdigest()
