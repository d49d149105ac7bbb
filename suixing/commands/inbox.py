"""inbox: what waits or could not be dealt with: messages received, slow work, messages to send."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import click

from storage.store import Store
from suixing.commands.arguments import OneOf
from suixing.settings import read_settings
from suixing.speaking import as_json
from suixing.wiring import opened

_STATES = {"dead": "failed", "sent": "done"}
"""Slow work and messages to send call these states by names of their own."""


class Item(NamedTuple):
    """``kind`` is "" for a message that was received, "job" for slow work, "out" for a message to send."""

    kind: str
    number: int

    def __str__(self) -> str:
        return f"{self.kind}-{self.number}" if self.kind else str(self.number)


class _ItemType(click.ParamType[Item]):
    name = "NUMBER"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Item:
        kind, _, number = str(value).strip().rpartition("-")
        if kind not in ("", "job", "out") or not number.isdecimal() or len(number) > 18:
            self.fail(f"「{value}」不是收件匣的編號，請先用 suixing inbox list 查詢", param, ctx)
        return Item(kind, int(number))


ITEM = _ItemType()


@click.group()
def inbox() -> None:
    """What waits, failed, or could not be read: messages received (12), slow work (job-12), messages to send (out-12)."""


@inbox.command("list")
@click.option("--state", type=OneOf(["waiting", "failed", "unreadable", "done"]), help="Only these.")
@click.pass_obj
def list_(home: Path | None, state: str | None) -> None:
    """One line for each: number, state, since when, tries, problem."""
    with opened(read_settings(home)) as store:
        lines = [line for known, line in _lines(store) if state in (None, known)]
    click.echo("\n".join(lines) if lines else "收件匣沒有符合的訊息。")


@inbox.command()
@click.argument("number", type=ITEM)
@click.pass_obj
def show(home: Path | None, number: Item) -> None:
    """The message as Telegram sent it, the work with what it is about, or the message to send."""
    with opened(read_settings(home)) as store:
        if number.kind == "job":
            as_json(store.jobs.show(number.number).model_dump(mode="json"))
            return
        if number.kind == "out":
            sending = store.outbox.show(number.number)
            as_json(sending.model_dump(mode="json", exclude={"file"}) | {"bytes": len(sending.file)})
            return
        found = store.inbox.show(number.number)
    if found.raw is None:
        click.echo(f"訊息 {number} 已處理完畢，原始內容不再保留；文字在案件的素材裡。", err=True)
    else:
        as_json(found.raw)


@inbox.command()
@click.argument("number", type=ITEM)
@click.pass_obj
def retry(home: Path | None, number: Item) -> None:
    """Have the bot try again: slow work within half a minute, messages at its next start."""
    with opened(read_settings(home)) as store:
        if number.kind == "job":
            store.jobs.retry(number.number, datetime.now(UTC))
            click.echo(f"工作 {number} 會在半分鐘內重做；機器人未啟動時，啟動後重做。")
            return
        if number.kind == "out":
            store.outbox.retry(number.number, datetime.now(UTC))
            click.echo(f"訊息 {number} 會在機器人下次啟動時重新送出。")
            return
        store.inbox.retry(number.number)
    click.echo(f"訊息 {number} 會在機器人下次啟動時重新處理。")


@inbox.command()
@click.argument("number", type=ITEM)
@click.pass_obj
def drop(home: Path | None, number: Item) -> None:
    """Give it up."""
    with opened(read_settings(home)) as store:
        if number.kind == "job":
            store.jobs.drop(number.number)
        elif number.kind == "out":
            store.outbox.drop(number.number)
        else:
            store.inbox.drop(number.number)
    click.echo(f"{'工作' if number.kind == 'job' else '訊息'} {number} 已放棄處理。")


def _lines(store: Store) -> Iterator[tuple[str, str]]:
    """The state and the line of everything. Of work and sends that went well nothing is told."""
    for item in store.inbox.list():
        told = f"{item.update_id}　{item.state}　{item.received_at:%Y-%m-%d %H:%M}　試 {item.tries} 次　{item.problem}"
        yield item.state, told
    for job in store.jobs.list():
        if job.state == "done":
            continue
        state = _STATES.get(job.state, job.state)
        yield (
            state,
            f"job-{job.id}　{state}　{job.due_at:%Y-%m-%d %H:%M}　試 {job.attempts} 次　{job.kind} {job.problem}",
        )
    for sending in store.outbox.list():
        if sending.state == "sent":
            continue
        state = _STATES.get(sending.state, sending.state)
        told = f"out-{sending.id}　{state}　{sending.due_at:%Y-%m-%d %H:%M}　試 {sending.attempts} 次　{sending.problem}"
        yield state, told


COMMANDS = {"inbox": inbox}
