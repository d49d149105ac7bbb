"""Puts an abstract together from what the writer of each section says that it shall hold (pure)."""

import re
from collections.abc import Mapping, Sequence

from drafting.counting import A_SENTENCE, count
from drafting.excerpts import nearness
from drafting.form import Length, Role
from drafting.plan.first_mention import bracketed_once
from drafting.report import Sentence
from drafting.revision import Edit
from drafting.writer import Prose, Slot

_SAME = 0.8  # of a sentence's neighbouring characters in another: it says the same once more
_TOUCHED = 0.3  # in a sentence that a person changed or took out: it may say what that person did not want
_OPENING = ""  # the key of no section
_BRIEF = 1.5  # times the least length, where the form sets no most
_Given = tuple[str, Sentence]
"""A sentence with the key of the section that gave it."""


def drafted(
    prose: Mapping[str, Prose],
    order: Sequence[Slot],
    slot: Slot,
    edits: Sequence[Edit],
    opening: Sequence[Sentence] = (),
) -> tuple[Sentence, ...]:
    """The sentences for the abstract, section by section in the order of the form: facts first, opinions at the end.

    Before them stands the ``opening`` (who went when and where), which no section knows; () if no section gave any.

    What another sentence says already is left out, and so is what might repeat a sentence that a person has changed by
    hand. What is too much is taken from the part that went furthest beyond its share, there from the section that gave
    most; each part keeps a sentence. A foreign name in brackets stands at its first
    mention only, as in any other text.
    """
    kept: list[_Given] = []
    for key in (each.key for each in order):
        for sentence in prose[key].for_abstract:
            if not _said(sentence, kept) and not any(_touched(sentence, edit) for edit in edits):
                kept.append((key, sentence))
    if not kept:
        return ()
    kept = _within([*((_OPENING, s) for s in opening), *kept], order, slot.length)
    facts = [s for _, s in kept if s.kind != "opinion"]
    return tuple(bracketed_once([*facts, *(s for _, s in kept if s.kind == "opinion")], set()))


def _said(sentence: Sentence, before: Sequence[tuple[str, Sentence]]) -> bool:
    """Whether it tells nothing new. Two sentences that differ in a number are two: figures are no neighbours of letters."""
    numbers = re.findall(r"\d+", sentence.text)
    return any(
        nearness(sentence.text, other.text) >= _SAME and numbers == re.findall(r"\d+", other.text)
        for _, other in before
    )


def _touched(sentence: Sentence, edit: Edit) -> bool:
    if not edit.before or not set(edit.sources) & set(sentence.sources):
        return False
    return max(nearness(sentence.text, edit.before), nearness(edit.before, sentence.text)) >= _TOUCHED


def _within(kept: list[_Given], order: Sequence[Slot], length: Length | None) -> list[_Given]:
    most = length and (length.most or (length.least or 0) * _BRIEF)
    if not length or not most:
        return kept
    sizes = {id(s): count(s.text).by(length.counted) for _, s in kept}
    while (
        sum(sizes[id(s)] for _, s in kept) > most and (gone := _least_missed(kept, order, sizes)) is not None
    ):
        del kept[gone]
    while length.most and sum(sizes[id(s)] for _, s in kept) > length.most:
        longest = max((sizes[id(s)], n) for n, (key, s) in enumerate(kept) if key != _OPENING)
        if sum(key != _OPENING for key, _ in kept) == 1:
            break
        del kept[longest[1]]
    return kept


def _least_missed(kept: Sequence[_Given], order: Sequence[Slot], sizes: Mapping[int, int]) -> int | None:
    """The place of the last sentence of that part which gave most beyond its share; a part keeps one sentence."""
    parts = {slot.key: slot.role for slot in order}
    beyond: dict[Role, float] = {}
    for role in {parts[key] for key, _ in kept if key != _OPENING}:
        given = [sizes[id(s)] for key, s in kept if parts.get(key) == role]
        wanted = sum(slot.share for slot in order if slot.role == role) * A_SENTENCE
        if len(given) > 1:
            beyond[role] = sum(given) - wanted
    if not beyond:
        return None
    role = max(beyond, key=beyond.__getitem__)
    gave = [key for key, _ in kept if parts.get(key) == role]
    longest = max(reversed(gave), key=gave.count)
    return max(n for n, (key, _) in enumerate(kept) if key == longest)
