"""Knows the one open question of each chat, so that it survives a restart, and the questions that were left out."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from storage.database import Database
from storage.moments import moment, stamp


class Dialogue(NamedTuple):
    """An open question. ``question`` names it ("field:host_agency"); ``payload`` is what its answer needs."""

    chat_id: int
    trip: int | None
    question: str
    payload: dict[str, Any]
    asked_at: datetime


class Dialogues:
    def __init__(self, db: Database) -> None:
        self._db = db

    def open(self, chat_id: int) -> Dialogue | None:
        """The open question of a chat."""
        row = self._db.row(
            "select trip, question, payload, asked_at from dialogues where chat_id = ?", (chat_id,)
        )
        return None if row is None else Dialogue(chat_id, row[0], row[1], json.loads(row[2]), moment(row[3]))

    def ask(
        self, chat_id: int, trip: int | None, question: str, payload: Mapping[str, Any], at: datetime
    ) -> None:
        """Note that a question was put; the one before it is no longer open."""
        self._db.run(
            "insert into dialogues (chat_id, trip, question, payload, asked_at) values (?, ?, ?, ?, ?) "
            "on conflict do update set trip = excluded.trip, question = excluded.question, "
            "payload = excluded.payload, asked_at = excluded.asked_at",
            (chat_id, trip, question, json.dumps(payload, ensure_ascii=False), stamp(at)),
        )

    def close(self, chat_id: int) -> None:
        """No question is open any more."""
        self._db.run("delete from dialogues where chat_id = ?", (chat_id,))

    def skip(self, trip: int, question: str, at: datetime) -> None:
        """Note that a question of a trip was left out."""
        self._db.run(
            "insert into skipped_questions (trip, question, at) values (?, ?, ?) on conflict do nothing",
            (trip, question, stamp(at)),
        )

    def skipped(self, trip: int) -> frozenset[str]:
        """The questions of a trip that were left out."""
        rows = self._db.rows("select question from skipped_questions where trip = ?", (trip,))
        return frozenset(question for (question,) in rows)

    def take_up(self, trip: int, questions: Iterable[str]) -> None:
        """Ask these once more, although they were left out; whatever else was left out stays so."""
        for question in questions:
            self._db.run("delete from skipped_questions where trip = ? and question = ?", (trip, question))
