"""Foreigners whom a traveller calls by the given name: Joris is the Joris Veldkamper who was introduced before."""

import re
from collections.abc import Iterable, Mapping

_WORD = "[A-Z][a-z\u00e0-\u00ff]{1,20}"
_WHOLE = rf"{_WORD}(?: (?:van|von|de|der|den|ter|ten|di|da|del|bin|al))*(?:[ -]{_WORD}){{1,3}}"
_INTRODUCED = re.compile(
    rf"(?:[長任授士員理]|(?<![A-Za-z])(?:Dr|Prof|Mr|Ms|Mrs)\.?)\s?(?P<after>{_WHOLE})"
    rf"|(?<![A-Za-z])(?P<before>{_WHOLE})\s?(?:女士|先生|小姐|博士|教授|主任|經理|[\u4e00-\u9fff]{{0,3}}長(?!期|度|達))"
)
"""A name of several words beside a post or a form of address; 「New York」 alone is no person."""
_ALONE = re.compile(rf"(?<![A-Za-z.])(?<![A-Za-z] )({_WORD})(?=[\u4e00-\u9fff，。、：:])")


def given_names(texts: Iterable[str]) -> dict[str, str]:
    """By given name, the one person in these texts who has it; a name that two have is nobody's."""
    found: dict[str, set[str]] = {}
    for text in texts:
        for match in _INTRODUCED.finditer(text):
            name = match["after"] or match["before"]
            found.setdefault(re.split("[ -]", name)[0], set()).add(name)
    return {given: next(iter(names)) for given, names in found.items() if len(names) == 1}


def named_in_full(text: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Who is meant by the given names that stand alone in a text."""
    return tuple(known[name] for name in dict.fromkeys(_ALONE.findall(text)) if name in known)
