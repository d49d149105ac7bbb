"""The first sentence of an abstract: who went when and where, and for what; rendered from the fields."""

from drafting.counting import count
from drafting.dates import roc
from drafting.form import Length
from drafting.material import Kind, Ref
from drafting.report import Sentence
from drafting.trip import Traveller, Trip

_NAMED = 4  # people named one by one; the rest are counted
_OPENING_SHARE = 0.33  # of the most that the opening may take before its shorter form is used


def opening_of(trip: Trip, length: Length | None) -> tuple[Sentence, ...]:
    """The sentence in the form that fits an abstract of this length; () if it cannot be said."""
    forms = openings(trip)
    most = length.most if length else None
    fitting = [
        s
        for s in forms
        if not length or not most or count(s.text).by(length.counted) <= most * _OPENING_SHARE
    ]
    return tuple((fitting or forms[-1:])[:1])


def openings(trip: Trip) -> list[Sentence]:
    """The sentence in full and in a shorter form for a short abstract; [] if people, period or their sources are unknown."""
    refs = _sources(trip)
    if not trip.travellers or not trip.period or not refs:
        return []
    name = trip.report_name.replace("「", "『").replace("」", "』")
    task = f"，執行「{name}」。" if name else "。"
    shorter = len(trip.travellers) > 1
    people = [_all_named(trip.travellers), _first_named(trip.travellers) if shorter else ""]
    texts = [f"{who}{_when_and_where(trip)}{task}" for who in people if who]
    return [Sentence(text=text, sources=refs) for text in texts]


def _all_named(travellers: tuple[Traveller, ...]) -> str:
    agency = unit = ""
    named = []
    for t in travellers[:_NAMED]:
        same = t.agency == agency
        named.append(
            f"{'' if same else t.agency}{'' if same and t.unit == unit else t.unit}{t.title}{t.name}"
        )
        agency, unit = t.agency, t.unit
    people = "、".join(named)
    return people + (f"等{len(travellers)}人" if len(travellers) > _NAMED else "")


def _first_named(travellers: tuple[Traveller, ...]) -> str:
    first = travellers[0]
    return f"{first.agency}{first.title}{first.name}等{len(travellers)}人"


def _when_and_where(trip: Trip) -> str:
    if trip.period is None:
        return ""
    start, end = trip.period.start, trip.period.end
    last = roc(end) if end.year != start.year else f"{end.month}月{end.day}日"
    when = roc(start) if start == end else f"{roc(start)}至{last}"
    return f"於{when}赴{'、'.join(trip.regions)}" if trip.regions else f"於{when}出國"


def _sources(trip: Trip) -> tuple[Ref, ...]:
    """What the fields were read from; a greeting counts only for what nothing else tells."""
    kinds = {m.ref: m.kind for m in trip.material if m.kind is not Kind.PRIVATE}
    found: dict[Ref, None] = {}
    for key in ("travellers", "period", "regions", "report_name"):
        known = [r for r in trip.sources.get(key, ()) if r in kinds]
        told = [r for r in known if kinds[r] is not Kind.ASIDE]
        found |= dict.fromkeys(told or known)
    return tuple(found)
