"""Keeps bytes by what they are: one file for each content, named by its SHA-256."""

import hashlib
import os
import re
import tempfile
from pathlib import Path

from storage.failures import told

_DIGEST = re.compile(r"[0-9a-f]{64}")


class Files:
    """May be used from any thread. Bytes are on the disk before ``keep`` returns, so a row may name them then."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with told(folder):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def path(self, digest: str) -> Path:
        """Where these bytes lie, or would lie. Raises ValueError for what is no SHA-256 in hex."""
        if not _DIGEST.fullmatch(digest):
            raise ValueError(f"no SHA-256: {digest!r}")
        return self._folder / digest[:2] / digest[2:4] / digest

    def keep(self, content: bytes) -> str:
        """Keep bytes; their SHA-256. The same bytes are stored once. Raises Unwritable."""
        digest = hashlib.sha256(content).hexdigest()
        path = self.path(digest)
        with told(path):
            if self.read(digest) is None:
                self._write(path, content)
        return digest

    def read(self, digest: str) -> bytes | None:
        """The bytes, or None if they are not here or no longer what was kept."""
        try:
            content = self.path(digest).read_bytes()
        except (OSError, ValueError):
            return None
        return content if hashlib.sha256(content).hexdigest() == digest else None

    def remove(self, digest: str) -> None:
        """Remove bytes, and the folders that become empty. Nothing happens if they are gone already."""
        path = self.path(digest)
        with told(path):
            path.unlink(missing_ok=True)
            for folder in (path.parent, path.parent.parent):
                try:
                    folder.rmdir()
                except OSError:
                    return  # other files lie in it

    def all(self) -> list[Path]:
        """Every kept file, sorted by name."""
        return sorted(path for path in self._folder.glob("??/??/*") if _DIGEST.fullmatch(path.name))

    def _write(self, path: Path, content: bytes) -> None:
        # Written beside its place and then renamed: a file under its final name is whole, even after a power cut.
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        for folder in (path.parent, path.parent.parent, self._folder):
            _sync(folder)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
