"""/cancel: breaks off what the chat asked for and what is asked of it; it waits behind nothing."""

from collections.abc import Callable

from bot.asked import Asked
from bot.replies import trouble
from bot.telling import say
from storage.store import Store

_CANCELLED = ("draft", "export")
"""Kinds of work that a person asked for by a command; what was sent is never thrown away."""


class Cancelling:
    """``stop`` breaks a job off that is under way."""

    def __init__(self, store: Store, stop: Callable[[int], None]) -> None:
        self._store = store
        self._stop = stop

    async def cancel(self, asked: Asked) -> None:
        jobs = [
            job
            for kind in _CANCELLED
            for job in self._store.jobs.waiting(kind)
            if job.chat_id == asked.chat_id
        ]
        for kind in _CANCELLED:
            self._store.jobs.cancel(kind, chat_id=asked.chat_id)
        for job in jobs:
            self._stop(job.id)
        asking = self._store.dialogues.open(asked.chat_id) is not None
        if asking:
            self._store.dialogues.close(asked.chat_id)
        drafts, files = (sum(job.kind == kind for job in jobs) for kind in _CANCELLED)
        await say(asked.bot, asked.chat_id, trouble.cancelled(drafts=drafts, files=files, asking=asking))
