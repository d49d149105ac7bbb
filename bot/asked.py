"""A command as it was given: by whom, where, and about which trip."""

import re
from datetime import datetime
from typing import NamedTuple

from telegram import Bot

from storage.errors import TripUnknown
from storage.role import Role
from storage.store import Store

_TRIP = re.compile(r"\A[#＃](\d{1,9})(?:\s+|\Z)")


class Asked(NamedTuple):
    """``argument`` is what stood behind the command; ``update_id`` is what errands are filed under.

    ``again`` says that an earlier process may have begun with it. ``text`` is the whole message, for the answer to an
    open question; ``reply_to`` the message that it replies to, ``reply_text`` its words if the bot wrote it. ``private``
    is false in a group. ``sent_at`` is when a message was sent, None for a button.
    """

    update_id: int
    chat_id: int
    message_id: int
    name: str
    role: Role
    argument: str
    bot: Bot
    again: bool = False
    person: int = 0
    text: str = ""
    reply_to: int | None = None
    reply_text: str = ""
    private: bool = True
    sent_at: datetime | None = None


class Pressed(NamedTuple):
    """A button that was pressed: ``asked`` says by whom and under which message; see bot/buttons.py for the data."""

    asked: Asked
    verb: str
    number: int
    more: str


class About(NamedTuple):
    """The trip that a command speaks of, and its argument without the trip's number."""

    trip: int
    argument: str


def about(asked: Asked, store: Store) -> About | None:
    """The current trip of the chat; one may name another of one's own, staff any ("/approve #3"). None if there is none."""
    if found := _TRIP.match(asked.argument):
        trip = int(found[1])
        if not store.members.may_see(trip, asked.person, asked.role):
            raise TripUnknown(trip)
        return About(trip, asked.argument[found.end() :].strip())
    current = store.trips.current(asked.chat_id)
    return None if current is None else About(current, asked.argument)


def overrides(argument: str) -> dict[str, str] | None:
    """「LEN-1=理由；DAT-2=理由」 as a mapping; None if it cannot be understood."""
    found: dict[str, str] = {}
    for piece in re.split(r"[；;\n]", argument):
        if not piece.strip():
            continue
        check, equals, reason = piece.replace("＝", "=").partition("=")
        if not equals or not check.strip():
            return None
        found[check.strip().upper()] = reason.strip()
    return found
