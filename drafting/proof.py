"""The gate for a trip: what a sentence claims that the material it cites does not say, where that says it, and what to ask.

The same for every writer: the checks, the gate behind a model and a sentence that somebody wrote by hand all ask here.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from drafting.dates import roc
from drafting.excerpts import nearness
from drafting.frozen import Frozen
from drafting.fuller_names import fuller_names, fuller_names_for
from drafting.given_names import given_names, named_in_full
from drafting.grounding import Unsupported, unsupported
from drafting.material import Kind, Material, Ref
from drafting.trip import Trip

CALLED = {
    "number": "數字",
    "date": "日期",
    "person": "人名",
    "organisation": "名稱",
    "place": "地名",
    "quote": "引文",
}
"""What the kinds of claims are called in zh-TW."""
_RELATIVE = {
    "大前天": -3, "前天": -2, "昨": -1, "前一日": -1, "前一天": -1, "今天": 0, "今日": 0, "今早": 0, "今晚": 0, "明": 1, "次日": 1, "翌日": 1,
    "隔天": 1, "隔日": 1, "後天": 2, "大後天": 3,
}  # fmt: skip
_RELATIVE_WORD = re.compile(
    "大前天|前天|昨(?=天|日|晚|早|夜)|前一[日天]|今[天日早晚]|明(?=天|日|早|晚|後)|次日|翌日|隔[天日]|大後天|(?<!以)後天"
)
_YEARS = {"前年": -2, "去年": -1, "今年": 0, "明年": 1, "後年": 2}
_YEAR_WORD = re.compile("(?<!大)前年|去年|今年|明年|後年")
_SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]*")


class Span(Frozen):
    """A stretch of a piece of material; ``start`` and ``end`` are places in its text."""

    ref: Ref
    start: int
    end: int
    text: str


class Gate:
    """The gate of one trip, for many sentences: what its material says is put together once.

    ``fuller`` are the abbreviations that the trip spells out somewhere (``fuller_names``).
    """

    def __init__(self, trip: Trip) -> None:
        self._trip = trip
        self._pieces = {piece.ref: piece for piece in trip.material}
        self._near = trip.period.start if trip.period else None
        self._common = common_words(trip)
        usable = [piece.text for piece in trip.material if _is_usable(piece)]
        self.fuller = fuller_names(usable)
        self._given = given_names(usable)
        self._told: dict[Ref, tuple[str, ...]] = {}

    def unproven(
        self, text: str, refs: Sequence[Ref], *, edits: bool = True, also: Sequence[str] = ()
    ) -> tuple[Unsupported, ...]:
        """What ``text`` claims that the pieces ``refs`` do not say. ``also`` are texts that it may rest on besides.

        With ``edits``, what people wrote by hand about these pieces counts as well: they answer for it.
        """
        said = self.evidence(refs, edits=edits)
        fuller = fuller_names_for(text, said, self.fuller)
        return unsupported(text, (self._common, *said, *fuller, *also), self._near)

    def evidence(self, refs: Iterable[Ref], *, edits: bool = True) -> tuple[str, ...]:
        """What these pieces say, who said it, other forms of the names that they mention, and edits that rest on them."""
        wanted = dict.fromkeys(refs)
        found = [text for ref in wanted for text in self._all_of(ref)]
        if edits:
            found += [e.after for e in self._trip.edits if not wanted.keys().isdisjoint(e.sources)]
        return tuple(dict.fromkeys(found))

    def _all_of(self, ref: Ref) -> tuple[str, ...]:
        if ref not in self._told and (piece := self._pieces.get(ref)):
            said = [*evidence_in(piece), *filter(None, (piece.author, piece.forwarded_from))]
            whole = "\n".join(said)
            names = (" ".join(forms) for forms in names_in(whole, self._trip))
            self._told[ref] = (*said, *names, *named_in_full(whole, self._given))
        return self._told.get(ref, ())


def _is_usable(piece: Material) -> bool:
    """Private pieces and asides lend no other piece a name."""
    return (piece.label or piece.kind) not in (Kind.PRIVATE, Kind.ASIDE)


def unproven(
    trip: Trip, text: str, refs: Sequence[Ref], *, edits: bool = True, also: Sequence[str] = ()
) -> tuple[Unsupported, ...]:
    """The gate for a single sentence, such as one that somebody has just written by hand; see ``Gate.unproven``."""
    return Gate(trip).unproven(text, refs, edits=edits, also=also)


def evidence_for(trip: Trip, refs: Iterable[Ref], *, edits: bool = True) -> tuple[str, ...]:
    """What may be said on the strength of these pieces; see ``Gate.evidence``."""
    return Gate(trip).evidence(refs, edits=edits)


def evidence_in(piece: Material) -> list[str]:
    """All that a piece of material says: its text, place and file's name, the day it speaks of, and 明天 as a day."""
    day = roc(piece.meant_on) if piece.meant_on.year > 1 else ""
    name = piece.file.name if piece.file else ""
    said = (piece.text, piece.place_name, piece.address, piece.phone, name, day, *_days_told(piece))
    return [t for t in dict.fromkeys(said) if t]


def names_in(text: str, trip: Trip) -> tuple[tuple[str, ...], ...]:
    """The entries of the names desk of which ``text`` has any form, each with all its forms."""
    entries = (tuple(filter(None, (name.zh, name.foreign, name.abbreviation))) for name in trip.names)
    return tuple(forms for forms in entries if len(forms) > 1 and any(form in text for form in forms))


def common_words(trip: Trip) -> str:
    """The names in the form's fields, which any sentence may use. Not their numbers: a year is no count."""
    people = (word for t in trip.travellers for word in (t.name, t.agency, t.unit, t.title))
    title = re.sub(r"\d+", " ", trip.report_name)
    return "\n".join(filter(None, (title, trip.host_agency, *trip.regions, *people)))


def span_of(text: str, piece: Material) -> Span | None:
    """Where in a piece that says what ``text`` says: its nearest sentence, or two that follow each other. None if nowhere."""
    sentences = [m.span() for m in _SENTENCE.finditer(piece.text) if m[0].strip()]
    spans = [*sentences, *((a, d) for (a, _), (_, d) in pairwise(sentences))]
    best, where = 0.0, (0, 0)
    for start, end in spans:
        near = nearness(text, piece.text[start:end])
        if near > best + (0.05 if (start, end) not in sentences else 0.0):
            best, where = near, (start, end)
    start, end = where
    return Span(ref=piece.ref, start=start, end=end, text=piece.text[start:end].strip()) if best else None


def question_about(found: Sequence[Unsupported]) -> str:
    """What to ask the traveller (zh-TW): 「63位」（數字）在素材裡找不到，請問正確的是什麼？"""
    things = "、".join(dict.fromkeys(f"「{u.text}」（{CALLED[u.kind]}）" for u in found))
    return f"{things}在素材裡找不到，請問正確的是什麼？" if things else ""


def _days_told(piece: Material) -> list[str]:
    """明天, 昨晚 as days and 去年 as a year, counted from the day on which the piece was sent."""
    words = {m[0] for m in _RELATIVE_WORD.finditer(piece.text)}
    years = {m[0] for m in _YEAR_WORD.finditer(piece.text)}
    if not (words or years) or piece.meant_on == date.min:
        return []
    try:
        sent = piece.said_at.astimezone(ZoneInfo(piece.zone)).date()
    except (ZoneInfoNotFoundError, ValueError):
        sent = piece.said_at.date()
    told = [sent.year + _YEARS[word] for word in sorted(years)]
    days = sorted(roc(sent + timedelta(days=_RELATIVE[word])) for word in words)
    return [*days, *(f"{year}年（{year - 1911}年）" for year in told)]
