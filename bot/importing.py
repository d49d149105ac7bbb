"""Takes in a Telegram Desktop export through the same reading as the bot; the same export twice adds nothing."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from bot.errors import FileMissing
from bot.export_folder import fetch, open_export
from bot.incoming import Incoming
from bot.reading import read
from bot.replies.files import file_problem
from bot.taking import Prepared, Taken, attach, attach_missing, prepare, wants_file
from drafting.material import Medium, Ref
from storage.store import Store

_THREADS = 2  # pictures are decoded outside Python's lock, so a second core helps
_AT_ONCE = 16  # files in memory at the same time


class Imported(NamedTuple):
    """What an import did. Counts are pieces of material; ``problems`` are sentences in zh-TW."""

    trip: int
    new: int
    changed: int
    same: int
    pictures: int
    problems: list[str]


def import_export(store: Store, path: Path, form: str, at: datetime, chat_id: int = 0) -> Imported:
    """Import a folder or a result.json; raises ExportUnreadable kinds before anything is kept.

    Messages are kept before any file is opened. An export that grew adds what is new; edits change what they edit.
    """
    folder, chat = open_export(path, chat_id)
    source = f"telegram-export:{chat.id}"
    trip = store.trips.from_source(source)
    if trip is None:
        trip = store.trips.create(at, source=source, form=form)
    elif form:
        store.trips.set_form(trip, form)
    taken = _take_all(store, trip, chat.messages)
    problems = [*chat.problems]
    pictures = 0
    for (message, piece), prepared in _prepared(folder, _with_files(store, trip, taken)):
        if isinstance(prepared, FileMissing):
            attach_missing(store, trip, piece, prepared)
            problem = str(prepared)
        else:
            attach(store, trip, piece.kept.ref, prepared)
            pictures += piece.piece.medium is Medium.PHOTO and bool(prepared.content)
            problem = prepared.file.missing
        if problem:
            problems.append(_problem(message, piece, problem))
    problems += [
        _problem(message, piece, message.attachment.missing)
        for message, piece in taken
        if message.attachment and message.attachment.missing and piece.kept.state != "same"
    ]
    states = [piece.kept.state for _, piece in taken]
    return Imported(
        trip, states.count("new"), states.count("changed"), states.count("same"), pictures, problems
    )


def _take_all(store: Store, trip: int, messages: Sequence[Incoming]) -> list[tuple[Incoming, Taken]]:
    """Keep every message in one transaction; what answers what is added after all have their references."""
    pieces = [(message, piece) for message in messages if (piece := read(message, _not_yet)) is not None]
    kept = store.trips.keep_all(trip, [piece for _, piece in pieces])
    found = [(message, Taken(piece, one)) for (message, piece), one in zip(pieces, kept, strict=True)]
    refs = {message.message_id: taken.kept.ref for message, taken in found}
    for message, taken in found:
        answered = refs.get(message.reply_to_message_id) if message.reply_to_message_id is not None else None
        if answered and taken.kept.state != "same":
            store.trips.attach(trip, taken.kept.ref, {"reply_to": answered})
    return found


def _not_yet(_: int) -> Ref | None:
    return None


def _with_files(
    store: Store, trip: int, taken: Sequence[tuple[Incoming, Taken]]
) -> list[tuple[Incoming, Taken]]:
    stored = {piece.ref: piece for piece in store.trips.material(trip)}
    return [each for each in taken if wants_file(each[1], stored.get)]


def _prepared(
    folder: Path, taken: Sequence[tuple[Incoming, Taken]]
) -> Iterator[tuple[tuple[Incoming, Taken], Prepared | FileMissing]]:
    def one(each: tuple[Incoming, Taken]) -> Prepared | FileMissing:
        message, piece = each
        try:
            return prepare(piece.piece, fetch(folder, message))
        except FileMissing as error:
            return error

    wanted = iter(taken)
    with ThreadPoolExecutor(_THREADS) as threads:
        while batch := list(islice(wanted, _AT_ONCE)):
            yield from zip(batch, threads.map(one, batch), strict=True)


def _problem(message: Incoming, taken: Taken, reason: str) -> str:
    name = taken.piece.file.name if taken.piece.file else ""
    return f"第 {message.message_id} 則訊息的{file_problem(name, reason)}"
