"""A desk for tests of the conversation: it writes a fixed draft at once, so that only the talking is tested."""

from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from drafting.finding import Finding, Severity
from drafting.report import Report, Section, Unused
from drafting.review import Approval, Draft, Recipe, ReturnReason, Usage, approve, submit
from storage.store import Store


class FixedDesk:
    """Keeps real rows in the real store; the report is one empty section.

    ``stages`` are told as progress, ``notes`` is what the files cannot show as it was.
    """

    def __init__(
        self,
        store: Store,
        *,
        stages: int = 2,
        errors: Sequence[str] = ("LEN-1",),
        notes: Sequence[str] = (),
    ) -> None:
        self._notes = notes
        self._store = store
        self._stages = stages
        self._errors = errors
        self.drafted: list[tuple[int, str]] = []
        self.wished: list[tuple[str, str]] = []

    async def draft(
        self,
        trip_id: int,
        writer: str,
        at: datetime,
        today: date,
        progress: Callable[[str, int, int], Coroutine[Any, Any, None]] | None = None,
        *,
        person: int = 0,
    ) -> Draft:
        recipe = Recipe(writer=writer)
        number = self._store.drafts.request(trip_id, recipe, at)
        self.drafted.append((trip_id, writer))
        trip = self._store.trips.load(trip_id)
        for done in range(self._stages):
            if progress:
                await progress("目的", done + 1, self._stages)
        findings = [
            Finding(check=check, severity=Severity.ERROR, where="摘要", message="字數不足，請補充素材。")
            for check in self._errors
        ]
        findings.append(Finding(check="STY-1", severity=Severity.INFO, where="過程", message="共 1 段。"))
        unused = tuple(Unused(ref=piece.ref, reason="本測試不取用。") for piece in trip.material[:1])
        report = Report(
            form="taichung-summary",
            title="提要",
            fields={},
            sections=(Section(key="purpose", heading="參、目的"),),
            unused=unused,
        )
        return self._store.drafts.finish(number, report, trip, findings, Usage(), recipe, at)

    async def revise(
        self,
        trip_id: int,
        words: str,
        by: str,
        writer: str,
        at: datetime,
        today: date,
        progress: Callable[[str, int, int], Coroutine[Any, Any, None]] | None = None,
        *,
        person: int = 0,
    ) -> Draft:
        self.wished.append((words, by))
        return await self.draft(trip_id, writer, at, today, progress, person=person)

    def submit(self, trip_id: int, by: str, at: datetime) -> Draft:
        draft = submit(self._latest(trip_id))
        self._store.drafts.submit(draft.id, by, at)
        return draft

    def approve(self, trip_id: int, by: str, at: datetime, despite: Mapping[str, str]) -> Approval:
        approval = approve(self._latest(trip_id), by, at, despite)
        self._store.drafts.keep(approval)
        return approval

    def send_back(self, trip_id: int, by: str, reason: ReturnReason, note: str, at: datetime) -> Draft:
        draft = self._latest(trip_id)
        self._store.drafts.send_back(draft, reason, note, by, at)
        return self._store.drafts.get(draft.id)

    async def hand_out(
        self, trip_id: int, formats: Sequence[str], tell: Callable[[str], None] | None = None
    ) -> dict[str, bytes]:
        for note in self._notes if tell else ():
            tell(note)
        mark = "" if self._store.drafts.approval(trip_id) else "草稿-"
        return {f"{mark}報告.{kind}": kind.encode() for kind in formats}

    def _latest(self, trip_id: int) -> Draft:
        draft = self._store.drafts.latest(trip_id)
        assert draft is not None, "the conversation asks for a draft first"
        return draft
