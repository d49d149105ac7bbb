"""What travellers wish of a part reaches the slots of that part: material put in or left out, and their words (pure)."""

from collections.abc import Sequence

from drafting.material import Kind, Ref
from drafting.plan.outline import Planned
from drafting.revision import Wish
from drafting.trip import Trip


def wished(plan: Sequence[Planned], wishes: Sequence[Wish], trip: Trip) -> tuple[Planned, ...]:
    """The plan with every wish heeded. A wish for a section that this plan has not waits for one that has it."""
    for wish in wishes:
        if any(_is(each.key, wish.section) for planned in plan for each in _all(planned)):
            plan = tuple(_heeded(planned, wish, trip, inside=False) for planned in plan)
    return tuple(plan)


def _heeded(planned: Planned, wish: Wish, trip: Trip, *, inside: bool) -> Planned:
    here = inside or _is(planned.key, wish.section)
    children = tuple(_heeded(child, wish, trip, inside=here) for child in planned.sections)
    planned = planned.model_copy(update={"sections": children})
    if not here and wish.moved and planned.slot is not None:
        left = tuple(ref for ref in planned.slot.material if ref not in wish.refs)
        planned = planned.model_copy(update={"slot": planned.slot.model_copy(update={"material": left})})
    if here and planned.slot is not None:
        guidance = "\n".join(
            filter(None, [planned.slot.guidance, f"出國人員的要求：{wish.words}" if wish.words else ""])
        )
        material = tuple(ref for ref in planned.slot.material if ref not in wish.without)
        slot = planned.slot.model_copy(
            update={
                "guidance": guidance,
                "material": material,
                "wished": planned.slot.wished or bool(wish.words),
            }
        )
        planned = planned.model_copy(update={"slot": slot})
    return _with_refs(planned, wish, trip) if here and not inside else planned


def _with_refs(planned: Planned, wish: Wish, trip: Trip) -> Planned:
    """What is wished for goes where it was already, else beside other material of its day, else into the first slot."""
    for ref in wish.refs:
        slots = [p for p in _all(planned) if p.slot is not None]
        if not slots:
            continue
        if there := next((p for p in slots if p.slot and ref in p.slot.material), None):
            planned = _put(planned, there.key, ref)
            continue
        piece = trip.piece(ref)
        if piece is not None and Kind.PRIVATE in (piece.kind, piece.label):
            continue  # it was marked since
        day = piece.meant_on if piece else None
        days = {m.ref: m.meant_on for m in trip.material}
        same_day = (p for p in slots if p.slot and any(days.get(r) == day for r in p.slot.material))
        planned = _put(planned, next(same_day, slots[0]).key, ref)
    return planned


def _put(planned: Planned, key: str, ref: Ref) -> Planned:
    children = tuple(_put(child, key, ref) for child in planned.sections)
    slot = planned.slot
    if planned.key == key and slot is not None:
        material = slot.material if ref in slot.material else (*slot.material, ref)
        also = tuple(dict.fromkeys((*slot.also, ref)))
        slot = slot.model_copy(update={"material": material, "also": also})
    return planned.model_copy(update={"sections": children, "slot": slot})


def _all(planned: Planned) -> list[Planned]:
    return [planned, *(p for child in planned.sections for p in _all(child))]


def _is(key: str, wanted: str) -> bool:
    """A headed piece that a writer made (impressions-2) belongs to the slot that it was written for."""
    return key == wanted or (wanted.rpartition("-")[0] == key and wanted.rpartition("-")[2].isdecimal())
