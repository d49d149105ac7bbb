"""Knows who travels together: the people of each trip, and the links by which they joined."""

import builtins
import hashlib
from datetime import datetime
from typing import NamedTuple

from storage.database import Database
from storage.moments import moment, stamp
from storage.role import Role

MOST_JOIN = 20
"""How many may join by one link: a delegation, not a forum."""


class Member(NamedTuple):
    """Somebody of a trip; ``name`` is how they were called when they joined."""

    person: int
    name: str
    joined_at: datetime


class Members:
    def __init__(self, db: Database) -> None:
        self._db = db

    def join(self, trip: int, person: int, name: str, at: datetime) -> bool:
        """Make somebody one of a trip; False if they are already."""
        added = self._db.run(
            "insert into trip_people (trip, person, name, joined_at) values (?, ?, ?, ?) on conflict do nothing",
            (trip, person, name, stamp(at)),
        )
        return added == 1

    def leave(self, trip: int, person: int) -> None:
        """No longer one of a trip; what they sent stays."""
        with self._db.writing():
            self._db.run("delete from trip_people where trip = ? and person = ?", (trip, person))
            self._db.run("delete from chats where trip = ? and chat_id = ?", (trip, person))

    def list(self, trip: int) -> builtins.list[Member]:
        """The people of a trip, in the order in which they joined."""
        rows = self._db.rows(
            "select person, name, joined_at from trip_people where trip = ? order by joined_at, person",
            (trip,),
        )
        return [Member(person, name, moment(at)) for person, name, at in rows]

    def trips_of(self, person: int) -> builtins.list[int]:
        """The trips of somebody, the newest first."""
        return [
            t
            for (t,) in self._db.rows(
                "select trip from trip_people where person = ? order by trip desc", (person,)
            )
        ]

    def may_see(self, trip: int, person: int, role: Role) -> bool:
        """Staff may see every trip, travellers those that they are in."""
        known = "select exists (select 1 from trips where id = ?)"
        mine = "select exists (select 1 from trip_people where trip = ? and person = ?)"
        if role is not Role.TRAVELLER:
            return bool(self._db.value(known, (trip,)))
        return bool(self._db.value(mine, (trip, person)))

    def invite(self, trip: int, code: str, by: int, at: datetime, until: datetime) -> None:
        """Make a link into a trip. Only a digest of the code is kept."""
        self._db.run(
            "insert into trip_invitations (code_digest, trip, made_by, made_at, until) values (?, ?, ?, ?, ?)",
            (_digest(code), trip, by, stamp(at), stamp(until)),
        )

    def opens(self, code: str, at: datetime) -> bool:
        """Whether a code leads into a trip now."""
        return bool(
            self._db.value(
                "select exists (select 1 from trip_invitations where code_digest = ? and until > ? and used < ?)",
                (_digest(code), stamp(at), MOST_JOIN),
            )
        )

    def redeem(self, code: str, person: int, name: str, at: datetime) -> "Invitation | None":
        """The trip that a link leads into; None if the code is wrong, too old, or was used too often.

        Who is in the trip already uses nothing up.
        """
        with self._db.writing():
            row = self._db.row(
                "select trip, made_by, until, used from trip_invitations where code_digest = ?",
                (_digest(code),),
            )
            if row is None or stamp(at) >= row[2]:
                return None
            trip, by, _, used = row
            if used >= MOST_JOIN:
                return None
            new = self.join(trip, person, name, at)
            if new:
                self._db.run(
                    "update trip_invitations set used = used + 1 where code_digest = ?", (_digest(code),)
                )
            return Invitation(trip, by, new)


class Invitation(NamedTuple):
    """``new`` is False for somebody who was in the trip already."""

    trip: int
    by: int
    new: bool


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
