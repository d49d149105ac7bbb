"""check: the findings and the three counts, of a trip's newest draft or of any report file."""

from datetime import UTC, date, datetime
from pathlib import Path

import click

from drafting.office_time import day_in_taiwan
from suixing.commands.arguments import DAY, TRIP
from suixing.settings import read_settings
from suixing.statuses import DONE, NO
from suixing.wiring import desk, opened


@click.command()
@click.argument("what", metavar="TRIP|FILE")
@click.option("--form", default="", help="Key of the form to check against.")
@click.option("--today", type=DAY, help="Day that the checks take for today.")
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Another report, or a folder of them, that a FILE is compared with; may be given again.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.pass_obj
def check(
    home: Path | None, what: str, form: str, today: date | None, against: tuple[Path, ...], as_json: bool
) -> int:
    """Check the newest draft of a trip, or a report in .docx, .odt, .pdf, .md or .txt; ends with 1 on errors."""
    from drafting.account import counts_of
    from drafting.form import form_named
    from drafting.review import standing_errors
    from suixing import speaking

    day = today or day_in_taiwan(datetime.now(UTC))
    if form:
        form_named(form)
    if what.isdecimal() and not Path(what).exists():
        settings = read_settings(home)
        with opened(settings) as store:
            trip = TRIP.convert(what, None, None)
            draft = desk(store, settings, asked="offline").check(trip, day, form)
        report, found = draft.report, draft.findings
        head: dict[str, int | str] = {"trip": trip, "draft": draft.id}
    else:
        from suixing.report_files import checked_file

        report, found = checked_file(Path(what), form, day, against)
        head = {"file": Path(what).name}
    assert report is not None  # noqa: S101 - both ways give one
    if as_json:
        speaking.as_json(
            {
                **head,
                "form": report.form,
                "counts": counts_of(report),
                "findings": [f.model_dump(mode="json") for f in found],
            }
        )
    else:
        click.echo("字數")
        speaking.counts(counts_of(report), {s.key: s.heading for s in report.sections})
        click.echo("檢核結果")
        speaking.findings(found)
    return NO if standing_errors(found) else DONE


COMMANDS = {"check": check}
