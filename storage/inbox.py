"""Keeps raw Telegram updates until they were dealt with."""

import builtins
import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import orjson

from storage.database import Database
from storage.errors import UpdateUnknown
from storage.moments import moment, stamp
from storage.update import Received, State, Waiting

_REMEMBERED = timedelta(days=30)
"""How long an update that was dealt with is known again. Telegram repeats an update for 24 hours at most, and may
choose its numbers anew after a quiet week, so a number must not be known for ever."""


class Inbox:
    def __init__(self, db: Database) -> None:
        self._db = db

    def commit(
        self, updates: Sequence[dict[str, Any]], at: datetime, *, durable: bool = True
    ) -> builtins.list[bool]:
        """Keep a batch in one transaction; for each update whether it is new. ``durable``: safe on disk on return."""
        moment = stamp(at)
        with self._db.writing(durable=durable):
            numbers = json.dumps([update["update_id"] for update in updates])
            known = {number for (number,) in self._db.rows(_KNOWN, (numbers,))}
            fresh: dict[int, tuple[Any, ...]] = {}
            answer: builtins.list[bool] = []
            for update in updates:
                number = update["update_id"]
                new = number not in known and number not in fresh
                answer.append(new)
                if new:
                    fresh[number] = (number, _chat_of(update), moment, _raw(update))
            self._db.run_many(_ADD, fresh.values())
        return answer

    def sync(self) -> None:
        """Return when what was committed is on the disk; for any thread. Raises StorageError."""
        self._db.sync()

    def forget(self, at: datetime) -> None:
        """Remove the numbers of what was dealt with long ago."""
        self._db.run("delete from inbox where state = 'done' and received_at < ?", (stamp(at - _REMEMBERED),))

    def waiting(self) -> builtins.list[Waiting]:
        """What is still to be dealt with, in the order of arrival."""
        self._db.flush()
        rows = self._db.rows("select seq, update_id, raw from inbox where state = 'waiting' order by seq")
        return [Waiting(seq, update_id, json.loads(raw)) for seq, update_id, raw in rows]

    def done(self, update_id: int) -> None:
        """Dealt with: the raw text goes, the number stays. Nothing happens unless it waits.

        It is written with the next transaction: until then it counts as waiting, and to deal with it twice is to deal
        with it once.
        """
        self._db.defer(
            "update inbox set state = 'done', raw = null where update_id = ? and state = 'waiting'",
            (update_id,),
        )

    def fail(self, update_id: int, problem: str) -> None:
        """Set aside for the operator, to be tried again. Nothing happens unless it waits."""
        self._set_aside(update_id, "failed", problem)

    def unreadable(self, update_id: int, problem: str) -> None:
        """Set aside for the operator: it cannot be understood at all. Nothing happens unless it waits."""
        self._set_aside(update_id, "unreadable", problem)

    def show(self, update_id: int) -> Received:
        """One update; raises UpdateUnknown."""
        self._db.flush()
        row = self._db.row(f"{_SELECT} where update_id = ?", (update_id,))
        if row is None:
            raise UpdateUnknown(update_id)
        return _received(row)

    def retry(self, update_id: int) -> None:
        """Let a set-aside update wait again; raises UpdateUnknown if it is not set aside."""
        self._db.flush()
        sql = "update inbox set state = 'waiting' where update_id = ? and state in ('failed', 'unreadable')"
        if not self._db.run(sql, (update_id,)):
            raise UpdateUnknown(update_id)

    def drop(self, update_id: int) -> None:
        """Give an update up: its text goes, its number stays; raises UpdateUnknown if it was dealt with already."""
        self._db.flush()
        sql = "update inbox set state = 'done', raw = null where update_id = ? and state <> 'done'"
        if not self._db.run(sql, (update_id,)):
            raise UpdateUnknown(update_id)

    def list(self, state: State | None = None) -> builtins.list[Received]:
        """All updates, or those in one state, in the order of arrival."""
        self._db.flush()
        return [
            _received(row)
            for row in self._db.rows(f"{_SELECT} where ?1 is null or state = ?1 order by seq", (state,))
        ]

    def _set_aside(self, update_id: int, state: State, problem: str) -> None:
        self._db.flush()
        self._db.run(
            "update inbox set state = ?, problem = ?, tries = tries + 1 where update_id = ? and state = 'waiting'",
            (state, problem, update_id),
        )


def _received(row: tuple[Any, ...]) -> Received:
    seq, update_id, state, received_at, tries, problem, raw = row
    return Received(
        seq, update_id, state, moment(received_at), tries, problem, json.loads(raw) if raw else None
    )


def _raw(update: dict[str, Any]) -> str:
    """As JSON: in ASCII if it holds half a surrogate pair, which cannot be written as UTF-8."""
    try:
        return orjson.dumps(update).decode()
    except TypeError:
        return json.dumps(update)


def _chat_of(update: dict[str, Any]) -> int:
    """The chat that an update came from, wherever its kind of update names it; 0 if nowhere."""
    for part in update.values():
        if isinstance(part, dict):
            for holder in (part, part.get("message")):
                chat = holder.get("chat") if isinstance(holder, dict) else None
                if isinstance(chat, dict) and isinstance(chat.get("id"), int):
                    return int(chat["id"])
    return 0


_KNOWN = "select update_id from inbox where update_id in (select value from json_each(?))"
_ADD = "insert into inbox (update_id, chat_id, state, received_at, raw) values (?, ?, 'waiting', ?, ?)"
_SELECT = "select seq, update_id, state, received_at, tries, problem, raw from inbox"
