"""Offers the commands in Telegram's menu: for each language, and for each person what their role may do."""

import logging

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError

from bot.commands import COMMANDS, IN_GROUPS, may
from bot.language import OWN, _, closest, languages, speaking
from storage.people import People
from storage.role import Role

_log = logging.getLogger(__name__)


async def show_menus(bot: Bot, people: People) -> None:
    """Offer everything once, at the start; the bot works without."""
    try:
        for language in languages():
            code = None if language == OWN else language
            with speaking(language):
                await bot.set_my_commands(_lines(Role.TRAVELLER), BotCommandScopeAllPrivateChats(), code)
                await bot.set_my_commands(
                    _lines(Role.TRAVELLER, IN_GROUPS), BotCommandScopeAllGroupChats(), code
                )
    except TelegramError as error:
        _log.info("no menu of commands: %s", error)
    for person in people.list():
        if person.role is not Role.TRAVELLER or people.language(person.id):
            await show_menu(bot, person.id, person.role, people.language(person.id))


async def show_menu(bot: Bot, person: int, role: Role, language: str) -> None:
    """Offer a person's own commands in the chat with them; people who never wrote to the bot have none yet."""
    try:
        with speaking(language or closest("")):
            await bot.set_my_commands(_lines(role), BotCommandScopeChat(person))
    except TelegramError as error:
        _log.info("no menu of commands for %s: %s", person, error)


def _lines(role: Role, only: frozenset[str] | None = None) -> list[BotCommand]:
    return [
        BotCommand(name, _(what))
        for name, what in COMMANDS.items()
        if may(name, role) and (only is None or name in only)
    ]
