"""Remembers trips and their material, and what was corrected by hand."""

import json
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from drafting.gather import gather
from drafting.material import Kind, Material, Ref
from drafting.revision import Edit, Remark, Revisions, Wish
from drafting.trip import Trip
from storage import erasing, keeping, moving, remarks, revisions, withdrawing
from storage.database import Database
from storage.errors import PieceUnknown, TripUnknown
from storage.files import Files
from storage.kept import Kept
from storage.moments import stamp

_FIXED = frozenset({"ref", "medium", "chat_id", "message_ids", "said_at", "label"})


class Trips:
    def __init__(self, db: Database, files: Files) -> None:
        self._db = db
        self._files = files

    def create(self, at: datetime, *, source: str = "", form: str = "", chat_id: int = 0) -> int:
        """A new trip; its number. ``source`` names where it came from, once: the same source gives the same trip."""
        with self._db.writing():
            known = self.from_source(source)
            if known is not None:
                return known
            return self._db.insert(
                "insert into trips (source, form, chat_id, created_at) values (?, ?, ?, ?)",
                (source, form, chat_id, stamp(at)),
            )

    def from_source(self, source: str) -> int | None:
        """The trip that came from there; None for "", which names nothing."""
        found: int | None = self._db.value(
            "select id from trips where source = ? and source <> ''", (source,)
        )
        return found

    def ids(self) -> list[int]:
        return [trip for (trip,) in self._db.rows("select id from trips order by id")]

    def keep(self, trip: int, piece: Material) -> Kept:
        """Take one piece in, however often it comes: it is known by its chat and any of its message ids.

        ``piece.ref`` is ignored; the next free reference of the medium is given. The text of a later edit replaces
        the earlier one, which goes into the history.
        """
        return self.keep_all(trip, [piece])[0]

    def keep_all(self, trip: int, pieces: Sequence[Material]) -> list[Kept]:
        """Take many pieces in, in this order: all of them or, after an error, none."""
        with self._db.writing():
            self._must_exist(trip)
            return [keeping.keep(self._db, trip, piece) for piece in pieces]

    def material(self, trip: int) -> tuple[Material, ...]:
        """As received, with what ``attach`` and ``label`` added; by when it was said, then by message.

        Without what the traveller took back.
        """
        self._must_exist(trip)
        rows = self._db.rows(
            "select received, worked_out, label from material where trip = ? and withdrawn_at is null "
            "order by said_at, message_id, ref",
            (trip,),
        )
        return tuple(self._piece(*row) for row in rows)

    def taken_back(self, trip: int) -> tuple[Material, ...]:
        """What the traveller took back and did not put back: it is used for nothing, but what it was marked as still holds."""
        rows = self._db.rows(
            "select received, worked_out, label from material where trip = ? and withdrawn_at is not null",
            (trip,),
        )
        return tuple(self._piece(*row) for row in rows)

    def attach(self, trip: int, ref: Ref, changes: dict[str, Any]) -> None:
        """Add what was worked out after a piece came: its file, when and where it was taken, its text …

        It stands whatever edits follow. Raises ValueError for a field that Material has not or that never changes.
        """
        if fixed := _FIXED & changes.keys():
            raise ValueError(f"never changed by attach: {sorted(fixed)}")
        with self._db.writing():
            row = self._db.row(_PIECE, (trip, ref))
            if row is None:
                raise PieceUnknown(ref)
            old = self._piece(*row)
            new = Material.model_validate(dict(old) | changes)
            worked_out = json.loads(row[1] or "{}") | new.model_dump(mode="json", include=set(changes))
            self._db.run(
                "update material set worked_out = ? where trip = ? and ref = ?",
                (json.dumps(worked_out, ensure_ascii=False), trip, ref),
            )
            if new.file is not None and new.file.content:
                keeping.uses_file(self._db, trip, new.file.content)

    def drop(self, trip: int, ref: Ref) -> None:
        """Remove a piece for good: it does not come back when its message is read once more."""
        erasing.drop(self._db, self._files, trip, ref)

    def holding(self, chat_id: int, message_id: int, trip: int | None = None) -> tuple[int, Ref] | None:
        """The trip that a message belongs to, the newest if there are several, and the piece that it became.

        Also when the piece was taken back or dropped. ``trip`` asks about that trip alone.
        """
        row = self._db.row(
            "select trip, ref from material_messages where chat_id = ?1 and message_id = ?2 "
            "and trip = ifnull(?3, trip) order by trip desc",
            (chat_id, message_id, trip),
        )
        return None if row is None else (row[0], Ref(row[1]))

    def answers_to(self, trip: int, ref: Ref, chat_id: int, message_id: int) -> None:
        """Let a message stand for a piece that it is not: the bot's question about it, or the answer to that."""
        self._db.run(
            "insert into material_messages (trip, chat_id, message_id, ref) values (?, ?, ?, ?) on conflict do nothing",
            (trip, chat_id, message_id, ref),
        )

    def withdraw(self, trip: int, refs: Sequence[Ref], by: str, at: datetime) -> tuple[Ref, ...]:
        """Take pieces back because the message ``by`` ("chat:message") said so; those that it took.

        The same message handled once more takes nothing more, even if what it took was put back since.
        """
        with self._db.writing():
            if withdrawing.has_acted(self._db, by):
                return ()
            return withdrawing.withdraw(self._db, trip, refs, by, at)

    def withdrawn(self, by: str) -> withdrawing.Withdrawn | None:
        """What a message took back and nobody put back since."""
        return withdrawing.withdrawn(self._db, by)

    def bring_back(self, trip: int, by: str) -> tuple[Ref, ...]:
        """Put back what a message took from a trip; () if there is nothing to put back."""
        with self._db.writing():
            return withdrawing.bring_back(self._db, trip, by)

    def label(self, trip: int, ref: Ref, kind: Kind) -> None:
        """What the traveller calls a piece; wins over a label within its text."""
        if not self._db.run(
            "update material set label = ? where trip = ? and ref = ?", (kind.value, trip, ref)
        ):
            raise PieceUnknown(ref)

    def place(self, trip: int, ref: Ref, day: date | None, at: time | None) -> None:
        """When a piece was, as the traveller says: goes before its words and its camera. None takes that back."""
        self.attach(trip, ref, {"dated_on": day, "dated_at": at})

    def correct(self, trip: int, field: str, value: str, by: str, at: datetime) -> None:
        """Set a field by hand; whoever calls has checked field and value. Earlier values stay in the table."""
        with self._db.writing():
            self._must_exist(trip)
            self._db.run(
                "insert into corrections (trip, field, value, by, at) values (?, ?, ?, ?, ?)",
                (trip, field, value, by, stamp(at)),
            )

    def corrections(self, trip: int) -> dict[str, str]:
        """The newest value of each field that was set by hand."""
        return dict(self._db.rows("select field, value from corrections where trip = ? order by id", (trip,)))

    def set_form(self, trip: int, key: str) -> None:
        if not self._db.run("update trips set form = ? where id = ?", (key, trip)):
            raise TripUnknown(trip)

    def load(self, trip: int) -> Trip:
        """The trip as it is known now; raises TripUnknown."""
        form = self._must_exist(trip)
        gathered = gather(trip, self.material(trip), self.corrections(trip), form)
        said = revisions.standing(self._db, trip)
        asked = remarks.unanswered(self._db, trip)
        private = {m.ref for m in gathered.material if m.kind is Kind.PRIVATE}
        edits = tuple(
            e for e in said.edits if private.isdisjoint(e.sources)
        )  # they wait until it is open again
        return gathered.model_copy(update={"edits": edits, "wishes": said.wishes, "remarks": asked})

    def edit(self, trip: int, edit: Edit) -> None:
        """Keep a sentence in a person's own words; every later draft carries it."""
        revisions.add_edit(self._db, trip, edit)

    def wish(self, trip: int, wish: Wish, at: datetime) -> None:
        """Keep what a person wants of a part; every later draft heeds it."""
        revisions.add_wish(self._db, trip, wish, at)

    def remark(self, trip: int, remark: Remark, at: datetime) -> bool:
        """Keep a remark from the edge of a document; whether it is new."""
        return remarks.add(self._db, trip, remark, at)

    def answer(self, trip: int, number: int, answer: str, by: str, at: datetime) -> None:
        """A remark is answered; raises RemarkUnknown if this trip has no such open one."""
        remarks.answer(self._db, trip, number, answer, by, at)

    def restore_revisions(self, trip: int, then: Revisions, by: str, at: datetime) -> None:
        """Let stand again what stood at an earlier version."""
        revisions.restore(self._db, trip, then, by, at)

    def current(self, chat_id: int) -> int | None:
        """The trip that messages of this chat belong to now."""
        found: int | None = self._db.value("select trip from chats where chat_id = ?", (chat_id,))
        return found

    def make_current(self, chat_id: int, trip: int) -> None:
        with self._db.writing():
            self._must_exist(trip)
            self._db.run(
                "insert into chats (chat_id, trip) values (?, ?) on conflict do update set trip = excluded.trip",
                (chat_id, trip),
            )

    def move_chat(self, old: int, new: int) -> bool:
        """A group has become another chat: its trip goes on there. Whether it had one."""
        return moving.move_chat(self._db, old, new)

    def erase(self, trip: int, by: str, at: datetime) -> None:
        """Remove everything of a trip, approvals and files too; one audit row stays. Raises TripUnknown."""
        self._must_exist(trip)
        erasing.erase(self._db, self._files, trip, by, at)

    def _must_exist(self, trip: int) -> str:
        form = self._db.value("select form from trips where id = ?", (trip,))
        if form is None:
            raise TripUnknown(trip)
        return str(form)

    def _piece(self, received: str, worked_out: str | None, label: str | None) -> Material:
        if worked_out:
            received = json.dumps(json.loads(received) | json.loads(worked_out))
        piece = self._db.parse(Material, received)
        return piece.model_copy(update={"label": Kind(label)}) if label else piece


_PIECE = "select received, worked_out, label from material where trip = ? and ref = ?"
