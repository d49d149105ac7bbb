"""sheets, monthly: what goes beside a report, and the lists that the registrar hands in each month."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import click

from drafting.office_time import day_in_taiwan
from suixing.commands.arguments import DAY, TRIP
from suixing.settings import read_settings
from suixing.wiring import desk, opened

_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>0?[1-9]|1[0-2])")
_to = click.option(
    "--to", "folder", required=True, type=click.Path(path_type=Path), help="Folder to write to."
)


@click.command()
@click.argument("trip", type=TRIP)
@_to
@click.option("--format", "formats", default="odt,docx,pdf", show_default=True, help="Of what is signed.")
@click.pass_obj
def sheets(home: Path | None, trip: int, folder: Path, formats: str) -> None:
    """Write 審核表 with the self-check filled in, the basic data for registration, and the suggestions to track."""
    from bot.desk import file_stem
    from drafting.review import form_behind
    from export.errors import FormatUnknown
    from export.render import FORMATS
    from export.sheets.beside import sheets_beside
    from suixing.commands.exporting import write_all

    wanted = [f.strip().lower() for f in formats.split(",") if f.strip()]
    if unknown := [f for f in wanted or [formats] if f not in FORMATS]:
        raise FormatUnknown(unknown[0], FORMATS)
    settings = read_settings(home)
    with opened(settings) as store:
        item = desk(store, settings, asked="offline").newest(trip)
        stem = file_stem(item)
        names = [f"{stem}.{ending}" for ending in FORMATS]
        done = sheets_beside(item, form_behind(item), store.files.read, wanted, names)
    for path in write_all(folder, {f"{stem}_{name}": content for name, content in done.items()}):
        click.echo(str(path))


@click.command()
@click.argument("month", metavar="YYYY-MM")
@_to
@click.option("--today", type=DAY, help="Day by which lateness is counted.")
@click.pass_obj
def monthly(home: Path | None, month: str, folder: Path, today: date | None) -> None:
    """Write the month's lists of trips begun and of reports approved (附件三、附件四), and all suggestions to track."""
    from drafting.form import form_of
    from drafting.review import form_behind
    from drafting.sheets.evidence import evidence_of
    from drafting.sheets.monthly import Filed, authorised, registered
    from drafting.sheets.tracking import tracking
    from export.sheets.ods import write_ods
    from export.sheets.xlsx import write_xlsx
    from suixing.commands.exporting import write_all

    if (found := _MONTH.fullmatch(month)) is None:
        raise click.BadParameter(f"「{month}」不是月份，請照 2026-09 這樣寫", param_hint="YYYY-MM")
    year, number = int(found["year"]), int(found["month"])
    day = today or day_in_taiwan(datetime.now(UTC))
    trips, reports = [], []
    with opened(read_settings(home)) as store:
        for trip in store.trips.ids():
            known, latest, approval = (
                store.trips.load(trip),
                store.drafts.latest(trip),
                store.drafts.approval(trip),
            )
            form = form_of(known)
            approved_on = day_in_taiwan(approval.at) if approval else None
            trips.append(
                Filed(
                    trip=known, form=form, status=latest.status if latest else None, approved_on=approved_on
                )
            )
            if approval:
                reports.append(evidence_of(approval, form_behind(approval)))
    grids = (authorised(trips, year, number, day), registered(trips, year, number), tracking(reports))
    at = datetime(year, number, 1, tzinfo=UTC)
    stem = f"出國案件月報_{year - 1911}年{number}月"
    for path in write_all(
        folder, {f"{stem}.ods": write_ods(grids, at), f"{stem}.xlsx": write_xlsx(grids, at)}
    ):
        click.echo(str(path))
    click.echo(
        f"起程 {len(grids[0].rows)} 案、核可 {len(grids[1].rows)} 案、追蹤建議 {len(grids[2].rows)} 項。"
    )


COMMANDS = {"sheets": sheets, "monthly": monthly}
