"""An abstract that stands is kept up to date: what is new in the body is added by one small request, not all drawn anew."""

import logging

from drafting.errors import OverBudget, WriterRefused, WriterUnavailable
from drafting.form import Form
from drafting.frozen import Frozen
from drafting.model_book import Book
from drafting.openai_answers import Answer, Item, answer_schema
from drafting.openai_ask import Asker
from drafting.openai_gate import failing
from drafting.openai_ground import DOUBT, Ground
from drafting.openai_messages import ask_to_extend
from drafting.openai_sections import digest_of
from drafting.openai_sorts import facts_first
from drafting.review import Usage
from drafting.trip import Trip
from drafting.writer import Slot

log = logging.getLogger(__name__)

_MOST_NEW = (
    0.3  # of the body's sentences, or of its own that no longer hold, before an abstract is drawn anew
)
_A_THIRD = 14  # characters of abstract for each new sentence of the body


class Standing(Frozen):
    """The abstract of the newest draft, and the body's sentences that it was written for."""

    items: tuple[Item, ...]
    seen: tuple[str, ...]


async def renewed(
    slot: Slot, trip: Trip, form: Form, ground: Ground, asker: Asker, book: Book
) -> tuple[tuple[Item, ...] | None, Usage]:
    """The abstract that stands with what is new in the body; None where it has to be drawn anew."""
    text = book.known(_key(slot, form, asker))
    if text is None:
        return None, Usage()
    standing = Standing.model_validate_json(text)
    wrong = {f.place for f in failing(list(standing.items), ground)}
    kept = tuple(item for place, item in enumerate(standing.items) if place not in wrong)
    seen = set(standing.seen)
    new = tuple(s for s in slot.so_far if s.sources and s.text not in seen and DOUBT not in s.text)
    if len(wrong) > _MOST_NEW * len(standing.items) or len(new) > _MOST_NEW * len(slot.so_far) or not kept:
        return None, Usage()
    told = slot.model_copy(update={"so_far": new})
    messages = ask_to_extend(told, [i.text for i in kept], len(new) * _A_THIRD, trip, form, ground)
    if messages is None:
        return kept, Usage()
    schema = answer_schema(tuple(dict.fromkeys(ref for s in new for ref in s.sources)), headed=False)
    try:
        answer, usage = await asker.ask(messages, schema, Answer, slot.key, "extend")
    except (WriterRefused, WriterUnavailable, OverBudget) as error:
        log.warning("the abstract was not brought up to date: %s", error)
        return None, Usage()
    return facts_first(kept, answer.items, ground), usage


def stand(slot: Slot, form: Form, items: tuple[Item, ...], asker: Asker, book: Book) -> None:
    """Keep an abstract as the one that stands, without what is in doubt."""
    sure = tuple(item for item in items if DOUBT not in item.text)
    standing = Standing(items=sure, seen=tuple(s.text for s in slot.so_far))
    book.keep(_key(slot, form, asker), slot.key, standing.model_dump_json(exclude_unset=True))


def _key(slot: Slot, form: Form, asker: Asker) -> str:
    named = f"standing {form.key} {slot.key} {slot.title} {slot.guidance} {slot.length}"
    return digest_of([{"role": "system", "content": named}], asker.server, asker.model)
