"""The three ways in which offices count 字; a seed's abstract has 430, 553 or 922, so the method must be named."""

import re
from enum import StrEnum

from drafting.frozen import Frozen

_IDEOGRAPH = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WIDE = _IDEOGRAPH + "\u3000-\u303f\u3040-\u30ff\u3100-\u312f\uff00-\uffef\u2014\u2018-\u201d\u2026"
_CJK = re.compile(f"[{_IDEOGRAPH}]")
_WORD = re.compile(rf"[{_WIDE}]|[^\s{_WIDE}]+")


A_SENTENCE = 42
"""Characters of a sentence of a report, on average (seed: 41)."""


class Counting(StrEnum):
    """cjk: ideographs only. word: as word processors count. characters: everything but white space."""

    CJK = "cjk"
    WORD = "word"
    CHARACTERS = "characters"


class Counts(Frozen):
    cjk: int
    word: int
    characters: int

    def by(self, method: Counting) -> int:
        """The count that the named method gives."""
        return {Counting.CJK: self.cjk, Counting.WORD: self.word, Counting.CHARACTERS: self.characters}[
            method
        ]


def count(text: str) -> Counts:
    """Count ``text`` in all three ways; linear in its length."""
    return Counts(
        cjk=len(_CJK.findall(text)),
        word=len(_WORD.findall(text)),
        characters=len("".join(text.split())),
    )
