"""Notes that a model leaves as they are: it only names them, and code prints the traveller's own words in written register.

Where a server answers one request at a time, people wait for every word of the answer; what needs no other words is not
typed once more, and cannot be mistyped.
"""

import re
from collections.abc import Mapping, Sequence

from drafting.checks.case import kind_of
from drafting.form import Role
from drafting.gather import cues
from drafting.material import Kind, Material, Medium, Ref
from drafting.openai_answers import Item
from drafting.openai_ground import OPINIONS, Ground
from drafting.wording.punctuation import ended
from drafting.wording.standing_alone import reads_as_written
from drafting.wording.trip_statements import TripStatements
from drafting.writer import Slot

_ONE_OF_SEVERAL = re.compile(
    r"\s*(?:第[一二三四五六七八九十]|其[一二三次]|[一二三四五六七八九十]、|\d{1,2}[.、)]|[(（][一二三\d]|補|更正)"
)
"""How a message begins that goes on from another: without the others it has no beginning."""
_LONGEST = 250  # characters: what is longer is to be condensed, not kept


def may_be_kept(
    slots: Sequence[Slot], grounds: Mapping[str, Ground], statements: TripStatements
) -> tuple[Ref, ...]:
    """What may stand as it is: short notes of the travellers, typed or spoken, in whole sentences of written language; in
    心得 and 建議 their opinions only. Nothing of a section that somebody wants to be written otherwise.
    """
    return tuple(
        dict.fromkeys(ref for slot in slots for ref in _kept_in(slot, grounds[slot.key], statements))
    )


def with_kept(
    items: Sequence[Item], slot: Slot, ground: Ground, statements: TripStatements
) -> tuple[Item, ...]:
    """The sentences of one section, those without words replaced by what the one note says that they name.

    A note that the answer tells in other words as well does not stand beside them; what may not be kept is left out.
    """
    told = {ref for item in items if item.text.strip() for ref in item.sources}
    allowed = frozenset(_kept_in(slot, ground, statements)) - told
    found: list[Item] = []
    for item in items:
        if item.text.strip():
            found.append(item)
        elif len(item.sources) == 1 and item.sources[0] in allowed:
            found += _said(ground.pieces[item.sources[0]], item, statements)
    return tuple(found)


def _kept_in(slot: Slot, ground: Ground, statements: TripStatements) -> tuple[Ref, ...]:
    if slot.wished or slot.role is Role.ABSTRACT:
        return ()
    opinions = ground.role in OPINIONS
    return tuple(
        ref
        for ref, piece in ground.pieces.items()
        if _is_short_note(piece) and (ref in ground.own or not opinions) and _is_written(piece, statements)
    )


def _is_short_note(piece: Material) -> bool:
    return (
        piece.own
        and piece.medium in (Medium.NOTE, Medium.VOICE)
        and kind_of(piece) in (Kind.FACT, Kind.QUOTE, Kind.IMPRESSION, Kind.SUGGESTION)
        and len(piece.text) <= _LONGEST
    )


def _is_written(piece: Material, statements: TripStatements) -> bool:
    if _ONE_OF_SEVERAL.match(piece.text):
        return False
    said = statements.of(piece)
    return bool(said) and not any(
        s.item or s.head or cues.TRAVEL.search(s.text) or not reads_as_written(s.text) for s in said
    )


def _said(piece: Material, named: Item, statements: TripStatements) -> list[Item]:
    """The note's statements; the first begins what the model said that it begins."""
    texts = [(ended(s.text), s.sources) for s in statements.of(piece)]
    first, *others = (Item(text=text, sources=sources) for text, sources in texts)
    return [first.model_copy(update={"headline": named.headline}) if named.headline else first, *others]
