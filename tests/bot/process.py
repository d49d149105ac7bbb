"""The bot as a process that a test can kill: ``python -m tests.bot.process URL TOKEN HOME``."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.running import run
from storage.store import Store
from tests.bot.desks import FixedDesk


def main(url: str, token: str, home: Path) -> None:
    with Store.open(home) as store:
        run(token, url, home, store=store, desk=FixedDesk(store), clock=lambda: datetime.now(UTC))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
