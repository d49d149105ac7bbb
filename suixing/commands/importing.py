"""import: a Telegram Desktop export becomes a trip."""

from datetime import UTC, datetime
from pathlib import Path

import click

from suixing.settings import read_settings
from suixing.wiring import opened


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--form", default="", help="Key of the form; without it the category chooses.")
@click.option("--chat", type=int, default=0, help="Number of the chat, if the export holds several.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.pass_obj
def import_(home: Path | None, path: Path, form: str, chat: int, as_json: bool) -> None:
    """Read a Telegram Desktop export (a folder or its result.json).

    Reading the same export again adds nothing; one that has grown adds what is new.
    """
    from bot.importing import import_export
    from drafting.form import form_named
    from suixing import speaking

    if form:
        form_named(form)
    settings = read_settings(home)
    with opened(settings) as store:
        done = import_export(store, path, form, datetime.now(UTC), chat)
        if as_json:
            speaking.as_json(done._asdict())
            return
        click.echo(
            f"案件 {done.trip}：新增 {done.new} 則、更新 {done.changed} 則、已有 {done.same} 則、照片 {done.pictures} 張。"
        )
        for problem in done.problems:
            click.echo(f"  注意：{problem}", err=True)


COMMANDS = {"import": import_}
