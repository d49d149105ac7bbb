"""Leaves a foreign name in brackets at its first mention only: each section is written by somebody who knows no other (pure)."""

import re
from collections.abc import Iterator, Mapping, Sequence

from drafting.report import ListBlock, Paragraph, Sentence
from drafting.writer import Prose

_BRACKET = re.compile(
    r"(?<=[\u4e00-\u9fff」』》A-Za-z\d])\s?[（(](?:[A-Za-z]|\d+[A-Z]|(?=[\d\s]+[A-Z][a-z]+[ )）])\d)[^（()）]*[)）]"
    r"(?:\s(?=[^\x00-\x7f]))?"
)
"""「(Harbour Cities Union)」, 「（3M Company）」, 「（21 Club）」 behind a name in any script; no 「(10 km)」, 「(3人)」 or 「(2018年)」."""


def explained_once(prose: Mapping[str, Prose], order: Sequence[str]) -> dict[str, Prose]:
    """The prose of the slots named in ``order``, each bracket like 「(Harbour Cities Union, HCU)」 at its first place only.

    What somebody said word for word keeps its brackets.
    """
    seen: set[str] = set()
    found = dict(prose)
    for key in order:
        blocks = _all(prose[key].blocks, seen)
        headed = tuple(h.model_copy(update={"blocks": _all(h.blocks, seen)}) for h in prose[key].headed)
        found[key] = prose[key].model_copy(update={"blocks": blocks, "headed": headed})
    return found


def bracketed_once(sentences: Sequence[Sentence], seen: set[str]) -> Iterator[Sentence]:
    """The sentences without the brackets in ``seen``; those that they have are put into it."""

    def once(found: re.Match[str]) -> str:
        bracket = found[0].strip().strip("()（）").casefold()
        again = bracket in seen
        seen.add(bracket)
        return "" if again else found[0]

    for sentence in sentences:
        text = sentence.text if sentence.kind == "quote" else _BRACKET.sub(once, sentence.text)
        yield sentence if text == sentence.text else sentence.model_copy(update={"text": text})


def _all(blocks: Sequence[Paragraph | ListBlock], seen: set[str]) -> tuple[Paragraph | ListBlock, ...]:
    return tuple(
        block.model_copy(update={"items": tuple(bracketed_once(block.items, seen))})
        if isinstance(block, ListBlock)
        else block.model_copy(update={"sentences": tuple(bracketed_once(block.sentences, seen))})
        for block in blocks
    )
