"""draft: writes a new draft and says what is still wrong with it."""

import asyncio
from datetime import UTC, date, datetime
from pathlib import Path

import click

from drafting.office_time import day_in_taiwan
from suixing.commands.arguments import DAY, TRIP, OneOf
from suixing.settings import read_settings
from suixing.statuses import DONE, NO, WRONG
from suixing.wiring import desk, opened


@click.command()
@click.argument("trip", type=TRIP)
@click.option("--writer", type=OneOf(["offline", "openai"]), default="offline", show_default=True)
@click.option("--today", type=DAY, help="Day that the checks take for today.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.pass_obj
def draft(home: Path | None, trip: int, writer: str, today: date | None, as_json: bool) -> int:
    """Write a new draft; ends with 1 if the findings hold errors."""
    from drafting.account import as_json as account
    from drafting.review import standing_errors
    from suixing import speaking

    settings = read_settings(home)
    if writer == "openai" and not (settings.llm_base_url and settings.llm_model):
        click.echo(
            "尚未設定語言模型，請設定 SUIXING_LLM_BASE_URL 與 SUIXING_LLM_MODEL，或改用 --writer offline。",
            err=True,
        )
        return WRONG
    with opened(settings) as store:
        now = datetime.now(UTC)
        day = today or day_in_taiwan(datetime.now(UTC))
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
