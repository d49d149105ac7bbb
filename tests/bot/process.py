"""The bot as a process that a test can kill: ``python -m tests.bot.process URL TOKEN HOME``."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.running import run
from storage.store import Store
from tests.bot.desks import FixedDesk
from tests.emulator import ROOT


def start_bot(url: str, token: str, home: Path) -> "subprocess.Popen[bytes]":
    """Start such a process; whoever starts it ends it."""
    command = [sys.executable, "-m", "tests.bot.process", url, token, str(home)]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE)


def main(url: str, token: str, home: Path) -> None:
    with Store.open(home) as store:
        run(token, url, home, store=store, desk=FixedDesk(store), clock=lambda: datetime.now(UTC))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
