"""The tables of a report in English that came as lines of a PDF, known by their heads: details, dates, members, days."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from drafting.dates import find_dates
from drafting.existing.blocks import TableBlock
from drafting.form import all_forms
from drafting.form_words import WORDS

_WORDS = WORDS["en"]
_NUMBERED = re.compile(r"(\d{1,2})\s?(.+)")


class Line(NamedTuple):
    """A line with what its type tells: ``small`` is set smaller than the body, ``spaced`` begins with a space."""

    text: str
    small: bool
    spaced: bool


def table_at(lines: Sequence[Line], at: int) -> tuple[TableBlock, int] | None:
    """The table whose head is this line, and where it ends; None if this line is no such head.

    Tables are set in smaller type, so they end where the type of the body begins again.
    """
    if not lines[at].small or (head := _heads().get(_plain(lines[at].text))) is None:
        return None
    end = at + 1
    while end < len(lines) and lines[end].small:
        end += 1
    texts = [line.text for line in lines[at + 1 : end] if _plain(line.text) != _plain(lines[at].text)]
    if head == _WORDS.day_columns:
        rows = _days(texts)
    elif head == _WORDS.dates_columns:
        rows = [_dates(text) for text in texts]
    elif head == _WORDS.member_columns:
        rows = [_member(text) for text in texts]
    elif head == _WORDS.detail_columns:
        rows = _details(texts)
    else:
        rows = [(text, *("" for _ in head[1:])) for text in texts]
    return TableBlock(rows=(head, *rows)), end


@cache
def _heads() -> dict[str, tuple[str, ...]]:
    known = (
        _WORDS.day_columns,
        _WORDS.dates_columns,
        _WORDS.member_columns,
        _WORDS.detail_columns,
        _WORDS.contact_columns,
        _WORDS.paper_columns,
    )
    return {_plain(" ".join(columns)): columns for columns in known}


def _days(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """A row begins with a day; place and programme cannot be told apart, so both go into the programme."""
    rows: list[tuple[str, ...]] = []
    for text in texts:
        found = find_dates(text)
        if found and found[0].start == 0 and found[0].day:
            rows.append((found[0].text, "", text[found[0].end :].strip()))
        elif rows:
            rows[-1] = (*rows[-1][:2], f"{rows[-1][2]} {text}".strip())
    return rows


def _member(text: str) -> tuple[str, ...]:
    """The number may touch what follows, for room beside 漢字 is taken for none."""
    found = _NUMBERED.fullmatch(text)
    return (found[1], *found[2].split(" ", 2)) if found else (text, "", "", "")


def _dates(text: str) -> tuple[str, ...]:
    found = find_dates(text)
    return (found[0].text, found[-1].text, text[found[-1].end :].strip()) if found else (text, "", "")


def _details(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """A row begins with the label of a blank; what follows on the next lines belongs to it."""
    labels = "|".join(map(re.escape, sorted(_labels(), key=len, reverse=True)))
    labelled = re.compile(rf"({labels})(?![\w-])\s*(.*)", re.ASCII)  # what is not Latin may touch the label
    rows: list[tuple[str, ...]] = []
    for text in texts:
        if found := labelled.fullmatch(text):
            rows.append((found[1], found[2]))
        elif rows:
            rows[-1] = (rows[-1][0], f"{rows[-1][1]}\n{text}".strip())
    return rows


def _labels() -> set[str]:
    return {field.label for form in all_forms() if form.language == "en" for field in form.fields}


def _plain(text: str) -> str:
    return "".join(text.split()).lower()
