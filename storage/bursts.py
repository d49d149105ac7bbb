"""Remembers where in a chat a burst of messages began that is still to be told in one line, also after a restart."""

from datetime import datetime
from typing import NamedTuple

from storage.database import Database
from storage.moments import stamp


class Burst(NamedTuple):
    """``first_message`` is the number of its first message; what came from there on is in the trip."""

    chat_id: int
    trip: int
    first_message: int


class Bursts:
    def __init__(self, db: Database) -> None:
        self._db = db

    def begin(self, chat_id: int, trip: int, first_message: int, at: datetime) -> None:
        """A burst begins in a chat, unless one is going on."""
        self._db.run(
            "insert into bursts (chat_id, trip, first_message, began_at) values (?, ?, ?, ?) on conflict do nothing",
            (chat_id, trip, first_message, stamp(at)),
        )

    def chats(self) -> list[int]:
        """The chats whose bursts are still to be told."""
        return [chat for (chat,) in self._db.rows("select chat_id from bursts order by chat_id")]

    def take(self, chat_id: int) -> Burst | None:
        """End the burst of a chat; nobody tells it a second time."""
        row = self._db.row(
            "delete from bursts where chat_id = ? returning chat_id, trip, first_message", (chat_id,)
        )
        return None if row is None else Burst(*row)
