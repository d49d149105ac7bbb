"""Reads what a traveller wants of one part: 「伍再具體一點，加上 N40」, 「心得不要 N12」 (pure)."""

import re
from collections.abc import Iterator

from drafting.errors import InstructionUnclear
from drafting.form import Form, Role
from drafting.material import Kind, Material, Ref
from drafting.phrase import phrase
from drafting.report import Report, Section
from drafting.revising.headings import number, title
from drafting.revision import Wish
from drafting.trip import Trip

_REFS = re.compile(r"[NPVLCD]\d+", re.IGNORECASE)
_AWAY = re.compile(r"(?:不要用?|別用|拿掉|刪掉|刪除|去掉|移除|不用)[^，。；,;\n]*")
_MOVES = re.compile(
    r"(?:請?[把將])?[\s、，和與及]*(?:移[到至入來過]|搬[到至進來過]|改放|挪到)(?:過?來|這裡|這一?[節段部分]+|此處)?"
)
_MOVED_TO = re.compile(
    r"^請?(?:把|將)?\s*(?P<refs>[NPVLCD]\d+(?:[、，,和與及\s]+[NPVLCD]\d+)*)\s*(?P<how>移到|移至|搬到|搬至|改放到?|挪到)\s*(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_MARK = re.compile(
    r"[壹貳參肆伍陸柒捌玖拾]+|[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+(?=[、.之（(])|\d+(?=[、.])"
)
_LEFT_OVER = re.compile(
    r"[，、,;；\s]*(?:請?(?:再)?(?:加上|加入|補上|納入|引用|用到|並用|用))[，、,和與及跟\s]*(?=$|[，。；,;])"
)


def instruction(text: str, report: Report, trip: Trip, by: str) -> Wish:
    """The wish in an instruction; raises InstructionUnclear if no part is named, or material that there is not."""
    text = text.strip()
    if named := _MOVED_TO.match(text):  # 「N40 移到伍」
        text = f"{named['rest']}　{named['how']} {named['refs']}"
    section, rest = _section(text, report)
    away = tuple(dict.fromkeys(ref for m in _AWAY.finditer(rest) for ref in _refs(m[0])))
    refs = tuple(ref for ref in dict.fromkeys(_refs(rest)) if ref not in away)
    for ref in (*refs, *away):
        if trip.piece(ref) is None:
            raise InstructionUnclear(phrase("這個案件沒有素材 {ref}，請查看編號後再說一次。", ref=ref))
    for ref in refs:
        if _kind(trip, ref) is Kind.PRIVATE:
            raise InstructionUnclear(phrase("{ref} 標了 #私，不會用於報告；要用請先改掉標籤。", ref=ref))
    words = _REFS.sub("", _AWAY.sub("", rest))
    moved = bool(refs) and _MOVES.search(words) is not None
    words = _MOVES.sub("", words) if moved else words
    words = _LEFT_OVER.sub("", words).strip(" 　，、,;；。：:")
    if not (words or refs or away):
        raise InstructionUnclear(
            phrase(
                "「{heading}」要怎麼改？請接著寫，例如「{example}」。", heading=section.heading, example=_HOW
            )
        )
    return Wish(section=section.key, words=words, refs=refs, moved=moved, without=away, by=by)


def label_for(wish: Wish, ref: Ref, report: Report, trip: Trip, form: Form) -> Kind | None:
    """What a piece must be called so that the wished part may use it; None if it may already, beside its present place.

    Raises InstructionUnclear for somebody else's words in 心得 or 建議: these are the traveller's own (design rule 2).
    """
    piece, kind = trip.piece(ref), _kind(trip, ref)
    role = _opinion(wish.section, report, form)
    if role is not None and piece is not None:
        if not piece.own:
            raise InstructionUnclear(
                phrase("{ref} 不是您自己的話，不能放進心得或建議；請用自己的話寫一則，再說一次。", ref=ref)
            )
        wanted = Kind.SUGGESTION if role is Role.SUGGESTIONS else Kind.IMPRESSION
        usable = kind in (Kind.IMPRESSION, Kind.SUGGESTION) or (
            kind in (Kind.FACT, Kind.QUOTE) and not wish.moved
        )
        return None if usable else wanted
    return Kind.FACT if kind in (Kind.ASIDE, Kind.PARTICULARS) else None


def _opinion(key: str, report: Report, form: Form) -> Role | None:
    for part in report.sections:
        if any(section.key == key for _, section in part.walk()):
            if key in (Role.IMPRESSIONS.value, Role.SUGGESTIONS.value):
                return Role(key)
            known = form.part(part.key)
            found = [r for r in (known.roles if known else ()) if r in (Role.IMPRESSIONS, Role.SUGGESTIONS)]
            return found[0] if found else None
    return None


_HOW = "伍再具體一點，加上 N40"


def _kind(trip: Trip, ref: Ref) -> Kind | None:
    piece: Material | None = trip.piece(ref)
    return (piece.label or piece.kind) if piece else None


def _refs(text: str) -> Iterator[Ref]:
    for found in _REFS.findall(text):
        yield Ref(found.upper())


def _section(text: str, report: Report) -> tuple[Section, str]:
    """The section that the text begins with, by its words or its number (伍, 肆二(一)), and what is said of it."""
    named = [section for _, section in report.walk() if title(section) and text.startswith(title(section))]
    if named:
        section = max(named, key=lambda found: len(title(found)))
        return section, text[len(title(section)) :]
    if found := _numbered(text, report):
        return found
    parts = "、".join(section.heading for section in report.sections)
    raise InstructionUnclear(
        phrase(
            "要改哪一部分？請以部分的編號或名稱開頭，例如「{example}」。這份草稿有：{parts}。",
            example=_HOW,
            parts=parts,
        )
    )


def _numbered(text: str, report: Report) -> tuple[Section, str] | None:
    found: Section | None = None
    candidates, rest = report.sections, text
    while mark := _MARK.match(rest):
        wanted = mark[0].strip("（）()")
        fitting = next((s for s in candidates if number(s) == wanted), None)
        if fitting is None:
            break
        found, candidates = fitting, fitting.sections
        rest = rest[mark.end() :].lstrip("、. 　之")
        rest = rest.removeprefix(title(found))
    return (found, rest) if found else None
