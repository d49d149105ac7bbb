"""Which trip a message of a chat belongs to."""

from datetime import datetime

from drafting.material import Ref
from storage.store import Store


def open_trip(store: Store, chat_id: int, message_id: int, at: datetime) -> int:
    """A new trip of a chat, current from now on; asked twice because of the same message it is the same trip."""
    trip = store.trips.create(at, source=f"chat:{chat_id}:{message_id}", chat_id=chat_id)
    store.trips.make_current(chat_id, trip)
    return trip


def current_trip(store: Store, chat_id: int, message_id: int, at: datetime) -> int:
    """The trip that a new message belongs to; if there is none it opens one: people send photos before dates."""
    current = store.trips.current(chat_id)
    return current if current is not None else open_trip(store, chat_id, message_id, at)


def trip_holding(store: Store, chat_id: int, message_id: int) -> int | None:
    """The trip that has a message already, even if another has become current since."""
    found = store.trips.holding(chat_id, message_id)
    return None if found is None else found[0]


def all_held(store: Store) -> dict[tuple[int, int], int]:
    """The trip of every message that is kept, by chat and message."""
    return {
        (piece.chat_id, message_id): trip
        for trip in store.trips.ids()
        for piece in store.trips.material(trip)
        for message_id in piece.message_ids
    }


def ref_of(store: Store, trip: int, chat_id: int, message_id: int) -> Ref | None:
    """The piece that a message became."""
    found = store.trips.holding(chat_id, message_id, trip)
    return None if found is None else found[1]
