"""One piece of slow work, as whoever does it sees it."""

from typing import Any, Literal

from pydantic import AwareDatetime

from drafting.frozen import Frozen

JobState = Literal["waiting", "done", "dead"]


class Job(Frozen):
    """``payload`` is JSON and means something to its kind only. ``attempts`` counts the tries that ended in an error.

    ``key`` tells the same work asked for twice; ``trip`` erased erases the job. ``problem`` is that of the last try.
    """

    id: int
    kind: str
    key: str
    payload: dict[str, Any]
    chat_id: int
    trip: int | None
    attempts: int
    added_at: AwareDatetime
    due_at: AwareDatetime
    state: JobState = "waiting"
    problem: str = ""
    leases: int = 0
