"""Transcripts as text files, one for each journey, so that whoever reads Chinese can review the product."""

from collections.abc import Iterator

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.emulator import Emulator


class Transcript(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def transcript(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Transcript)


@pytest.fixture(scope="session")
def emulator() -> Iterator[Emulator]:
    with Emulator.start() as running:
        yield running
