"""The book of one draft: what its requests to a model may cost and have cost, and what was answered for the trip before."""

from datetime import datetime, timedelta

from drafting.errors import OverBudget
from drafting.frozen import Frozen
from drafting.model_book import Asking, Outcome
from drafting.office_time import TAIWAN
from storage.database import Database
from storage.moments import stamp

_STALE = timedelta(days=30)  # servers are updated: after that the best way of asking is tried again


class Allowance(Frozen):
    """How many tokens one draft, and all drafts of one person in one day, may cost; 0 sets no limit."""

    draft: int = 0
    day: int = 0


class ModelBook:
    """Keeps drafting.model_book.Book in the store. ``at`` is when the draft was asked for, ``person`` by whom (0: staff
    at the command line).
    """

    def __init__(
        self, db: Database, trip: int, draft: int, person: int, at: datetime, allowance: Allowance
    ) -> None:
        self._db = db
        self._trip = trip
        self._draft = draft
        self._person = person
        self._at = at
        self._allowance = allowance

    def known(self, key: str) -> str | None:
        with self._db.writing():
            text: str | None = self._db.value(
                "select text from model_answers where trip = ? and key = ?", (self._trip, key)
            )
            if text is not None:
                self._use(key)
        return text

    def keep(self, key: str, section: str, text: str) -> None:
        with self._db.writing():
            self._db.run(
                "insert into model_answers (trip, key, section, text, at) values (?, ?, ?, ?, ?) "
                "on conflict do update set text = excluded.text, at = excluded.at",
                (self._trip, key, section, text, stamp(self._at)),
            )
            self._use(key)

    def forget(self, key: str) -> None:
        self._db.run("delete from model_answers where trip = ? and key = ?", (self._trip, key))

    def reserve(self, asking: Asking) -> int:
        """Raises OverBudget. Checked and set aside in one transaction, so that requests side by side cannot overdraw."""
        with self._db.writing():
            self._refuse_if_over(asking.reserved)
            return self._db.insert(
                "insert into model_calls (trip, draft, person, at, section, purpose, model, request, charged) "
                "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    self._trip,
                    self._draft,
                    self._person,
                    stamp(self._at),
                    asking.section,
                    asking.purpose,
                    asking.model,
                    asking.request,
                    asking.reserved,
                ),
            )

    def settle(self, number: int, outcome: Outcome) -> None:
        self._db.run(
            "update model_calls set answer = ?, problem = ?, tries = ?, prompt_tokens = ?, completion_tokens = ?, "
            "charged = ?, settled = 1 where id = ?",
            (
                outcome.answer,
                outcome.problem,
                outcome.tries,
                outcome.prompt_tokens,
                outcome.completion_tokens,
                outcome.charged,
                number,
            ),
        )

    def dialect(self, server: str, model: str) -> str | None:
        found: str | None = self._db.value(
            "select dialect from model_dialects where server = ? and model = ? and at > ?",
            (server, model, stamp(self._at - _STALE)),
        )
        return found

    def learn(self, server: str, model: str, dialect: str) -> None:
        self._db.run(
            "insert into model_dialects (server, model, dialect, at) values (?, ?, ?, ?) "
            "on conflict do update set dialect = excluded.dialect, at = excluded.at where dialect <> excluded.dialect",
            (server, model, dialect, stamp(self._at)),
        )

    def _use(self, key: str) -> None:
        self._db.run(
            "insert into model_answers_used (draft, key) values (?, ?) on conflict do nothing",
            (self._draft, key),
        )

    def _refuse_if_over(self, more: int) -> None:
        if (limit := self._allowance.draft) and self._charged("draft = ?", self._draft) + more > limit:
            raise OverBudget(limit, of_draft=True)
        today = day_of(self._at)
        if (limit := self._allowance.day) and (
            self._charged("person = ? and at >= ?", self._person, stamp(today)) + self._heard(today) + more
            > limit
        ):
            raise OverBudget(limit, of_draft=False)

    def _heard(self, today: datetime) -> int:
        """Tokens that voices and photos of the person have cost today."""
        sql = "select ifnull(sum(tokens), 0) from spending where person = ? and day = ?"
        return int(self._db.value(sql, (self._person, today.date().isoformat())))

    def _charged(self, condition: str, *values: int | str) -> int:
        sql = f"select ifnull(sum(charged), 0) from model_calls where {condition}"  # noqa: S608 - written above
        return int(self._db.value(sql, values))


def day_of(at: datetime) -> datetime:
    """When the day of Taiwan began in which this lies."""
    return at.astimezone(TAIWAN).replace(hour=0, minute=0, second=0, microsecond=0)
