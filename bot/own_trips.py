"""Whose trip a button may speak of: one's own, the one that the chat is about, and any for staff."""

from collections.abc import Mapping

from bot.asked import Pressed
from bot.errors import Stale
from bot.hearing import Press
from storage.store import Store


class OwnTrips:
    """Asked before each button whose number is a trip, so that no button can forget to ask."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def only(self, buttons: Mapping[str, Press]) -> dict[str, Press]:
        """The same buttons; for everybody else they are out of date."""
        return {verb: self._guarded(press) for verb, press in buttons.items()}

    def _guarded(self, press: Press) -> Press:
        async def pressed_by_one_of_them(pressed: Pressed) -> str | None:
            asked = pressed.asked
            travels = self._store.members.may_see(pressed.number, asked.person, asked.role)
            if not travels and self._store.trips.current(asked.chat_id) != pressed.number:
                raise Stale
            return await press(pressed)

        return pressed_by_one_of_them
