"""How long material is shown to a model: in pieces that end with a sentence, within a budget, each with its ref."""

import re
from collections.abc import Sequence
from itertools import pairwise

from langchain_text_splitters import RecursiveCharacterTextSplitter

from drafting.frozen import Frozen
from drafting.material import Ref

# Without these, chunks of Chinese text end in the middle of a sentence (reference: 1 of 270 against 265 of 265).
_ENDS = ["\n\n", "\n", "。", "！", "？", "；", "，", "、", ""]
_LEAST = 60
_GAP = "……"
_BREAK = re.compile(r"\s*\n\s*")


class Excerpt(Frozen):
    """A piece of a long text; ``start`` is its place in the text, in characters."""

    ref: Ref
    text: str
    start: int


def split(ref: Ref, text: str, size: int = 400) -> tuple[Excerpt, ...]:
    """Cut a text into pieces of at most ``size`` characters that end where a sentence ends, if it has any."""
    splitter = RecursiveCharacterTextSplitter(
        separators=_ENDS,
        keep_separator="end",
        chunk_size=size,
        chunk_overlap=0,
        add_start_index=True,
        length_function=len,
    )
    return tuple(
        Excerpt(ref=ref, text=d.page_content, start=d.metadata["start_index"])
        for d in splitter.create_documents([text])
    )


def shown(texts: Sequence[tuple[Ref, str]], budget: int, about: str = "") -> dict[Ref, str]:
    """Each text on one line, all together within about ``budget`` characters.

    Short texts stay whole. Long ones share what is left and are cut to those excerpts that have most in common with
    ``about``, in their own order, with …… where something is left out. Every text keeps at least an excerpt.
    """
    most = _fair_share([len(text) for _, text in texts], budget)
    return {
        ref: _one_line(text if len(text) <= most else _cut(ref, text, most, about)) for ref, text in texts
    }


def nearness(text: str, other: str) -> float:
    """The share of neighbouring characters in ``text`` that ``other`` has too (digits and marks do not count)."""
    grams = _bigrams(text)
    return len(grams & _bigrams(other)) / len(grams) if grams else 0.0


def _fair_share(lengths: Sequence[int], budget: int) -> int:
    """The length to which the longest texts are cut so that all fit: short texts leave their share to long ones."""
    left = budget
    for done, length in enumerate(ordered := sorted(lengths)):
        share = left // (len(ordered) - done)
        if length > share:
            return max(share, _LEAST)
        left -= length
    return max(lengths, default=0)


def _cut(ref: Ref, text: str, most: int, about: str) -> str:
    pieces = split(ref, text, min(400, most))
    wanted = sorted(pieces, key=lambda piece: (-nearness(about, piece.text), piece.start))
    chosen: list[Excerpt] = []
    for piece in wanted:
        if not chosen or sum(len(c.text) for c in chosen) + len(piece.text) <= most:
            chosen.append(piece)
    chosen.sort(key=lambda piece: piece.start)
    joined = _GAP * (chosen[0].start > 0) + chosen[0].text
    for before, after in pairwise(chosen):
        whole = not text[before.start + len(before.text) : after.start].strip()
        joined += ("\n" if whole else _GAP) + after.text
    return joined + _GAP * bool(text[chosen[-1].start + len(chosen[-1].text) :].strip())


def _one_line(text: str) -> str:
    return _BREAK.sub("／", text.strip())


def _bigrams(text: str) -> set[str]:
    letters = [c for c in text.lower() if c.isalpha()]
    return {a + b for a, b in pairwise(letters)}
