"""What the writers of the sections give for the abstract: judged like everything else, and handed on where it is sure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from drafting.form import Role
from drafting.openai_answers import Item, cited_by
from drafting.openai_ground import DOUBT, Ground, ground_with
from drafting.openai_judge import Judged
from drafting.openai_sections import Known
from drafting.report import Sentence
from drafting.trip import Trip
from drafting.writer import Slot


def to_judge(
    slots: Sequence[Slot], drawn: Mapping[str, Known], grounds: Mapping[str, Ground], trip: Trip
) -> dict[str, Judged]:
    """The sentences given for the abstract, beside the sections themselves, by a key of their own.

    They may rest on material of other sections as well.
    """
    return {
        _named(slot.key): Judged(
            tuple(item for item in drawn[slot.key].abstract if item.sources),
            replace(
                ground_with(grounds[slot.key], slot, cited_by(drawn[slot.key].abstract), trip),
                role=Role.ABSTRACT,
            ),
        )
        for slot in slots
        if drawn[slot.key].abstract
    }


def sure(slot: Slot, good: Mapping[str, Judged]) -> tuple[Sentence, ...]:
    """Those that may stand. One that is in doubt is not marked but passed over: an abstract is a choice, the body
    has the same material and is asked about there.
    """
    part = good.get(_named(slot.key))
    if part is None or part.problem:
        return ()
    return tuple(
        Sentence(text=item.text, sources=item.sources, kind=item.kind)
        for item in part.items
        if item.sources and DOUBT not in item.text
    )


def put_together(slot: Slot) -> Known:
    """The abstract as its sentences were given, as if it had been answered so."""
    return Known(
        items=tuple(Item(text=s.text, sources=s.sources, kind=s.kind) for s in slot.drafted),
    )


def _named(key: str) -> str:
    return f"{key}+abstract"
