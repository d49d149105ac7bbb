"""demo: the whole way in one go, on the built-in invented trip, without network, key or office suite."""

import asyncio
import time
from datetime import UTC, datetime
from pathlib import Path

import click

from drafting.review import standing_errors
from storage.store import Store
from suixing import speaking
from suixing.commands.exporting import write_all
from suixing.demo import demo_export, transcript
from suixing.settings import Settings
from suixing.statuses import DONE, NO
from suixing.wiring import desk

_SHOWN = 18  # lines of the chat that are shown; it has over a hundred messages


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("suixing-demo"), show_default=True,
              help="Folder for the documents and the demonstration's own database.")  # fmt: skip
def demo(out: Path) -> int:
    """Show the way from a trip's chat to the approved documents."""
    from bot.importing import import_export

    began = time.monotonic()
    settings = Settings(home=out / "home")
    with Store.open(settings.home) as store, demo_export() as folder:
        _title("一、出國途中的對話（內建的虛構行程，節錄）")
        for line in transcript(_SHOWN):
            click.echo(f"  {line}")
        _title("二、匯入對話")
        now = datetime.now(UTC)
        imported = import_export(store, folder, "", now)
        trip = store.trips.load(imported.trip)
        click.echo(
            f"  新增 {imported.new} 則素材、照片 {imported.pictures} 張；再匯入同一份不會重複（已有 {imported.same} 則）。"
        )
        click.echo(f"  讀出：{trip.report_name}")
        click.echo(
            f"  人員：{'、'.join(t.name for t in trip.travellers)}　期間：{trip.period.start if trip.period else ''} 至 {trip.period.end if trip.period else ''}"
        )
        _title("三、撰寫草稿（離線，不使用語言模型）與檢核")
        today = trip.report_date or now.date()
        workplace = desk(store, settings, asked="offline")
        draft = asyncio.run(workplace.draft(imported.trip, "offline", now, today, speaking.progress))
        speaking.findings(draft.findings)
        assert draft.report is not None  # noqa: S101 - a finished draft has one
        click.echo(f"  未使用的素材 {len(draft.report.unused)} 則，例如：")
        for unused in draft.report.unused[:4]:
            click.echo(f"    {unused.ref}：{unused.reason}")
        if standing_errors(draft.findings):
            click.echo("還有錯誤，不能核可；草稿仍可匯出。")
        else:
            _title("四、核可")
            approval = workplace.approve(imported.trip, "示範審核人員", now, {})
            click.echo(f"  由{approval.by}核可，內容指紋 {approval.digest[:16]}…，此後不可更改。")
        _title("五、文件")
        for path in write_all(out, workplace.export(imported.trip, ["odt", "docx", "pdf"])):
            click.echo(f"  {path}（{path.stat().st_size // 1024} KB）")
    click.echo(
        f"全程 {time.monotonic() - began:.1f} 秒。接著可以試：suixing --home {out / 'home'} show {imported.trip}"
    )
    return NO if standing_errors(draft.findings) else DONE


def _title(text: str) -> None:
    click.echo()
    click.secho(text, bold=True)


COMMANDS = {"demo": demo}
