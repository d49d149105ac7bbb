"""Lists the trips of a person, and lets them say which one messages go to from now on."""

from bot.asked import Asked, Pressed
from bot.errors import Stale
from bot.replies import trips as words
from bot.telling import say
from storage.store import Store


class Switching:
    def __init__(self, store: Store) -> None:
        self._store = store

    async def trips(self, asked: Asked) -> None:
        """/trips, or /trips 3"""
        number = asked.argument.lstrip("#＃")
        if number.isdecimal():
            await self._switch(asked, int(number[:9]))
            return
        current = self._store.trips.current(asked.chat_id)
        mine = self._store.members.trips_of(asked.person)
        if current is not None and current not in mine:
            mine = [current, *mine]
        if not mine:
            await say(asked.bot, asked.chat_id, words.no_trips())
            return
        loaded = [self._store.trips.load(number) for number in mine]
        await say(
            asked.bot, asked.chat_id, words.trips_text(loaded, current), words.trips_keyboard(loaded, current)
        )

    async def press(self, pressed: Pressed) -> None:
        await self._switch(pressed.asked, pressed.number)

    async def _switch(self, asked: Asked, number: int) -> None:
        if not self._store.members.may_see(number, asked.person, asked.role):
            raise Stale
        self._store.trips.make_current(asked.chat_id, number)
        self._store.dialogues.close(asked.chat_id)
        await say(asked.bot, asked.chat_id, words.switched(self._store.trips.load(number)))
