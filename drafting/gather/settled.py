"""What was settled by hand in the words of the messages themselves: a number of two that differed, and how names are written.

Kept as corrections: ``number:N3`` = 「150人→180人」, ``name:KEY`` = 「中文｜原文｜縮寫」 (empty: no longer in the list). The
messages stay as they were sent; what is written and checked reads them as settled.
"""

import re
from collections.abc import Mapping

from drafting.gather.names import key_of, kind_of
from drafting.material import Material
from drafting.trip import Name, Trip

NUMBER = "number:"
NAME = "name:"
_ARROW = "→"
_BARS = re.compile(r"\s*[|｜＝=]\s*")
_LEAST = 2


def is_settled(field: str) -> bool:
    """Whether a correction is of this kind, and no field of the form."""
    return field.startswith((NUMBER, NAME))


def number_value(old: str, new: str) -> str:
    """What is kept for a number that was settled."""
    return f"{old}{_ARROW}{new}"


def name_value(name: Name) -> str:
    """What is kept for a name."""
    return f"{name.zh}｜{name.foreign}｜{name.abbreviation}"


def key_behind(name: Name, corrections: Mapping[str, str]) -> str:
    """By what an entry was first known: one that is changed again stays the same entry."""
    value = name_value(name)
    before = (
        field.removeprefix(NAME)
        for field, kept in corrections.items()
        if field.startswith(NAME) and kept == value
    )
    return next(before, key_of(name))


def name_in(text: str) -> Name | None:
    """A name as people type it: 「中文＝原文＝縮寫」, parted by ｜ or ＝, in any order; None if there are not two forms."""
    parts = [part.strip() for part in _BARS.split(text.strip()) if part.strip()]
    zh = next((p for p in parts if re.search(r"[\u4e00-\u9fff]", p)), "")
    latin = [p for p in parts if p != zh and not re.search(r"[\u4e00-\u9fff]", p)]
    short = next((p for p in latin if len(latin) > 1 and re.fullmatch(r"[A-Z][A-Za-z&.-]{1,11}", p)), "")
    foreign = next((p for p in latin if p != short), "")
    if len(parts) < _LEAST or not zh or (not foreign and not short):
        return None
    return Name(zh=zh, foreign=foreign, abbreviation=short)


def settled(trip: Trip, corrections: Mapping[str, str]) -> Trip:
    """The trip with names and numbers as they were settled."""
    names, spelled = _names(trip.names, corrections)
    material = tuple(_read_as(piece, spelled, corrections) for piece in trip.material)
    return trip.model_copy(update={"names": names, "material": material})


def _names(
    names: tuple[Name, ...], corrections: Mapping[str, str]
) -> tuple[tuple[Name, ...], list[tuple[str, str]]]:
    known = {key_of(name): name for name in names}
    spelled: list[tuple[str, str]] = []
    for field, value in corrections.items():
        if not field.startswith(NAME):
            continue
        key = field.removeprefix(NAME)
        old = known.get(key)
        if not value.strip("｜ "):
            known.pop(key, None)
            continue
        zh, foreign, abbreviation = (*value.split("｜"), "", "")[:3]
        new = Name(
            zh=zh,
            foreign=foreign,
            abbreviation=abbreviation,
            kind=old.kind if old else kind_of(zh, foreign),
            sources=old.sources if old else (),
        )
        known[key] = new
        if old is not None:
            pairs = ((old.zh, new.zh), (old.foreign, new.foreign))
            spelled += [(a, b) for a, b in pairs if a != b and len(a) >= _LEAST and b]
    return tuple(known.values()), spelled


def _read_as(piece: Material, spelled: list[tuple[str, str]], corrections: Mapping[str, str]) -> Material:
    text = piece.text
    for old, new in spelled:
        if new not in text:
            text = text.replace(old, new)
    was, _, now = corrections.get(f"{NUMBER}{piece.ref}", "").partition(_ARROW)
    if was and now:
        text = text.replace(was, now, 1)
    return piece if text == piece.text else piece.model_copy(update={"text": text})
