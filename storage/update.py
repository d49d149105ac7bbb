"""What the inbox knows about one Telegram update."""

from datetime import datetime
from typing import Any, Literal, NamedTuple

State = Literal["waiting", "done", "failed", "unreadable"]


class Waiting(NamedTuple):
    """An update that is still to be dealt with; ``raw`` is what Telegram sent."""

    seq: int
    update_id: int
    raw: dict[str, Any]


class Received(NamedTuple):
    """An update as the operator sees it. ``raw`` is None once it was dealt with: its text lives in the trip then."""

    seq: int
    update_id: int
    state: State
    received_at: datetime
    tries: int
    problem: str
    raw: dict[str, Any] | None
