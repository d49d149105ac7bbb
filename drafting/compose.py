"""Writes a report: plans it, has a writer fill every slot, numbers the headings, and lists what was not used."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from typing import Any

from drafting.form import Form, Role
from drafting.frozen import Frozen
from drafting.numbering import mark
from drafting.plan.left_out import unused_in
from drafting.plan.outline import Planned, outlined
from drafting.plan.repetition import said_once
from drafting.plan.routing import route
from drafting.plan.shown import shown_fields
from drafting.plan.wished import wished
from drafting.report import Block, Report, Section
from drafting.review import Usage
from drafting.revising.edits import edited
from drafting.trip import Trip
from drafting.writer import Prose, Slot, Writer

_AT_ONCE = 8  # slots that are written side by side; a server that serves one at a time queues them
Progress = Callable[[str, int, int], Awaitable[None] | None]


class Composed(Frozen):
    """A report and what it cost."""

    report: Report
    usage: Usage


async def compose(trip: Trip, form: Form, writer: Writer, progress: Progress | None = None) -> Composed:
    """Write the whole report: the parts side by side, then the abstract from the sentences of the body.

    ``progress`` is told the slot's title, how many are written and how many there are. Raises what the writer raises.
    """
    routing = route(trip)
    plan = wished(outlined(trip, form, routing), trip.wishes, trip)
    slots = {p.key: p.slot for p in _all(plan) if p.slot is not None}
    body = [key for key, slot in slots.items() if slot.role is not Role.ABSTRACT]
    abstracts = [key for key in slots if key not in body]
    prose: dict[str, Prose] = {}
    at_once = asyncio.Semaphore(_AT_ONCE)

    async def fill(key: str, slot: Slot) -> None:
        async with at_once:
            await _tell(progress, slot.title, len(prose), len(slots))
            prose[key] = await writer.write(slot, trip, form) if slot.material else Prose()
            await asyncio.sleep(0)  # a writer that never waits must not hold up the conversation

    await _all_or_none([fill(key, slots[key]) for key in body])
    prose = said_once(prose, body)
    told = edited(_report(trip, form, _numbered(plan, prose, form, 1)), trip.edits)
    said = tuple(sentence for section in told.sections for sentence in section.sentences())
    for key in abstracts:
        cited = dict.fromkeys(ref for sentence in said for ref in sentence.sources)
        await fill(key, slots[key].model_copy(update={"so_far": said, "material": tuple(cited)}))
    usage = Usage()
    for written in prose.values():
        usage = _sum(usage, written.usage)
    await _tell(progress, "完成", len(slots), len(slots))
    report = edited(_report(trip, form, _numbered(plan, prose, form, 1)), trip.edits)
    unused = unused_in(trip, report.cited(), routing.unused)
    return Composed(report=report.model_copy(update={"unused": unused}), usage=usage)


def _report(trip: Trip, form: Form, sections: tuple[Section, ...]) -> Report:
    fields = shown_fields(trip, form)
    return Report(form=form.key, title=trip.report_name or form.title, fields=fields, sections=sections)


async def _all_or_none(work: Sequence[Coroutine[Any, Any, None]]) -> None:
    """Wait for all; the first failure breaks the others off, so that nothing is asked for a draft that has failed."""
    tasks = [asyncio.ensure_future(each) for each in work]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _tell(progress: Progress | None, title: str, done: int, total: int) -> None:
    if progress is not None:
        told = progress(title, done, total)
        if inspect.isawaitable(told):
            await told


def _all(plan: Sequence[Planned]) -> Iterator[Planned]:
    for planned in plan:
        yield planned
        yield from _all(planned.sections)


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


def _sum(one: Usage, other: Usage) -> Usage:
    return Usage(
        calls=one.calls + other.calls,
        prompt_tokens=one.prompt_tokens + other.prompt_tokens,
        completion_tokens=one.completion_tokens + other.completion_tokens,
    )
