"""Sentences become the prose of a slot: paragraphs, lists, and headed pieces where the slot has them."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from drafting.excerpts import nearness
from drafting.material import Ref
from drafting.openai_answers import Item, tidy
from drafting.openai_ground import DOUBT, OPINIONS, Ground
from drafting.openai_language import language_problem
from drafting.report import ListBlock, Paragraph, Sentence
from drafting.review import Usage
from drafting.writer import Headed, Prose

_LONGEST_HEADLINE = 40
_NEAR, _ECHO = 0.25, 0.5
_LIGHT = "之的與和及對於在以為"
_ASKS = re.compile(r"應|須|宜|建議|亟需|加強|強化")
_DENIES, _DENY_NOTHING = "不沒未無非否", ("未來", "非常")
_BELITTLES = "少低缺乏難差弱劣敗遲慢"


def prose_of(items: Sequence[Item], ground: Ground, usage: Usage) -> Prose:
    """Put judged sentences together. A sentence that is said twice stands once."""
    once: dict[tuple[str, tuple[Ref, ...]], Item] = {}
    for item in items:
        once.setdefault((item.text, item.sources), item)
    if ground.role not in OPINIONS:
        return Prose(blocks=_blocks(tuple(once.values())), usage=usage)
    pieces = _headed(tuple(once.values()))
    return Prose(
        blocks=_blocks(pieces.get("", [])),
        headed=tuple(
            Headed(title=_title(headline, piece, ground), blocks=_blocks(piece))
            for headline, piece in pieces.items()
            if headline
        ),
        usage=usage,
    )


def _headed(items: Sequence[Item]) -> dict[str, list[Item]]:
    """Items by headline; one without goes on with the piece before it."""
    pieces: dict[str, list[Item]] = {}
    current = ""
    for item in items:
        current = tidy(item.headline, ())[0].rstrip("。：:；，") or current
        pieces.setdefault(current, []).append(item)
    return pieces


_UNTITLED = "心得"  # over a piece of which no sentence is sure


def _title(headline: str, piece: Sequence[Item], ground: Ground) -> str:
    """The model's headline if it is about its piece and claims nothing new; else the first clause of the piece."""
    sources: tuple[Ref, ...] = tuple(ref for item in piece for ref in item.sources)
    body = "".join(item.text for item in piece)
    about = _is_about(headline, body + ground.words(sources))
    sound = not ground.missing(headline, sources) and not language_problem(headline, ground.words(sources))
    if about and sound and len(headline) <= _LONGEST_HEADLINE:
        return headline
    first = next((item.text for item in piece if DOUBT not in item.text), "")
    for mark in "。；：，":
        first = first.split(mark)[0] if len(first) > 20 else first.rstrip(mark)
    return first or _UNTITLED


def _is_about(headline: str, words: str) -> bool:
    """Whether it is made of what is told, neighbouring characters or most characters, and asks for nothing besides.

    Characters alone may be put together to say the opposite, so that it denies and belittles only what is denied there.
    """
    signs = {c for c in headline if c.isalnum() and not c.isascii() and c not in _LIGHT}
    echo = len(signs & set(words)) / len(signs) if signs else 0.0
    asks_more = any(sign not in words for sign in _ASKS.findall(headline))
    if asks_more or _turns(headline, words):
        return False
    return nearness(headline, words) >= _NEAR or (echo >= _ECHO and _shares_a_word(headline, words))


def _turns(headline: str, words: str) -> bool:
    """Whether it denies or belittles what the words do not: 成員不多 of a piece that says 成果不錯."""
    for before, sign, after in zip(f"\0{headline}", headline, f"{headline[1:]}\0", strict=False):
        follows, led = sign + after in words, before + sign in words
        if sign in _DENIES and sign + after not in _DENY_NOTHING and not (follows or (after == "\0" and led)):
            return True
        if sign in _BELITTLES and not (follows or led):
            return True
    return False


def _shares_a_word(headline: str, words: str) -> bool:
    return any((a + b).isalnum() and a not in _LIGHT and a + b in words for a, b in pairwise(headline))


def _blocks(items: Sequence[Item]) -> tuple[Paragraph | ListBlock, ...]:
    blocks: list[Paragraph | ListBlock] = []
    for is_list, run in groupby(items, key=lambda item: item.form == "point"):
        if is_list:
            blocks.append(ListBlock(items=tuple(map(_sentence, run))))
            continue
        paragraphs: list[list[Item]] = []
        for item in run:
            if item.form == "paragraph" or not paragraphs:
                paragraphs.append([])
            paragraphs[-1].append(item)
        blocks.extend(Paragraph(sentences=tuple(map(_sentence, p))) for p in paragraphs)
    return tuple(blocks)


def _sentence(item: Item) -> Sentence:
    return Sentence(text=item.text, sources=item.sources, kind=item.kind)
