"""Removes what must not be kept: one piece, or a whole trip with everything that was made from it."""

from datetime import datetime

from drafting.material import Ref
from storage.database import Database
from storage.errors import PieceUnknown
from storage.files import Files
from storage.moments import stamp


def drop(db: Database, files: Files, trip: int, ref: Ref) -> None:
    """Remove one piece and its bytes. Its message stays known and its reference is never given again."""
    with db.writing():
        mine = db.rows(_DIGESTS_OF_PIECE, (trip, ref))
        if not db.run("delete from material where trip = ? and ref = ?", (trip, ref)):
            raise PieceUnknown(ref)
        for (digest,) in mine:
            if not db.value(_STILL_NEEDED, (trip, digest)):
                db.run("delete from trip_files where trip = ? and digest = ?", (trip, digest))
                db.run("insert into doomed_files values (?) on conflict do nothing", (digest,))
    sweep(db, files)
    db.settle()


def erase(db: Database, files: Files, trip: int, by: str, at: datetime) -> None:
    """Remove a trip: rows, approvals, raw updates, files. One audit row says who did it and when, and nothing else."""
    with db.writing():
        db.run("insert into erasing values (?)", (trip,))
        db.run("delete from approvals where trip = ?", (trip,))
        db.run("delete from drafts where trip = ?", (trip,))
        db.run("delete from audit where trip = ?", (trip,))
        db.run(_FORGET_UPDATES, (trip,))
        db.run(_FORGET_MESSAGES, (trip,))
        db.run(
            "insert into doomed_files select digest from trip_files where trip = ? on conflict do nothing",
            (trip,),
        )
        db.run("delete from trips where id = ?", (trip,))
        db.run("delete from erasing")
        db.run(
            "insert into audit (at, who, what, trip, detail) values (?, ?, 'erase', ?, '')",
            (stamp(at), by, trip),
        )
    sweep(db, files)
    db.settle()


def sweep(db: Database, files: Files) -> None:
    """Remove the bytes that no row needs any more; repeated when the store opens, should this be cut short."""
    for (digest,) in db.rows("select digest from doomed_files"):
        with db.writing():
            if not db.value("select exists (select 1 from trip_files where digest = ?)", (digest,)):
                files.remove(digest)
            db.run("delete from doomed_files where digest = ?", (digest,))


_DIGESTS_OF_PIECE = """
    select digest from trip_files join material using (trip)
    where trip = ? and ref = ? and (instr(received, digest) or instr(ifnull(worked_out, ''), digest))
"""
# Drafts and approvals keep the trip as it was, so a picture that they show must stay until the trip is erased.
_STILL_NEEDED = """
    with wanted (trip, digest) as (values (?, ?))
    select exists (select 1 from material join wanted using (trip)
                   where instr(received, digest) or instr(ifnull(worked_out, ''), digest))
        or exists (select 1 from drafts join wanted using (trip) where instr(ifnull(trip_then, ''), digest))
"""
# What was dealt with keeps no raw text. What failed may belong to any trip of its chat, so it goes with the last one.
_ITS_CHATS = """
    chat_id in (select chat_id from material_messages where trip = ?1
                union select chat_id from trips where id = ?1
                union select chat_id from chats where trip = ?1)
    and chat_id not in (select chat_id from material_messages where trip <> ?1
                        union select chat_id from trips where id <> ?1
                        union select chat_id from chats where trip <> ?1)
"""
_FORGET_UPDATES = (
    f"delete from inbox where state in ('failed', 'unreadable') and chat_id <> 0 and {_ITS_CHATS}"  # noqa: S608
)
_FORGET_MESSAGES = f"delete from outbox where {_ITS_CHATS}"  # noqa: S608 - written above, both
