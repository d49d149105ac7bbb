"""Writes a report: plans it, has a writer fill every slot, numbers the headings, and lists what was not used."""

from collections.abc import Iterator, Sequence

from drafting.filling import FINISHED, Filling, Progress, tell
from drafting.form import Form, Role
from drafting.frozen import Frozen
from drafting.numbering import mark
from drafting.plan.abstract import drafted
from drafting.plan.first_mention import explained_once
from drafting.plan.left_out import NOT_WRITTEN, unused_in
from drafting.plan.opening import opening_of
from drafting.plan.outline import Planned, outlined
from drafting.plan.repetition import said_once
from drafting.plan.routing import route
from drafting.plan.shares import with_shares
from drafting.plan.shown import shown_fields
from drafting.plan.wished import wished
from drafting.report import Block, Report, Section, Unused
from drafting.review import Usage
from drafting.revising.edits import edited
from drafting.trip import Trip
from drafting.writer import Prose, Writer


class Composed(Frozen):
    """A report and what it cost."""

    report: Report
    usage: Usage


async def compose(trip: Trip, form: Form, writer: Writer, progress: Progress | None = None) -> Composed:
    """Write the whole report: the parts side by side, then the abstract, from what their writers gave for it or else
    from the sentences of the body.

    ``progress`` is told which slot was written, how many are and how many there are. A slot that fails leaves its place
    empty and its name in ``report.failed``; only if all fail, the first failure is raised.
    """
    routing = route(trip)
    plan = wished(outlined(trip, form, routing), trip.wishes, trip)
    slots = with_shares({p.slot.key: p.slot for p in _all(plan) if p.slot is not None}, trip)
    body = [key for key, slot in slots.items() if slot.role is not Role.ABSTRACT]
    abstracts = [key for key in slots if key not in body]
    filling = Filling(trip, form, writer, progress, len(slots))
    await filling.fill([slots[key] for key in body])
    also = {key: slots[key].also for key in body}
    filling.prose = explained_once(said_once(filling.prose, body, also), body)
    told = edited(_report(trip, form, plan, filling), trip.edits)
    said = tuple(sentence for section in told.sections for sentence in section.sentences())
    for key in abstracts:
        wanted = any(wish.section == key for wish in trip.wishes)  # then it is written anew, as wished for
        given = (
            ()
            if wanted
            else drafted(
                filling.prose,
                [slots[k] for k in body],
                slots[key],
                trip.edits,
                opening_of(trip, slots[key].length),
            )
        )
        cited = dict.fromkeys(ref for sentence in (*said, *given) for ref in sentence.sources)
        update = {"so_far": said, "drafted": given, "material": tuple(cited)}
        await filling.fill([slots[key].model_copy(update=update)])
    filling.raise_if_nothing_was_written()
    await tell(progress, FINISHED, len(slots), len(slots))
    report = edited(_report(trip, form, plan, filling), trip.edits)
    lost = tuple(Unused(ref=ref, reason=NOT_WRITTEN) for f in report.failed for ref in slots[f.key].material)
    unused = unused_in(trip, report.cited(), (*routing.unused, *lost))
    return Composed(report=report.model_copy(update={"unused": unused}), usage=filling.usage)


def _report(trip: Trip, form: Form, plan: Sequence[Planned], filling: Filling) -> Report:
    failed = filling.failed
    return Report(
        form=form.key,
        title=trip.report_name or form.title,
        fields=shown_fields(trip, form),
        sections=_numbered(plan, filling.prose, form, 1, frozenset(f.key for f in failed)),
        failed=failed,
    )


def _all(plan: Sequence[Planned]) -> Iterator[Planned]:
    for planned in plan:
        yield planned
        yield from _all(planned.sections)


def _numbered(
    plan: Sequence[Planned], prose: dict[str, Prose], form: Form, depth: int, failed: frozenset[str]
) -> tuple[Section, ...]:
    """The sections with their numbers; one that is empty and not required takes no number and no place."""
    found: list[Section] = []
    number = 0
    for planned in plan:
        key = planned.slot.key if planned.slot else planned.key
        written = prose.get(key, Prose())
        children = _numbered(planned.sections, prose, form, depth + 1, failed)
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
        if not (blocks or children or headed or planned.required or key in failed):
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
