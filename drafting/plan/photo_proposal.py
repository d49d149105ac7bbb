"""Proposes two photos for each activity: sharp, well exposed, not alike, apart in time. The traveller decides."""

from collections.abc import Iterator, Mapping, Sequence

from drafting.form import Form
from drafting.frozen import Frozen
from drafting.material import Material, Ref
from drafting.plan.outline import Planned, outlined
from drafting.plan.routing import Routing, route
from drafting.trip import Trip

WANTED = 2
"""Photos of one activity: a pair, as in the seed."""

_ALIKE = 8  # bits of 64 in which two pictures of about the same may differ
_APART = 600.0  # seconds after which another picture certainly shows another moment
_DARK = 0.45  # exposure below which a picture is called badly lit
_SOFT = 0.5  # share of the median sharpness below which a picture is called soft


class Candidate(Frozen):
    """One photo that the report could show. ``choice`` is the traveller's own: keep, leave, or "" while undecided."""

    ref: Ref
    caption: str
    proposed: bool
    choice: str
    why: str  # zh-TW


class Group(Frozen):
    """The photos of one activity, in the order of the report."""

    title: str
    candidates: tuple[Candidate, ...]


class Proposal(Frozen):
    """Every activity with photos, and what is kept back with the reason."""

    groups: tuple[Group, ...]
    kept_back: tuple[Candidate, ...]

    def proposed(self) -> tuple[Ref, ...]:
        """What would be shown if the traveller agreed with all of it."""
        return tuple(c.ref for g in self.groups for c in g.candidates if c.proposed)

    def others(self) -> tuple[Ref, ...]:
        """What would be left out then; what the traveller has decided already stays out of it."""
        return tuple(c.ref for g in self.groups for c in g.candidates if not c.proposed and not c.choice)


def propose(trip: Trip, form: Form, exposure: Mapping[Ref, float]) -> Proposal:
    """The proposal, from what is known of each picture; ``exposure`` is 0 (black or white) to 1 by reference."""
    routing = route(trip)
    pieces = {m.ref: m for m in trip.material}
    sharp = sorted(m.sharpness for m in trip.material if m.sharpness)
    median = sharp[len(sharp) // 2] if sharp else 1.0
    judge = _Judge(median, exposure)
    found = tuple(_groups(outlined(trip, form, routing), pieces, judge))
    return Proposal(groups=found, kept_back=tuple(_back(routing, pieces)))


def _groups(plan: Sequence[Planned], pieces: Mapping[Ref, Material], judge: "_Judge") -> Iterator[Group]:
    for planned in plan:
        if planned.photos:
            items = planned.photos.items
            best = judge.best([pieces[item.ref] for item in items])
            rows = (
                Candidate(
                    ref=item.ref,
                    caption=item.caption,
                    proposed=item.ref in best,
                    choice=pieces[item.ref].choice,
                    why=judge.told(pieces[item.ref], [pieces[ref] for ref in best]),
                )
                for item in items
            )
            yield Group(title=planned.title, candidates=tuple(rows))
        yield from _groups(planned.sections, pieces, judge)


def _back(routing: Routing, pieces: Mapping[Ref, Material]) -> Iterator[Candidate]:
    for unused in routing.unused:
        piece = pieces.get(unused.ref)
        if piece is not None and unused.ref.startswith("P"):
            yield Candidate(
                ref=unused.ref, caption=piece.text, proposed=False, choice=piece.choice, why=unused.reason
            )


class _Judge:
    """Knows how good a picture is among those of this trip."""

    def __init__(self, median: float, exposure: Mapping[Ref, float]) -> None:
        self._median = median or 1.0
        self._exposure = exposure

    def best(self, photos: Sequence[Material]) -> tuple[Ref, ...]:
        """The two to show: those that the traveller keeps come first, then the best, then the best that differs."""
        chosen = [p for p in photos if p.choice == "keep"]
        waiting = [p for p in photos if not p.choice]
        while len(chosen) < WANTED and (waiting := [p for p in waiting if not self._double(p, chosen)]):
            best = max(
                waiting, key=lambda p: (self._worth(p) + self._news(p, chosen), -p.said_at.timestamp())
            )
            waiting.remove(best)
            chosen.append(best)
        return tuple(p.ref for p in chosen)

    def told(self, photo: Material, chosen: Sequence[Material]) -> str:
        """Why this one is proposed or not, in words."""
        if photo.choice:
            return "您已選用" if photo.choice == "keep" else "您已選擇不放"
        said = []
        if photo.sharpness and photo.sharpness < _SOFT * self._median:
            said.append("較不清晰")
        if self._exposure.get(photo.ref, 1.0) < _DARK:
            said.append("過暗或過亮")
        like = next((c.ref for c in chosen if c.ref != photo.ref and _distance(photo, c) <= _ALIKE), "")
        if like:
            said.append(f"與 {like} 相近")
        if photo.ref in [c.ref for c in chosen]:
            return "；".join(said) or "清晰、曝光適當"
        return "；".join(said) or "同一活動已有兩張較合適"

    def _worth(self, photo: Material) -> float:
        """0 to about 3: sharpness beside the trip's median, exposure, and that somebody cared to say what it shows."""
        sharp = min(photo.sharpness / self._median, 1.5) if photo.sharpness else 1.0
        return sharp + self._exposure.get(photo.ref, 0.7) + (0.5 if photo.text.strip() else 0.0)

    def _news(self, photo: Material, chosen: Sequence[Material]) -> float:
        """How much it adds to those chosen already: up to 1.5 for another view at another moment."""
        if not chosen:
            return 0.0
        near = min(_distance(photo, c) for c in chosen)
        gap = min(abs((photo.said_at - c.said_at).total_seconds()) for c in chosen)
        return near / 64 + min(gap, _APART) / _APART / 2

    def _double(self, photo: Material, chosen: Sequence[Material]) -> bool:
        return any(_distance(photo, c) <= _ALIKE for c in chosen)


def _distance(one: Material, other: Material) -> int:
    if not one.fingerprint or not other.fingerprint:
        return 32
    return (int(one.fingerprint, 16) ^ int(other.fingerprint, 16)).bit_count()
