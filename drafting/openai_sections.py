"""What a section is known by: everything that its text depends on, so that an unchanged section is never paid for twice."""

import hashlib
import json

from drafting.form import Form
from drafting.frozen import Frozen
from drafting.openai_answers import Item
from drafting.openai_ground import Ground
from drafting.openai_messages import Messages, ask_for
from drafting.trip import Trip
from drafting.wording.trip_statements import TripStatements
from drafting.writer import Slot

_ANY = 0.01
_WHOLE = 10**9  # characters: a section's key depends on all of its material, shown or not


class Known(Frozen):
    """What a model answered for one section, and for the abstract about it, before any judgement: that is made anew each
    time, by the rules of today.
    """

    items: tuple[Item, ...]
    abstract: tuple[Item, ...] = ()


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


def digest_of(messages: Messages, server: str, model: str) -> str:
    """SHA-256 of a request, as hex."""
    return hashlib.sha256(json.dumps([server, model, messages], ensure_ascii=False).encode()).hexdigest()
