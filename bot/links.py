"""Links that open the chat with the bot and send it a code (t.me deep links)."""

import asyncio

from telegram import Bot
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

_SECONDS = 5.0


def start_link(username: str, code: str) -> str:
    """The link; where the bot's name is not known, the line to send instead."""
    return f"https://t.me/{username}?start={code}" if username else f"/start {code}"


def username_of(token: str, base_url: str) -> str:
    """What the bot is called on Telegram; "" if there is no token or Telegram cannot be asked."""
    return asyncio.run(_ask(token, base_url)) if token else ""


async def _ask(token: str, base_url: str) -> str:
    request = HTTPXRequest(connect_timeout=_SECONDS, read_timeout=_SECONDS)
    try:
        async with Bot(token, base_url=f"{base_url.rstrip('/')}/bot", request=request) as bot:
            return bot.username
    except TelegramError:
        return ""
