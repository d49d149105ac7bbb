"""Remembers what language models were asked, what they cost, and whether the agency has agreed to use them."""

from datetime import datetime
from typing import NamedTuple

from storage.database import Database
from storage.model_book import Allowance, ModelBook, day_of
from storage.moments import moment, stamp


class Asked(NamedTuple):
    """One request of a draft, with its answer, as it was sent and as it came."""

    section: str
    purpose: str
    model: str
    request: str
    answer: str
    problem: str
    tries: int
    charged: int


class Consent(NamedTuple):
    """Who allowed (or no longer allows) that this model on this server is asked, and when."""

    server: str
    model: str
    given: bool
    by: str
    at: datetime


class Models:
    def __init__(self, db: Database) -> None:
        self._db = db

    def book(
        self, trip: int, draft: int, at: datetime, *, person: int = 0, allowance: Allowance | None = None
    ) -> ModelBook:
        """The book in which the requests of one draft are put down."""
        return ModelBook(self._db, trip, draft, person, at, allowance or Allowance())

    def asked(self, draft: int) -> list[Asked]:
        """Every request of a draft, in order."""
        rows = self._db.rows(
            "select section, purpose, model, request, answer, problem, tries, charged from model_calls "
            "where draft = ? order by id",
            (draft,),
        )
        return [Asked(*row) for row in rows]

    def spent(self, person: int, at: datetime) -> int:
        """Tokens that a person's drafts have cost on the day of Taiwan in which ``at`` lies, or have set aside."""
        found = self._db.value(
            "select ifnull(sum(charged), 0) from model_calls where person = ? and at >= ?",
            (person, stamp(day_of(at))),
        )
        return int(found)

    def consent(self, server: str, model: str, by: str, at: datetime, *, given: bool) -> None:
        """Put down that the agency allows this model off its premises, or no longer does. Noted in the audit."""
        self._db.run(
            "insert into model_consents (server, model, given, by, at) values (?, ?, ?, ?, ?)",
            (server, model, int(given), by, stamp(at)),
        )

    def consented(self, server: str, model: str) -> Consent | None:
        """The consent that stands for this model and server, or None."""
        row = self._db.row(
            "select server, model, given, by, at from model_consents where server = ? and model = ? "
            "order by id desc limit 1",
            (server, model),
        )
        if row is None or not row[2]:
            return None
        return Consent(row[0], row[1], given=True, by=row[3], at=moment(row[4]))
