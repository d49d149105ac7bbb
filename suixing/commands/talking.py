"""chat, run: the bot, in a terminal or on Telegram."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from suixing.settings import read_settings
from suixing.wiring import budgets, desk, opened, senses

if TYPE_CHECKING:
    from storage.store import Store


def _now() -> datetime:
    return datetime.now(UTC)


@click.command()
@click.option(
    "--save-to",
    type=click.Path(path_type=Path),
    default=Path("suixing-files"),
    show_default=True,
    help="Folder for the files that the bot sends.",
)
@click.pass_obj
def chat(home: Path | None, save_to: Path) -> None:
    """The real bot in the terminal: type notes, give file paths, /draft. Needs no token and no network.

    `[2]` presses the second button, `>> text` replies to the bot's last message, and `/now 2026-09-22 21:30` lets it
    become that time (of Taiwan), so that one sees what the bot says then of its own accord.
    """
    from bot.terminal import run_terminal

    settings = read_settings(home)
    with opened(settings) as store:
        run_terminal(
            store,
            desk(store, settings),
            sys.stdin,
            sys.stdout,
            save_to,
            clock=_now,
            writer=settings.writer,
            budgets=budgets(settings),
            senses=senses(settings),
        )


@click.command()
@click.pass_obj
def run(home: Path | None) -> int:
    """The bot on Telegram, by polling or, with SUIXING_WEBHOOK_URL, at a webhook. Needs SUIXING_TELEGRAM_TOKEN."""
    from bot.running import run as run_bot
    from bot.webhook import Webhook

    settings = read_settings(home)
    token = settings.telegram_token.get_secret_value()
    if not token:
        click.echo(
            "請先設定 SUIXING_TELEGRAM_TOKEN（向 @BotFather 申請的權杖）；要先試用請改用 suixing chat。",
            err=True,
        )
        return 2
    secret = settings.webhook_secret.get_secret_value()
    if settings.webhook_url and not secret:
        click.echo("使用 webhook 請一併設定 SUIXING_WEBHOOK_SECRET，否則任何人都能冒充 Telegram。", err=True)
        return 2
    webhook = None
    if settings.webhook_url:
        webhook = Webhook(settings.webhook_url, settings.webhook_host, settings.webhook_port, secret)
    with opened(settings) as store:
        run_bot(
            token,
            settings.telegram_base_url,
            settings.home,
            store=store,
            desk=desk(store, settings),
            clock=_now,
            writer=settings.writer,
            budgets=budgets(settings),
            webhook=webhook,
            once_known=lambda username: _invite_admin(store, username),
            senses=senses(settings),
        )
    return 0


def _invite_admin(store: "Store", username: str) -> None:
    """While there is no admin, each start prints a fresh link for one."""
    from bot.links import start_link
    from storage.role import Role
    from suixing.commands.people import DAYS, invited

    if any(person.role is Role.ADMIN for person in store.people.list()):
        return
    link = start_link(username, invited(store, Role.ADMIN, _now()))
    click.echo(f"還沒有管理人員，請在 {DAYS} 天內打開這個連結（限用一次）：{link}")


COMMANDS = {"chat": chat, "run": run}
