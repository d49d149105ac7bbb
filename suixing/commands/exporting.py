"""export: the documents, draft-marked before approval."""

from pathlib import Path

import click

from suixing.settings import read_settings
from suixing.wiring import desk, opened


@click.command()
@click.argument("trip", type=int)
@click.option(
    "--to",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write to.",
)
@click.option(
    "--format",
    "formats",
    default="odt,docx,pdf",
    show_default=True,
    help="odt, docx, pdf, json; parted by commas.",
)
@click.pass_obj
def export(home: Path | None, trip: int, folder: Path, formats: str) -> None:
    """Write the approved report, or the newest draft with 「草稿」 on every page."""
    settings = read_settings(home)
    wanted = [f.strip().lower() for f in formats.split(",") if f.strip()]
    with opened(settings) as store:
        done = desk(store, settings, asked="offline").export(trip, wanted)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in done.items():
        (folder / name).write_bytes(content)
        click.echo(str(folder / name))


COMMANDS = {"export": export}
