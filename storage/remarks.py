"""Remembers what readers asked at the edge of a document; the same remark read twice is one."""

from datetime import datetime

from drafting.revision import Remark
from storage.database import Database
from storage.errors import RemarkUnknown
from storage.moments import stamp


def add(db: Database, trip: int, remark: Remark, at: datetime) -> bool:
    """Keep a remark; whether it is new."""
    sql = "insert into remarks (trip, text, quote, by, at) values (?, ?, ?, ?, ?) on conflict do nothing"
    return db.run(sql, (trip, remark.text, remark.quote, remark.by, stamp(at))) == 1


def unanswered(db: Database, trip: int) -> tuple[Remark, ...]:
    """The open ones, oldest first."""
    rows = db.rows(
        "select id, text, quote, by from remarks where trip = ? and answered_at is null order by id", (trip,)
    )
    return tuple(Remark(number=number, text=text, quote=quote, by=by) for number, text, quote, by in rows)


def answer(db: Database, trip: int, number: int, said: str, by: str, at: datetime) -> None:
    """Close a remark; raises RemarkUnknown if this trip has no such open one."""
    sql = (
        "update remarks set answer = ?, answered_by = ?, answered_at = ? "
        "where trip = ? and id = ? and answered_at is null"
    )
    if not db.run(sql, (said, by, stamp(at), trip, number)):
        raise RemarkUnknown(number)
