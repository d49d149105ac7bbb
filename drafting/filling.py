"""Has a writer fill the slots of a plan side by side, and keeps apart what was written and what could not be."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any

from drafting.errors import DraftingError, OverBudget, WriterRefused, WriterUnavailable
from drafting.form import Form
from drafting.report import FailedPart
from drafting.review import Usage
from drafting.trip import Trip
from drafting.writer import Prose, Slot, Writer, WritesTogether

_MAY_FAIL = (
    WriterRefused,
    WriterUnavailable,
    OverBudget,
)  # keep one section from being written, and not the others
Progress = Callable[[str, int, int], Awaitable[None] | None]

FINISHED = "完成"
"""The stage that is told once, when all parts are there."""


class Filling:
    """What has been written of a report so far, and what could not be."""

    def __init__(self, trip: Trip, form: Form, writer: Writer, progress: Progress | None, total: int) -> None:
        self.prose: dict[str, Prose] = {}
        self._trip, self._form, self._writer = trip, form, writer
        self._progress, self._total = progress, total
        self._problems: dict[str, tuple[Slot, DraftingError]] = {}

    @property
    def failed(self) -> tuple[FailedPart, ...]:
        return tuple(
            FailedPart(key=key, title=slot.title, problem=str(error))
            for key, (slot, error) in self._problems.items()
        )

    @property
    def usage(self) -> Usage:
        usage = Usage()
        for written in self.prose.values():
            usage = usage.plus(written.usage)
        return usage

    def raise_if_nothing_was_written(self) -> None:
        if self._problems and not any(p.blocks or p.headed for p in self.prose.values()):
            raise next(error for _, error in self._problems.values())

    async def fill(self, slots: Sequence[Slot]) -> None:
        """Write these slots side by side."""
        self.prose |= {slot.key: Prose() for slot in slots if not slot.material}
        asked = [slot for slot in slots if slot.material]
        groups = (
            self._writer.together(asked, self._trip, self._form)
            if isinstance(self._writer, WritesTogether)
            else [[slot] for slot in asked]
        )
        await _all_or_none([self._group(group) for group in groups])

    async def _group(self, slots: Sequence[Slot]) -> None:
        if isinstance(self._writer, WritesTogether):
            found = await self._writer.write_together(slots, self._trip, self._form)
        else:
            found = {slot.key: await self._alone(slot) for slot in slots}
        for slot in slots:
            prose = found[slot.key]
            if isinstance(prose, DraftingError):
                self._problems[slot.key] = (slot, prose)
                prose = Prose()
            self.prose[slot.key] = prose
            await tell(self._progress, slot.title, len(self.prose), self._total)
        await asyncio.sleep(0)  # a writer that never waits must not hold up the conversation

    async def _alone(self, slot: Slot) -> Prose | DraftingError:
        try:
            return await self._writer.write(slot, self._trip, self._form)
        except _MAY_FAIL as error:
            return error


async def _all_or_none(work: Sequence[Coroutine[Any, Any, None]]) -> None:
    """Wait for all; the first failure breaks the others off, so that nothing is asked for a draft that has failed."""
    tasks = [asyncio.ensure_future(each) for each in work]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def tell(progress: Progress | None, title: str, done: int, total: int) -> None:
    if progress is not None:
        told = progress(title, done, total)
        if inspect.isawaitable(told):
            await told
