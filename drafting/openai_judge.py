"""Judges what a model wrote, section by section, and has the sentences that fail written anew, all in one request."""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from drafting.errors import OverBudget, WriterRefused, WriterUnavailable
from drafting.model_book import Book
from drafting.openai_answers import Item, Mended, MendedItem, mended_schema
from drafting.openai_ask import Asker
from drafting.openai_gate import Failing, doubted, failing, mended, settled
from drafting.openai_ground import Ground, joined
from drafting.openai_language import language_problem
from drafting.openai_messages import ask_to_mend, number
from drafting.openai_sections import digest_of
from drafting.openai_sorts import kind_told, sorted_out
from drafting.review import Usage
from drafting.trip import Trip

log = logging.getLogger(__name__)

_LONGEST = (
    3  # times its material, and some sentences: a writer that may only use the material has no more to say
)
_SOME = 600
_HEADING = re.compile(r"\s*#{1,6}\s[^。！？：]{1,40}$")
"""A heading in Markdown that nobody asked for: headings are the form's."""


@dataclass(frozen=True)
class Judged:
    """The sentences of one section; ``problem`` (zh-TW) says why they may not stand at all."""

    items: tuple[Item, ...]
    ground: Ground
    problem: str = ""


async def judged(
    parts: Mapping[str, Judged], trip: Trip, asker: Asker, book: Book, shown: int
) -> tuple[dict[str, Judged], Usage]:
    """Each section with its sentences supported by what they cite, or marked; and what mending has cost."""
    found = {key: replace(part, items=_settled(part)) for key, part in parts.items()}
    bad: list[tuple[str, Failing]] = []
    for key, part in found.items():
        if _too_long(part) == "":
            bad += [(key, f) for f in failing(list(part.items), part.ground)]
    numbered = [(key, replace(f, place=n), f.place) for n, (key, f) in enumerate(bad)]
    answers, usage = await _mended(numbered, found, trip, asker, book, shown)
    shown_with = [found[key].ground for key, *_ in numbered]
    for key, part in found.items():
        wider = joined(part.ground, *shown_with)
        replaced = {
            place: mended(f, [_sorted(a, wider) for a in answers if a.number == number(f)], wider)
            or [doubted(f.item, part.ground)]
            for k, f, place in numbered
            if k == key
        }
        items = tuple(new for place, item in enumerate(part.items) for new in replaced.get(place, [item]))
        problem = (
            _too_long(part)
            or ("" if items or not parts[key].items else "回答沒有內容")
            or _foreign(items, part.ground)
        )
        found[key] = replace(part, items=items, problem=problem)
    return found, usage


async def _mended(
    bad: list[tuple[str, Failing, int]],
    parts: Mapping[str, Judged],
    trip: Trip,
    asker: Asker,
    book: Book,
    shown: int,
) -> tuple[tuple[MendedItem, ...], Usage]:
    """What the model writes instead, once; nothing if it cannot: then the first answer stands, marked."""
    if not bad:
        return (), Usage()
    messages, refs = ask_to_mend([f for _, f, _ in bad], trip, [parts[key].ground for key, *_ in bad], shown)
    key = digest_of(messages, asker.server, asker.model)
    if (kept := book.known(key)) is not None:
        return Mended.model_validate_json(kept).items, Usage()
    section = ",".join(dict.fromkeys(key for key, *_ in bad))
    try:
        answer, usage = await asker.ask(
            messages, mended_schema(refs, [number(f) for _, f, _ in bad]), Mended, section, "mend"
        )
    except (WriterRefused, WriterUnavailable, OverBudget) as error:
        log.warning("sentences could not be mended: %s", error)
        return (), Usage()
    book.keep(key, section, answer.model_dump_json())
    return answer.items, usage


def _settled(part: Judged) -> tuple[Item, ...]:
    said = [item for item in part.items if not _HEADING.match(item.text)]
    return settled(sorted_out(said, part.ground), part.ground)


def _sorted(answer: MendedItem, ground: Ground) -> MendedItem:
    return answer.model_copy(update={"kind": kind_told(answer.text, answer.sources, ground)})


def _too_long(part: Judged) -> str:
    material = len(part.ground.words(tuple(part.ground.pieces)))
    written = sum(len(item.text) for item in part.items)
    return "回答比素材長得多，不可能都有依據" if written > _LONGEST * material + _SOME else ""


def _foreign(items: tuple[Item, ...], ground: Ground) -> str:
    wrong = sum(bool(language_problem(item.text, ground.words(item.sources))) for item in items)
    return "回答不是正體中文" if wrong * 2 > len(items) else ""
