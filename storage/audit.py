"""Writes down who did what; lines are only ever added, but for those of an erased trip."""

import builtins
from datetime import datetime

from storage.database import Database
from storage.deed import Deed
from storage.moments import moment, stamp


class Audit:
    def __init__(self, db: Database) -> None:
        self._db = db

    def note(self, at: datetime, who: str, what: str, trip: int | None = None, detail: str = "") -> None:
        self._db.run(
            "insert into audit (at, who, what, trip, detail) values (?, ?, ?, ?, ?)",
            (stamp(at), who, what, trip, detail),
        )

    def list(self, trip: int | None = None) -> builtins.list[Deed]:
        """The deeds done to one trip, or all, in the order in which they were noted."""
        rows = self._db.rows(
            "select at, who, what, trip, detail from audit where ?1 is null or trip = ?1 order by id", (trip,)
        )
        return [Deed(moment(at), *rest) for at, *rest in rows]
