"""An update is on disk before Telegram is told that we have it, whichever way it came.

Telegram forgets a batch when the next getUpdates asks for what follows it, and a single update when its webhook is
answered with 200. Both happen only after the transaction here.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from telegram import Bot, Update

from storage.errors import StorageError
from storage.inbox import Inbox

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""What the bot listens to; Update.ALL_TYPES names kinds that other servers refuse."""

_log = logging.getLogger(__name__)


class Intake:
    """``deliver`` is handed each new update, in order; ``offset`` is what getUpdates is to ask for next."""

    def __init__(self, inbox: Inbox, clock: Callable[[], datetime]) -> None:
        self._inbox = inbox
        self._clock = clock
        self.offset = 0
        self.bot: Bot | None = None
        self.deliver: Callable[[Update], None] = _nobody_listens

    def take(self, batch: Sequence[object]) -> int:
        """Commit a batch in one transaction, then hand over what is new; how many of it. Raises StorageError.

        Known ones are passed over by membership, not by a watermark: numbers may begin anew. What cannot be read is
        set aside for the operator.
        """
        updates = _updates_in(batch)
        fresh = self._write(updates, durable=True)
        taken = self._hand_over(updates, fresh)
        self._confirm(updates)
        return taken

    async def keep(self, batch: Sequence[object]) -> int:
        """The same, but the batch is read, and others are handled, while the disk is waited for.

        Nothing is confirmed before it has answered.
        """
        updates = _updates_in(batch)
        if not updates:
            return 0
        fresh = self._write(updates, durable=False)
        on_the_disk = asyncio.get_running_loop().run_in_executor(None, self._inbox.sync)
        taken = self._hand_over(updates, fresh)
        await on_the_disk
        self._confirm(updates)
        return taken

    def _confirm(self, updates: Sequence[dict[str, Any]]) -> None:
        if updates:
            self.offset = max(update["update_id"] for update in updates) + 1

    def _write(self, updates: Sequence[dict[str, Any]], *, durable: bool) -> list[bool]:
        return self._inbox.commit(updates, self._clock(), durable=durable) if updates else []

    def _hand_over(self, updates: Sequence[dict[str, Any]], fresh: Sequence[bool]) -> int:
        taken = 0
        for raw, new in zip(updates, fresh, strict=True):
            update = read_update(self._inbox, raw, self.bot) if new else None
            if update is not None:
                self.deliver(update)
                taken += 1
        return taken

    def waiting(self) -> list[Update]:
        """What an earlier process kept but did not finish, oldest first."""
        found = (read_update(self._inbox, row.raw, self.bot) for row in self._inbox.waiting())
        return [update for update in found if update is not None]


def read_update(inbox: Inbox, raw: Mapping[str, Any], bot: Bot | None) -> Update | None:
    """The update as the library understands it; None, and set aside, if it cannot."""
    try:
        update = Update.de_json(dict(raw), bot)
        problem = "" if says_something(update) else "no kind of update that this version knows"
    except Exception as error:  # PTB raises whatever its parsing meets
        problem = f"{type(error).__name__}: {error}"
    if not problem:
        return update
    _log.warning("update %s is kept but cannot be read", raw["update_id"])
    try:
        inbox.unreadable(raw["update_id"], problem)
    except StorageError as error:  # the batch is kept: asking Telegram again would only call it known
        _log.warning("update %s stays waiting: %s", raw["update_id"], error)
    return None


def says_something(update: Update) -> bool:
    """Whether there is anything in an update but its number."""
    return update.message is not None or any(
        getattr(update, kind, None) is not None for kind in Update.ALL_TYPES
    )


def _updates_in(batch: Sequence[object]) -> list[dict[str, Any]]:
    return [u for u in batch if isinstance(u, dict) and _is_number(u.get("update_id"))]


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**62


def _nobody_listens(_: Update) -> None:
    """Until somebody listens, updates wait in the inbox."""
