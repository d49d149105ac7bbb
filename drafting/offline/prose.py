"""Statements into paragraphs and lists, with near repetitions left out."""

import re
from collections.abc import Sequence
from typing import Literal

from drafting.offline.register import ended
from drafting.offline.statements import Statement
from drafting.report import ListBlock, Paragraph, Sentence

_LONGEST = 5  # sentences in a paragraph
Blocks = tuple[Paragraph | ListBlock, ...]


def blocks_of(
    statements: Sequence[Statement], kind: Literal["fact", "opinion"], *, fresh: Sequence[bool]
) -> Blocks:
    """Paragraphs of a few sentences, and lists after what leads into them.

    ``fresh`` says for each statement whether a pause went before it, where a new paragraph may begin.
    """
    blocks: list[Paragraph | ListBlock] = []
    running: list[Sentence] = []
    points: list[Sentence] = []

    def close() -> None:
        if points:
            blocks.append(ListBlock(items=tuple(points)))
            points.clear()
        if running:
            blocks.append(Paragraph(sentences=tuple(running)))
            running.clear()

    for statement, pause in zip(statements, fresh, strict=True):
        sentence = Sentence(
            text=statement.text if statement.item else ended(statement.text),
            sources=statement.sources,
            kind=kind,
        )
        if statement.item:
            if running:
                close()
            points.append(sentence)
            continue
        if points or len(running) >= _LONGEST or (pause and len(running) >= 2):
            close()
        running.append(sentence)
    close()
    return tuple(_alone_as_sentence(b) for b in blocks)


def _alone_as_sentence(block: Paragraph | ListBlock) -> Paragraph | ListBlock:
    """A list of one point is a sentence."""
    if isinstance(block, ListBlock) and len(block.items) == 1:
        only = block.items[0]
        return Paragraph(sentences=(only.model_copy(update={"text": ended(only.text)}),))
    return block


def without_repetition(statements: Sequence[Statement]) -> list[Statement]:
    """Each thing once: a later statement that says nearly the same lends only its sources to the first."""
    kept: list[Statement] = []
    grams: list[set[str]] = []
    for statement in statements:
        own = _grams(statement.text)
        twin = next(
            (i for i, other in enumerate(grams) if own and len(own & other) / len(own | other) > 0.75), None
        )
        if twin is None:
            kept.append(statement)
            grams.append(own)
        else:
            kept[twin] = kept[twin]._replace(
                sources=tuple(dict.fromkeys((*kept[twin].sources, *statement.sources)))
            )
    return kept


def _grams(text: str) -> set[str]:
    bare = re.sub(r"[\W_]", "", text)
    return {bare[i : i + 2] for i in range(len(bare) - 1)}
