"""Keeps what a message holds: first the message, then its file, made small or made text."""

from collections.abc import Callable
from typing import Any, NamedTuple

from bot.cards import people_in, shown
from bot.errors import FileMissing
from bot.incoming import Incoming
from bot.reading import NOT_FETCHED, is_paper, read
from drafting.material import Material, Medium, Ref, StoredFile
from drafting.phrase import phrase
from storage.errors import PictureUnreadable
from storage.kept import Kept
from storage.pictures import shrink
from storage.store import Store

NO_PEOPLE = phrase("名片檔裡找不到姓名，請改打一行「姓名　機關　職稱」")


class Taken(NamedTuple):
    """A kept piece: what the message held, and what storage made of it."""

    piece: Material
    kept: Kept


class Prepared(NamedTuple):
    """What a file becomes: the bytes worth keeping, and what is then known of the piece."""

    content: bytes
    file: StoredFile
    changes: dict[str, Any]


def take(store: Store, trip: int, message: Incoming, ref_of: Callable[[int], Ref | None]) -> Taken | None:
    """Keep the message itself, at once and without its file; None if there is nothing in it for a report."""
    piece = read(message, ref_of)
    if piece is None:
        return None
    kept = store.trips.keep(trip, piece)
    if kept.state == "changed" and piece.medium is Medium.PHOTO and piece.text:
        # the newest words win, also over a caption that was suggested and taken before
        store.trips.attach(trip, kept.ref, {"text": piece.text})
    return Taken(piece, kept)


def wants_file(taken: Taken, stored: Callable[[Ref], Material | None]) -> bool:
    """Whether the file is still to be fetched; ``stored`` finds a piece as kept, None if the traveller dropped it.

    An edit may have brought another file, and a paper's text has to be put behind its new caption.
    """
    if taken.piece.file is None or taken.piece.file.missing != NOT_FETCHED:
        return False
    if taken.kept.state != "same":
        return True
    known = stored(taken.kept.ref)
    return known is not None and (known.file is None or not known.file.content)


def prepare(piece: Material, content: bytes) -> Prepared:
    """Make a picture small, or read a paper. Touches no store, so that it can run in a thread."""
    file = piece.file or StoredFile(name="")
    if piece.medium is Medium.PHOTO:
        return _prepare_picture(file, content)
    if piece.medium is Medium.CONTACT:
        return _prepare_cards(file, content)
    whole = file.model_copy(update={"size": len(content), "missing": ""})
    if piece.medium is Medium.PAPER and is_paper(file.name):
        return _prepare_paper(piece, whole, content)
    return Prepared(content, whole, {})


def attach(store: Store, trip: int, ref: Ref, prepared: Prepared) -> None:
    """Keep the bytes, then the row that names them."""
    digest = store.files.keep(prepared.content) if prepared.content else ""
    file = prepared.file.model_copy(update={"content": digest})
    store.trips.attach(trip, ref, {**prepared.changes, "file": file})


def attach_missing(store: Store, trip: int, taken: Taken, error: FileMissing) -> None:
    """Write beside the piece why its file cannot be had; a file that was had before an edit stays."""
    stored = next((m for m in store.trips.material(trip) if m.ref == taken.kept.ref), None)
    if stored is None or (stored.file and stored.file.content):
        return
    file = taken.piece.file or StoredFile(name="")
    store.trips.attach(trip, taken.kept.ref, {"file": file.model_copy(update={"missing": str(error)})})


def _prepare_picture(file: StoredFile, content: bytes) -> Prepared:
    try:
        small = shrink(content)
    except PictureUnreadable as error:
        return Prepared(b"", file.model_copy(update={"missing": str(error), "size": len(content)}), {})
    kept = file.model_copy(
        update={
            "mime": "image/jpeg",
            "size": len(small.content),
            "width": small.width,
            "height": small.height,
            "missing": "",
        }
    )
    found = {
        "taken_at": small.taken_at,
        "position": small.position,
        "sharpness": small.sharpness,
        "fingerprint": small.fingerprint,
    }
    return Prepared(small.content, kept, {key: value for key, value in found.items() if value is not None})


def _prepare_cards(file: StoredFile, content: bytes) -> Prepared:
    """The people on the cards; the file itself, with its numbers and addresses, is not kept."""
    people = people_in(content.decode("utf-8", "replace"))
    missing = "" if people else NO_PEOPLE
    found = file.model_copy(update={"size": len(content), "missing": missing})
    return Prepared(b"", found, {"text": "\n\n".join(shown(person) for person in people)} if people else {})


def _prepare_paper(piece: Material, file: StoredFile, content: bytes) -> Prepared:
    # Readers of papers are slow to load, and many an export holds no paper.
    from export.papers import PaperUnreadable, read_paper  # noqa: PLC0415

    try:
        text = read_paper(file.name, content)
    except PaperUnreadable as error:
        return Prepared(content, file.model_copy(update={"missing": str(error)}), {})
    return Prepared(content, file, {"text": "\n".join(part for part in (piece.text, text.strip()) if part)})
