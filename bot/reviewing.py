"""Drafts asked for, written beside the conversation, and handed out as files."""

from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from telegram import Bot

from bot.asked import Asked, Pressed, about
from bot.budgets import Budgets, budget_day
from bot.errors import Stale
from bot.language import _, said_by
from bot.reading_back import Versions
from bot.replies import deciding, drafts, findings, greeting
from bot.saying import send_file
from bot.telling import Progress, say
from drafting.errors import DraftingError
from drafting.office_time import day_in_taiwan
from drafting.review import Approval, Draft, ReturnReason
from export.errors import ExportError
from storage.errors import Busy, StorageError, Unwritable
from storage.job import Job
from storage.role import Role
from storage.store import Store

FORMATS = ("odt", "docx", "pdf")
_WRITERS = ("offline", "openai")
_FOR_THE_PERSON = (DraftingError, StorageError, ExportError)
ShowProgress = Callable[[str, int, int], Coroutine[Any, Any, None]]


class Desk(Versions, Protocol):
    """What is asked of bot/desk.py. Raises DraftingError, StorageError or ExportError, each with a sentence."""

    async def draft(
        self,
        trip_id: int,
        writer: str,
        at: datetime,
        today: date,
        progress: ShowProgress | None = None,
        *,
        person: int = 0,
    ) -> Draft: ...
    async def revise(
        self,
        trip_id: int,
        words: str,
        by: str,
        writer: str,
        at: datetime,
        today: date,
        progress: ShowProgress | None = None,
        *,
        person: int = 0,
    ) -> Draft: ...
    def submit(self, trip_id: int, by: str, at: datetime) -> Draft: ...
    def approve(self, trip_id: int, by: str, at: datetime, despite: Mapping[str, str]) -> Approval: ...
    def send_back(self, trip_id: int, by: str, reason: ReturnReason, note: str, at: datetime) -> Draft: ...
    async def hand_out(
        self, trip_id: int, formats: Sequence[str], tell: Callable[[str], None] | None = None
    ) -> dict[str, bytes]: ...


class Reviewing:
    """``writer`` is the one that is used unless the person names another."""

    def __init__(
        self,
        store: Store,
        desk: Desk,
        clock: Callable[[], datetime],
        writer: str,
        budgets: Budgets | None = None,
    ) -> None:
        self._store = store
        self._desk = desk
        self._clock = clock
        self._writer = writer
        self._budgets = budgets or Budgets()

    async def draft(self, asked: Asked) -> None:
        """/draft [writer]: written beside the conversation, and again from the start after a crash."""
        if (found := about(asked, self._store)) is None:
            await say(asked.bot, asked.chat_id, drafts.NO_TRIP)
        else:
            writer = found.argument if found.argument in _WRITERS else self._writer
            await self.ask_for_draft(asked, found.trip, writer)

    async def ask_for_draft(self, asked: Asked, trip: int, writer: str = "", wish: str = "") -> None:
        """Put the wish for a draft into a row. ``wish`` says what one part should be like (see Desk.revise)."""
        jobs, now, key = self._store.jobs, self._clock(), str(asked.update_id)
        if any(job.key != key for job in jobs.waiting("draft", trip=trip)):
            await say(asked.bot, asked.chat_id, drafts.ALREADY_WRITING)
            return
        writer = writer or self._writer
        spent = self._store.spending.of(asked.person, budget_day(now))
        if refused := self._budgets.refuses_draft(spent):
            await say(asked.bot, asked.chat_id, refused)
            return
        payload = {
            "writer": writer,
            "role": asked.role.value,
            "person": asked.person,
            "by": asked.name,
            "wish": wish,
        }
        if jobs.add("draft", payload, now, key=key, chat_id=asked.chat_id, trip=trip) is not None:
            self._store.spending.add(asked.person, budget_day(now), drafts=1)

    async def press_redraft(self, pressed: Pressed) -> None:
        draft = self.current(pressed)
        await self.ask_for_draft(pressed.asked, draft.trip, draft.recipe.writer)

    async def export(self, asked: Asked) -> None:
        """/export [odt|docx|pdf|all]: without a format the formats are offered as buttons."""
        if (found := about(asked, self._store)) is None:
            await say(asked.bot, asked.chat_id, drafts.NO_TRIP)
            return
        if wanted := _formats(found.argument):
            self._ask_for_files(asked, found.trip, wanted)
            return
        latest = self._store.drafts.latest(found.trip)
        if latest is None:
            await say(asked.bot, asked.chat_id, findings.no_draft())
        else:
            keyboard = deciding.formats_keyboard(latest.id, FORMATS)
            await say(asked.bot, asked.chat_id, deciding.formats_wanted(), keyboard)

    async def press_export(self, pressed: Pressed) -> None:
        self._ask_for_files(pressed.asked, self.current(pressed).trip, _formats(pressed.more) or FORMATS)

    def current(self, pressed: Pressed) -> Draft:
        """The draft of a button; raises Stale if a newer one stands, or TripUnknown if it is none of the person's."""
        try:
            draft = self._store.drafts.get(pressed.number)
        except StorageError:
            raise Stale from None
        about(pressed.asked._replace(argument=f"#{draft.trip}"), self._store)
        latest = self._store.drafts.latest(draft.trip)
        if latest is None or latest.id != draft.id:
            raise Stale
        return draft

    def _ask_for_files(self, asked: Asked, trip: int, formats: Sequence[str]) -> None:
        self._store.jobs.add(
            "export",
            {"formats": list(formats)},
            self._clock(),
            key=str(asked.update_id),
            chat_id=asked.chat_id,
            trip=trip,
        )

    async def write(self, bot: Bot, job: Job) -> None:
        """Write a draft and tell about it; after a crash it is written from the start."""
        trip, person = _trip_of(job), int(job.payload.get("person", 0))
        progress = Progress(bot, job.chat_id)

        async def show(stage: str, done: int, total: int) -> None:
            await progress.show(findings.writing(stage, done, total))

        await progress.begin(_(drafts.WRITING))
        now = self._clock()
        self._give_up_broken_off(trip, now)
        if (written := self._written_before(job, trip)) is not None:
            await self._tell(bot, job, progress, written)
            return
        today, writer, wish = day_in_taiwan(now), job.payload["writer"], job.payload.get("wish")
        try:
            if wish:
                by = job.payload["by"]
                draft = await self._desk.revise(trip, wish, by, writer, now, today, show, person=person)
            else:
                draft = await self._desk.draft(trip, writer, now, today, show, person=person)
        except (Busy, Unwritable):  # the worker tries again
            raise
        except _FOR_THE_PERSON as error:
            await progress.end(said_by(error))
            return
        await self._tell(bot, job, progress, draft)

    async def could_not_write(self, bot: Bot, job: Job, _problem: str) -> None:
        """The draft was set aside: its row says so, and the person hears a number to name."""
        self._give_up_broken_off(_trip_of(job), self._clock())
        await say(bot, job.chat_id, greeting.apology(job.id))

    def _give_up_broken_off(self, trip: int, at: datetime) -> None:
        for left in self._store.drafts.requested():
            if left.trip == trip:
                self._store.drafts.fail(left.id, drafts.BROKEN_OFF, at)

    def _written_before(self, job: Job, trip: int) -> Draft | None:
        """The draft that this job wrote before it was cut off, so that it is only told, not written once more."""
        latest = self._store.drafts.latest(trip) if job.leases else None
        mine = latest is not None and latest.written_at is not None and latest.written_at >= job.added_at
        return latest if mine else None

    async def _tell(self, bot: Bot, job: Job, progress: Progress, draft: Draft) -> None:
        await progress.end(findings.finished(draft))
        keyboard = findings.draft_keyboard(draft, Role(job.payload["role"]))
        await say(bot, job.chat_id, findings.findings_text(draft), keyboard)

    async def hand_out(self, bot: Bot, job: Job) -> None:
        """Typeset the files of a trip and send them, one after the other; then what they could not show as it was."""
        told: list[str] = []
        try:
            files = await self._desk.hand_out(_trip_of(job), job.payload.get("formats", FORMATS), told.append)
        except _FOR_THE_PERSON as error:
            await say(bot, job.chat_id, said_by(error))
            return
        for name, content in files.items():
            await send_file(bot, job.chat_id, content, name)
        if told:
            await say(bot, job.chat_id, drafts.not_as_it_was(told))

    async def could_not_hand_out(self, bot: Bot, job: Job, _problem: str) -> None:
        await say(bot, job.chat_id, greeting.apology(job.id))


def _formats(argument: str) -> tuple[str, ...]:
    """The formats that are named, in our order; "all" is every one; () if none is."""
    words = argument.lower().replace(",", " ").split()
    if "all" in words:
        return FORMATS
    return tuple(f for f in FORMATS if f in words)


def _trip_of(job: Job) -> int:
    if job.trip is None:
        raise ValueError(f"job {job.id} ({job.kind}) names no trip")
    return job.trip
