"""export: the documents, draft-marked before approval."""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import click

from suixing.commands.arguments import TRIP
from suixing.settings import read_settings
from suixing.wiring import desk, opened


@click.command()
@click.argument("trip", type=TRIP)
@click.option("--to", "folder", required=True, type=click.Path(path_type=Path), help="Folder to write to.")
@click.option(
    "--format",
    "formats",
    default="odt,docx,pdf",
    show_default=True,
    help="odt, docx, pdf, json; parted by commas.",
)
@click.option(
    "--edition",
    default="filed",
    show_default=True,
    type=click.Choice(["filed", "internal", "public"]),
    help="filed: as handed in; internal: every sentence with its sources; public: personal data masked.",
)
@click.pass_obj
def export(
    home: Path | None, trip: int, folder: Path, formats: str, edition: Literal["filed", "internal", "public"]
) -> None:
    """Write the approved report, or the newest draft with 「草稿」 on every page."""
    from export.errors import FormatUnknown
    from export.render import FORMATS

    settings = read_settings(home)
    wanted = [f.strip().lower() for f in formats.split(",") if f.strip()]
    known = [*FORMATS, "json"]
    if unknown := [f for f in wanted or [formats] if f not in known]:
        raise FormatUnknown(unknown[0], known)
    with opened(settings) as store:
        done = desk(store, settings, asked="offline").export(
            trip, wanted, edition, lambda told: click.echo(f"注意：{told}", err=True)
        )
    for path in write_all(folder, done):
        click.echo(str(path))


def write_all(folder: Path, contents: Mapping[str, bytes]) -> Iterator[Path]:
    """Write files by name; each has its name only when it is whole, so a full disk spoils none that was there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        with tempfile.TemporaryDirectory(prefix=".suixing-", dir=folder) as scratch:
            part = Path(scratch) / "part"
            part.write_bytes(content)
            yield part.replace(folder / name)


COMMANDS = {"export": export}
