"""Takes material in: finds the piece that a message belongs to, or gives it the next free reference."""

from drafting.material import Material, Ref
from storage.database import Database
from storage.kept import Kept
from storage.merging import merged, says_the_same
from storage.moments import stamp


def keep(db: Database, trip: int, piece: Material) -> Kept:
    """Keep one piece; the caller holds the transaction. A piece without message ids is always new."""
    ref = _known_as(db, trip, piece)
    if ref is None:
        return Kept(_add(db, trip, piece), "new")
    received = db.value("select received from material where trip = ? and ref = ?", (trip, ref))
    if received is None:  # dropped by the traveller: it stays dropped
        return Kept(ref, "same")
    old = db.parse(Material, received)
    now = merged(old, piece)
    if now == old:
        return Kept(ref, "same")
    if now.text != old.text:
        db.run(
            "insert into material_history (trip, ref, text, written_at) values (?, ?, ?, ?)",
            (trip, ref, old.text, stamp(old.edited_at or old.said_at)),
        )
    db.run(
        "update material set received = ?, said_at = ?, message_id = ? where trip = ? and ref = ?",
        (now.model_dump_json(), stamp(now.said_at), min(now.message_ids), trip, ref),
    )
    _name(db, trip, now)
    return Kept(ref, "same" if says_the_same(old, now) else "changed")


def _known_as(db: Database, trip: int, piece: Material) -> Ref | None:
    for message_id in sorted(piece.message_ids):
        ref = db.value(
            "select ref from material_messages where trip = ? and chat_id = ? and message_id = ?",
            (trip, piece.chat_id, message_id),
        )
        if ref is not None:
            return Ref(ref)
    return None


def _add(db: Database, trip: int, piece: Material) -> Ref:
    letter = piece.medium.letter
    number = db.value(
        "insert into counters (trip, letter, last) values (?, ?, 1) "
        "on conflict do update set last = last + 1 returning last",
        (trip, letter),
    )
    ref = Ref(f"{letter}{number}")
    piece = piece.model_copy(update={"ref": ref})
    db.run(
        "insert into material (trip, ref, said_at, message_id, received) values (?, ?, ?, ?, ?)",
        (trip, ref, stamp(piece.said_at), min(piece.message_ids, default=0), piece.model_dump_json()),
    )
    _name(db, trip, piece)
    return ref


def _name(db: Database, trip: int, piece: Material) -> None:
    for message_id in piece.message_ids:
        db.run(
            "insert into material_messages (trip, chat_id, message_id, ref) values (?, ?, ?, ?) on conflict do nothing",
            (trip, piece.chat_id, message_id, piece.ref),
        )
    if piece.file is not None and piece.file.content:
        uses_file(db, trip, piece.file.content)


def uses_file(db: Database, trip: int, digest: str) -> None:
    """Note that a trip needs these bytes, so that they are neither removed too early nor forgotten."""
    db.run("insert into trip_files (digest, trip) values (?, ?) on conflict do nothing", (digest, trip))
