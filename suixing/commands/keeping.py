"""erase, backup: what the operator must be able to do with what is remembered."""

from datetime import UTC, datetime
from pathlib import Path

import click

from suixing.commands.arguments import TRIP
from suixing.settings import read_settings
from suixing.wiring import opened


@click.command()
@click.argument("trip", type=TRIP)
@click.option("--by", default="系統管理者", show_default=True, help="Who erases.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def erase(home: Path | None, trip: int, by: str, yes: bool) -> None:
    """Erase a trip: messages, pictures, drafts and approvals. One line in the audit log stays."""
    with opened(read_settings(home)) as store:
        name = store.trips.load(trip).report_name or "（未命名）"
        if not yes:
            click.confirm(f"要永久刪除案件 {trip}「{name}」的全部資料嗎？", abort=True)
        store.trips.erase(trip, by, datetime.now(UTC))
    click.echo(f"案件 {trip} 的資料已全部刪除。")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def backup(home: Path | None, file: Path) -> None:
    """Copy the database and the pictures into one zip FILE, while the bot runs."""
    with opened(read_settings(home)) as store:
        store.backup(file)
    click.echo(str(file))


COMMANDS = {"erase": erase, "backup": backup}
