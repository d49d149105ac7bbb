"""Drafts asked for, approved, sent back and handed out."""

from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from telegram import Bot

from bot.answering import TAIWAN
from bot.asked import Asked, Pressed, about, overrides
from bot.errors import Stale
from bot.language import _, said_by
from bot.replies import drafts, greeting
from bot.telling import Progress, say
from drafting.errors import DraftingError
from drafting.review import Approval, Draft, ReturnReason
from export.errors import ExportError
from storage.errors import StorageError
from storage.job import Job
from storage.role import Role
from storage.store import Store

FORMATS = ("odt", "docx", "pdf")
_WRITERS = ("offline", "openai")
_FOR_THE_PERSON = (DraftingError, StorageError, ExportError)


class Desk(Protocol):
    """What is asked of bot/desk.py. Raises DraftingError, StorageError or ExportError, each with a sentence."""

    async def draft(
        self,
        trip_id: int,
        writer: str,
        at: datetime,
        today: date,
        progress: Callable[[str, int, int], Coroutine[Any, Any, None]] | None = None,
    ) -> Draft: ...
    def approve(self, trip_id: int, by: str, at: datetime, despite: Mapping[str, str]) -> Approval: ...
    def send_back(self, trip_id: int, by: str, reason: ReturnReason, note: str, at: datetime) -> Draft: ...
    async def hand_out(self, trip_id: int, formats: Sequence[str]) -> dict[str, bytes]: ...


class Reviewing:
    def __init__(self, store: Store, desk: Desk, clock: Callable[[], datetime], writer: str) -> None:
        self._store = store
        self._desk = desk
        self._clock = clock
        self._writer = writer

    async def draft(self, asked: Asked) -> None:
        """Ask for a draft. It is written beside the conversation, and again from the start after a crash."""
        if (found := about(asked, self._store)) is None:
            await say(asked.bot, asked.chat_id, drafts.NO_TRIP)
        elif any(
            job.key != str(asked.update_id) for job in self._store.jobs.waiting("draft", trip=found.trip)
        ):
            await say(asked.bot, asked.chat_id, drafts.ALREADY_WRITING)
        else:
            writer = found.argument if found.argument in _WRITERS else self._writer
            self._store.jobs.add(
                "draft",
                {"writer": writer, "role": asked.role.value},
                self._clock(),
                key=str(asked.update_id),
                chat_id=asked.chat_id,
                trip=found.trip,
            )

    async def approve(self, asked: Asked) -> None:
        """/approve [#案件] [檢核代碼=理由；…]"""
        if asked.role is Role.TRAVELLER:
            await say(asked.bot, asked.chat_id, greeting.NOT_STAFF)
        elif (found := about(asked, self._store)) is None:
            await say(asked.bot, asked.chat_id, drafts.NO_TRIP)
        elif (despite := overrides(found.argument)) is None:
            await say(asked.bot, asked.chat_id, drafts.HOW_TO_OVERRIDE)
        else:
            approval = self._desk.approve(found.trip, asked.name, self._clock(), despite)
            await say(asked.bot, asked.chat_id, drafts.approved(approval))

    async def send_back(self, asked: Asked) -> None:
        """/return [#案件] 代碼 說明"""
        if asked.role is Role.TRAVELLER:
            await say(asked.bot, asked.chat_id, greeting.NOT_STAFF)
        elif (found := about(asked, self._store)) is None:
            await say(asked.bot, asked.chat_id, drafts.NO_TRIP)
        elif (code := found.argument[:1]) not in {r.value for r in ReturnReason}:
            await say(asked.bot, asked.chat_id, drafts.how_to_return())
        else:
            reason, note = ReturnReason(code), found.argument[1:].strip()
            draft = self._desk.send_back(found.trip, asked.name, reason, note, self._clock())
            await say(asked.bot, asked.chat_id, drafts.sent_back(draft, reason, note))

    async def export(self, asked: Asked) -> None:
        if (found := about(asked, self._store)) is None:
            await say(asked.bot, asked.chat_id, drafts.NO_TRIP)
            return
        self._store.jobs.add(
            "export", {}, self._clock(), key=str(asked.update_id), chat_id=asked.chat_id, trip=found.trip
        )

    async def press_export(self, pressed: Pressed) -> None:
        await self.export(self._of_draft(pressed))

    async def press_approve(self, pressed: Pressed) -> None:
        await self.approve(self._of_draft(pressed))

    def _of_draft(self, pressed: Pressed) -> Asked:
        """The same as a command about the draft's trip; raises Stale if a newer draft stands, or there is none."""
        try:
            draft = self._store.drafts.get(pressed.number)
        except StorageError:
            raise Stale from None
        latest = self._store.drafts.latest(draft.trip)
        if latest is None or latest.id != draft.id:
            raise Stale
        return pressed.asked._replace(argument=f"#{draft.trip}")

    async def write(self, bot: Bot, job: Job) -> None:
        """Write a draft and tell about it; after a crash it is written from the start."""
        trip = _trip_of(job)
        progress = Progress(bot, job.chat_id)

        async def show(stage: str, done: int, total: int) -> None:
            await progress.show(drafts.writing(stage, done, total))

        await progress.begin(_(drafts.WRITING))
        now = self._clock()
        for left in self._store.drafts.requested():
            if left.trip == trip:
                self._store.drafts.fail(left.id, drafts.BROKEN_OFF, now)
        try:
            draft = await self._desk.draft(
                trip, job.payload["writer"], now, now.astimezone(TAIWAN).date(), show
            )
        except _FOR_THE_PERSON as error:
            await progress.end(said_by(error))
            return
        except Exception:
            await progress.end(greeting.apology(job.id))
            raise
        await progress.end(drafts.finished(draft))
        role = Role(job.payload["role"])
        told = "\n\n".join(t for t in (drafts.findings_text(draft), drafts.next_step(role)) if t)
        await say(bot, job.chat_id, told, drafts.keyboard(draft, role))

    async def hand_out(self, bot: Bot, job: Job) -> None:
        """Typeset the files of a trip and send them."""
        try:
            files = await self._desk.hand_out(_trip_of(job), FORMATS)
        except _FOR_THE_PERSON as error:
            await say(bot, job.chat_id, said_by(error))
            return
        for name, content in files.items():
            await bot.send_document(job.chat_id, content, filename=name)

    async def could_not_hand_out(self, bot: Bot, job: Job, _problem: str) -> None:
        await say(bot, job.chat_id, greeting.apology(job.id))


def _trip_of(job: Job) -> int:
    if job.trip is None:
        raise ValueError(f"job {job.id} ({job.kind}) names no trip")
    return job.trip
