"""Counts what each person has used in a day: drafts, bytes of files, and what models heard and saw (tokens of drafts: models.py)."""

from datetime import date
from typing import NamedTuple

from storage.database import Database


class Spent(NamedTuple):
    """What one person has used in one day."""

    drafts: int = 0
    bytes: int = 0
    requests: int = 0  # voices that were heard and photos that were looked at
    tokens: int = 0  # of these


class Spending:
    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, person: int, day: date) -> Spent:
        row = self._db.row(
            "select drafts, bytes, requests, tokens from spending where person = ? and day = ?",
            (person, day.isoformat()),
        )
        return Spent(*row) if row else Spent()

    def add(
        self,
        person: int,
        day: date,
        *,
        drafts: int = 0,
        bytes: int = 0,  # noqa: A002
        requests: int = 0,
        tokens: int = 0,
    ) -> None:
        """Count more; safe to call from several processes."""
        self._db.run(
            "insert into spending (person, day, drafts, bytes, requests, tokens) values (?, ?, ?, ?, ?, ?) "
            "on conflict do update set drafts = drafts + excluded.drafts, bytes = bytes + excluded.bytes, "
            "requests = requests + excluded.requests, tokens = tokens + excluded.tokens",
            (person, day.isoformat(), drafts, bytes, requests, tokens),
        )
