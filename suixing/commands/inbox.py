"""inbox: the messages that wait or could not be handled."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from suixing.commands.arguments import UPDATE, OneOf
from suixing.settings import read_settings
from suixing.speaking import as_json
from suixing.wiring import opened

if TYPE_CHECKING:
    from storage.update import State


@click.group()
def inbox() -> None:
    """Messages from Telegram that wait, failed, or could not be read."""


@inbox.command("list")
@click.option("--state", type=OneOf(["waiting", "failed", "unreadable", "done"]), help="Only these.")
@click.pass_obj
def list_(home: Path | None, state: "State | None") -> None:
    """One line for each message: number, state, tries, problem."""
    with opened(read_settings(home)) as store:
        found = store.inbox.list(state)
    for item in found:
        click.echo(
            f"{item.update_id}　{item.state}　{item.received_at:%Y-%m-%d %H:%M}　試 {item.tries} 次　{item.problem}"
        )
    if not found:
        click.echo("收件匣沒有符合的訊息。")


@inbox.command()
@click.argument("update_id", type=UPDATE)
@click.pass_obj
def show(home: Path | None, update_id: int) -> None:
    """The message as Telegram sent it."""
    with opened(read_settings(home)) as store:
        found = store.inbox.show(update_id)
    if found.raw is None:
        click.echo(f"訊息 {update_id} 已處理完畢，原始內容不再保留；文字在案件的素材裡。", err=True)
    else:
        as_json(found.raw)


@inbox.command()
@click.argument("update_id", type=UPDATE)
@click.pass_obj
def retry(home: Path | None, update_id: int) -> None:
    """Have the bot try again at its next start."""
    with opened(read_settings(home)) as store:
        store.inbox.retry(update_id)
    click.echo(f"訊息 {update_id} 會在機器人下次啟動時重新處理。")


@inbox.command()
@click.argument("update_id", type=UPDATE)
@click.pass_obj
def drop(home: Path | None, update_id: int) -> None:
    """Give the message up."""
    with opened(read_settings(home)) as store:
        store.inbox.drop(update_id)
    click.echo(f"訊息 {update_id} 已放棄處理。")


COMMANDS = {"inbox": inbox}
