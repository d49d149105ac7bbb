"""What a sentence takes over from those before it: 「會議在東京舉行。代表團隨後在東京拜會…」 cites two pieces, one of which names Tokyo.

For every gate the same: of a model's sentences, and of those of a report.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from drafting.grounding import Unsupported
from drafting.grounding.bodies import bodies_in
from drafting.grounding.gazetteer import places_in
from drafting.grounding.names import latin_names_in
from drafting.grounding.persons import persons_in
from drafting.grounding.script import plain

_WHO = ("person", "organisation")
_BACK = 12  # sentences that are looked back at
_MOSTLY = 0.8  # of the characters of a source
_SHORT = 60  # characters of a name in full


class Lent(NamedTuple):
    """What a sentence may take over: the ``heading`` above it, and what stood between, the nearest last, each with whether
    it named places and persons or bodies rightly. Read only where something is missing.
    """

    heading: str = ""
    before: tuple[tuple[str, bool, bool], ...] = ()

    def places(self) -> str:
        """The last sentence that named places, and rightly; else the heading."""
        return next(
            (text for text, right, _ in reversed(self.before) if right and _places(plain(text))), self.heading
        )

    def names(self) -> str:
        """The heading, and the last sentence that named persons or bodies, and rightly."""
        last = next((text for text, _, right in reversed(self.before) if right and _names(plain(text))), "")
        return f"{self.heading}\n{last}"

    def after(self, text: str, found: Sequence[Unsupported]) -> "Lent":
        """What may be taken over after this sentence; ``found`` is what is wrong with it."""
        right = (all(u.kind != "place" for u in found), all(u.kind not in _WHO for u in found))
        return self._replace(before=(*self.before[1 - _BACK :], (text, *right)))


NOTHING = Lent()


def carried_over(
    found: Sequence[Unsupported], text: str, lent: Lent, sources: Sequence[str]
) -> tuple[Unsupported, ...]:
    """Of what the ``sources`` of ``text`` do not say, what was not lent either.

    A place, person or body is lent only where the sources name none of their own that ``text`` leaves out: then it may
    have happened there, or have been another who spoke.
    """
    kept = tuple(found)
    if lent != NOTHING and any(u.kind == "place" for u in kept):
        told, places = plain(text), plain(lent.places())
        if all(place in told for place in _all_of(_places, sources)):
            kept = tuple(u for u in kept if u.kind != "place" or plain(u.text) not in places)
    if lent != NOTHING and any(u.kind in _WHO for u in kept):
        told, names = plain(text).casefold(), plain(lent.names()).casefold()
        speak = [source for source in sources if not _is_a_name(source)]
        if all(_is_told(name, told, sources) for name in _all_of(_names, speak)):
            kept = tuple(u for u in kept if u.kind not in _WHO or plain(u.text).casefold() not in names)
    return kept


def _all_of(read: Callable[[str], set[str]], sources: Iterable[str]) -> set[str]:
    return {name for source in sources for name in read(plain(source))}


def _is_a_name(source: str) -> bool:
    """Whether it is who wrote the piece, or another form of a name, and tells of nobody."""
    told = plain(source)
    return sum(map(len, _names(told))) >= _MOSTLY * len(told.strip())


def _is_told(name: str, told: str, sources: Sequence[str]) -> bool:
    """Whether the text has the name, or another word of the name in full that the gate was given beside it."""
    if name.casefold() in told:
        return True
    return any(
        name in whole and any(word.casefold() in told for word in whole.split() if word != name)
        for whole in map(plain, sources)
        if len(whole) <= _SHORT
    )


def _places(told: str) -> set[str]:
    """The places in a text in one script."""
    found = {told[start:end] for start, end in places_in(told)}
    return found | {told[start:end] for start, end, kind in bodies_in(told) if kind == "place"}


def _names(told: str) -> set[str]:
    """The persons and bodies in a text in one script."""
    found = {told[start:end] for start, end in persons_in(told)}
    found |= {told[start:end] for start, end, kind in bodies_in(told) if kind != "place"}
    return found | {told[start:end] for start, end, _ in latin_names_in(told)}
