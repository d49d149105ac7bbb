"""What is said to the model: the rules, the material as lines, section by section, and the task last."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from drafting.checks.case import kind_of
from drafting.counting import A_SENTENCE
from drafting.excerpts import nearness, shown
from drafting.form import Form, Role
from drafting.material import Kind, Material, Medium, Ref
from drafting.openai_gate import Failing, nearest
from drafting.openai_ground import DOUBT, OPINIONS, Ground, names_in
from drafting.openai_kept import may_be_kept
from drafting.report import Sentence
from drafting.trip import Trip
from drafting.wording.trip_statements import TripStatements
from drafting.writer import Slot
from prompts import render

Messages = list[dict[str, str]]

_KINDS = {
    Kind.QUOTE: "他人所說",
    Kind.IMPRESSION: "心得",
    Kind.SUGGESTION: "建議",
    Kind.PARTICULARS: "基本資料",
}
_MEDIA = {Medium.PHOTO: "照片說明", Medium.VOICE: "語音", Medium.PLACE: "地點", Medium.PAPER: "文件"}
_HEADLINE = (
    "headline 是每一則心得或建議的標題，20 字以內，用出國人員的意思歸納，不加編號與句號，寫在該則第一句；"
    '同一則其餘各句填 ""。'
)
_HEADLINE_EXAMPLE = ', "headline": "標題"'
_CONDENSED = 130  # characters of notes that make one sentence
_MOST_SENTENCES = 10
_WRITTEN = 0.75  # of a sentence's neighbouring characters in an abstract: it holds it already
_ABSTRACT_EXAMPLE = ', "abstract": [{"text": …, "sources": […]}]'
_ABOUT = (
    ((Role.PURPOSE,), "為什麼去、參加了什麼、重要的內容與決定"),
    ((Role.PROCESS,), "參加了什麼、重要的內容與決定"),
    (OPINIONS, "最重要的心得與建議，看法照素材"),
)
_ABSTRACT_SEES = (
    1.6  # times its own length: enough to choose from, and few sentences change with one more note
)


def ask_for(
    slots: Sequence[Slot],
    trip: Trip,
    form: Form,
    grounds: Mapping[str, Ground],
    budget: int,
    *,
    keeping: TripStatements | None = None,
) -> Messages:
    """The request for the prose of one slot, or of several whose material is shown section by section.

    ``grounds`` by key of the slot; ``budget`` is how many characters of material may be shown;
    with ``keeping``, what the messages of the trip state, the model may leave some as they are (openai_kept.py).
    """
    opinions = slots[0].role in OPINIONS
    called = _names_apart(slots, grounds, form)
    kept = may_be_kept(slots, grounds, keeping) if keeping else ()
    common = {
        "names": _names_shown(slots, grounds, trip),
        "report": _flat(trip.report_name) or form.title,
        "agency": "、".join(dict.fromkeys(t.agency for t in trip.travellers if t.agency)) or form.agency,
        "parts": "\n".join(_tasks(slots, grounds, called)),
        "shape": _shape(headed=opinions, abstract=any(slot.share for slot in slots), kept=kept),
    }
    if slots[0].role is Role.ABSTRACT:
        lines = _lines_so_far(chosen(slots[0]), grounds[slots[0].key])
        return _said(render("write_abstract", **common, material=lines, part=_called(slots[0], form)))
    share = budget // len(slots)
    material = "\n".join(
        line
        for slot in slots
        for line in (
            *([f"## {called[slot.key]}"] if len(slots) > 1 else ()),
            _lines(tuple(grounds[slot.key].pieces), grounds[slot.key].pieces, trip, share, slot.title),
        )
    )
    name = "write_reflections" if opinions else "write_part"
    return _said(render(name, **common, material=material, abstract=_share(slots)))


def ask_to_extend(
    slot: Slot, written: Sequence[str], short: int, trip: Trip, form: Form, ground: Ground
) -> Messages | None:
    """A request for more sentences of an abstract that is ``short`` by so many 字, from what it does not use yet;
    None if it uses everything.
    """
    everything = "".join(written)
    left = [s for s in slot.so_far if not s.text.endswith("：") and nearness(s.text, everything) < _WRITTEN]
    sentences = max(1, round(short * 1.15 / A_SENTENCE))
    lines = _lines_so_far(_within(left, sentences * 3 * A_SENTENCE), ground)
    if not lines:
        return None
    return _said(
        render(
            "extend_abstract",
            material=lines,
            names=_names_shown([slot], {slot.key: ground}, trip),
            report=_flat(trip.report_name) or form.title,
            part=_called(slot, form),
            short=str(short),
            written=everything,
            sentences=str(sentences),
            shape=_shape(headed=False, abstract=False),
        )
    )


def ask_to_mend(
    bad: Sequence[Failing], trip: Trip, grounds: Sequence[Ground], budget: int
) -> tuple[Messages, tuple[Ref, ...]]:
    """A fresh request for the failing sentences only, each with the ground that it stands on, and the refs that they may
    cite: those they did, and near ones.
    """
    judged = list(zip(bad, grounds, strict=True))
    pieces = {ref: piece for ground in grounds for ref, piece in ground.pieces.items()}
    near = {ref for f, ground in judged for ref in (*f.item.sources, *nearest(f.item.text, ground, 3))}
    refs = tuple(ref for ref in pieces if ref in near)
    about = "".join(f.item.text for f in bad)
    words = "".join(ground.words([ref for ref in refs if ref in ground.pieces]) for ground in grounds)
    sentences = "\n".join(f"{number(f)}：{f.item.text}（問題：{'；'.join(f.problems)}）" for f in bad)
    return _said(
        render(
            "mend_sentences",
            material=_lines(refs, pieces, trip, budget, about),
            names=_names(words, trip),
            sentences=sentences,
        )
    ), refs


def chosen(slot: Slot) -> tuple[Sentence, ...]:
    """The body's sentences that an abstract is written from: of each block the first, then the second …, until there is
    enough to choose from, in reading order; what the traveller thinks goes before what happened.
    """
    most = round(_ABSTRACT_SEES * ((slot.length and (slot.length.least or slot.length.most)) or 400))
    return _within(slot.so_far, most)


def number(bad: Failing) -> str:
    """What a failing sentence is called while it is mended."""
    return f"S{bad.place + 1}"


def _said(task: str) -> Messages:
    return [{"role": "system", "content": render("system")}, {"role": "user", "content": task}]


def _lines(refs: Sequence[Ref], pieces: Mapping[Ref, Material], trip: Trip, budget: int, about: str) -> str:
    """Material as ``[N12] …``, one line each, below a line that says of which day and kind it is."""
    names = {t.name for t in trip.travellers}
    texts = shown([(ref, _harmless(_text(pieces[ref]))) for ref in refs], budget, about)
    lines: list[str] = []
    above = ""
    for ref in refs:
        if (head := _head(pieces[ref], len(names) > 1)) != above:
            lines.append(head)
            above = head
        lines.append(f"[{ref}] {texts[ref]}")
    return "\n".join(lines)


def _lines_so_far(sentences: Sequence[Sentence], ground: Ground) -> str:
    """The body's sentences, each after all its refs."""
    lines = []
    for sentence in sentences:
        refs = [ref for ref in sentence.sources if ref in ground.pieces]
        if refs:
            lines.append(f"{''.join(f'[{ref}]' for ref in refs)} {_harmless(sentence.text)}")
    return "\n".join(lines)


def _within(sentences: Sequence[Sentence], most: int) -> tuple[Sentence, ...]:
    """Sentences of about ``most`` characters together, in their order, spread over all that they rest on."""
    usable = [s for s in sentences if s.sources and DOUBT not in s.text]
    kept: set[int] = set()
    seen: dict[Ref, int] = {}
    rank = []
    for place, sentence in enumerate(usable):
        nth = seen[sentence.sources[0]] = seen.get(sentence.sources[0], -1) + 1
        rank.append((sentence.kind != "opinion", nth, _spread(place, len(usable)), place))
    size = 0
    for *_, place in sorted(rank):
        if size and size + len(usable[place].text) > most:
            continue
        kept.add(place)
        size += len(usable[place].text)
    return tuple(s for place, s in enumerate(usable) if place in kept)


def _spread(place: int, of: int) -> int:
    """An order in which the first few places lie far apart: every eighth first, then those between."""
    return (place % max(1, of // 8)) if of > 8 else 0


def _head(piece: Material, several: bool) -> str:
    day = "" if piece.day == date.min else f"{piece.day.year}年{piece.day.month}月{piece.day.day}日"
    kind = _KINDS.get(kind_of(piece), "")  # most state facts
    said_by = (
        f"轉傳自{_flat(piece.forwarded_from) or '他人'}" if not piece.own else piece.author if several else ""
    )
    about = filter(None, (day, _MEDIA.get(piece.medium, ""), kind, said_by))
    return f"（{'，'.join(about) or '事實'}）"


def _text(piece: Material) -> str:
    return "，".join(dict.fromkeys(filter(None, (piece.text, piece.place_name, piece.address))))


def _harmless(text: str) -> str:
    """Material cannot end its own quotation: the marks that enclose it are taken out of it."""
    return text.replace("<素材>", "素材").replace("</素材>", "素材")


def _flat(text: str) -> str:
    """A name stays on its line, or it could pass for a line of ours."""
    return " ".join(_harmless(text).split())


def _names(text: str, trip: Trip) -> str:
    """The entries of the names desk that matter here, under a heading; "" if there are none."""
    lines = [_flat("＝".join(forms)) for forms in names_in(text, trip)]
    return "\n".join(["", "# 名稱表", *lines, ""]) if lines else ""


def _names_shown(slots: Sequence[Slot], grounds: Mapping[str, Ground], trip: Trip) -> str:
    words = "".join(
        grounds[slot.key].words(tuple(grounds[slot.key].pieces)) + "".join(s.text for s in slot.so_far)
        for slot in slots
    )
    return _names(words, trip)


def _share(slots: Sequence[Slot]) -> str:
    """What is wanted for the abstract of these sections: at least a sentence if anything is."""
    whole = sum(slot.share for slot in slots)
    if not whole:
        return ""
    about = next((words for roles, words in _ABOUT if any(s.role in roles for s in slots)), "")
    wanted = max(1, round(whole))
    size = str(wanted * A_SENTENCE)
    asked = render("share_of_abstract", sentences=str(wanted), size=size, about=about)
    return f"\n{asked}\n"


def _shape(*, headed: bool, abstract: bool, kept: Sequence[Ref] = ()) -> str:
    return render(
        "answer_shape",
        keep="\n" + render("keep_notes", notes="、".join(kept)) if kept else "",
        abstract_example=_ABSTRACT_EXAMPLE if abstract else "",
        headline=_HEADLINE if headed else "",
        headline_example=_HEADLINE_EXAMPLE if headed else "",
    )


def _called(slot: Slot, form: Form) -> str:
    """What a section is called in a request."""
    part = form.part_for(slot.role)
    return _flat(slot.title) or (part.heading if part else slot.key)


def _names_apart(slots: Sequence[Slot], grounds: Mapping[str, Ground], form: Form) -> dict[str, str]:
    """What each section is called; those of one name, as 會晤與會人士 of three days, with the day of their material."""
    called = {slot.key: _called(slot, form) for slot in slots}
    alike = Counter(called.values())
    days = {
        slot.key: next((p.day for p in grounds[slot.key].pieces.values() if p.day != date.min), None)
        for slot in slots
    }
    return {
        key: f"{name}（{day.month}月{day.day}日）" if alike[name] > 1 and (day := days[key]) else name
        for key, name in called.items()
    }


def _tasks(slots: Sequence[Slot], grounds: Mapping[str, Ground], called: Mapping[str, str]) -> list[str]:
    """One line for each section: its name, how long, and what the form wants of it, said once."""
    lines = []
    said: set[str] = set()
    for slot in slots:
        wanted = (
            ""
            if slot.guidance in said
            else "；".join(line.rstrip("。") for line in slot.guidance.splitlines())
        )
        said.add(slot.guidance)
        lines.append(
            f"- {called[slot.key]}，{_length(slot, grounds[slot.key])}" + (f"（{wanted}）" if wanted else "")
        )
    return lines


def _length(slot: Slot, ground: Ground) -> str:
    least, most = (slot.length.least, slot.length.most) if slot.length else (None, None)
    sentences = f"約 {sentences_of(slot, ground)} 句"
    if least and most:
        return f"{least} 至 {most} 字，{sentences}"
    if least:
        return f"至少 {least} 字，{sentences}"
    return f"{sentences}，最多 {most} 字" if most else sentences


def sentences_of(slot: Slot, ground: Ground) -> int:
    """How many sentences a section is asked for: by the form's length, else by its material."""
    least, most = (slot.length.least, slot.length.most) if slot.length else (None, None)
    if least:
        return max(3, (least + most) // 2 // A_SENTENCE if most else round(least * 1.03 / A_SENTENCE))
    size = sum(len(_text(piece)) for piece in ground.pieces.values())
    few = -(-len(ground.pieces) // 2)  # several short notes are merged, not all of them
    return min(_MOST_SENTENCES, max(few, round(size / _CONDENSED)))
