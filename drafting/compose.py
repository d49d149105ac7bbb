"""Writes a report: plans it, has a writer fill every slot, numbers the headings, and lists what was not used."""

import inspect
from collections.abc import Awaitable, Callable, Iterator, Sequence

from drafting.form import Form, Role
from drafting.frozen import Frozen
from drafting.material import Kind, Material, Medium, Ref
from drafting.numbering import mark
from drafting.plan.outline import Planned, outlined
from drafting.plan.routing import route
from drafting.plan.shown import shown_fields
from drafting.report import Block, Report, Section, Sentence, Unused
from drafting.review import Usage
from drafting.trip import Trip
from drafting.writer import Prose, Writer

Progress = Callable[[str, int, int], Awaitable[None] | None]


class Composed(Frozen):
    """A report and what it cost."""

    report: Report
    usage: Usage


async def compose(trip: Trip, form: Form, writer: Writer, progress: Progress | None = None) -> Composed:
    """Write the whole report; the abstract comes last, from the sentences of the body.

    ``progress`` is told the slot's title, how many are written and how many there are. Raises what the writer raises.
    """
    routing = route(trip)
    plan = outlined(trip, form, routing)
    slots = [p for p in _all(plan) if p.slot is not None]
    slots.sort(key=lambda p: p.slot is not None and p.slot.role is Role.ABSTRACT)
    prose: dict[str, Prose] = {}
    usage = Usage()
    for done, planned in enumerate(slots):
        slot = planned.slot
        assert slot is not None  # noqa: S101 - filtered above
        await _tell(progress, slot.title, done, len(slots))
        if slot.role is Role.ABSTRACT:
            slot = slot.model_copy(
                update={"so_far": tuple(_body(plan, prose)), "material": _cited(plan, prose)}
            )
        written = await writer.write(slot, trip, form) if slot.material else Prose()
        prose[planned.key] = written
        usage = _sum(usage, written.usage)
    await _tell(progress, "完成", len(slots), len(slots))
    sections = _numbered(plan, prose, form, 1)
    report = Report(
        form=form.key,
        title=trip.report_name or form.title,
        fields=shown_fields(trip, form),
        sections=sections,
    )
    return Composed(
        report=report.model_copy(update={"unused": _unused(trip, report, routing.unused)}), usage=usage
    )


async def _tell(progress: Progress | None, title: str, done: int, total: int) -> None:
    if progress is not None:
        told = progress(title, done, total)
        if inspect.isawaitable(told):
            await told


def _all(plan: Sequence[Planned]) -> Iterator[Planned]:
    for planned in plan:
        yield planned
        yield from _all(planned.sections)


def _body(plan: Sequence[Planned], prose: dict[str, Prose]) -> Iterator[Sentence]:
    """The sentences written so far, in reading order."""
    for planned in _all(plan):
        if written := prose.get(planned.key):
            yield from Section(key="", heading="", blocks=written.blocks).sentences()
            for headed in written.headed:
                yield from Section(key="", heading="", blocks=headed.blocks).sentences()


def _cited(plan: Sequence[Planned], prose: dict[str, Prose]) -> tuple[Ref, ...]:
    return tuple(dict.fromkeys(ref for sentence in _body(plan, prose) for ref in sentence.sources))


def _numbered(
    plan: Sequence[Planned], prose: dict[str, Prose], form: Form, depth: int
) -> tuple[Section, ...]:
    """The sections with their numbers; one that is empty and not required takes no number and no place."""
    found: list[Section] = []
    number = 0
    for planned in plan:
        written = prose.get(planned.key, Prose())
        children = _numbered(planned.sections, prose, form, depth + 1)
        blocks: list[Block] = [*planned.tables, *written.blocks]
        if planned.photos:
            blocks.append(planned.photos)
        headed = tuple(
            Section(
                key=f"{planned.key}-{i}",
                heading=f"{mark(form.numbering.levels, depth + 1, i)}{h.title}",
                blocks=h.blocks,
            )
            for i, h in enumerate(written.headed, 1)
        )
        if not (blocks or children or headed or planned.required):
            continue
        number += planned.numbered
        sign = mark(form.numbering.levels, depth, number) if planned.numbered else ""
        found.append(
            Section(
                key=planned.key,
                heading=f"{sign}{planned.title}",
                blocks=tuple(blocks),
                sections=(*headed, *children),
            )
        )
    return tuple(found)


def _unused(trip: Trip, report: Report, known: Sequence[Unused]) -> tuple[Unused, ...]:
    """Every piece that nothing in the report names, each with a reason."""
    cited = report.cited()
    reasons = {u.ref: u for u in known if u.ref not in cited}
    for piece in trip.material:
        if piece.ref not in cited and piece.ref not in reasons:
            reasons[piece.ref] = Unused(ref=piece.ref, reason=_reason(piece, trip))
    return tuple(reasons[m.ref] for m in trip.material if m.ref in reasons)


def _reason(piece: Material, trip: Trip) -> str:
    if any(piece.ref in refs for refs in trip.sources.values()) or piece.kind is Kind.PARTICULARS:
        return "已填入表單欄位，本文未引用"
    if piece.medium is Medium.PAPER:
        return (
            piece.file.missing if piece.file and piece.file.missing else ""
        ) or "已用於核對行程與名稱，本文未引用"
    if piece.medium is Medium.PLACE:
        return "位置資料，用於判斷當地日期與時間"
    return "沒有可直接寫入報告的內容，如需使用請補充說明"


def _sum(one: Usage, other: Usage) -> Usage:
    return Usage(
        calls=one.calls + other.calls,
        prompt_tokens=one.prompt_tokens + other.prompt_tokens,
        completion_tokens=one.completion_tokens + other.completion_tokens,
    )
