"""Abbreviations that people shorten on the way: who wrote UCLG ASPAC once writes ASPAC after."""

import re
from collections.abc import Iterable, Mapping

_RUN = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Z0-9]+(?:[ -][A-Z][A-Z0-9]+)+(?![A-Za-z])")
_WORD = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Z0-9]+(?![A-Za-z])")


def fuller_names(texts: Iterable[str]) -> dict[str, str]:
    """By its last word, the one run of abbreviations that ends so: ASPAC is UCLG ASPAC.

    The last word says which body it is; the first, UCLG, may be several. A word that ends two different runs is none.
    """
    found: dict[str, set[str]] = {}
    for text in texts:
        for run in _RUN.findall(text):
            found.setdefault(re.split(r"[ -]", run)[-1], set()).add(run)
    return {last: next(iter(runs)) for last, runs in found.items() if len(runs) == 1}


def fuller_names_for(text: str, told: Iterable[str], known: Mapping[str, str]) -> tuple[str, ...]:
    """The fuller forms of what is ``told`` that ``text`` has, whole everywhere: UNDP alone is no UNDP WHO.

    Two bodies that somebody wrote side by side look like one, so that half of a run says nothing.
    """
    said = {word for each in told for word in _WORD.findall(each)}
    return tuple(known[last] for last in sorted(said & known.keys()) if _is_whole(known[last], text))


def _is_whole(run: str, text: str) -> bool:
    words, told = re.split(r"[ -]", run), text.replace("-", " ")
    rest = told.replace(" ".join(words), " ")
    return rest != told and set(words[:-1]).isdisjoint(_WORD.findall(rest))
