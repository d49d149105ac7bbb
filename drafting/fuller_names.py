"""Abbreviations that people shorten on the way: who wrote UCLG ASPAC once writes ASPAC after."""

import re
from collections.abc import Iterable

_RUN = re.compile(r"(?<![A-Za-z])[A-Z][A-Z0-9]+(?:[ -][A-Z][A-Z0-9]+)+(?![A-Za-z])")


def fuller_names(texts: Iterable[str]) -> dict[str, str]:
    """By its last word, the one run of abbreviations that ends so: ASPAC is UCLG ASPAC.

    The last word says which body it is; the first, UCLG, may be several. A word that ends two different runs is none.
    """
    found: dict[str, set[str]] = {}
    for text in texts:
        for run in _RUN.findall(text):
            found.setdefault(re.split(r"[ -]", run)[-1], set()).add(run)
    return {last: next(iter(runs)) for last, runs in found.items() if len(runs) == 1}


def fuller_names_in(text: str, known: dict[str, str]) -> tuple[str, ...]:
    """The fuller forms of the abbreviations that a text has."""
    words = set(re.findall(r"[A-Z][A-Z0-9]+", text))
    return tuple(known[word] for word in sorted(words & known.keys()))
