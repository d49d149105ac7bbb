"""Remembers every draft, which is its own job, and what staff decided about it."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from drafting.finding import Finding
from drafting.report import Report
from drafting.review import Approval, Draft, Recipe, ReturnReason, SentBack, Status, Usage
from drafting.trip import Trip
from drafting.withheld import withheld
from storage.database import Database
from storage.errors import Damaged, DraftMoved, DraftUnknown, Tampered, TripUnknown
from storage.moments import moment, stamp
from storage.trips import Trips


class Submission(NamedTuple):
    """A draft that was handed in: by whom and when."""

    draft: Draft
    by: str
    at: datetime


_OPEN = (Status.WRITTEN, Status.SUBMITTED)


class Drafts:
    """A draft that rests on what was marked #私 since is read as one that may not be shown (``drafting/withheld.py``)."""

    def __init__(self, db: Database, trips: Trips) -> None:
        self._db = db
        self._trips = trips

    def request(self, trip: int, recipe: Recipe, at: datetime) -> int:
        """Ask for a draft; its number. It stays requested, over restarts too, until it is finished or has failed."""
        with self._db.writing():
            if not self._db.value("select 1 from trips where id = ?", (trip,)):
                raise TripUnknown(trip)
            return self._db.insert(
                "insert into drafts (trip, status, recipe, usage, requested_at) values (?, 'requested', ?, ?, ?)",
                (trip, recipe.model_dump_json(), Usage().model_dump_json(), stamp(at)),
            )

    def finish(
        self,
        draft: int,
        report: Report,
        trip_then: Trip,
        findings: Sequence[Finding],
        usage: Usage,
        recipe: Recipe,
        at: datetime,
    ) -> Draft:
        """The draft is written; earlier ones that wait for a decision are superseded."""
        with self._db.writing():
            self._move(draft, (Status.REQUESTED,), Status.WRITTEN)
            self._db.run(
                "update drafts set report = ?, trip_then = ?, usage = ?, recipe = ?, written_at = ? where id = ?",
                (
                    report.model_dump_json(),
                    trip_then.model_dump_json(),
                    usage.model_dump_json(),
                    recipe.model_dump_json(),
                    at.isoformat(),
                    draft,
                ),
            )
            self._db.run_many(
                "insert into findings (draft, place, finding) values (?, ?, ?)",
                [(draft, place, finding.model_dump_json()) for place, finding in enumerate(findings)],
            )
            self._db.run(
                "update drafts set status = 'superseded' where status in ('written', 'submitted') and id < ? "
                "and trip = (select trip from drafts where id = ?)",
                (draft, draft),
            )
        return self.get(draft)

    def fail(self, draft: int, problem: str, at: datetime) -> None:
        """Writing failed; ``problem`` is the sentence that the person reads."""
        with self._db.writing():
            self._move(draft, (Status.REQUESTED,), Status.FAILED)
            self._db.run(
                "update drafts set problem = ?, written_at = ? where id = ?", (problem, at.isoformat(), draft)
            )

    def get(self, draft: int) -> Draft:
        found = self._where("id = ?", draft)
        if not found:
            raise DraftUnknown(draft)
        return found[0]

    def latest(self, trip: int) -> Draft | None:
        """The newest draft that has a text and was not superseded."""
        found = self._where(
            "trip = ? and status in ('written', 'submitted', 'returned', 'approved') order by id desc limit 1",
            trip,
        )
        return found[0] if found else None

    def versions(self, trip: int) -> list[Draft]:
        """Every draft of a trip that has a text, oldest first; superseded ones too."""
        return self._where("trip = ? and report is not null order by id", trip)

    def requested(self) -> list[Draft]:
        """What is still to be written, oldest first."""
        return self._where("status = 'requested' order by id")

    def submit(self, draft: int, by: str, at: datetime) -> None:
        """Hand a draft in for approval. Twice is once; raises DraftMoved if it is no longer open."""
        with self._db.writing():
            self._move(draft, _OPEN, Status.SUBMITTED)
            self._db.run(
                "insert into submissions (draft, by, at) values (?, ?, ?) on conflict do nothing",
                (draft, by, stamp(at)),
            )

    def submitted(self) -> list[Submission]:
        """Everything that waits for a decision, in the order in which it was handed in."""
        rows = self._db.rows(
            "select draft, by, at from submissions join drafts on drafts.id = draft "
            "where status = 'submitted' order by at, draft"
        )
        return [Submission(self.get(draft), by, moment(at)) for draft, by, at in rows]

    def send_back(self, draft: Draft, reason: ReturnReason, note: str, by: str, at: datetime) -> None:
        """退回補正. Raises DraftMoved if somebody else decided meanwhile."""
        with self._db.writing():
            self._move(draft.id, _OPEN, Status.RETURNED)
            self._db.run(
                "insert into returns (draft, reason, note, by, at) values (?, ?, ?, ?, ?)",
                (draft.id, reason.value, note, by, stamp(at)),
            )

    def sent_back(self, draft: int) -> SentBack | None:
        """Why a draft was returned, if it was."""
        row = self._db.row("select reason, note, by, at from returns where draft = ?", (draft,))
        if row is None:
            return None
        reason, note, by, at = row
        return SentBack(reason=ReturnReason(reason), note=note, by=by, at=moment(at))

    def keep(self, approval: Approval) -> None:
        """Keep an approval for ever. The same one twice is one; raises DraftMoved if somebody else decided meanwhile."""
        draft, snapshot = approval.draft, approval.model_dump_json()
        if _seal(snapshot, approval.digest) != approval.digest:
            raise Tampered(draft.trip)
        with self._db.writing():
            if self._db.value("select digest from approvals where draft = ?", (draft.id,)) == approval.digest:
                return
            self._move(draft.id, _OPEN, Status.APPROVED)
            self._db.run(
                "insert into approvals (trip, draft, by, at, digest, snapshot) values (?, ?, ?, ?, ?, ?)",
                (draft.trip, draft.id, approval.by, stamp(approval.at), approval.digest, snapshot),
            )

    def approval(self, trip: int) -> Approval | None:
        """The newest approval of a trip; raises Tampered if it is not what was approved."""
        row = self._db.row(
            "select snapshot, digest from approvals where trip = ? order by id desc limit 1", (trip,)
        )
        if row is None:
            return None
        snapshot, digest = row
        try:
            approval = self._db.parse(Approval, snapshot)
        except Damaged as error:
            raise Tampered(trip) from error
        if not _seal(snapshot, digest) == approval.digest == digest:
            raise Tampered(trip)
        return approval

    def _move(self, draft: int, allowed: Sequence[Status], to: Status) -> None:
        status = self._db.value("select status from drafts where id = ?", (draft,))
        if status is None:
            raise DraftUnknown(draft)
        if status not in allowed:
            raise DraftMoved(draft)
        self._db.run("update drafts set status = ? where id = ?", (to.value, draft))

    def _where(self, condition: str, *values: int) -> list[Draft]:
        rows = self._db.rows(f"select {_COLUMNS} from drafts where {condition}", values)  # noqa: S608 — written above
        return [self._draft(row) for row in rows]

    def _draft(self, row: tuple[Any, ...]) -> Draft:
        draft, trip, status, recipe, usage, written_at, report, trip_then, problem = row
        findings = self._db.rows("select finding from findings where draft = ? order by place", (draft,))
        written = Draft(
            id=draft,
            trip=trip,
            status=Status(status),
            recipe=self._db.parse(Recipe, recipe),
            usage=self._db.parse(Usage, usage),
            written_at=moment(written_at) if written_at else None,
            report=self._db.parse(Report, report) if report else None,
            trip_then=self._db.parse(Trip, trip_then) if trip_then else None,
            findings=tuple(self._db.parse(Finding, text) for (text,) in findings),
            problem=problem,
        )
        if written.report is None or written.status is Status.APPROVED:
            return written
        return withheld(written, self._trips.material(trip), self._trips.taken_back(trip))


_COLUMNS = "id, trip, status, recipe, usage, written_at, report, trip_then, problem"


def _seal(snapshot: str, digest: str) -> str:
    """What ``review.digest_of`` said of the approval that was written as this text.

    It is taken from the text, not from the values read back: a field that a later version adds, or a set that is
    written in another order, must not make an old approval look tampered with.
    """
    body = snapshot.removesuffix(f'"digest":"{digest}"}}')
    return hashlib.sha256(f'{body}"digest":""}}'.encode()).hexdigest()
