"""The names desk in the chat: shows, adds, changes and removes the names of a trip."""

from collections.abc import Callable
from datetime import datetime

from bot.asked import Asked, Pressed, about
from bot.errors import Stale
from bot.replies import drafts
from bot.replies import names as words
from bot.telling import say
from drafting.gather.names import key_of
from drafting.gather.settled import NAME, key_behind, name_in, name_value
from drafting.trip import Name
from storage.dialogues import Dialogue
from storage.store import Store


class Naming:
    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    async def names(self, asked: Asked) -> None:
        """/names, or /names 中文＝原文＝縮寫"""
        if (found := about(asked, self._store)) is None:
            await say(asked.bot, asked.chat_id, drafts.NO_TRIP)
            return
        names = self._store.trips.load(found.trip).names
        if not found.argument:
            await say(
                asked.bot, asked.chat_id, words.names_text(names), words.names_keyboard(found.trip, names)
            )
        elif (name := name_in(found.argument)) is None:
            await say(asked.bot, asked.chat_id, words.unclear())
        else:
            same = next((n for n in names if n.zh == name.zh or key_of(n) == key_of(name)), name)
            await self._keep(asked, found.trip, self._key(found.trip, same), name)

    async def press_change(self, pressed: Pressed) -> None:
        name = self._of(pressed)
        payload = {"key": self._key(pressed.number, name)}
        self._store.dialogues.ask(pressed.asked.chat_id, pressed.number, "name:", payload, self._clock())
        await say(pressed.asked.bot, pressed.asked.chat_id, *words.change(pressed.number, name))

    async def press_remove(self, pressed: Pressed) -> None:
        name, asked = self._of(pressed), pressed.asked
        field = f"{NAME}{self._key(pressed.number, name)}"
        self._store.trips.correct(pressed.number, field, "", asked.name, self._clock())
        self._store.dialogues.close(asked.chat_id)
        await say(asked.bot, asked.chat_id, words.removed(name))

    async def hear(self, asked: Asked, dialogue: Dialogue) -> bool:
        """Whether a message is how the name should read; a note without ＝ is a note."""
        name = name_in(asked.text)
        if name is None or dialogue.trip is None:
            return False
        self._store.dialogues.close(asked.chat_id)
        await self._keep(asked, dialogue.trip, str(dialogue.payload["key"]), name)
        return True

    async def _keep(self, asked: Asked, trip: int, key: str, name: Name) -> None:
        self._store.trips.correct(trip, f"{NAME}{key}", name_value(name), asked.name, self._clock())
        await say(asked.bot, asked.chat_id, words.changed(name))

    def _key(self, trip: int, name: Name) -> str:
        return key_behind(name, self._store.trips.corrections(trip))

    def _of(self, pressed: Pressed) -> Name:
        """The name that a button speaks of; raises Stale if it is gone, or the trip is not theirs."""
        if not self._store.members.may_see(pressed.number, pressed.asked.person, pressed.asked.role):
            raise Stale
        names = self._store.trips.load(pressed.number).names
        found = next((name for name in names if words.mark(name) == pressed.more), None)
        if found is None:
            raise Stale
        return found
