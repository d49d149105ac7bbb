"""Remembers who answered which version of the notice and how, and holds what they sent before they did."""

import builtins
import json
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from storage.database import Database
from storage.moments import moment, stamp

_HELD = timedelta(days=30)
"""How long something is held for an answer to the notice. Then it goes, unread."""


class Answered(NamedTuple):
    """One answer to the notice; every answer ever given stays."""

    person: int
    version: str
    yes: bool
    at: datetime


class Consents:
    def __init__(self, db: Database) -> None:
        self._db = db

    def given(self, person: int, version: str) -> bool:
        """Whether somebody's last answer to this version of the notice was yes."""
        answer = self._db.value(
            "select answer from consents where person = ? and version = ? order by id desc limit 1",
            (person, version),
        )
        return bool(answer == "yes")

    def list(self, person: int) -> builtins.list[Answered]:
        """Every answer of somebody, oldest first."""
        rows = self._db.rows(
            "select person, version, answer, at from consents where person = ? order by id", (person,)
        )
        return [Answered(who, version, answer == "yes", moment(at)) for who, version, answer, at in rows]

    def agree(self, person: int, version: str, at: datetime) -> builtins.list[dict[str, Any]]:
        """Note that somebody agreed; what they sent before waits in the inbox again, and is returned in order.

        One transaction: after a crash it either is still held, or the next start finds it waiting.
        """
        with self._db.writing():
            self._note(person, version, "yes", at)
            rows = self._db.rows(
                "select update_id, chat_id, raw from held_updates where person = ? order by rowid", (person,)
            )
            for update_id, chat_id, raw in rows:
                self._db.run(
                    "insert into inbox (update_id, chat_id, state, received_at, raw) values (?, ?, 'waiting', ?, ?) "
                    "on conflict (update_id) do update set state = 'waiting', raw = excluded.raw",
                    (update_id, chat_id, stamp(at), raw),
                )
            self._db.run("delete from held_updates where person = ?", (person,))
            return [json.loads(raw) for _, _, raw in rows]

    def refuse(self, person: int, version: str, at: datetime) -> None:
        """Note that somebody did not agree; what they sent goes, unread."""
        with self._db.writing():
            self._note(person, version, "no", at)
            self._db.run("delete from held_updates where person = ?", (person,))

    def hold(self, person: int, chat_id: int, update: dict[str, Any], at: datetime) -> None:
        """Hold an update until its sender has answered; the same one twice is one."""
        with self._db.writing():
            self._db.run("delete from held_updates where held_at < ?", (stamp(at - _HELD),))
            self._db.run(
                "insert into held_updates (update_id, person, chat_id, raw, held_at) values (?, ?, ?, ?, ?) "
                "on conflict do nothing",
                (update["update_id"], person, chat_id, json.dumps(update), stamp(at)),
            )

    def held(self, person: int) -> int:
        """How many updates of somebody are held."""
        return int(self._db.value("select count(*) from held_updates where person = ?", (person,)))

    def _note(self, person: int, version: str, answer: str, at: datetime) -> None:
        self._db.run(
            "insert into consents (person, version, answer, at) values (?, ?, ?, ?)",
            (person, version, answer, stamp(at)),
        )
