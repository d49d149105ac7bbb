"""The abstract without a model: who went where and when, then the most telling sentences, until the length holds."""

import re
from collections.abc import Sequence

from drafting.counting import count
from drafting.dates import roc
from drafting.form import Length
from drafting.gather import cues
from drafting.material import Ref
from drafting.offline.register import ended
from drafting.report import Paragraph, Sentence
from drafting.trip import Trip

_AIM = 1.06  # a little above the least, so that a later small edit does not fall below it
_WHY = re.compile(r"目的|為了|為維護|改選|參考|希望|想看|要趁|任務|學習|推動|席次|重點")
_CHATTY = re.compile(r"本人|我[^國府]|他說|她說|很|真的|一直|許多|就|快|搶|桌|排|警|茶|他們")


def abstract_of(so_far: Sequence[Sentence], trip: Trip, length: Length | None) -> tuple[Paragraph, ...]:
    """Three paragraphs: the trip, what was done, what was learnt. Every sentence stands in the body as well, with its sources.

    Sentences are chosen by what they carry (numbers, names, decisions) until ``length`` holds; what the material does
    not carry is not added.
    """
    opening = _opening(trip)
    least = (length.least or 0) if length else 0
    most = length.most if length else None
    aim = min(least * _AIM if least else 400, most or 10**6)
    before = trip.period.start if trip.period else None
    days = {m.ref: m.meant_on for m in trip.material}
    bodies = [
        s.model_copy(update={"text": ended(s.text)})
        for s in so_far
        if s.kind != "link" and not s.text.endswith("：") and 10 <= len(s.text) <= 140
    ]
    chosen: set[int] = set()

    def size() -> int:
        text = "".join(s.text for s in (*opening, *(bodies[i] for i in sorted(chosen))))
        return count(text).by(length.counted) if length else len(text)

    aims = [
        i
        for i, s in enumerate(bodies)
        if before and s.kind != "opinion" and all(days.get(r, before) < before for r in s.sources)
    ]
    first = sorted(
        aims, key=lambda i: -_weight(bodies[i], i, len(bodies)) - 3 * bool(_WHY.search(bodies[i].text))
    )[:2]
    for index in (*first, *(i for i in _ranked(bodies) if i not in first)):
        if size() >= aim:
            break
        chosen.add(index)
        if most and size() > most:
            chosen.discard(index)
    facts = [bodies[i] for i in sorted(chosen) if bodies[i].kind != "opinion"]
    purpose = [s for s in facts if before and all(days.get(r, before) < before for r in s.sources)]
    done = [s for s in facts if s not in purpose]
    learnt = [bodies[i] for i in sorted(chosen) if bodies[i].kind == "opinion"]
    groups = ((*opening, *purpose), done, learnt)
    return tuple(Paragraph(sentences=tuple(group)) for group in groups if group)


def _ranked(bodies: Sequence[Sentence]) -> list[int]:
    """Indices in the order of choice: opinions and facts in turn, so that neither crowds out the other."""
    facts = sorted(
        (i for i, s in enumerate(bodies) if s.kind != "opinion"),
        key=lambda i: -_weight(bodies[i], i, len(bodies)),
    )
    opinions = sorted(
        (i for i, s in enumerate(bodies) if s.kind == "opinion"),
        key=lambda i: -_weight(bodies[i], i, len(bodies)),
    )
    mixed: list[int] = []
    while facts or opinions:
        mixed += facts[:3] + opinions[:1]
        facts, opinions = facts[3:], opinions[1:]
    return mixed


def _weight(sentence: Sentence, index: int, total: int) -> float:
    text = sentence.text
    telling = min(len(re.findall(r"\d+", text)), 4) + 2 * bool(
        re.search(r"建議|目的|決議|通過|合作|成果|參考|強化|推動|促進", text)
    )
    telling += bool(re.search(r"[A-Z]{3,}|「", text)) + (1.5 if 25 <= len(text) <= 90 else 0)
    telling -= 4 * bool(cues.TRAVEL.search(text)) + 3 * bool(
        re.search(r"這|那|^第?[\d一二三]+[、.]", text[:4])
    )
    return telling - 1.5 * len(_CHATTY.findall(text)) - 0.5 * index / max(total, 1)


def _opening(trip: Trip) -> list[Sentence]:
    """Who, when, where and for what, rendered from the fields."""
    if not trip.travellers or not trip.period:
        return []
    first = trip.travellers[0]
    people = "、".join(
        f"{'' if i and t.agency == first.agency else t.agency}{t.unit}{t.title}{t.name}"
        for i, t in enumerate(trip.travellers[:4])
    )
    if len(trip.travellers) > 4:
        people += f"等{len(trip.travellers)}人"
    end = trip.period.end
    until = roc(end) if end.year != trip.period.start.year else f"{end.month}月{end.day}日"
    where = "、".join(trip.regions)
    name = trip.report_name.replace("「", "『").replace("」", "』")
    text = (
        f"{people}於{roc(trip.period.start)}至{until}赴{where}，執行「{name}」。"
        if name
        else f"{people}於{roc(trip.period.start)}至{until}赴{where}。"
    )
    refs: tuple[Ref, ...] = tuple(
        dict.fromkeys(
            r for key in ("travellers", "period", "regions", "report_name") for r in trip.sources.get(key, ())
        )
    )
    return [Sentence(text=text, sources=refs)] if refs else []
