"""How the Bot API is reached: one connection for what the bot says, one for what it hears."""

from typing import NamedTuple

from telegram.request import BaseRequest

from bot.aiohttp_request import AiohttpRequest
from bot.intake import Intake
from bot.polling import InboxRequest


class Telephone(NamedTuple):
    """``limited`` is off where nobody limits: in the terminal."""

    ordinary: BaseRequest
    updates: BaseRequest
    limited: bool = True


def over_network(intake: Intake) -> Telephone:
    """The real Bot API: updates go through the inbox."""
    return Telephone(AiohttpRequest(), InboxRequest(intake))
