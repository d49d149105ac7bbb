"""people: who may talk to the bot; by default nobody."""

import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from suixing.commands.arguments import PERSON, OneOf
from suixing.settings import read_settings
from suixing.wiring import opened

if TYPE_CHECKING:
    from storage.role import Role
    from storage.store import Store

_ROLES = OneOf(["traveller", "staff", "admin"])
DAYS = 7
"""An invitation that nobody used by then is void."""


@click.group()
def people() -> None:
    """Who may talk to the bot: travellers, staff, admins, by their Telegram number."""


@people.command()
@click.argument("number", type=PERSON, metavar="ID")
@click.option("--role", required=True, type=_ROLES)
@click.option("--name", default="")
@click.pass_obj
def add(home: Path | None, number: int, role: str, name: str) -> None:
    """Let the person with this Telegram ID in."""
    from storage.role import Role

    with opened(read_settings(home)) as store:
        store.people.add(number, Role(role), name, datetime.now(UTC))
    click.echo(f"{number} {name} 已加入，身分：{role}")


@people.command()
@click.option("--role", required=True, type=_ROLES)
@click.pass_obj
def invite(home: Path | None, role: str) -> None:
    """Print a one-time link (without network, the line /start CODE); whoever opens it gets the role."""
    from bot.links import start_link, username_of
    from storage.role import Role

    settings = read_settings(home)
    with opened(settings) as store:
        code = invited(store, Role(role), datetime.now(UTC))
    name = username_of(settings.telegram_token.get_secret_value(), settings.telegram_base_url)
    click.echo(start_link(name, code))
    if name:
        click.echo(f"請對方在 {DAYS} 天內打開上面的連結，限用一次。", err=True)
    else:
        click.echo(f"請對方在 {DAYS} 天內把上面這一行傳給機器人，限用一次。", err=True)


def invited(store: "Store", role: "Role", at: datetime) -> str:
    """A new invitation; its code, of which only a digest is kept."""
    code = secrets.token_urlsafe(12)
    store.people.invite(role, code, at, at + timedelta(days=DAYS))
    return code


@people.command("list")
@click.pass_obj
def list_(home: Path | None) -> None:
    """Everybody who is let in."""
    with opened(read_settings(home)) as store:
        found = store.people.list()
    for person in found:
        click.echo(f"{person.id}　{person.role.value}　{person.name}")
    if not found:
        click.echo("還沒有人可以使用機器人，請用 suixing people invite --role admin 產生邀請。")


@people.command()
@click.argument("number", type=PERSON, metavar="ID")
@click.pass_obj
def remove(home: Path | None, number: int) -> None:
    """Let the person in no longer."""
    with opened(read_settings(home)) as store:
        store.people.remove(number)
    click.echo(f"{number} 已移除")


COMMANDS = {"people": people}
