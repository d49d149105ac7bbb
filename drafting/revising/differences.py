"""What two versions of a report differ in, in words: field by field, section by section, sentence by sentence (pure)."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from drafting.form import Form
from drafting.frozen import Frozen
from drafting.report import ListBlock, Paragraph, Photos, Report, Section, Table
from drafting.revising.headings import title

_WORDS = re.compile(r"[A-Za-z0-9]+(?:[.,'’-][A-Za-z0-9]+)*|\s+|.", re.DOTALL)
_ALIKE = (
    0.4  # share in common from which two lines are one that was reworded, rather than one gone and one new
)
_GLUE = 2  # an unchanged stretch this short between two changes reads better as changed


class Piece(Frozen):
    """A stretch of text that both versions have, or only the new one, or only the old one."""

    kind: Literal["same", "added", "removed"]
    text: str


class Change(Frozen):
    """One line that differs; ``before`` is "" for a new one, ``after`` is "" for one that is gone. ``where`` is a heading."""

    where: str
    before: str
    after: str
    pieces: tuple[Piece, ...]


def compare(old: Report, new: Report, form: Form | None = None) -> tuple[Change, ...]:
    """Everything that differs, in the order of the new report; what stands only in the old one comes at its own place."""
    found: list[Change] = []
    for key in dict.fromkeys((*new.fields, *old.fields)):
        before, after = old.fields.get(key, ""), new.fields.get(key, "")
        field = form.field(key) if form else None
        if before != after:
            found.append(_change(field.label if field else key, before, after))
    olds, news = by_titles(old), by_titles(new)
    renamed = _renamed(olds, news)
    olds = {renamed.get(name, name): section for name, section in olds.items()}
    for name in _in_order(list(olds), list(news)):
        found += _in_section(olds.get(name), news.get(name))
    return tuple(found)


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Word by word: Latin words and numbers whole, Chinese by the character."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    found: list[Piece] = []
    removed = added = ""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = "".join(old[a:b])
        if tag == "equal" and not ((removed or added) and len(same) < _GLUE and b < len(old)):
            found += _flushed(removed, added)
            removed = added = ""
            found.append(Piece(kind="same", text=same))
        else:
            removed += "".join(old[a:b])
            added += "".join(new[c:d])
    return (*found, *_flushed(removed, added))


def _flushed(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece(kind="removed", text=removed)
    if added:
        yield Piece(kind="added", text=added)


def by_titles(report: Report) -> dict[str, Section]:
    """Each section by its titles from the top; keys of activities and of headed pieces are only their places."""
    found: dict[str, Section] = {}

    def walk(section: Section, above: str) -> None:
        name = f"{above}/{title(section)}"
        while name in found:
            name += "'"
        found[name] = section
        for child in section.sections:
            walk(child, name)

    for part in report.sections:
        walk(part, "")
    return found


def _renamed(olds: dict[str, Section], news: dict[str, Section]) -> dict[str, str]:
    """Old name → new name of sections at the same place whose title alone changed."""
    free = {section.key: name for name, section in news.items() if name not in olds}
    return {
        name: free[section.key] for name, section in olds.items() if name not in news and section.key in free
    }


def _in_section(old: Section | None, new: Section | None) -> Iterator[Change]:
    where = (new or old or Section(key="", heading="")).heading
    if old and new and title(old) != title(new):
        yield _change(where, old.heading, new.heading)
    before, after = _lines(old), _lines(new)
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _paired(where, before[a:b], after[c:d])


def _paired(where: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """Lines that were reworded together; the others apart."""
    left = list(before)
    for line in after:
        scored = [(SequenceMatcher(None, old, line, autojunk=False).ratio(), i) for i, old in enumerate(left)]
        best = max(scored, key=lambda found: found[0], default=(0.0, 0))
        if best[0] >= _ALIKE:
            for gone in left[: best[1]]:
                yield _change(where, gone, "")
            yield _change(where, left[best[1]], line)
            left = left[best[1] + 1 :]
        else:
            yield _change(where, "", line)
    for gone in left:
        yield _change(where, gone, "")


def _lines(section: Section | None) -> list[str]:
    found: list[str] = []
    for block in section.blocks if section else ():
        if isinstance(block, Paragraph):
            found += [s.text for s in block.sentences]
        elif isinstance(block, ListBlock):
            found += [s.text for s in block.items]
        elif isinstance(block, Table):
            found += ["｜".join(row) for row in block.rows]
        elif isinstance(block, Photos):
            found += [f"{item.ref}｜{item.caption}" for item in block.items]
    return found


def _in_order(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """All keys; one that only the old version has follows the one that it followed there."""
    found = list(new)
    for place, key in enumerate(old):
        if key not in found:
            before = next((k for k in reversed(old[:place]) if k in found), None)
            found.insert(found.index(before) + 1 if before is not None else 0, key)
    return found


def _change(where: str, before: str, after: str) -> Change:
    return Change(where=where, before=before, after=after, pieces=pieces(before, after))
