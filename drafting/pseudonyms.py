"""Stands in for people: a model off the premises sees 〔人員A〕 where the material has a name, and its answer is put right.

Names of people, telephone numbers, postal addresses, those of e-mail and numbers of papers (design 3.7; 個人資料保護法 §5, §16). The
same trip always gives the same stand-ins, and one more note changes none of them.
"""

import re
from collections.abc import Iterator

from drafting.frozen import Frozen
from drafting.gather.personal_names import is_name, is_title
from drafting.grounding import unsupported
from drafting.trip import Trip

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_PHONE = re.compile(
    r"(?<![\d.,])(?:\+\d{1,3}[-\s]?)?(?:\(0\d{1,3}\)|0\d{1,3})[-\s]?\d{3,4}[-\s]?\d{3,4}(?:\s?(?:#|轉|分機)\s?\d{1,5})?(?!\d)"
    r"|\+\d{1,3}(?:[-\s]\d{2,4}){2,4}(?!\d)"
)
_PAPER = re.compile(
    r"(?<![A-Za-z\d])(?:[A-Z][12ABCD89]\d{8}|[A-Z]{1,2}\d{7,8}|(?<=護照)\s?\d{9})(?![A-Za-z\d])"
)
_H = r"[\u4e00-\u9fff]"
_ADDRESS = re.compile(
    rf"(?:{_H}{{2,3}}[縣市])?(?:{_H}{{1,3}}[區鄉鎮市])?(?:{_H}{{1,3}}[里村])?(?:\d{{1,3}}鄰)?{_H}{{1,6}}?(?:路|街|大道)"
    r"(?:[一二三四五六七八九十\d]{1,2}段)?(?:\d{1,4}巷)?(?:\d{1,4}弄)?\s?\d{1,4}(?:[-之]\d{1,3})?號(?:之\d{1,2})?"
    r"(?:地下)?(?:\d{1,2}樓(?:之\d{1,2})?)?"
    rf"|{_H}{{1,6}}[都道府県縣市区區町村]{_H}{{0,8}}\d{{1,2}}(?:丁目\d{{1,3}}(?:番地?)?(?:[-\u2212]?\d{{1,3}}號?号?)?|[-\u2212]\d{{1,3}}[-\u2212]\d{{1,3}})"
    r"|(?<![A-Za-z\d-])\d{1,5} (?:[A-Z][\w.']* ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Drive|Square)\b"
)
_STAND_IN = re.compile(r"[〔［【\[(（](人員|電話|信箱|證號|地址)\s?([A-Z]{1,3})[〕］】\])）]")
_RUNS = re.compile(r"[\u4e00-\u9fff○〇・·]{3,}")
_POLITE = ("先生", "女士", "小姐")
_LEADS = ("聯絡人", "承辦人", "姓名", "窗口")
_UNSURE = "【待確認】"


class Pseudonyms(Frozen):
    """``pairs``: what stands in the material, and what stands for it; longest first."""

    pairs: tuple[tuple[str, str], ...] = ()

    def hide(self, text: str) -> str:
        """The text with a stand-in for each person, number and address."""
        for original, stand_in in self.pairs:
            text = text.replace(original, stand_in)
        return text

    def show(self, text: str, escaped: bool = False) -> str:
        """The text as it is meant. ``escaped``: within JSON. A stand-in that stands for nobody was made up: it is doubted."""
        known = {stand_in: original for original, stand_in in self.pairs}

        def back(found: re.Match[str]) -> str:
            original = known.get(f"〔{found[1]}{found[2]}〕", _UNSURE)
            return original.replace("\\", "\\\\").replace('"', '\\"') if escaped else original

        return _STAND_IN.sub(back, text)


def pseudonyms_for(trip: Trip) -> Pseudonyms:
    """Stand-ins for everybody and everything personal in a trip, in the order in which they come up."""
    found: dict[str, str] = {}
    counts: dict[str, int] = {}
    for kind, original in _personal(trip):
        if original and original not in found:
            counts[kind] = counts.get(kind, 0) + 1
            found[original] = f"〔{kind}{_letters(counts[kind])}〕"
    return Pseudonyms(pairs=tuple(sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[0]))))


def _personal(trip: Trip) -> Iterator[tuple[str, str]]:
    """(kind, original) of all that is personal: first who travels, then what each message names."""
    for traveller in trip.travellers:
        yield "人員", traveller.name
    yield "人員", trip.contact_person
    yield "電話", trip.contact_phone
    for person in trip.names:
        if person.kind == "person":
            yield from (("人員", form) for form in (person.zh, person.foreign) if form)
    bodies = {
        form
        for name in trip.names
        if name.kind != "person"
        for form in (name.zh, name.foreign, name.abbreviation)
        if form
    }
    for piece in trip.material:
        for who in (piece.author, piece.forwarded_from):
            if re.fullmatch(r"[\u4e00-\u9fff]{2,4}", who) and who not in bodies:
                yield "人員", who
        yield "電話", piece.phone
        yield from (("信箱", m) for m in _MAIL.findall(piece.text))
        yield from (("地址", m.group()) for m in _ADDRESS.finditer(piece.text))
        yield from (("證號", m.strip()) for m in _PAPER.findall(piece.text))
        yield from (("電話", m.group()) for m in _PHONE.finditer(piece.text))
        yield from (("人員", name) for name in _beside_titles(piece.text))
        for name in unsupported(piece.text, [], None):
            if name.kind == "person" and not any(name.text in body or body in name.text for body in bodies):
                yield "人員", name.text


def _beside_titles(text: str) -> Iterator[str]:
    """Chinese names that a title gives away: 林大同組長, 組長林大同, 聯絡人林大同."""
    for run in _RUNS.findall(text):
        for start in range(len(run)):
            for length in (3, 2, 4):
                name, after = run[start : start + length], run[start + length :]
                before = run[:start]
                titled = any(is_title(after[:n]) for n in range(2, 6)) or after.startswith(_POLITE)
                if len(name) == length and is_name(name) and (titled or before.endswith(_LEADS)):
                    yield name


def _letters(number: int) -> str:
    """A, B … Z, AA, AB …"""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
