"""The skeleton of a report: sections of the form with their tables, photos and the slots that a writer fills."""

from collections.abc import Sequence

from drafting.form import Form, Part, Role
from drafting.frozen import Frozen
from drafting.material import Medium, Ref
from drafting.plan.activities import Activity
from drafting.plan.captions import LONG_CAPTION, captioned
from drafting.plan.routing import Routing
from drafting.plan.tables import itinerary_table, members_table
from drafting.report import Photos, Table
from drafting.trip import Trip
from drafting.writer import Slot


class Planned(Frozen):
    """One section before it is written. ``title`` has no number; a section that stays empty is left out."""

    key: str
    title: str
    numbered: bool = True
    required: bool = False
    tables: tuple[Table, ...] = ()
    slot: Slot | None = None
    photos: Photos | None = None
    sections: tuple["Planned", ...] = ()


_AGENDA_TITLES = {
    "國際會議": "會議活動內容及達成效益", "業務接洽": "業務接洽內容及達成效益", "洽展": "參展活動內容及達成效益",
    "比賽": "比賽過程及成果", "競技": "比賽過程及成果", "表演": "演出活動內容及達成效益", "海外檢測": "檢測過程及結果",
}  # fmt: skip


def outlined(trip: Trip, form: Form, routing: Routing) -> tuple[Planned, ...]:
    """The sections that the form asks for, in its order."""
    taken: set[str] = set()
    return tuple(_part(part, trip, routing, taken) for part in form.parts)


def _part(part: Part, trip: Trip, routing: Routing, taken: set[str]) -> Planned:
    base = Planned(key=part.key, title=part.heading, numbered=part.numbered, required=True)
    roles = part.roles
    if Role.MEMBERS in roles:
        return base.model_copy(update={"tables": (members_table(trip),)})
    if Role.PROCESS in roles:
        return base.model_copy(update={"sections": _process(part, trip, routing, taken)})
    if len(roles) > 1:
        children = tuple(
            Planned(
                key=role.value,
                title=_ROLE_TITLES[role],
                slot=_slot(role.value, role, part, _refs(role, routing)),
            )
            for role in roles
        )
        return base.model_copy(update={"sections": children})
    return base.model_copy(update={"slot": _slot(part.key, roles[0], part, _refs(roles[0], routing))})


_ROLE_TITLES = {
    Role.IMPRESSIONS: "心得",
    Role.SUGGESTIONS: "建議",
    Role.PURPOSE: "目的",
    Role.ABSTRACT: "摘要",
}


def _refs(role: Role, routing: Routing) -> tuple[Ref, ...]:
    return {
        Role.PURPOSE: routing.purpose,
        Role.IMPRESSIONS: routing.impressions,
        Role.SUGGESTIONS: routing.suggestions,
    }.get(role, ())


def _slot(key: str, role: Role, part: Part, refs: Sequence[Ref], title: str = "") -> Slot:
    return Slot(
        key=key,
        role=role,
        title=title or part.heading,
        guidance=part.guidance,
        material=tuple(refs),
        length=part.length,
    )


def _process(part: Part, trip: Trip, routing: Routing, taken: set[str]) -> tuple[Planned, ...]:
    """行程表 with what concerns the whole; then the activities of the agenda; then who was met outside it (seed)."""
    lead_texts, lead_photos = _split(trip, routing.lead)
    itinerary = Planned(
        key="itinerary", title="行程表", required=True,
        tables=(itinerary_table(trip, routing.activities, routing.travel),),
        slot=_slot("lead", Role.PROCESS, part, lead_texts, "會議概況"),
        photos=_grid(captioned(trip, lead_photos, "", taken)),
    )  # fmt: skip
    blocks = [
        _activity(a, part, trip, routing, taken) for a in routing.activities if routing.by_activity.get(a.key)
    ]
    if routing.media:
        texts, photos = _split(trip, routing.media)
        blocks.append(
            Planned(key="media", title="媒體報導", slot=_slot("media", Role.PROCESS, part, texts, "媒體報導"),
                    photos=_grid(captioned(trip, photos, "媒體報導", taken)))
        )  # fmt: skip
    found = [itinerary]
    if blocks:
        found.append(Planned(key="agenda", title=_agenda_title(trip), sections=tuple(blocks)))
    if routing.encounters:
        found.append(
            Planned(
                key="encounters",
                title="參與會外相關活動達成效益",
                sections=_encounters(part, trip, routing, taken),
            )
        )
    return tuple(found)


def _agenda_title(trip: Trip) -> str:
    by_purpose = next((_AGENDA_TITLES[p] for p in trip.purposes if p in _AGENDA_TITLES), "")
    return by_purpose or (
        "考察內容及達成效益" if any(c.value in "考察參訪" for c in trip.categories) else "活動內容及達成效益"
    )


def _activity(activity: Activity, part: Part, trip: Trip, routing: Routing, taken: set[str]) -> Planned:
    texts, photos = _split(trip, routing.by_activity[activity.key])
    return Planned(
        key=activity.key, title=f"{activity.title}（{activity.day.month}月{activity.day.day}日）",
        slot=_slot(activity.key, Role.PROCESS, part, texts, activity.title),
        photos=_grid(captioned(trip, photos, activity.title, taken)),
    )  # fmt: skip


def _encounters(part: Part, trip: Trip, routing: Routing, taken: set[str]) -> tuple[Planned, ...]:
    """One block a day: who was met beside the agenda."""
    days = sorted({m.meant_on for ref in routing.encounters if (m := trip.piece(ref))})
    found = []
    for day in days:
        refs = [ref for ref in routing.encounters if (m := trip.piece(ref)) and m.meant_on == day]
        texts, photos = _split(trip, refs)
        key = f"encounters-{day:%m%d}"
        found.append(
            Planned(key=key, title=f"會晤與會人士（{day.month}月{day.day}日）",
                    slot=_slot(key, Role.PROCESS, part, texts, "會晤與會人士"), photos=_grid(captioned(trip, photos, "會晤與會人士", taken)))
        )  # fmt: skip
    return tuple(found)


def _split(trip: Trip, refs: Sequence[Ref]) -> tuple[list[Ref], list[Ref]]:
    """(texts, photos) of these references."""
    photos = [ref for ref in refs if (m := trip.piece(ref)) and m.medium is Medium.PHOTO]
    long_captions = [ref for ref in photos if (m := trip.piece(ref)) and len(m.text) > LONG_CAPTION]
    texts = [ref for ref in refs if ref not in photos or ref in long_captions]
    return texts, photos


def _grid(items: Sequence[object]) -> Photos | None:
    return Photos.model_validate({"items": tuple(items)}) if items else None
