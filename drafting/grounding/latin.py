"""Words in Latin script: how they are cut from a text and which of them make a name."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafting.grounding.spelling import fold

_LETTER = r"A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_WORD = re.compile(
    rf"[{_LETTER}\uff21-\uff3a\uff41-\uff5a](?:[{_LETTER}\d]|['’.&](?=[{_LETTER}])|[-\u2010\u2011](?=[{_LETTER}\d]))*"
)
_GAP = re.compile(r"[ \u00a0.,()（）“”\"'’&/:–—-]{1,4}")
_PARTS = re.compile(rf"[{_LETTER}\d]+")
_CAPITALS = re.compile(r"\b[A-Z][A-Za-z]*")


class Word(NamedTuple):
    """A word and its place; ``text`` as written."""

    start: int
    end: int
    text: str

    @property
    def named(self) -> bool:
        """Whether it is written like a name: with a capital."""
        return any(c.isupper() for c in self.text)


def runs_in(text: str) -> Iterator[list[Word]]:
    """Words that stand together, only spaces and light punctuation between them."""
    run: list[Word] = []
    for match in _WORD.finditer(text):
        if run and not _GAP.fullmatch(text, run[-1].end, match.start()):
            yield run
            run = []
        run.append(Word(match.start(), match.end(), match[0]))
    if run:
        yield run


def words_in(text: str) -> list[str]:
    """Every word, folded, whole and (if joined by hyphens or dots) in its parts, in order."""
    found = []
    for match in _WORD.finditer(text):
        whole = fold(match[0])
        found.append(whole)
        parts = [fold(p) for p in _PARTS.findall(match[0])]
        if len(parts) > 1:
            found += parts
    return found


def parts_of(word: str) -> list[str]:
    """The folded parts of a word joined by hyphens, dots or apostrophes."""
    return [fold(p) for p in _PARTS.findall(word)]


def initials_in(text: str) -> tuple[str, ...]:
    """The initials of each run of capitalised words, from which abbreviations may be made."""
    found = []
    for run in runs_in(text):
        letters = "".join(m[0] for w in run for m in _CAPITALS.findall(w.text))
        if len(letters) > 2:
            found.append(letters)
    return tuple(found)
