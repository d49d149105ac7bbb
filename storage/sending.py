"""One message to somebody, as whoever delivers it sees it."""

from typing import Any, Literal

from pydantic import AwareDatetime

from drafting.frozen import Frozen

SendingState = Literal["waiting", "sent", "dead"]


class Sending(Frozen):
    """``method`` and ``fields`` are those of the messenger; ``file`` is what goes with it, if ``file_name`` is not "".

    ``fields`` is empty once it is sent: what was said is nobody's business afterwards.
    """

    id: int
    key: str
    chat_id: int
    method: str
    fields: dict[str, Any]
    file_name: str = ""
    file: bytes = b""
    state: SendingState = "waiting"
    attempts: int = 0
    due_at: AwareDatetime
    problem: str = ""
