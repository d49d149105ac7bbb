"""Exit statuses, and which error means which: 0 done, 1 the answer is no, 2 the request was wrong, 3 the world failed."""

from bot.errors import AlreadyRunning, BotError, TelegramRefused
from drafting.errors import Classified, DraftingError, NotAllowed, WriterRefused, WriterUnavailable
from export.errors import ExportError, TypesettingFailed
from export.papers import PaperUnreadable
from storage.errors import BackupExists, DraftMoved, NotFound, StorageError

DONE, NO, WRONG, WORLD = 0, 1, 2, 3

KNOWN = (DraftingError, StorageError, ExportError, BotError, PaperUnreadable)
"""Errors whose text is one sentence for the person."""


def status_of(error: BaseException) -> int:
    """The exit status for an error of ours, or of the operating system."""
    if isinstance(
        error, (WriterUnavailable, WriterRefused, TypesettingFailed, TelegramRefused, AlreadyRunning)
    ):
        return WORLD
    if isinstance(error, (NotAllowed, Classified, DraftMoved)):
        return NO
    if isinstance(error, (NotFound, BackupExists)):
        return WRONG
    if isinstance(error, (StorageError, OSError)):
        return WORLD
    return WRONG
