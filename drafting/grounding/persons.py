"""Persons with Chinese names in a text: read as names where that is likelier than words, or given away by a post."""

import re
from collections.abc import Callable, Iterator

from drafting.grounding.bodies import LEADING
from drafting.grounding.chinese_names import names_in, surnames
from drafting.grounding.gazetteer import places_in
from drafting.grounding.japanese import japanese_names_in
from drafting.grounding.lexicon import words_at
from drafting.grounding.name_signs import POSTS, SOUNDS
from drafting.grounding.script import plain
from drafting.grounding.unsupported import Unsupported

_HAN = r"[\u4e00-\u9fff]"
_SURNAME = f"[{''.join(sorted(s for s in surnames() if len(s) == 1))}]"
_GIVEN = rf"(?![{plain('市縣國府會局處院部的是在有和與及由為本該各全前現任新第我們貴等長州區省校館署所司組科也都曾就將已還說')}]){_HAN}"
WITH_POST = re.compile(rf"(?P<name>{_SURNAME}(?:{_GIVEN}{_HAN}?)??)(?:{plain(POSTS)})")
"""A surname, perhaps with a given name, before a post: 王局長, 王小明教授."""
_DOTTED = re.compile(rf"[{SOUNDS}]{{1,9}}(?:·[{SOUNDS}]{{1,10}})+")
_CALLED = re.compile(rf"{_SURNAME}(?:{plain('大姐|大媽|師傅|奶奶|爺爺|女士|先生|小姐|同學')})")
_POST = re.compile(rf"(?:{plain('前|兼|代理')})?(?:{plain(POSTS)}|{plain('大姐|大媽|師傅|奶奶|爺爺')})")
_RUN_ON = plain("因利達加多海里在")


def missing_persons(text: str, sources: tuple[str, ...]) -> Iterator[Unsupported]:
    """Each name of a person that no source has. ``sources`` in one script (``plain``)."""
    told = plain(text)

    def known(name: str) -> bool:
        return _is_known(name, sources)

    for start, end in persons_in(told, known):
        if not known(told[start:end]) and not _is_cut(told, start, end, sources):
            yield Unsupported(text=text[start:end], kind="person", start=start, end=end)


def persons_in(told: str, known: Callable[[str], bool] = lambda _: False) -> Iterator[tuple[int, int]]:
    """Start and end of each name of a person in a text in one script; names that are ``known`` are read sooner."""
    taken: list[tuple[int, int]] = []
    for start, end in _candidates(told, known):
        if not any(s < end and start < e for s, e in taken):
            taken.append((start, end))
            yield start, end


def _candidates(told: str, known: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    yield from japanese_names_in(told)
    for match in _DOTTED.finditer(told):
        yield match.span()
    for match in _CALLED.finditer(told):
        yield match.span()
    yield from names_in(told, known)


def _is_known(name: str, sources: tuple[str, ...]) -> bool:
    if any(name in source for source in sources):
        return True
    if "·" in name:
        *_, before, last = name.split("·")
        ends = (last, last[:-1]) if last[-1:] in _RUN_ON and len(last) > 2 else (last,)
        return any(_is_dotted(before, end, source) for end in ends for source in sources)
    return False


def _is_cut(told: str, start: int, end: int, sources: tuple[str, ...]) -> bool:
    """Whether the surname ends a word and the rest is a word of the sources: 涵蓋花博 names no 蓋花博.

    With a post after it (園林 may be a word, but 桃園林文華局長 is one Lin) or right after a place it is a name.
    """
    given, before = told[start + 1 : end], told[max(0, start - 1) : start + 1]
    is_word = before in LEADING or any(length == 2 for length, _ in words_at(before, 0))
    if end - start != 3 or not is_word or _POST.match(told, end):
        return False
    if any(stop == start for _, stop in places_in(told)):
        return False
    return any(
        source[at - 1 : at] not in surnames()
        for source in sources
        for at in (match.start() for match in re.finditer(given, source))
    )


def _is_dotted(before: str, last: str, source: str) -> bool:
    """The ends of a dotted name run on into the sentence, so what stands next to the dots counts."""
    if f"{before[-2:]}·{last}" in source:
        return True
    return len(last) > 1 and last in source and f"·{last}" not in source
