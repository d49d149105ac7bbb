"""What is said to the model for one slot: the rules, the material as lines, and the task last."""

from collections.abc import Sequence
from datetime import date

from drafting.checks.case import kind_of
from drafting.excerpts import shown
from drafting.form import Form, Role
from drafting.material import Kind, Material, Medium, Ref
from drafting.openai_gate import Failing, nearest
from drafting.openai_ground import DOUBT, OPINIONS, Ground, names_in
from drafting.trip import Trip
from drafting.writer import Slot
from prompts import render

Messages = list[dict[str, str]]

_KINDS = {
    Kind.FACT: "事實",
    Kind.QUOTE: "他人所說",
    Kind.IMPRESSION: "心得",
    Kind.SUGGESTION: "建議",
    Kind.PARTICULARS: "基本資料",
}
_MEDIA = {Medium.PHOTO: "照片說明", Medium.VOICE: "語音", Medium.PLACE: "地點", Medium.PAPER: "文件"}
_HEADLINE = (
    "- headline：每一個心得或建議的第一句給一個 20 字以內的標題，用出國人員的意思歸納，不加編號與句號；"
    '同一節其餘各句填 ""。'
)
_HEADLINE_EXAMPLE = ', "headline": "標題"'


def ask_for(slot: Slot, trip: Trip, form: Form, ground: Ground, budget: int) -> Messages:
    """The request that asks for the prose of a slot."""
    part = form.part_for(slot.role)
    common = {
        "material": _lines_so_far(slot, ground)
        or _lines(tuple(ground.pieces), ground, trip, budget, slot.title),
        "names": _names(ground.words(tuple(ground.pieces)) + "".join(s.text for s in slot.so_far), trip),
        "part": part.heading if part else slot.title,
        "report": _flat(trip.report_name) or "（未填）",
        "agency": "、".join(dict.fromkeys(t.agency for t in trip.travellers if t.agency)) or form.agency,
        "guidance": slot.guidance or (part.guidance if part else "") or "（無）",
        "length": _length(slot),
        "shape": render(
            "answer_shape",
            headline=_HEADLINE if slot.role in OPINIONS else "",
            headline_example=_HEADLINE_EXAMPLE if slot.role in OPINIONS else "",
        ),
    }
    if slot.role is Role.ABSTRACT:
        return _said(render("write_abstract", **common))
    if slot.role in OPINIONS:
        return _said(render("write_reflections", **common | {"part": slot.title or common["part"]}))
    return _said(render("write_part", **common, title=slot.title))


def ask_to_mend(
    bad: Sequence[Failing], trip: Trip, ground: Ground, budget: int
) -> tuple[Messages, tuple[Ref, ...]]:
    """A fresh request for the failing sentences only, and the refs that they may cite: those they did, and near ones."""
    near = {ref for f in bad for ref in (*f.item.sources, *nearest(f.item.text, ground, 3))}
    refs = tuple(ref for ref in ground.pieces if ref in near)
    about = "".join(f.item.text for f in bad)
    sentences = "\n".join(f"{number(f)}：{f.item.text}（問題：{'；'.join(f.problems)}）" for f in bad)
    return _said(
        render(
            "mend_sentences",
            material=_lines(refs, ground, trip, budget, about),
            names=_names(ground.words(refs), trip),
            sentences=sentences,
        )
    ), refs


def number(bad: Failing) -> str:
    """What a failing sentence is called while it is mended."""
    return f"S{bad.place + 1}"


def _said(task: str) -> Messages:
    return [{"role": "system", "content": render("system")}, {"role": "user", "content": task}]


def _lines(refs: Sequence[Ref], ground: Ground, trip: Trip, budget: int, about: str) -> str:
    """Material as ``[N12] …``, one line each, below a line that says of which day and kind it is."""
    names = {t.name for t in trip.travellers}
    texts = shown([(ref, _harmless(_text(ground.pieces[ref]))) for ref in refs], budget, about)
    lines: list[str] = []
    above = ""
    for ref in refs:
        if (head := _head(ground.pieces[ref], len(names) > 1)) != above:
            lines.append(head)
            above = head
        lines.append(f"[{ref}] {texts[ref]}")
    return "\n".join(lines)


def _lines_so_far(slot: Slot, ground: Ground) -> str:
    """The body's sentences, each after all its refs; those in doubt are left out."""
    lines = []
    for sentence in slot.so_far:
        refs = [ref for ref in sentence.sources if ref in ground.pieces]
        if refs and DOUBT not in sentence.text:
            lines.append(f"{''.join(f'[{ref}]' for ref in refs)} {_harmless(sentence.text)}")
    return "\n".join(lines)


def _head(piece: Material, several: bool) -> str:
    day = "" if piece.day == date.min else f"{piece.day.year}年{piece.day.month}月{piece.day.day}日"
    kind = _KINDS.get(kind_of(piece), "事實")
    said_by = (
        f"轉傳自{_flat(piece.forwarded_from) or '他人'}" if not piece.own else piece.author if several else ""
    )
    about = filter(None, (day, _MEDIA.get(piece.medium, ""), kind, said_by))
    return f"（{'，'.join(about)}）"


def _text(piece: Material) -> str:
    return "，".join(dict.fromkeys(filter(None, (piece.text, piece.place_name, piece.address))))


def _harmless(text: str) -> str:
    """Material cannot end its own quotation: the marks that enclose it are taken out of it."""
    return text.replace("<素材>", "素材").replace("</素材>", "素材")


def _flat(text: str) -> str:
    """A name stays on its line, or it could pass for a line of ours."""
    return " ".join(_harmless(text).split())


def _names(text: str, trip: Trip) -> str:
    return "\n".join(_flat("＝".join(forms)) for forms in names_in(text, trip)) or "（無）"


def _length(slot: Slot) -> str:
    if slot.length is None:
        return "依素材多寡，不湊字。"
    least, most = slot.length.least, slot.length.most
    if least and most:
        return f"{least} 至 {most} 字，約 {max(3, least // 35)} 句；素材不足時寧短勿湊。"
    if least:
        return f"至少 {least} 字，以 {least * 115 // 100} 字為準，約 {max(3, least // 30)} 句；素材不足時寧短勿湊。"
    return f"最多 {most} 字。" if most else "依素材多寡，不湊字。"
