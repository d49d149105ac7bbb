"""The abstract without a model: who went where and why, one sentence for each activity, what was learnt and suggested."""

import re
from collections.abc import Iterator, Sequence

from drafting.counting import count
from drafting.form import Length
from drafting.material import Ref
from drafting.offline.candidates import Candidate, candidates_in
from drafting.plan.activities import Activity, Sort, nameless
from drafting.plan.opening import opening_of
from drafting.plan.routing import Routing
from drafting.report import Paragraph, Sentence
from drafting.trip import Trip

_ABOVE_LEAST = 1.06  # a later small edit should not fall below
_EACH_ACTIVITY = (
    1.35  # times the least up to which every activity gets its sentence, where the form sets no upper bound
)
_NO_BOUND = 400  # characters, where the form says nothing
_SHORTEST_TITLE = 3  # Han characters; a title in a foreign tongue only is left to the body
_HAN = re.compile(r"[\u4e00-\u9fff]")


def abstract_of(
    so_far: Sequence[Sentence], trip: Trip, length: Length | None, routing: Routing
) -> tuple[Paragraph, ...]:
    """Three paragraphs: the trip and its purpose, what was done, what was learnt and suggested.

    Each sentence stands in the body as well; where it does not name its activity, the activity's title goes before
    it. Sentences are added in the order of ``_queue`` until ``length`` holds; what the material does not carry is not
    added, and ``length.most`` is never passed.
    """
    least = (length.least or 0) if length else 0
    most = length.most if length else None
    aim = _aim(least, most)
    activities = {a.key: a for a in routing.activities}
    opening = list(opening_of(trip, length))
    candidates = candidates_in(so_far, trip, routing)
    chosen: list[Candidate] = []
    size = _size(opening, length)
    for candidate, wanted in _queue(candidates, activities):
        if size >= (least * _EACH_ACTIVITY if wanted and not most else aim):
            if wanted:
                continue
            break
        more = _size([_shown(candidate, activities, None)], length)
        if most and size + more > most:
            continue
        chosen.append(candidate)
        size += more
    chosen.sort(key=lambda c: c.place)
    groups = _paragraphs(opening, chosen, activities)
    if _total(groups, length) < least:
        rest = sorted(candidates_in(so_far, trip, routing, anything=True), key=lambda c: (-c.weight, c.place))
        for candidate in (c for c in rest if c.place not in {each.place for each in chosen}):
            fuller = sorted([*chosen, candidate], key=lambda c: c.place)
            longer = _paragraphs(opening, fuller, activities)
            if not most or _total(longer, length) <= most:
                chosen, groups = fuller, longer
            if _total(groups, length) >= least:
                break
    return tuple(Paragraph(sentences=tuple(group)) for group in groups if group)


def _total(groups: Sequence[Sequence[Sentence]], length: Length | None) -> int:
    return _size([sentence for group in groups for sentence in group], length)


def _aim(least: int, most: int | None) -> float:
    """Between the bounds if there are two, a little above the least, a little below the most."""
    if least and most:
        return (least + most) / 2
    return least * _ABOVE_LEAST if least else (most or _NO_BOUND) * 0.9


def _size(sentences: Sequence[Sentence], length: Length | None) -> int:
    text = "".join(s.text for s in sentences)
    return count(text).by(length.counted) if length else len(text)


def _queue(
    candidates: Sequence[Candidate], activities: dict[str, Activity]
) -> Iterator[tuple[Candidate, bool]]:
    """The order of choice, and whether the sentence is one of the first round: why, what is suggested, each activity, what was learnt.

    Then seconds of each, best first; at last those that lean on a sentence before them.
    """
    firm = sorted((c for c in candidates if not c.clings), key=lambda c: (-c.weight, c.place))
    ranks: dict[str, list[Candidate]] = {}
    for c in firm:
        ranks.setdefault(c.group, []).append(c)
    main = [
        g
        for g in sorted(ranks, key=lambda g: -ranks[g][0].weight)
        if g in activities and activities[g].sort is Sort.MAIN
    ]
    turns = [(g, 0) for g in main]
    first = [
        ("purpose", 0), *turns[:1], ("suggestion", 0), *turns[1:3], ("impression", 0), *turns[3:4], ("suggestion", 1),
        *turns[4:], ("purpose", 1),
    ]  # fmt: skip
    given: set[int] = set()
    for group, turn in first:
        if len(ranks.get(group, ())) > turn and ranks[group][turn].weight >= 0:
            given.add(ranks[group][turn].place)
            yield ranks[group][turn], True
    for c in (*firm, *sorted((c for c in candidates if c.clings), key=lambda c: (-c.weight, c.place))):
        if c.place not in given:
            given.add(c.place)
            yield c, False


def _paragraphs(
    opening: Sequence[Sentence], chosen: Sequence[Candidate], activities: dict[str, Activity]
) -> tuple[list[Sentence], list[Sentence], list[Sentence]]:
    why, done, learnt = list(opening), [], []
    before: Candidate | None = None
    for c in chosen:
        if c.kind == "opinion":
            learnt.append(_shown(c, {}, None))
        elif c.group == "purpose":
            why.append(_shown(c, {}, None))
        else:
            done.append(_shown(c, activities, before))
            before = c
    return why, done, learnt


def _shown(c: Candidate, activities: dict[str, Activity], before: Candidate | None) -> Sentence:
    """The sentence, led by day and title of its activity unless the sentence before it was of the same one."""
    activity = activities.get(c.group)
    kind = "opinion" if c.kind == "opinion" else "fact"
    if activity is None or (before is not None and before.group == c.group):
        return Sentence(text=c.text, sources=c.sources, kind=kind)
    day = f"{activity.day.month}月{activity.day.day}日"
    named = _names(c.text, activity.title)
    title = (
        ""
        if named or nameless(activity.title) or len(_HAN.findall(activity.title)) < _SHORTEST_TITLE
        else f"{_short(activity.title)}，"
    )
    lead = f"{'' if day in c.text[:24] else day}{title}"
    refs: tuple[Ref, ...] = tuple(dict.fromkeys((*c.sources, *(activity.sources if title else ()))))
    return Sentence(text=f"{lead}{c.text}", sources=refs, kind=kind)


def _short(title: str) -> str:
    """A title without its bracket, its motto, or the list of its groups."""
    return re.split(r"[（(：:]| [A-Z] ", title)[0].strip()


def _names(text: str, title: str) -> bool:
    """Whether a sentence says by itself which activity it tells of."""
    core = re.sub(r"^(?:拜會|參訪|參觀|訪問|考察|出席|參加)", "", _short(title))
    return core[:6] in text[:60] or text[:4] in core
