"""The bot as a process that a test can kill: ``python -m tests.bot.process URL TOKEN HOME [stuck]``."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.running import run
from storage.store import Store
from tests.bot.desks import FixedDesk
from tests.emulator import ROOT


class StuckDesk(FixedDesk):
    """A desk whose typesetter never comes back, in a thread that nothing can break off."""

    async def hand_out(
        self, trip_id: int, formats: Sequence[str], tell: Callable[[str], None] | None = None
    ) -> dict[str, bytes]:
        await asyncio.to_thread(time.sleep, 3600)
        return {}


def start_bot(url: str, token: str, home: Path, *how: str) -> "subprocess.Popen[bytes]":
    """Start such a process; whoever starts it ends it. ``how``: "stuck" for StuckDesk."""
    command = [sys.executable, "-m", "tests.bot.process", url, token, str(home), *how]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE)


def main(url: str, token: str, home: Path, how: str = "") -> None:
    with Store.open(home) as store:
        desk = (StuckDesk if how == "stuck" else FixedDesk)(store)
        run(token, url, home, store=store, desk=desk, clock=lambda: datetime.now(UTC))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), *sys.argv[4:])
