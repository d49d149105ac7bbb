"""Knows who may talk to the bot, and the invitations that let others in. Nobody is known by default."""

import builtins
import hashlib
from datetime import datetime

from storage.database import Database
from storage.errors import PersonUnknown
from storage.moments import moment, stamp
from storage.person import Person
from storage.role import Role


class People:
    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, id: int, role: Role, name: str, at: datetime) -> None:  # noqa: A002 — what Telegram calls it
        """Add somebody, or give somebody known another role and name."""
        self._db.run(
            "insert into people (id, role, name, added_at) values (?, ?, ?, ?) "
            "on conflict do update set role = excluded.role, name = excluded.name",
            (id, Role(role).value, name, stamp(at)),
        )

    def remove(self, id: int) -> None:  # noqa: A002
        if not self._db.run("delete from people where id = ?", (id,)):
            raise PersonUnknown(id)

    def role(self, id: int) -> Role | None:  # noqa: A002
        found = self._db.value("select role from people where id = ?", (id,))
        return Role(found) if found else None

    def language(self, id: int) -> str:  # noqa: A002
        """The language that somebody chose; "" while nothing was chosen, and for people who are not known."""
        return str(self._db.value("select language from people where id = ?", (id,)) or "")

    def speak(self, id: int, language: str) -> None:  # noqa: A002
        """Remember the language that somebody chose; raises PersonUnknown."""
        if not self._db.run("update people set language = ? where id = ?", (language, id)):
            raise PersonUnknown(id)

    def invite(self, role: Role, code: str, at: datetime, until: datetime) -> None:
        """Make an invitation that one person can redeem before ``until``. Only a digest of the code is kept."""
        self._db.run(
            "insert into invitations (code_digest, role, made_at, until) values (?, ?, ?, ?)",
            (_digest(code), Role(role).value, stamp(at), stamp(until)),
        )

    def redeem(self, code: str, id: int, name: str, at: datetime) -> Role | None:  # noqa: A002
        """The role that somebody has from now on; None if the code is wrong, used by somebody else or too old.

        An invitation never takes a higher role away. The same person may redeem a code again: a message may come twice.
        """
        with self._db.writing():
            row = self._db.row(
                "select role, until, redeemed_by from invitations where code_digest = ?", (_digest(code),)
            )
            if row is None:
                return None
            invited, until, redeemed_by = Role(row[0]), row[1], row[2]
            now = self.role(id)
            if redeemed_by is not None:
                return now if redeemed_by == id else None
            if stamp(at) >= until:
                return None
            role = max(invited, now or invited, key=lambda r: r.rank)
            self.add(id, role, name, at)
            self._db.run(
                "update invitations set redeemed_by = ?, redeemed_at = ? where code_digest = ?",
                (id, stamp(at), _digest(code)),
            )
            return role

    def list(self) -> builtins.list[Person]:
        """Everybody, in the order in which they were added."""
        rows = self._db.rows("select id, role, name, added_at from people order by added_at, id")
        return [Person(id, Role(role), name, moment(added_at)) for id, role, name, added_at in rows]  # noqa: A001


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
