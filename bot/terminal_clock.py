"""The clock of the terminal: real time, unless somebody sets it with ``/now`` to see what the bot says then."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from drafting.office_time import TAIWAN

_NOW = re.compile(r"\A/now\s+(?P<moment>\S.*)\Z")


class TerminalClock:
    """Goes on from the moment that it was set to."""

    def __init__(self, real: Callable[[], datetime]) -> None:
        self._real = real
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        return self._real() + self._ahead

    def set(self, moment: datetime) -> None:
        self._ahead = moment - self._real()


def moment_in(line: str) -> datetime | None:
    """The moment of ``/now 2026-09-22 21:30``, by the clock of Taiwan unless an offset is written; None for other lines."""
    found = _NOW.match(line.strip())
    if found is None:
        return None
    try:
        moment = datetime.fromisoformat(found["moment"].strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=TAIWAN)
