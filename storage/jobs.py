"""Slow work that outlives the process: downloads, drafts, exports, reminders as rows with attempts and a lease."""

import builtins
import json
from collections.abc import Callable, Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from storage.database import Database
from storage.errors import JobUnknown
from storage.job import Job, JobState
from storage.moments import moment, stamp

_REMEMBERED = timedelta(days=30)
"""How long the key of a finished job is known again; an update is repeated for less than that."""

_OFTEN = 3  # times cut off


class Jobs:
    """``when_added`` is called after a job was added; whoever does the jobs sets it."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.when_added: Callable[[], None] = _nobody_listens

    def add(
        self,
        kind: str,
        payload: Mapping[str, Any],
        at: datetime,
        *,
        key: str = "",
        chat_id: int = 0,
        trip: int | None = None,
        due_at: datetime | None = None,
    ) -> int | None:
        """Ask for work, due now or later; its number. The same kind and key twice is one: None the second time."""
        number: int | None = self._db.value(
            "insert into jobs (kind, key, payload, chat_id, trip, state, added_at, due_at) "
            "values (?, ?, ?, ?, ?, 'waiting', ?, ?) on conflict do nothing returning id",
            (kind, key, json.dumps(dict(payload)), chat_id, trip, stamp(at), stamp(due_at or at)),
        )
        if number is not None:
            self.when_added()
        return number

    def lease(self, kinds: Collection[str], at: datetime, until: datetime) -> Job | None:
        """The oldest work of these kinds that is due and that nobody does, reserved until then; None if there is none.

        A lease that has run out is free again.
        """
        if not kinds:
            return None
        with self._db.writing():
            row = self._db.row(
                _SELECT + _DUE,
                (stamp(at), json.dumps(sorted(kinds))),
            )
            if row is None:
                return None
            self._db.run(
                "update jobs set leased_until = ?, leases = leases + 1 where id = ?", (stamp(until), row[0])
            )
            return _job(row)

    def done(self, job: int) -> None:
        """The work is done: what it was about goes, its key stays known for a month."""
        self._db.run(
            "update jobs set state = 'done', payload = '{}', leased_until = null, problem = '' where id = ?",
            (job,),
        )

    def again(self, job: int, problem: str, due_at: datetime) -> None:
        """A try ended in an error: count it, and let the work be done again from then on."""
        self._db.run(
            "update jobs set attempts = attempts + 1, leases = 0, leased_until = null, problem = ?, due_at = ? "
            "where id = ? and state = 'waiting'",
            (problem, stamp(due_at), job),
        )

    def give_up(self, job: int, problem: str) -> None:
        """Nobody tries again unless the operator says so."""
        self._db.run(
            "update jobs set state = 'dead', attempts = attempts + 1, leases = 0, leased_until = null, problem = ? "
            "where id = ? and state = 'waiting'",
            (problem, job),
        )

    def release(self, job: int) -> None:
        """The work was broken off in good order; it is free for the next who asks, and nothing is counted."""
        self._db.run(
            "update jobs set leases = leases - 1, leased_until = null where id = ? and state = 'waiting'",
            (job,),
        )

    def free_leases(self, at: datetime) -> None:
        """Nobody is at work: for the one process that does jobs, when it starts after a crash.

        Work that was cut off three times in a row may be what ends the process. It waits a little longer each time, up
        to half a minute, so that other work is done meanwhile.
        """
        cut_off = self._db.rows(
            "select id, leases from jobs where state = 'waiting' and leased_until is not null"
        )
        with self._db.writing():
            for job, leases in cut_off:
                due = stamp(at + timedelta(seconds=min(leases, 30) if leases >= _OFTEN else 0))
                self._db.run(
                    "update jobs set leased_until = null, due_at = max(due_at, ?) where id = ?", (due, job)
                )

    def forget(self, at: datetime) -> None:
        """Remove what was finished long ago."""
        self._db.run("delete from jobs where state = 'done' and added_at < ?", (stamp(at - _REMEMBERED),))

    def cancel(self, kind: str, *, chat_id: int | None = None, trip: int | None = None) -> int:
        """Take waiting work back, under way or not; of a chat, of a trip, or all. How many it was."""
        return self._db.run(
            "update jobs set state = 'done', payload = '{}', leased_until = null where state = 'waiting' "
            "and kind = ?1 and (?2 is null or chat_id = ?2) and (?3 is null or trip = ?3)",
            (kind, chat_id, trip),
        )

    def waiting(self, kind: str, *, trip: int | None = None) -> builtins.list[Job]:
        """Work of a kind that is not finished, now or later due, under way or not."""
        rows = self._db.rows(
            f"{_SELECT} where state = 'waiting' and kind = ?1 and (?2 is null or trip = ?2) order by id",
            (kind, trip),
        )
        return [_job(row) for row in rows]

    def busy(self, at: datetime) -> bool:
        """Whether any work is due or under way."""
        return bool(
            self._db.value(
                "select exists (select 1 from jobs where state = 'waiting' and due_at <= ?)", (stamp(at),)
            )
        )

    def next_due(self, kinds: Collection[str]) -> datetime | None:
        """When the earliest work of these kinds that nobody does will be due, or was."""
        found = self._db.value(
            "select min(due_at) from jobs where state = 'waiting' and leased_until is null "
            "and kind in (select value from json_each(?))",
            (json.dumps(sorted(kinds)),),
        )
        return moment(found) if found else None

    def show(self, job: int) -> Job:
        """One job; raises JobUnknown."""
        row = self._db.row(f"{_SELECT} where id = ?", (job,))
        if row is None:
            raise JobUnknown(job)
        return _job(row)

    def list(self, state: JobState | None = None) -> builtins.list[Job]:
        """All jobs, or those in one state, in the order in which they were asked for."""
        return [
            _job(row)
            for row in self._db.rows(f"{_SELECT} where ?1 is null or state = ?1 order by id", (state,))
        ]

    def retry(self, job: int, at: datetime) -> None:
        """Let work that was given up be tried again, counted anew; raises JobUnknown for any other."""
        sql = "update jobs set state = 'waiting', attempts = 0, due_at = ? where id = ? and state = 'dead'"
        if not self._db.run(sql, (stamp(at), job)):
            raise JobUnknown(job)

    def drop(self, job: int) -> None:
        """Give work up for good; raises JobUnknown if it is finished already."""
        sql = "update jobs set state = 'done', payload = '{}', leased_until = null where id = ? and state <> 'done'"
        if not self._db.run(sql, (job,)):
            raise JobUnknown(job)


def _job(row: tuple[Any, ...]) -> Job:
    number, kind, key, payload, chat_id, trip, attempts, added_at, due_at, state, problem, leases = row
    return Job(
        id=number, kind=kind, key=key, payload=json.loads(payload), chat_id=chat_id, trip=trip,
        attempts=attempts, added_at=moment(added_at), due_at=moment(due_at), state=state, problem=problem, leases=leases,
    )  # fmt: skip


def _nobody_listens() -> None:
    """Until somebody does jobs, they wait."""


_SELECT = "select id, kind, key, payload, chat_id, trip, attempts, added_at, due_at, state, problem, leases from jobs"
_DUE = (
    " where state = 'waiting' and due_at <= ?1 and (leased_until is null or leased_until <= ?1) "
    "and kind in (select value from json_each(?2)) order by due_at, id limit 1"
)
