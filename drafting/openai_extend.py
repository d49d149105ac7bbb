"""Brings an abstract to the length that the form demands: one request for more sentences, from what it does not use yet."""

import logging
from collections.abc import Mapping
from dataclasses import replace

from drafting.counting import count
from drafting.errors import OverBudget, WriterRefused, WriterUnavailable
from drafting.excerpts import nearness
from drafting.form import Form
from drafting.model_book import Book
from drafting.openai_answers import Answer, Item, answer_schema
from drafting.openai_ask import Asker
from drafting.openai_judge import Judged, judged
from drafting.openai_messages import ask_to_extend
from drafting.openai_sections import digest_of
from drafting.openai_sorts import woven
from drafting.review import Usage
from drafting.trip import Trip
from drafting.writer import Slot

_SAID = 0.9  # of a sentence's neighbouring characters in the abstract: it says nothing new
log = logging.getLogger(__name__)


async def extended(
    parts: Mapping[str, Judged], slot: Slot, trip: Trip, form: Form, asker: Asker, book: Book, shown: int
) -> tuple[dict[str, Judged], Usage]:
    """The abstract within the form's bounds, as far as the body carries it: what is missing is asked for once, what is
    too much is taken off. It is never padded.
    """
    part = parts[slot.key]
    least, most = (slot.length.least, slot.length.most) if slot.length else (None, None)
    short = (least or 0) - _size(part.items, slot)
    usage = Usage()
    if part.items and not part.problem and short > 0:
        more, usage = await _more(part, slot, short, trip, form, asker, book, shown)
        part = replace(part, items=woven(part.items, more, part.ground, slot.so_far))
    if most:
        part = replace(part, items=_cut(part.items, slot, most))
    return {**parts, slot.key: part}, usage


async def _more(
    part: Judged, slot: Slot, short: int, trip: Trip, form: Form, asker: Asker, book: Book, shown: int
) -> tuple[list[Item], Usage]:
    messages = ask_to_extend(slot, [i.text for i in part.items], short, trip, form, part.ground)
    if messages is None:
        return [], Usage()
    key, usage = digest_of(messages, asker.server, asker.model), Usage()
    kept = book.known(key)
    try:
        if kept is None:
            schema = answer_schema(tuple(part.ground.pieces), headed=False)
            answer, usage = await asker.ask(messages, schema, Answer, slot.key, "extend")
            book.keep(key, slot.key, answer.model_dump_json())
        else:
            answer = Answer.model_validate_json(kept)
    except (WriterRefused, WriterUnavailable, OverBudget) as error:
        log.warning("the abstract could not be extended: %s", error)
        return [], usage
    new = Judged(items=answer.items, ground=part.ground)
    found, cost = await judged({slot.key: new}, trip, asker, book, shown)
    more = found[slot.key]
    said = "".join(item.text for item in part.items)
    fresh = [item for item in more.items if nearness(item.text, said) < _SAID] if not more.problem else []
    return fresh, usage.plus(cost)


def _cut(items: tuple[Item, ...], slot: Slot, most: int) -> tuple[Item, ...]:
    """Without as many sentences as are too much, from the end of the facts; the first one and the opinions stay longest."""
    kept = list(items)
    while _size(tuple(kept), slot) > most and len(kept) > 1:
        facts = [n for n, item in enumerate(kept) if n and item.kind != "opinion"]
        kept.pop(facts[-1] if facts else -1)
    return tuple(kept)


def _size(items: tuple[Item, ...], slot: Slot) -> int:
    text = "".join(item.text for item in items)
    return count(text).by(slot.length.counted) if slot.length else 0
