"""An update is on disk before Telegram is told that we have it.

Telegram forgets a batch when the next getUpdates asks for what follows it, so the batch is committed while its
answer is still being read. What fails here looks like a network error to the updater, which asks again.
"""

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from telegram import Bot, Update
from telegram.request import HTTPXRequest, RequestData

from storage.errors import StorageError
from storage.inbox import Inbox

ALLOWED_UPDATES = ("message", "edited_message", "callback_query")
"""What the bot listens to; Update.ALL_TYPES names kinds that other servers refuse."""

_log = logging.getLogger(__name__)


def keep_batch(inbox: Inbox, batch: Sequence[object], at: datetime) -> list[dict[str, Any]]:
    """Commit a batch in one transaction; the same batch with an empty update for what must not be handled.

    Duplicates and updates that cannot be read become empty, so that Telegram's offset moves past them.
    """
    updates = [u for u in batch if isinstance(u, dict) and _is_number(u.get("update_id"))]
    if not updates:
        return []
    answer: list[dict[str, Any]] = []
    for update, new in zip(updates, inbox.commit(updates, at), strict=True):
        problem = unreadable(update) if new else ""
        if problem:
            _log.warning("update %s is kept but cannot be read", update["update_id"])
            try:
                inbox.unreadable(update["update_id"], problem)
            except StorageError as error:  # the batch is kept: asking Telegram again would only call it known
                _log.warning("update %s stays waiting: %s", update["update_id"], error)
        answer.append(update if new and not problem else {"update_id": update["update_id"]})
    return answer


def unreadable(raw: Mapping[str, Any]) -> str:
    """Why an update cannot be read, or ""."""
    try:
        update = Update.de_json(dict(raw), None)
    except Exception as error:  # PTB raises whatever its parsing meets
        return f"{type(error).__name__}: {error}"
    return "" if says_something(update) else "no kind of update that this version knows"


def says_something(update: Update) -> bool:
    """Whether there is anything in an update but its number."""
    return any(getattr(update, kind, None) is not None for kind in Update.ALL_TYPES)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**62


def waiting_updates(inbox: Inbox, bot: Bot) -> list[Update]:
    """What an earlier process kept but did not finish, oldest first."""
    found: list[Update] = []
    for row in inbox.waiting():
        if problem := unreadable(row.raw):
            inbox.unreadable(row.update_id, problem)
        else:
            found.append(Update.de_json(row.raw, bot))
    return found


class InboxRequest(HTTPXRequest):
    """The connection that getUpdates goes through."""

    def __init__(self, inbox: Inbox, clock: Callable[[], datetime], *, read_timeout: float = 10) -> None:
        super().__init__(connection_pool_size=1, read_timeout=read_timeout)
        self._inbox = inbox
        self._clock = clock

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **kwargs: Any
    ) -> tuple[int, bytes]:
        code, payload = await super().do_request(url, method, request_data, *args, **kwargs)
        if code == 200 and url.endswith("/getUpdates"):
            body = json.loads(payload)
            body["result"] = keep_batch(self._inbox, body["result"], self._clock())
            payload = json.dumps(body).encode()
        return code, payload
