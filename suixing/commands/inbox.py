"""inbox: the messages that wait or could not be handled."""

import json
from pathlib import Path

import click

from suixing.settings import read_settings
from suixing.wiring import opened


@click.group()
def inbox() -> None:
    """Messages from Telegram that wait, failed, or could not be read."""


@inbox.command("list")
@click.option("--state", default=None, help="waiting, failed, unreadable or done")
@click.pass_obj
def list_(home: Path | None, state: str | None) -> None:
    """One line for each message: number, state, tries, problem."""
    from storage.update import State

    if state is not None and state not in {s.value for s in State}:
        raise click.BadParameter(
            f"沒有「{state}」這種狀態，請改用：{'、'.join(s.value for s in State)}", param_hint="--state"
        )
    with opened(read_settings(home)) as store:
        found = store.inbox.list(State(state) if state else None)
    for item in found:
        click.echo(
            f"{item.update_id}　{item.state.value}　{item.received_at:%Y-%m-%d %H:%M}　試 {item.tries} 次　{item.problem}"
        )
    if not found:
        click.echo("收件匣沒有待處理的訊息。")


@inbox.command()
@click.argument("update_id", type=int)
@click.pass_obj
def show(home: Path | None, update_id: int) -> None:
    """The message as Telegram sent it."""
    with opened(read_settings(home)) as store:
        click.echo(json.dumps(store.inbox.show(update_id).raw, ensure_ascii=False, indent=1))


@inbox.command()
@click.argument("update_id", type=int)
@click.pass_obj
def retry(home: Path | None, update_id: int) -> None:
    """Have the bot try again at its next start."""
    with opened(read_settings(home)) as store:
        store.inbox.retry(update_id)
    click.echo(f"訊息 {update_id} 會在機器人下次啟動時重新處理。")


@inbox.command()
@click.argument("update_id", type=int)
@click.pass_obj
def drop(home: Path | None, update_id: int) -> None:
    """Give the message up."""
    with opened(read_settings(home)) as store:
        store.inbox.drop(update_id)
    click.echo(f"訊息 {update_id} 已放棄處理。")


COMMANDS = {"inbox": inbox}
