"""Somebody who may talk to the bot."""

from datetime import datetime
from typing import NamedTuple

from storage.role import Role


class Person(NamedTuple):
    """``id`` is the Telegram user id."""

    id: int
    role: Role
    name: str
    added_at: datetime
