"""What a button says to the bot: ``verb:number`` or ``verb:number:more``, in the 64 bytes that Telegram gives (pure)."""

from typing import NamedTuple

LONGEST = 64
"""Bytes of callback data (Bot API, InlineKeyboardButton)."""


class Data(NamedTuple):
    """A button taken apart. ``number`` is a trip, a draft or a person, as the verb says; ``more`` may be ""."""

    verb: str
    number: int
    more: str = ""


def data(verb: str, number: int, more: str | int = "") -> str:
    """What a button carries; raises ValueError when Telegram would not take it."""
    text = f"{verb}:{number}:{more}" if more != "" else f"{verb}:{number}"
    if len(text.encode()) > LONGEST or ":" in verb:
        raise ValueError(f"no callback data: {text!r}")
    return text


def taken_apart(text: str) -> Data | None:
    """The button that was pressed; None for what no button of this version says."""
    verb, _, rest = text.partition(":")
    number, _, more = rest.partition(":")
    digits = number.removeprefix("-")
    if not verb or not digits.isascii() or not digits.isdecimal() or len(digits) > 18:
        return None
    return Data(verb, int(number), more)
