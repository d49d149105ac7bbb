"""What each piece of material is good for: fact, impression, suggestion, particulars, an aside, or private."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from drafting.gather import cues
from drafting.gather.labels import names_field
from drafting.gather.lines import lines_of
from drafting.gather.people import travellers_in
from drafting.material import Kind, Material, Medium, Ref
from drafting.trip import Period

_SHORT = 160
_SAME_BREATH = timedelta(hours=1)
"""A heading holds for the notes of its author that follow it this soon."""


def sorted_by_kind(
    material: Sequence[Material], period: Period | None, particulars: Iterable[Ref]
) -> tuple[Material, ...]:
    """The same material with ``kind`` set: the traveller's own label first, then the rules.

    ``particulars`` are the notes that fields and itinerary were read from. Only the traveller's own words become
    impressions or suggestions; what comes after the return and nothing else claims is an impression.
    """
    filled = set(particulars)
    found: list[Material] = []
    head: Kind | None = None
    last_noted: dict[str, datetime] = {}
    for piece in material:
        if piece.medium is Medium.NOTE and piece.own:
            before = last_noted.get(piece.author)
            same_breath = before is not None and piece.said_at - before < _SAME_BREATH
            goes_on = same_breath and not cues.PURPOSE_HEAD.match(piece.text)
            head = _head(piece.text) or (head if goes_on else None)
        if piece.medium is Medium.NOTE:
            last_noted[piece.author] = piece.said_at
        kind = piece.label or _kind(piece, period, filled, head)
        if kind is Kind.ASIDE and piece.ref in filled:
            kind = Kind.PARTICULARS  # whatever else it says, a field was read from it
        found.append(piece.model_copy(update={"kind": kind}))
    return tuple(found)


def _kind(piece: Material, period: Period | None, filled: set[Ref], head: Kind | None) -> Kind:
    text = piece.text.strip()
    if piece.medium in (Medium.PLACE, Medium.CONTACT, Medium.PAPER):
        return Kind.FACT if piece.medium is not Medium.CONTACT else Kind.ASIDE
    if piece.medium is Medium.PHOTO:
        return Kind.FACT
    if not text:
        return Kind.FACT
    if cues.KEEP_OUT.search(text):
        return Kind.PRIVATE
    if piece.ref in filled and not _more_than_particulars(piece):
        return Kind.PARTICULARS
    if chatter(text) or cues.ASKS_THE_BOT.match(text):
        return Kind.ASIDE
    own_head = _head(text)
    if not piece.own:
        about_the_report = (
            period is not None
            and piece.meant_on > period.end
            and bool(re.search(r"報告|草稿|初稿|寫清楚", text))
        )
        return Kind.ASIDE if about_the_report or not substance(text) else Kind.FACT
    if not substance(text):
        return Kind.ASIDE
    if own_head or head:
        return own_head or head or Kind.FACT
    if cues.PURPOSE_HEAD.match(text):
        return Kind.FACT
    after = period is not None and piece.meant_on > period.end
    started = period is None or piece.meant_on >= period.start
    if started and cues.SUGGESTION.search(text) and not _is_both(text) and not _REPORTED.search(text[:40]):
        return Kind.SUGGESTION
    if started and (cues.IMPRESSION.search(text) or after):
        return Kind.IMPRESSION
    return Kind.FACT


_REPORTED = re.compile(
    r"(?:他|她|對方|主席|講者|評審|園方|館方|站長|會長|局長|主任|教授|代表|市長|部長|課長|委員)們?(?:也|還|都|坦言)?(?:說|提醒|建議|表示|認為|指出)"
)
"""Somebody else's advice is a fact of the trip, not the traveller's suggestion."""


def _is_both(text: str) -> bool:
    """A long reflection that ends in a wish is an impression; a short wish is a suggestion."""
    match = cues.SUGGESTION.search(text)
    return (
        bool(cues.IMPRESSION.search(text))
        and match is not None
        and match.start() > len(text) * 0.55
        and "建議" not in match.group(0)
    )


def chatter(text: str) -> bool:
    """Private chatter: food, family, sleep, shopping, and nothing official beside it."""
    if len(text) > 60:
        return False
    if cues.UNDER_WAY.fullmatch(text.strip()) and not cues.TRAVEL.search(text):
        return True
    if cues.FAMILY.search(text) and len(text) <= 45 and not cues.AT_WORK.search(text):
        return True
    if cues.OFFICIAL.search(text):
        return False
    family_or_food = cues.CHATTER.search(text)
    return (bool(family_or_food) and len(text) <= 45) or (
        bool(cues.CHATTER_EMOJI.search(text)) and len(text) < 40
    )


def substance(text: str) -> bool:
    """Whether anything is left when what was said to the bot or to oneself is taken away."""
    return any(
        useful(clause)
        for line in lines_of(text)
        for clause in re.split(r"(?<=[。！？!?])", line.text)
        if clause.strip()
    )


def useful(clause: str) -> bool:
    """Whether a clause could stand in a report: not said to the bot, not to oneself, not only laughter."""
    bare = cues.LAUGH.sub("", cues.EMOJI.sub("", clause)).strip(" 　~～.。!！?？,，↓↑#＃")
    if len(bare) < 2 or cues.TO_THE_BOT.match(bare):
        return False
    if cues.COMMAND.fullmatch(clause.strip()):
        return False
    if bare.startswith(("http://", "https://")) and " " not in bare:
        return False
    return not cues.META.search(bare)


def _head(text: str) -> Kind | None:
    first = text.strip().split("\n", 1)[0]
    if cues.SUGGESTION_HEAD.match(first):
        return Kind.SUGGESTION
    return Kind.IMPRESSION if cues.IMPRESSION_HEAD.match(first) else None


def _more_than_particulars(piece: Material) -> bool:
    """A long note that names a field in passing still has something to tell."""
    if len(piece.text) <= _SHORT or re.search(r"^\s{0,9}(?:行程|第一天|[Dd]ay)", piece.text, re.MULTILINE):
        return False
    told = [
        s.text for s in lines_of(piece.text) if not names_field(s.text) and not s.text.startswith(("|", "｜"))
    ]
    return sum(len(line) for line in told if not travellers_in([line])) > _SHORT // 2
