"""Takes pieces out of sight because the traveller said so, and puts them back; nothing is lost to a slip of the thumb.

What is withdrawn is in no trip, no draft and no document from then on. Its row stays, so that its message is known and
it can be put back; ``drop`` and ``erase`` remove for good.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from drafting.material import Ref
from storage.database import Database
from storage.moments import stamp


class Withdrawn(NamedTuple):
    """What one message took back."""

    trip: int
    refs: tuple[Ref, ...]


def withdraw(db: Database, trip: int, refs: Sequence[Ref], by: str, at: datetime) -> tuple[Ref, ...]:
    """Take these back; those that were not taken back before. The caller holds the transaction."""
    return tuple(
        ref
        for ref in refs
        if db.run(
            "update material set withdrawn_at = ?, withdrawn_by = ? "
            "where trip = ? and ref = ? and withdrawn_at is null",
            (stamp(at), by, trip, ref),
        )
    )


def withdrawn(db: Database, by: str) -> Withdrawn | None:
    """What this message took back and what is still taken back; None if that is nothing."""
    rows = db.rows(
        "select trip, ref from material where withdrawn_by = ? and withdrawn_at is not null "
        "order by said_at, message_id, ref",
        (by,),
    )
    return Withdrawn(rows[0][0], tuple(Ref(ref) for _, ref in rows)) if rows else None


def bring_back(db: Database, trip: int, by: str) -> tuple[Ref, ...]:
    """Put back what this message took from a trip. The message stays noted: handled once more, it takes nothing."""
    found = withdrawn(db, by)
    if found is None or found.trip != trip:
        return ()
    db.run("update material set withdrawn_at = null where trip = ? and withdrawn_by = ?", (trip, by))
    return found.refs


def has_acted(db: Database, by: str) -> bool:
    """Whether this message ever took anything back."""
    return bool(db.value("select exists (select 1 from material where withdrawn_by = ?)", (by,)))
