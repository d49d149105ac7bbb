"""Lets each person choose the language that the bot speaks with them."""

from bot.asked import Asked, Pressed
from bot.errors import Stale
from bot.language import closest, languages, speak
from bot.menu import show_menu
from bot.replies.languages import chosen, which
from bot.telling import say
from storage.people import People


class ChoosingLanguage:
    def __init__(self, people: People) -> None:
        self._people = people

    async def ask(self, asked: Asked) -> None:
        """/language, or /language en"""
        wanted = closest(asked.argument)
        if asked.argument and wanted.lower().startswith(asked.argument.lower()[:2]):
            await self._choose(asked, wanted)
        else:
            await say(asked.bot, asked.chat_id, *which(asked.person))

    async def press(self, pressed: Pressed) -> None:
        """A button counts for whoever was asked."""
        if pressed.number != pressed.asked.person or pressed.more not in languages():
            raise Stale
        await self._choose(pressed.asked, pressed.more)

    async def _choose(self, asked: Asked, language: str) -> None:
        self._people.speak(asked.person, language)
        speak(language)
        await say(asked.bot, asked.chat_id, chosen())
        if asked.private:
            await show_menu(asked.bot, asked.person, asked.role, language)
