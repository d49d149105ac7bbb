"""The real command line as a process, with a clock that a test sets: ``python -m tests.journeys.process run``.

Everything else is what a user gets: settings from the environment, the real desk, the real store, the real wiring.
"""

import os
from datetime import datetime
from pathlib import Path

from bot import worker
from suixing.cli import main
from suixing.commands import talking


def _now() -> datetime:
    return datetime.fromisoformat(Path(os.environ["JOURNEY_CLOCK"]).read_text("utf-8"))


if __name__ == "__main__":
    talking._now = _now
    worker._LONGEST_SLEEP = 0.2  # the clock jumps, so what is due is looked for more often
    main()
