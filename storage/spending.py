"""Counts what each person has used in a day: drafts and bytes of files (for tokens see models.py)."""

from datetime import date
from typing import NamedTuple

from storage.database import Database


class Spent(NamedTuple):
    """What one person has used in one day."""

    drafts: int = 0
    bytes: int = 0


class Spending:
    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, person: int, day: date) -> Spent:
        row = self._db.row(
            "select drafts, bytes from spending where person = ? and day = ?",
            (person, day.isoformat()),
        )
        return Spent(*row) if row else Spent()

    def add(self, person: int, day: date, *, drafts: int = 0, bytes: int = 0) -> None:  # noqa: A002
        """Count more; safe to call from several processes."""
        self._db.run(
            "insert into spending (person, day, drafts, bytes) values (?, ?, ?, ?) "
            "on conflict do update set drafts = drafts + excluded.drafts, "
            "bytes = bytes + excluded.bytes",
            (person, day.isoformat(), drafts, bytes),
        )
