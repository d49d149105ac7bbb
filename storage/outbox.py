"""Messages that are still to be sent: in rows before they are sent, so that a crash delays them and loses none."""

import builtins
import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from storage.database import Database
from storage.errors import SendingUnknown
from storage.moments import moment, stamp
from storage.sending import Sending, SendingState

_REMEMBERED = timedelta(days=3)
"""How long the key of a sent message is known again; an update is repeated for a day at most."""

_FRESH = 1000  # keys remembered beside the rows, which are written a little later


class Outbox:
    """``when_added`` is told of each new message; whoever delivers sets it.

    Rows are written with the next transaction, at the latest with the one that says that their cause is dealt with.
    So a crash in between repeats the cause, and with it the message; a message may come twice, never not at all.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._last = db.value("select ifnull(max(seq), 0) from sqlite_sequence where name = 'outbox'") or 0
        self._fresh: dict[str, int] = {}
        self.when_added: Callable[[Sending], None] = _nobody_delivers

    def add(
        self,
        chat_id: int,
        method: str,
        fields: Mapping[str, Any],
        at: datetime,
        *,
        key: str = "",
        file_name: str = "",
        file: bytes = b"",
    ) -> int:
        """Put a message into the outbox; its number. Of the same key twice only the first is sent."""
        if key and (known := self._known(key)) is not None:
            return known
        self._last += 1
        if key:
            self._fresh[key] = self._last
        sending = Sending(
            id=self._last, key=key, chat_id=chat_id, method=method, fields=dict(fields),
            file_name=file_name, file=file, due_at=at,
        )  # fmt: skip
        moment = stamp(at)
        self._db.defer(
            _INSERT,
            (self._last, key, chat_id, method, json.dumps(sending.fields), file_name, file, moment, moment),
        )
        self.when_added(sending)
        return self._last

    def _known(self, key: str) -> int | None:
        if len(self._fresh) > _FRESH:
            self._db.flush()
            self._fresh.clear()
        found: int | None = self._fresh.get(key) or self._db.value(
            "select id from outbox where key = ?", (key,)
        )
        return found

    def waiting(self) -> builtins.list[Sending]:
        """What is still to be sent, in the order in which it was said."""
        return self.list("waiting")

    def busy(self, at: datetime) -> bool:
        """Whether anything should be on its way now."""
        self._db.flush()
        sql = "select exists (select 1 from outbox where state = 'waiting' and due_at <= ?)"
        return bool(self._db.value(sql, (stamp(at),)))

    def sent(self, number: int, problem: str = "") -> None:
        """It was sent, or cannot and need not be: then ``problem`` says why. What it said goes."""
        self._db.defer(
            "update outbox set state = 'sent', fields = null, file = null, problem = ? where id = ?",
            (problem, number),
        )

    def later(self, number: int, problem: str, due_at: datetime) -> None:
        """Try again from then on."""
        self._db.defer(
            "update outbox set attempts = attempts + 1, problem = ?, due_at = ? where id = ?",
            (problem, stamp(due_at), number),
        )

    def give_up(self, number: int, problem: str) -> None:
        """Nobody tries again unless the operator says so."""
        self._db.defer("update outbox set state = 'dead', problem = ? where id = ?", (problem, number))

    def move(self, chat_id: int, new: int) -> None:
        """A group has become another chat: what waits for the old one goes to the new."""
        self._db.defer(
            "update outbox set chat_id = ? where chat_id = ? and state = 'waiting'", (new, chat_id)
        )

    def forget(self, at: datetime) -> None:
        """Remove the rows of what was sent long ago."""
        self._db.run("delete from outbox where state = 'sent' and added_at < ?", (stamp(at - _REMEMBERED),))

    def list(self, state: SendingState | None = None) -> builtins.list[Sending]:
        """All that is known, or what is in one state, in the order in which it was said."""
        self._db.flush()
        rows = self._db.rows(f"{_SELECT} where ?1 is null or state = ?1 order by id", (state,))
        return [_sending(row) for row in rows]

    def show(self, number: int) -> Sending:
        """One message; raises SendingUnknown."""
        self._db.flush()
        row = self._db.row(f"{_SELECT} where id = ?", (number,))
        if row is None:
            raise SendingUnknown(number)
        return _sending(row)

    def retry(self, number: int, at: datetime) -> None:
        """Let a message that was given up be sent after all; raises SendingUnknown for any other."""
        sql = "update outbox set state = 'waiting', attempts = 0, due_at = ? where id = ? and state = 'dead'"
        if not self._db.run(sql, (stamp(at), number)):
            raise SendingUnknown(number)

    def drop(self, number: int) -> None:
        """Do not send it; raises SendingUnknown if it was sent already."""
        sql = "update outbox set state = 'sent', fields = null, file = null where id = ? and state <> 'sent'"
        if not self._db.run(sql, (number,)):
            raise SendingUnknown(number)


def _sending(row: tuple[Any, ...]) -> Sending:
    number, key, chat_id, method, fields, file_name, file, state, attempts, due_at, problem = row
    return Sending(
        id=number, key=key, chat_id=chat_id, method=method, fields=json.loads(fields or "{}"), file_name=file_name,
        file=file or b"", state=state, attempts=attempts, due_at=moment(due_at), problem=problem,
    )  # fmt: skip


def _nobody_delivers(_: Sending) -> None:
    """Until somebody delivers, messages wait."""


_SELECT = (
    "select id, key, chat_id, method, fields, file_name, file, state, attempts, due_at, problem from outbox"
)
_INSERT = (
    "insert into outbox (id, key, chat_id, method, fields, file_name, file, state, added_at, due_at) "
    "values (?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?) on conflict do nothing"
)
