"""draft: writes a new draft and says what is still wrong with it."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import click

from suixing.settings import read_settings
from suixing.statuses import DONE, NO
from suixing.wiring import desk, opened


@click.command()
@click.argument("trip", type=int)
@click.option("--writer", default="offline", show_default=True, help="offline or openai")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Day that the checks take for today.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.pass_obj
def draft(home: Path | None, trip: int, writer: str, today: datetime | None, as_json: bool) -> int:
    """Write a new draft; ends with 1 if the findings hold errors."""
    from drafting.account import as_json as account
    from drafting.review import standing_errors
    from suixing import speaking

    settings = read_settings(home)
    with opened(settings) as store:
        now = datetime.now(UTC)
        day = today.date() if today else datetime.now().astimezone().date()
        done = asyncio.run(
            desk(store, settings, asked=writer).draft(trip, writer, now, day, speaking.progress)
        )
        if as_json:
            speaking.as_json(account(done))
        else:
            assert done.report is not None  # noqa: S101 - a finished draft has one
            click.echo(f"草稿 {done.id} 已完成。未使用素材 {len(done.report.unused)} 則：")
            for unused in done.report.unused:
                click.echo(f"  {unused.ref}：{unused.reason}")
            speaking.findings(done.findings)
        return NO if standing_errors(done.findings) else DONE


COMMANDS = {"draft": draft}
