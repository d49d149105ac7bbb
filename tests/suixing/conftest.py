"""Homes for the command line: an empty one, one with a short trip written, one with the demonstration trip written."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.store import Store
from suixing.demo import demo_export
from tests.suixing.chats import lay, picture, short_trip
from tests.suixing.commandline import CommandLine

TODAY = "2026-10-30"


@pytest.fixture
def run(tmp_path: Path) -> CommandLine:
    """The command line with an empty home."""
    return CommandLine(tmp_path / "home", tmp_path)


@pytest.fixture
def chat(tmp_path: Path) -> Path:
    """The export of the short trip."""
    return lay(tmp_path / "chat", short_trip(), {"photos/1.jpg": picture()})


@pytest.fixture(scope="session")
def _written_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written")
    run = CommandLine(folder / "home", folder)
    chat = lay(folder / "chat", short_trip(), {"photos/1.jpg": picture()})
    assert run("import", chat).status == 0
    assert run("draft", 1, "--today", TODAY).status == 1
    return run.home


@pytest.fixture(scope="session")
def _clean_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clean")
    run = CommandLine(folder / "home", folder)
    with demo_export() as chat:
        assert run("import", chat).status == 0
    assert run("draft", 1, "--today", TODAY).status == 0
    return run.home


@pytest.fixture
def written(_written_home: Path, tmp_path: Path) -> CommandLine:
    """The command line with a copy of a home in which trip 1, the short one, is written and has errors."""
    return CommandLine(Path(shutil.copytree(_written_home, tmp_path / "written")), tmp_path)


@pytest.fixture
def clean(_clean_home: Path, tmp_path: Path) -> CommandLine:
    """The command line with a copy of a home in which trip 1, the demonstration, is written without errors."""
    return CommandLine(Path(shutil.copytree(_clean_home, tmp_path / "clean")), tmp_path)


@pytest.fixture
def received(run: CommandLine) -> CommandLine:
    """The command line with a home whose bot received three updates: 11 waits, 12 failed, 13 cannot be read."""
    at = datetime(2026, 9, 21, 1, 0, tzinfo=UTC)
    with Store.open(run.home) as store:
        store.inbox.commit(
            [{"update_id": number, "message": {"text": f"第 {number} 則"}} for number in (11, 12, 13)], at
        )
        store.inbox.fail(12, "磁碟空間不足")
        store.inbox.unreadable(13, "看不懂")
    return run
