"""Later notes that correct earlier ones: 「應為23件，非21件」 changes the sentence that said 21."""

import re
from collections.abc import Sequence
from datetime import timedelta

from drafting.frozen import Frozen
from drafting.material import Kind, Material, Medium, Ref
from drafting.numerals import Number, find_numbers

_CORRECTING = re.compile(
    r"更正|才對|聽反|聽錯|看錯|寫錯|記錯|打錯|說錯|應為|不是.{1,12}(?:是|而是)|是.{1,12}不是|非\s*\d"
)
_NAME = re.compile(
    r"(?:是|為|寫)\s*「(?P<new>[^」]{2,12})」\s*[，,]?\s*(?:不是|非|而非)\s*「?(?P<old>[\u4e00-\u9fffA-Za-z]{2,12})"
)
_NOT = re.compile(r"不是\s*「?(?P<old>[\u4e00-\u9fff]{2,6}?)」?[，,。]")
_WITHIN = timedelta(hours=36)
_SAID_SO = ("更正", "訂正")  # who begins with this means to correct, even days later
_WITHIN_SAID_SO = timedelta(days=7)


class Amendment(Frozen):
    """In the note ``target``, ``old`` is replaced by ``new``; ``new`` "" takes out the clause that holds ``old``."""

    target: Ref
    by: Ref
    old: str
    new: str


def amendments_in(material: Sequence[Material]) -> tuple[Amendment, ...]:
    """Every correction whose target is found among the same author's notes of the last day and a half, or of
    the last week if it begins with 更正.

    A correction that names exactly one wrong value found earlier and one right value of the same unit replaces it;
    anything less sure changes nothing and stays in the text as its author wrote it.
    """
    found: list[Amendment] = []
    notes = [
        m
        for m in material
        if m.medium in (Medium.NOTE, Medium.PHOTO) and m.text and m.own and m.kind is not Kind.PRIVATE
    ]
    for index, piece in enumerate(notes):
        if not _CORRECTING.search(piece.text[:80]):
            continue
        within = _WITHIN_SAID_SO if piece.text.lstrip("↑↓ 　").startswith(_SAID_SO) else _WITHIN
        earlier = [m for m in reversed(notes[:index]) if piece.said_at - m.said_at < within]
        found += (
            _of_name(piece, earlier)
            or _of_restatement(piece, earlier)
            or _of_number(piece, earlier)
            or _of_word(piece, earlier)
        )
    return tuple(found)


def _of_name(piece: Material, earlier: Sequence[Material]) -> list[Amendment]:
    match = _NAME.search(piece.text)
    if not match:
        return []
    old, new = match["old"], match["new"]
    for note in earlier:
        if old in note.text:
            longer = note.text[note.text.index(old) :][: len(new)]
            wrong = longer if len(new) > len(old) and longer[len(old) :] == new[len(old) :] else old
            return [Amendment(target=note.ref, by=piece.ref, old=wrong, new=new)]
    return []


def _of_restatement(piece: Material, earlier: Sequence[Material]) -> list[Amendment]:
    """「更正…平均積水時間從5小時縮短到2小時」: the same sentence again, with one number changed."""
    if not piece.text.lstrip("↑↓ 　").startswith(_SAID_SO):
        return []
    said, grams = find_numbers(piece.text), _grams(piece.text)
    for note in earlier:
        there = find_numbers(note.text)
        old = [
            n for n in there if all(n.value != s.value for s in said) and any(n.unit == s.unit for s in said)
        ]
        new = [n for n in said if all(n.value != t.value for t in there)]
        if (
            len(new) == 1
            and len(old) == 1
            and old[0].unit == new[0].unit
            and len(grams & _grams(note.text)) >= 6
        ):
            return [Amendment(target=note.ref, by=piece.ref, old=old[0].text, new=new[0].text)]
    return []


def _grams(text: str) -> set[str]:
    return {w[i : i + 2] for w in re.findall(r"[\u4e00-\u9fff]{2,}", text) for i in range(len(w) - 1)}


def _of_number(piece: Material, earlier: Sequence[Material]) -> list[Amendment]:
    said = find_numbers(piece.text)
    if not 2 <= len(said) <= 6:
        return []
    for note in earlier:
        there = find_numbers(note.text)
        for number in said:
            old = [n for n in there if n.value == number.value]
            new = [
                n
                for n in said
                if n.value != number.value
                and old
                and n.unit == old[0].unit
                and not any(n.value == t.value for t in there)
            ]
            if old and len(new) == 1 and _denied(piece.text, number):
                return [Amendment(target=note.ref, by=piece.ref, old=old[0].text, new=new[0].text)]
    return []


def _denied(text: str, number: Number) -> bool:
    """Whether the words beside a number say that it was wrong."""
    before, after = text[max(0, number.start - 8) : number.start], text[number.end : number.end + 12]
    return bool(
        re.search(r"非|不是|原|寫成|說成|打成|的\s*$", before)
        or re.search(r"聽反|聽錯|看錯|寫錯|記錯|說錯|是錯|不對", after)
    )


def _of_word(piece: Material, earlier: Sequence[Material]) -> list[Amendment]:
    match = _NOT.search(piece.text)
    if not match or not re.search(r"看錯|聽錯|記錯|更正|才對|寫錯", piece.text):
        return []
    target = next((note for note in earlier[:4] if match["old"] in note.text), None)
    return [Amendment(target=target.ref, by=piece.ref, old=match["old"], new="")] if target else []
