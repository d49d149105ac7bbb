"""The skeleton of a report: sections of the form with their tables, photos and the slots that a writer fills."""

from collections.abc import Sequence
from datetime import date

from drafting.form import TABLES, Form, Part, Role
from drafting.frozen import Frozen
from drafting.material import Kind, Medium, Ref
from drafting.plan.activities import Activity
from drafting.plan.asked_tables import table_for
from drafting.plan.captions import captioned
from drafting.plan.routing import LONG_CAPTION, Routing
from drafting.plan.tables import itinerary_table
from drafting.plan.vicinity import Vicinity
from drafting.report import Paragraph, Photos, Sentence, Table
from drafting.trip import Category, Trip
from drafting.writer import Slot


class Planned(Frozen):
    """One section before it is written. ``title`` has no number; a section that stays empty is left out."""

    key: str
    title: str
    numbered: bool = True
    required: bool = False
    tables: tuple[Table | Paragraph, ...] = ()  # what code has made already, before the prose
    slot: Slot | None = None
    photos: Photos | None = None
    sections: tuple["Planned", ...] = ()


_AGENDA_TITLES = {
    "國際會議": "會議活動內容及達成效益", "業務接洽": "業務接洽內容及達成效益", "洽展": "參展活動內容及達成效益",
    "比賽": "比賽過程及成果", "競技": "比賽過程及成果", "表演": "演出活動內容及達成效益", "海外檢測": "檢測過程及結果",
}  # fmt: skip


def outlined(trip: Trip, form: Form, routing: Routing) -> tuple[Planned, ...]:
    """The sections that the form asks for, in its order."""
    outline = _Outline(trip, form, routing)
    return tuple(outline.part(part) for part in form.parts)


class _Outline:
    """Knows which captions are taken already: no two photos of a report carry the same."""

    def __init__(self, trip: Trip, form: Form, routing: Routing) -> None:
        self._trip = trip
        self._form = form
        self._words = form.words
        self._routing = routing
        self._vicinity = Vicinity(trip.material)
        self._captions: set[str] = set()

    def part(self, part: Part) -> Planned:
        """A part with its tables, its slot, or one section for each of the several things that it holds."""
        tables = self._made(part)
        sections = self._process(part) if Role.PROCESS in part.roles else ()
        written = [r for r in part.roles if r not in TABLES and r is not Role.PROCESS]
        alone = len(part.roles) == 1
        children = tuple(
            Planned(
                key=r.value,
                title=str(getattr(self._words, r.value)),
                slot=self._slot(r.value, r, part, self._refs(r)),
            )
            for r in written
            if not alone
        )
        slot = self._slot(part.key, written[0], part, self._refs(written[0])) if written and alone else None
        return Planned(
            key=part.key,
            title=part.heading,
            numbered=part.numbered,
            required=part.required,
            tables=tables,
            slot=slot,
            sections=(*sections, *children),
        )

    def _refs(self, role: Role) -> tuple[Ref, ...]:
        return {
            Role.PURPOSE: self._routing.purpose,
            Role.IMPRESSIONS: self._routing.impressions,
            Role.SUGGESTIONS: self._routing.suggestions,
        }.get(role, ())

    @staticmethod
    def _slot(key: str, role: Role, part: Part, refs: Sequence[Ref], title: str = "") -> Slot:
        return Slot(
            key=key,
            role=role,
            title=title or part.heading,
            guidance=part.guidance,
            material=tuple(refs),
            length=part.length,
        )

    def _made(self, part: Part) -> tuple[Table | Paragraph, ...]:
        """What code puts into a part: its tables, or 「無」 if the form allows it and there is none to show."""
        roles = [role for role in part.roles if role in TABLES]
        tables = tuple(table for role in roles if (table := table_for(role, self._trip, self._form)))
        if roles and not tables and len(roles) == len(part.roles) and part.may_be_none and part.required:
            return (Paragraph(sentences=(Sentence(text=self._words.none, kind="link"),)),)
        return tables

    def _process(self, part: Part) -> tuple[Planned, ...]:
        """行程表 with what concerns the whole; then the activities of the agenda; then who was met outside it (seed)."""
        routing, words = self._routing, self._words
        table = itinerary_table(self._trip, routing.activities, routing.travel, words)
        found = [
            self._told(
                part, "lead", words.itinerary, routing.lead, caption="", slot_title="會議概況"
            ).model_copy(update={"key": "itinerary", "required": True, "tables": (table,)})
        ]
        blocks = [
            self._told(part, a.key, self._dated(a), refs, caption=a.title)
            for a in routing.activities
            if (refs := routing.by_activity.get(a.key))
        ]
        if routing.media:
            blocks.append(self._told(part, "media", words.media, routing.media, caption=words.media))
        if blocks:
            title = words.agenda or _agenda_title(self._trip)
            found.append(Planned(key="agenda", title=title, sections=tuple(blocks)))
        if met := self._met(part):
            found.append(Planned(key="encounters", title=words.encounters, sections=met))
        return tuple(found)

    def _met(self, part: Part) -> tuple[Planned, ...]:
        """One block a day: who was met beside the agenda."""
        days: dict[date, list[Ref]] = {}
        for ref in self._routing.encounters:
            if piece := self._vicinity.piece(ref):
                days.setdefault(piece.meant_on, []).append(ref)
        return tuple(
            self._told(
                part,
                f"encounters-{day:%m%d}",
                self._words.met_on.format(day=self._words.short_day(day)),
                refs,
                caption=self._words.met,
            )
            for day, refs in sorted(days.items())
        )

    def _told(
        self, part: Part, key: str, title: str, refs: Sequence[Ref], *, caption: str, slot_title: str = ""
    ) -> Planned:
        """A section with the words and the photos of some material."""
        texts, photos = self._split(refs)
        shown = captioned(self._trip, self._vicinity, photos, caption, self._captions)
        return Planned(
            key=key,
            title=title,
            slot=self._slot(key, Role.PROCESS, part, texts, slot_title or caption),
            photos=Photos(items=shown) if shown else None,
        )

    def _dated(self, activity: Activity) -> str:
        """The activity's title with its day, once."""
        day = self._words.short_day(activity.day)
        if activity.title.startswith(day):
            return activity.title
        return self._words.dated.format(title=activity.title, day=day)

    def _split(self, refs: Sequence[Ref]) -> tuple[list[Ref], list[Ref]]:
        """(texts, photos) of these references; a photo sent with a long text is both."""
        pieces = [m for ref in refs if (m := self._vicinity.piece(ref))]
        photos = [m.ref for m in pieces if m.medium is Medium.PHOTO]
        texts = [
            m.ref
            for m in pieces
            if m.medium is not Medium.PHOTO
            or (len(m.text) > LONG_CAPTION and m.kind in (Kind.FACT, Kind.QUOTE))
        ]
        return texts, photos


def _agenda_title(trip: Trip) -> str:
    by_purpose = next((_AGENDA_TITLES[p] for p in trip.purposes if p in _AGENDA_TITLES), "")
    visits = any(c in (Category.STUDY_VISIT, Category.INSPECTION, Category.VISIT) for c in trip.categories)
    return by_purpose or ("考察內容及達成效益" if visits else "活動內容及達成效益")
