"""Remembers what people said about drafts, as it was said; what stands now is read from all of it in order."""

from datetime import datetime

from drafting.revision import Edit, Revisions, Wish
from storage.database import Database
from storage.moments import stamp


def add_edit(db: Database, trip: int, edit: Edit) -> None:
    """Keep a sentence in a person's own words."""
    _add(db, trip, "edit", edit.model_dump_json(), edit.by, edit.at)


def add_wish(db: Database, trip: int, wish: Wish, at: datetime) -> None:
    """Keep what a person wants of a part."""
    _add(db, trip, "wish", wish.model_dump_json(), wish.by, at)


def restore(db: Database, trip: int, then: Revisions, by: str, at: datetime) -> None:
    """What stood at an earlier version is what stands from now on; what was said since stays in the table."""
    _add(db, trip, "restore", then.model_dump_json(), by, at)


def standing(db: Database, trip: int) -> Revisions:
    """What stands now, in the order in which it was said."""
    found = Revisions()
    for kind, value in db.rows("select kind, value from revisions where trip = ? order by id", (trip,)):
        if kind == "restore":
            found = db.parse(Revisions, value)
        elif kind == "edit":
            found = found.model_copy(update={"edits": (*found.edits, db.parse(Edit, value))})
        else:
            found = found.model_copy(update={"wishes": (*found.wishes, db.parse(Wish, value))})
    return found


def _add(db: Database, trip: int, kind: str, value: str, by: str, at: datetime) -> None:
    db.run(
        "insert into revisions (trip, kind, value, by, at) values (?, ?, ?, ?, ?)",
        (trip, kind, value, by, stamp(at)),
    )
