"""A text taken in as the bot takes it, into the first trip of a store, without a conversation around it."""

from datetime import datetime

from bot.chat_trips import current_trip
from bot.incoming import Incoming
from bot.taking import take
from storage.store import Store

CHAT = 101


def read_in(store: Store, number: int, at: datetime, text: str) -> None:
    """Keep a message with this number and this text; the first one opens the trip."""
    trip = current_trip(store, CHAT, number, at)
    message = Incoming(
        chat_id=CHAT, message_id=number, sender_id=CHAT, sender_name="林測試", sent_at=at, text=text
    )
    assert take(store, trip, message, lambda _: None) is not None
