"""Statements into paragraphs and lists, each thing once."""

import re
from collections.abc import Sequence
from typing import Literal

from drafting.report import ListBlock, Paragraph, Sentence
from drafting.wording.punctuation import ended
from drafting.wording.statement import Statement

Blocks = tuple[Paragraph | ListBlock, ...]
_LONGEST = 5  # sentences in a paragraph
_LIGHT = re.compile(r"[\W_的了也就很都是我們在]")  # what may differ between two ways of saying the same


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
    """Each thing once: a later statement with the same words lends only its sources to the first.

    Only marks and light words may differ: 「張課長」 and 「李課長」, 3輛 and 4輛 are two things.
    """
    kept: dict[str, Statement] = {}
    for statement in statements:
        key = _LIGHT.sub("", statement.text) or statement.text
        known = kept.setdefault(key, statement)
        if known is not statement:
            refs = tuple(dict.fromkeys((*known.sources, *statement.sources)))
            kept[key] = known._replace(sources=refs)
    return list(kept.values())
