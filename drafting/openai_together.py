"""Which sections are asked for in one request, and which sentence of its answer belongs to which."""

from collections.abc import Mapping, Sequence

from drafting.form import Role
from drafting.material import Ref
from drafting.openai_answers import Item
from drafting.openai_ground import OPINIONS
from drafting.writer import Slot

_LEAST = 1300  # characters of material below which a request of its own is not worth its rules
_MOST = 3000  # above which an answer gets too long for one request


def grouped(slots: Sequence[Slot], sizes: Mapping[str, int], at_once: int) -> list[list[Slot]]:
    """Sections that go together, in order: narrative with narrative, opinions with opinions, an abstract alone.

    ``sizes`` are characters of material by key. As many requests as the server serves at once, as long as each is
    worth its rules; the server that serves one at a time gets few long ones.
    """
    told = [s for s in slots if s.role not in OPINIONS and s.role is not Role.ABSTRACT]
    opinions = [s for s in slots if s.role in OPINIONS]
    alone = [[s] for s in slots if s.role is Role.ABSTRACT]
    return [*_even(told, sizes, max(1, at_once - bool(opinions))), *_even(opinions, sizes, at_once), *alone]


def _even(slots: Sequence[Slot], sizes: Mapping[str, int], at_once: int) -> list[list[Slot]]:
    """Runs of slots of about the same size; a run never splits a slot."""
    whole = sum(sizes[s.key] for s in slots)
    runs = max(-(-whole // _MOST), min(at_once, whole // _LEAST), 1)
    most = whole / runs
    found: list[list[Slot]] = []
    filled = 0.0
    for slot in slots:
        size = sizes[slot.key]
        # a slot goes where more than half of it fits
        if found and filled + size / 2 <= most:
            found[-1].append(slot)
            filled += size
        else:
            found.append([slot])
            filled = size
    return found


def shared_out(
    items: Sequence[Item], slots: Sequence[Slot], refs: Mapping[str, Sequence[Ref]]
) -> dict[str, list[Item]]:
    """The sentences of a joint answer by the key of the slot whose material each cites first.

    What cites nothing that is known leads on to the sentence after it, or goes with the one before if it is the last.
    """
    home = {ref: slot.key for slot in slots for ref in refs[slot.key]}
    found: dict[str, list[Item]] = {slot.key: [] for slot in slots}
    waiting: list[Item] = []
    last = slots[0].key
    for item in items:
        key = next((home[ref] for ref in item.sources if ref in home), "")
        if not key:
            waiting.append(item)
            continue
        found[key] += [*waiting, item]
        waiting, last = [], key
    found[last] += waiting
    return found
