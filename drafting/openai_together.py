"""Which sections are asked for in one request, and which sentence of its answer belongs to which."""

from collections import Counter
from collections.abc import Mapping, Sequence

from drafting.form import Role
from drafting.material import Ref
from drafting.openai_answers import Item
from drafting.openai_ground import OPINIONS
from drafting.writer import Slot

_LEAST = 850  # characters of material that are worth the rules of a request
_MOST = 3000  # above which an answer gets too long for one request


def grouped(
    slots: Sequence[Slot], sizes: Mapping[str, int], lengths: Mapping[str, float], at_once: int
) -> list[list[Slot]]:
    """Sections that go together, narrative with narrative, opinions with opinions, an abstract alone; the longest first.

    By key, ``sizes`` are characters of material, which say how many requests are worth their rules, and ``lengths`` how
    many sentences will be answered: people wait as long as the longest answer takes, so it is made short. Never more
    requests than the server serves at once, unless answers would get too long for one; a server that serves one at a
    time gets few.
    """
    told = [s for s in slots if s.role not in OPINIONS and s.role is not Role.ABSTRACT]
    opinions = [s for s in slots if s.role in OPINIONS]
    alone = [[s] for s in slots if s.role is Role.ABSTRACT]
    tellings, thoughts = (
        _partings(told, sizes, lengths, at_once),
        _partings(opinions, sizes, lengths, at_once),
    )
    most = max(at_once, len(tellings[0]) + len(thoughts[0]))
    pairs = [[*a, *b] for a in tellings for b in thoughts if len(a) + len(b) <= most]
    best = min(pairs, key=lambda runs: (max(_heft(run, lengths) for run in runs or [[]]), len(runs)))
    return [*_in_whole_sentences(sorted(best, key=lambda run: -_heft(run, lengths))), *alone]


def _partings(
    slots: Sequence[Slot], sizes: Mapping[str, int], lengths: Mapping[str, float], at_once: int
) -> list[list[list[Slot]]]:
    """The same slots in as few requests as there may be, in one more, and so on."""
    if not slots:
        return [[]]
    whole = sum(sizes[s.key] for s in slots)
    least = max(1, -(-whole // _MOST))
    most = max(least, min(at_once, round(whole / _LEAST)))
    return [_even(slots, lengths, runs) for runs in range(least, most + 1)]


def _even(slots: Sequence[Slot], lengths: Mapping[str, float], runs: int) -> list[list[Slot]]:
    """So many runs of about the same length: the longest slot first, each to where least is; in a run in their order."""
    found: list[list[Slot]] = [[] for _ in range(min(runs, len(slots)))]
    for slot in sorted(slots, key=lambda s: -lengths[s.key]):
        min(found, key=lambda run: _heft(run, lengths)).append(slot)
    place = {slot.key: n for n, slot in enumerate(slots)}
    return [sorted(run, key=lambda s: place[s.key]) for run in found]


def _in_whole_sentences(runs: Sequence[Sequence[Slot]]) -> list[list[Slot]]:
    """The runs with shares of the abstract that are whole numbers in each and add up to what they did before."""
    exact = [sum(slot.share for slot in run) for run in runs]
    whole = [max(1, int(share)) if share else 0 for share in exact]
    missing = max(0, round(sum(exact)) - sum(whole))
    for n in sorted(range(len(runs)), key=lambda n: whole[n] - exact[n])[:missing]:
        whole[n] += 1
    return [
        [slot.model_copy(update={"share": slot.share * of / share}) if share else slot for slot in run]
        for run, share, of in zip(runs, exact, whole, strict=True)
    ]


def _heft(slots: Sequence[Slot], lengths: Mapping[str, float]) -> float:
    return sum(lengths[slot.key] for slot in slots)


def shared_out(
    items: Sequence[Item], slots: Sequence[Slot], refs: Mapping[str, Sequence[Ref]]
) -> dict[str, list[Item]]:
    """The sentences of a joint answer by the key of the slot of whose material each cites most.

    Of as much of several, it stays where the sentence before it stands, if that is one of them, else with what it cites
    first. What cites nothing that is known leads on to the sentence after it, or goes with the one before if it is the last.
    """
    home = {ref: slot.key for slot in slots for ref in refs[slot.key]}
    home |= {
        ref: slot.key for slot in slots for ref in slot.material
    }  # not where it only puts something right
    found: dict[str, list[Item]] = {slot.key: [] for slot in slots}
    waiting: list[Item] = []
    last = slots[0].key
    for item in items:
        homes = Counter(home[ref] for ref in item.sources if ref in home)
        if not homes:
            waiting.append(item)
            continue
        most = [key for key, cited in homes.items() if cited == max(homes.values())]
        key = last if last in most else most[0]
        found[key] += [*waiting, item]
        waiting, last = [], key
    found[last] += waiting
    return found
