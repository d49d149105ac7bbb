"""Tells in our own words what SQLite or the file system refused."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.errors import Busy, Damaged, Unwritable

_DAMAGED = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}
_UNWRITABLE = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise Damaged, Unwritable or Busy, naming ``path``, for what happens inside; mistakes of ours pass unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # extended codes keep the kind in the low byte
        if code in _DAMAGED:
            raise Damaged(path, str(error)) from error
        if code in _UNWRITABLE:
            raise Unwritable(path, str(error)) from error
        if code in _BUSY:
            raise Busy(path) from error
        raise
    except OSError as error:
        raise Unwritable(path, error.strerror or str(error)) from error
