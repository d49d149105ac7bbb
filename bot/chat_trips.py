"""Which trip a message of a chat belongs to."""

from datetime import datetime

from drafting.material import Ref
from storage.store import Store


def open_trip(store: Store, chat_id: int, message_id: int, at: datetime) -> int:
    """A new trip of a chat, current from now on; asked twice because of the same message it is the same trip."""
    trip = store.trips.create(at, source=f"chat:{chat_id}:{message_id}", chat_id=chat_id)
    store.trips.make_current(chat_id, trip)
    return trip


def trip_for(store: Store, chat_id: int, message_id: int, at: datetime, *, seen_before: bool) -> int:
    """The trip that holds the message already, else the current one, else a new one: people send photos before dates.

    ``seen_before`` says that the message may be known (an edit, or handled once more after a crash); then it stays
    where it is, even if another trip has become current since.
    """
    if seen_before:
        for trip in reversed(store.trips.ids()):
            if ref_of(store, trip, chat_id, message_id) is not None:
                return trip
    current = store.trips.current(chat_id)
    return current if current is not None else open_trip(store, chat_id, message_id, at)


def ref_of(store: Store, trip: int, chat_id: int, message_id: int) -> Ref | None:
    """The piece that a message became."""
    for piece in store.trips.material(trip):
        if piece.chat_id == chat_id and message_id in piece.message_ids:
            return piece.ref
    return None
