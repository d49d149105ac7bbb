"""Text as a document may hold it, and the sentences that the exporter itself adds."""

import re

from drafting.form import Length
from drafting.form_words import Words

_WHITE = (("\r\n", "\n"), ("\r", "\n"), ("\u2028", "\n"), ("\u2029", "\n"), ("\t", "　"))
_FORBIDDEN = re.compile(
    "[^\t\n\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010fffd]"
)


def clean(text: str) -> str:
    """Without what no file may hold: control characters go, half surrogates and tabs become marks that all formats know."""
    for given, kept in _WHITE:
        text = text.replace(given, kept)
    return _FORBIDDEN.sub(lambda m: "\ufffd" if "\ud800" <= m[0] <= "\udfff" else "", text)


def length_note(length: Length | None, words: Words) -> str:
    """(500字以上), (300字以內), (200至300字), or "" if the rule sets no bound."""
    if length is None or (length.least is None and length.most is None):
        return ""
    if length.most is None:
        return words.at_least.format(least=length.least)
    if length.least is None:
        return words.at_most.format(most=length.most)
    return words.between.format(least=length.least, most=length.most)


def disclosure(model: str, place: str, words: Words, *, approved: bool) -> str:
    """The line that tells readers of a language model's part in the text; "" if none had one."""
    if not model:
        return ""
    confirmed = words.confirmed if approved else words.unconfirmed
    where = words.disclosure_place.format(place=place) if place else ""
    return words.disclosure.format(model=model, place=where, confirmed=confirmed)
