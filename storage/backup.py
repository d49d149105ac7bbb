"""Writes the whole memory into one zip file, laid out like a home folder: unpack it, and it can be opened."""

import os
import tempfile
import zipfile
from pathlib import Path
from typing import IO

from storage.database import Database
from storage.errors import BackupExists
from storage.failures import told
from storage.files import Files


def write_backup(db: Database, files: Files, path: Path) -> None:
    """The file has its name only when it is whole. It is readable by its owner alone."""
    with told(path):
        if path.exists():
            raise BackupExists(path)
        with tempfile.TemporaryDirectory(prefix=".suixing-", dir=path.parent) as scratch:
            copy = Path(scratch) / "suixing.sqlite"
            packed = Path(scratch) / "backup.zip"
            db.copy_to(copy)
            packed.touch(mode=0o600)
            with packed.open("wb") as file:
                # Bytes are kept before the row that names them, so the copy above names none that are not there yet.
                _pack(file, copy, files)
                file.flush()
                os.fsync(file.fileno())
            if path.exists():
                raise BackupExists(path)
            packed.rename(path)


def _pack(file: IO[bytes], copy: Path, files: Files) -> None:
    # strict_timestamps: a file whose clock was before 1980 must not stop the backup
    with zipfile.ZipFile(file, "w", strict_timestamps=False) as pack:
        pack.write(copy, "suixing.sqlite", zipfile.ZIP_DEFLATED)
        for kept in files.all():
            pack.write(
                kept, f"files/{kept.parent.parent.name}/{kept.parent.name}/{kept.name}", zipfile.ZIP_STORED
            )
