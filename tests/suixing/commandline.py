"""Runs the command line as a person or a script would: in this process, which is quick, or as a child of it."""

import contextlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from suixing.cli import main

PATIENCE = 60  # seconds; nothing here takes a tenth of that on a quiet machine


class Ended(NamedTuple):
    """How a command ended: exit status and what it printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on stdout; fails if there is anything else."""
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """The last line on stderr: what a person is told."""
        return self.err.strip().splitlines()[-1] if self.err.strip() else ""


class CommandLine:
    """``suixing --home HOME`` with any words after it, run in ``folder``."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home = home
        self.folder = folder

    def __call__(self, *words: str | Path | int, stdin: bytes = b"") -> Ended:
        """Through the same ``main()`` as the program, with streams of our own."""
        streams = [io.TextIOWrapper(io.BytesIO(content)) for content in (stdin, b"", b"")]
        names = ("stdin", "stdout", "stderr")
        with pytest.MonkeyPatch.context() as patch, contextlib.chdir(self.folder):
            for name, stream in zip(names, streams, strict=True):
                patch.setattr(sys, name, stream)
            patch.setattr(sys, "argv", ["suixing", *self._words(words)])
            for key in set(os.environ) - set(surroundings()):
                patch.delenv(key)
            with pytest.raises(SystemExit) as ended:
                main()
        out, err = (_written(stream) for stream in streams[1:])
        return _ended(int(ended.value.code or 0), out, err)

    def child(self, *words: str | Path | int, stdin: bytes = b"", **settings: str) -> Ended:
        """As a program of its own; ``settings`` are environment variables."""
        done = subprocess.run(
            self.program(*words), input=stdin, capture_output=True, env={**surroundings(), **settings},
            cwd=self.folder, timeout=PATIENCE, check=False,
        )  # fmt: skip
        return _ended(done.returncode, done.stdout, done.stderr)

    def program(self, *words: str | Path | int) -> list[str]:
        """The whole command, for tests that start it themselves."""
        return [sys.executable, "-m", "suixing", *self._words(words)]

    def _words(self, words: tuple[str | Path | int, ...]) -> list[str]:
        return ["--home", str(self.home), *map(str, words)]


def surroundings() -> dict[str, str]:
    """The environment without settings of the program: those of whoever runs the tests must not reach it."""
    return {key: value for key, value in os.environ.items() if not key.startswith("SUIXING_")}


def _written(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue()


def _ended(status: int, out: bytes, err: bytes) -> Ended:
    assert b"Traceback" not in err, err.decode()
    return Ended(status, out.decode("utf-8"), err.decode("utf-8"))
