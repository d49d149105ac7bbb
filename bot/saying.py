"""Puts what the bot says into the outbox, where one is at hand; else says it at once."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from itertools import count
from typing import Any

from telegram import Bot, InlineKeyboardMarkup, InputFile

from storage.outbox import Outbox

_outbox: ContextVar[tuple[Outbox, Callable[[], datetime]] | None] = ContextVar("outbox", default=None)
_cause: ContextVar[tuple[str, "count[int]"] | None] = ContextVar("cause", default=None)


def speak_through(outbox: Outbox, clock: Callable[[], datetime]) -> None:
    """From now on, in this task and those that it starts, what is said goes through the outbox."""
    _outbox.set((outbox, clock))


@contextmanager
def because_of(cause: str) -> Iterator[None]:
    """What is said inside is said once for this cause, though it be dealt with again after a crash."""
    token = _cause.set((cause, count()) if cause else None)
    try:
        yield
    finally:
        _cause.reset(token)


async def send_text(bot: Bot, chat_id: int, text: str, keyboard: InlineKeyboardMarkup | None) -> None:
    """One message of at most 4096 characters."""
    fields: dict[str, Any] = {"text": text}
    if keyboard is not None:
        fields["reply_markup"] = keyboard.to_dict()
    if not _put(chat_id, "sendMessage", fields):
        await bot.send_message(chat_id, text, reply_markup=keyboard)


async def send_file(
    bot: Bot, chat_id: int, content: bytes, name: str, keyboard: InlineKeyboardMarkup | None = None
) -> None:
    """One file of at most 50 MB."""
    fields: dict[str, Any] = {} if keyboard is None else {"reply_markup": keyboard.to_dict()}
    if not _put(chat_id, "sendDocument", fields, name, content):
        await bot.send_document(chat_id, InputFile(content, filename=name), reply_markup=keyboard)


def _put(chat_id: int, method: str, fields: Mapping[str, Any], name: str = "", content: bytes = b"") -> bool:
    at_hand = _outbox.get()
    if at_hand is None:
        return False
    outbox, clock = at_hand
    cause = _cause.get()
    key = f"{cause[0]}:{next(cause[1])}" if cause else ""
    outbox.add(chat_id, method, fields, clock(), key=key, file_name=name, file=content)
    return True
