"""What a sentence takes over from the one before it: 「會議在東京舉行。代表團隨後在東京拜會…」 cites two pieces, one of which names Tokyo.

For every gate the same: of a model's sentences, and of those of a report.
"""

from collections.abc import Sequence

from drafting.grounding import Unsupported
from drafting.grounding.bodies import bodies_in
from drafting.grounding.gazetteer import places_in
from drafting.grounding.script import plain


def carried_over(
    found: Sequence[Unsupported], text: str, before: str, sources: Sequence[str]
) -> tuple[Unsupported, ...]:
    """Of what the ``sources`` of ``text`` do not say, what ``before`` does not lend it either.

    ``before`` is the last sentence of the same section that names places, and rightly, or its heading; "" if there is none. It lends a
    place only where the sources name none of their own that ``text`` leaves out: then it may have happened there.
    """
    if not before or all(u.kind != "place" for u in found):
        return tuple(found)
    told, lent = plain(text), plain(before)
    if any(place not in told for source in sources for place in _places(plain(source))):
        return tuple(found)
    return tuple(u for u in found if u.kind != "place" or plain(u.text) not in lent)


def lends(text: str, found: Sequence[Unsupported]) -> bool:
    """Whether a sentence names places, all of them rightly; ``found`` is what is wrong with it."""
    return bool(_places(plain(text))) and all(u.kind != "place" for u in found)


def _places(told: str) -> set[str]:
    """The places in a text in one script."""
    found = {told[start:end] for start, end in places_in(told)}
    return found | {told[start:end] for start, end, kind in bodies_in(told) if kind == "place"}
