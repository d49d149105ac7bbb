"""The one connection to the SQLite file, and what every statement goes through."""

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from sqlite_utils import Database as SqliteUtils

from storage.errors import Damaged, NewerDatabase
from storage.failures import told
from storage.migrations import APPLICATION_ID, known_steps, migrations

_PATIENCE = 5.0  # seconds that one process waits for another
_LOG = 4_000
"""Pages (of 4 KB) that the log grows to before it is moved into the file: most pages change several times within them, and
everything waits for the disk twice meanwhile."""
_Model = TypeVar("_Model", bound=BaseModel)
_to_the_disk = getattr(os, "fdatasync", os.fsync)


class Database:
    """Belongs to the thread that opened it. Raises Damaged, NewerDatabase, Unwritable or Busy, here and in every call."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with told(path):
            # What travellers write is nobody else's; SQLite gives its other files the same mode.
            path.touch(mode=0o600)
            # isolation_level=None: no transaction but the ones that writing() begins
            connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        self._connection = connection
        self._deferred: list[tuple[str, tuple[Any, ...]]] = []
        self._relaxed = False
        self._synced_log = (0, 0)  # which log its folder is known to name on the disk
        try:
            with told(path):
                self._db = SqliteUtils(connection, execute_plugins=False)
                self._refuse_strangers()
                self._prepare()
                self._migrate()
        except BaseException:
            connection.close()
            raise

    def _refuse_strangers(self) -> None:
        has_tables = self.value("select exists (select 1 from sqlite_schema)")
        if has_tables and self.value("pragma application_id") != APPLICATION_ID:
            raise Damaged(self.path, "不是隨行的資料庫")

    def _prepare(self) -> None:
        self._connection.execute("pragma busy_timeout = 5000")
        self._connection.execute("pragma foreign_keys = on")
        self._connection.execute("pragma synchronous = full")
        # What is erased is overwritten, not only forgotten.
        self._connection.execute("pragma secure_delete = on")
        self._connection.execute(f"pragma wal_autocheckpoint = {_LOG}")
        deadline = time.monotonic() + _PATIENCE
        while True:
            try:
                self._connection.execute("pragma journal_mode = wal")
            except sqlite3.OperationalError as error:
                # the change to WAL does not wait for another process that is just making it
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(0.02)
            else:
                return

    def _migrate(self) -> None:
        applied = [migration.name for migration in migrations.applied(self._db)]
        if unknown := sorted(set(applied) - known_steps()):
            raise NewerDatabase(self.path, unknown)
        with self.writing():  # also finds out now, not at the first message, that nothing can be written
            migrations.apply(self._db)

    def close(self) -> None:
        self._connection.close()

    def relax(self) -> None:
        """From now on only durable transactions wait for the disk; every other is as safe after a crash of the process.

        After a power cut the last of the others may be missing, never one without all that came after it: the log
        is one file, written in order. A durable transaction takes everything before it to the disk as well.
        """
        with told(self.path):
            self._connection.execute("pragma synchronous = normal")
        self._relaxed = True

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[None]:
        """One transaction that holds the write lock from its start; an inner one joins the outer. All or nothing.

        ``durable`` says that it is on the disk afterwards even where others are not waited for. What was deferred is
        written first.
        """
        with told(self.path):
            if self._connection.in_transaction:
                yield
                return
            wait = durable and self._relaxed
            if wait:
                self._connection.execute("pragma synchronous = full")
            try:
                self._connection.execute("begin immediate")
                try:
                    written = self._write_deferred()
                    yield
                    self._connection.execute("commit")
                except BaseException:
                    self._db.rollback()
                    raise
                del self._deferred[:written]
            finally:
                if wait:
                    self._connection.execute("pragma synchronous = normal")

    def defer(self, sql: str, values: tuple[Any, ...]) -> None:
        """Run this statement at the beginning of the next transaction, or at ``flush``; in the order of deferring."""
        self._deferred.append((sql, values))

    def flush(self, *, durable: bool = False) -> bool:
        """Write what was deferred; whether there was anything."""
        if not self._deferred:
            return False
        with self.writing(durable=durable):
            return True

    def sync(self) -> None:
        """Return when all that was committed is on the disk. Any thread may call it: it touches no connection.

        A transaction of the log is on the disk when the log is (a checkpoint brings it there before it empties it), and
        a log that was only just made when its folder is, too. Raises Unwritable.
        """
        with told(self.path):
            log = _to_the_disk_at(self.path.with_name(f"{self.path.name}-wal"))
            if log != self._synced_log:
                _to_the_disk_at(self.path.parent)
                self._synced_log = log

    def _write_deferred(self) -> int:
        for sql, group in groupby(self._deferred, key=itemgetter(0)):
            self._connection.executemany(sql, [values for _, values in group])
        return len(self._deferred)

    def run(self, sql: str, values: tuple[Any, ...] = ()) -> int:
        """Run one writing statement; how many rows it changed."""
        with told(self.path):
            return self._db.execute(sql, values).rowcount

    def insert(self, sql: str, values: tuple[Any, ...] = ()) -> int:
        """Run one insert; the number of the new row."""
        with told(self.path):
            return self._db.execute(sql, values).lastrowid or 0

    def run_many(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        with told(self.path), self.writing():
            self._connection.executemany(sql, rows)

    def rows(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        with told(self.path):
            return self._db.execute(sql, values).fetchall()

    def row(self, sql: str, values: tuple[Any, ...] = ()) -> tuple[Any, ...] | None:
        return next(iter(self.rows(sql, values)), None)

    def value(self, sql: str, values: tuple[Any, ...] = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.row(sql, values)
        return row[0] if row else None

    def parse(self, model: type[_Model], text: str) -> _Model:
        """A value that was kept as JSON; raises Damaged if it no longer is one."""
        try:
            return model.model_validate_json(text)
        except ValidationError as error:
            raise Damaged(self.path, f"{model.__name__} 的內容不完整") from error

    def settle(self) -> None:
        """Move the log into the file and empty it, so that what was overwritten is gone from the disk."""
        with told(self.path):
            self._connection.execute("pragma wal_checkpoint(truncate)").fetchall()

    def copy_to(self, path: Path) -> None:
        """A consistent copy, while others go on writing."""
        with told(path):
            self._connection.execute("vacuum into ?", (str(path),))


def _to_the_disk_at(path: Path) -> tuple[int, int]:
    """Return when a file or folder is on the disk; which one it was: its device and its number there."""
    file = os.open(path, os.O_RDONLY)
    try:
        _to_the_disk(file)
        told_ = os.fstat(file)
        return told_.st_dev, told_.st_ino
    finally:
        os.close(file)
