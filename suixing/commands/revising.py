"""revise, edit, versions, diff, restore, read, remarks: a draft changed by people."""

import asyncio
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafting.office_time import TAIWAN, day_in_taiwan
from suixing.commands.arguments import DAY, DRAFT, REMARK, TRIP, OneOf
from suixing.settings import read_settings
from suixing.statuses import DONE, NO
from suixing.wiring import desk, opened

if TYPE_CHECKING:
    from drafting.review import Draft
    from drafting.revising.differences import Change

_by = click.option("--by", required=True, help="Who says so.")
_today = click.option("--today", type=DAY, help="Day that the checks take for today.")


@click.command()
@click.argument("trip", type=TRIP)
@click.argument("wish")
@_by
@click.option("--writer", type=OneOf(["offline", "openai"]), default="offline", show_default=True)
@_today
@click.pass_obj
def revise(home: Path | None, trip: int, wish: str, by: str, writer: str, today: date | None) -> int:
    """Write a new draft that heeds a WISH for one part: "伍再具體一點，加上 N40".

    The offline writer puts material in or leaves it out; only a model can follow words such as 再具體一點.
    """
    from suixing import speaking

    settings = read_settings(home)
    with opened(settings) as store:
        now = datetime.now(UTC)
        served = desk(store, settings, asked=writer)
        before = served.versions(trip)
        done = asyncio.run(served.revise(trip, wish, by, writer, now, _day(today), speaking.progress))
        _say_version(done, served.compare(trip, before[-1].id, done.id))
        if writer == "offline" and (words := done.trip_then.wishes[-1].words if done.trip_then else ""):
            click.echo(f"「{words}」已記下；離線撰寫只能增減素材，文字上的要求要由語言模型或您自己改寫。")
    return _status(done)


@click.command()
@click.argument("trip", type=TRIP)
@click.argument("before")
@click.argument("after")
@_by
@_today
@click.pass_obj
def edit(home: Path | None, trip: int, before: str, after: str, by: str, today: date | None) -> int:
    """Put a sentence of the newest draft in your own words; an empty AFTER takes it out. Later drafts carry it too."""
    settings = read_settings(home)
    with opened(settings) as store:
        served = desk(store, settings, asked="offline")
        done = served.edit(trip, before, after, by, datetime.now(UTC), _day(today))
        _say_version(done, served.compare(trip, None, done.id))
    return _status(done)


@click.command()
@click.argument("trip", type=TRIP)
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.pass_obj
def versions(home: Path | None, trip: int, as_json: bool) -> None:
    """Every version of the report of a trip, oldest first."""
    from suixing import speaking
    from suixing.commands.looking import STATES

    settings = read_settings(home)
    with opened(settings) as store:
        found = desk(store, settings, asked="offline").versions(trip)
    rows = [
        {
            "draft": v.id, "status": v.status.value, "writer": v.recipe.writer,
            "written_at": v.written_at.isoformat() if v.written_at else None,
            "edits": len(v.trip_then.edits) if v.trip_then else 0,
            "wishes": len(v.trip_then.wishes) if v.trip_then else 0,
        }
        for v in found
    ]  # fmt: skip
    if as_json:
        speaking.as_json(rows)
        return
    for row, version in zip(rows, found, strict=True):
        when = f"{version.written_at.astimezone(TAIWAN):%Y-%m-%d %H:%M}" if version.written_at else "－"
        click.echo(
            f"草稿 {row['draft']}　{when}　{STATES[str(row['status'])]}　手改 {row['edits']} 句、要求 {row['wishes']} 項"
        )
    if not rows:
        click.echo(f"案件 {trip} 還沒有草稿，請先產生草稿（draft）。")


@click.command()
@click.argument("trip", type=TRIP)
@click.argument("old", type=DRAFT, required=False)
@click.argument("new", type=DRAFT, required=False)
@click.option(
    "--to", "folder", type=click.Path(path_type=Path), help="Write it as ODT, DOCX and PDF to here."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.pass_obj
def diff(
    home: Path | None, trip: int, old: int | None, new: int | None, folder: Path | None, as_json: bool
) -> None:
    """What two versions differ in, word by word; the newest and the one before it, unless others are named."""
    from suixing import speaking

    settings = read_settings(home)
    with opened(settings) as store:
        served = desk(store, settings, asked="offline")
        changes = served.compare(trip, old, new)
        found = served.versions(trip)
        later = next((v for v in found if v.id == new), found[-1])
        earlier = next((v for v in found if v.id == old), None) or [v for v in found if v.id < later.id][-1]
        returned = store.drafts.sent_back(earlier.id)
    if folder is not None:
        from export.redline import redlined
        from suixing.commands.exporting import write_all

        for path in write_all(folder, redlined(earlier, later, changes, returned)):
            click.echo(str(path))
    elif as_json:
        speaking.as_json([change.model_dump(mode="json") for change in changes])
    else:
        _say_changes(changes)


@click.command()
@click.argument("trip", type=TRIP)
@click.argument("draft", type=DRAFT)
@_by
@_today
@click.pass_obj
def restore(home: Path | None, trip: int, draft: int, by: str, today: date | None) -> int:
    """Make a new version that reads like an earlier DRAFT."""
    settings = read_settings(home)
    with opened(settings) as store:
        done = desk(store, settings, asked="offline").restore(trip, draft, by, datetime.now(UTC), _day(today))
    click.echo(f"已依草稿 {draft} 建立草稿 {done.id}；原有的各版都還在。")
    return _status(done)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("trip", type=TRIP)
@_by
@_today
@click.pass_obj
def read(home: Path | None, file: Path, trip: int, by: str, today: date | None) -> int:
    """Take a report back that was edited in Word or LibreOffice (.docx, .odt): changed sentences are kept as your words."""
    from bot.reading_back import opened_report, read_back
    from suixing.report_files import content_of

    settings = read_settings(home)
    content = content_of(file)
    with opened(settings) as store:
        served = desk(store, settings, asked="offline")
        before = served.latest(trip)
        back = read_back(
            store, served, trip, opened_report(file.name, content), by, datetime.now(UTC), _day(today)
        )
        for sentence in back.returned.told:
            click.echo(sentence, err=True)
        for remark in back.asked:
            click.echo(f"註解（{remark.by or by}）：{remark.text}　就「{remark.quote}」", err=True)
        if back.draft.id == before.id:
            click.echo(f"「{file.name}」和草稿的文字相同，沒有更動。")
            return DONE
        _say_version(back.draft, served.compare(trip, before.id, back.draft.id))
    return _status(back.draft)


@click.command()
@click.argument("trip", type=TRIP)
@click.argument("number", type=REMARK, required=False)
@click.argument("answer", required=False, default="")
@click.option("--by", default="", help="Who answers.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.pass_obj
def remarks(home: Path | None, trip: int, number: int | None, answer: str, by: str, as_json: bool) -> None:
    """What readers asked at the edge of the document and nobody has answered; with NUMBER and ANSWER, answer it."""
    from suixing import speaking

    with opened(read_settings(home)) as store:
        if number is not None:
            if not answer.strip() or not by.strip():
                raise click.UsageError(
                    "請寫明回覆內容與回覆人，例如：suixing remarks 1 2 已補上數字 --by 姓名"
                )
            store.trips.answer(trip, number, answer.strip(), by.strip(), datetime.now(UTC))
        found = store.trips.load(trip).remarks
    if as_json:
        speaking.as_json([remark.model_dump(mode="json") for remark in found])
        return
    for remark in found:
        click.echo(f"{remark.number}　{remark.by}：{remark.text}　就「{remark.quote}」")
    if not found:
        click.echo("沒有待回覆的註解。")


def _say_version(done: "Draft", changes: "tuple[Change, ...]") -> None:
    from suixing import speaking

    click.echo(f"草稿 {done.id} 已完成，與前一版的差異：")
    _say_changes(changes)
    speaking.findings(done.findings)


def _say_changes(changes: "tuple[Change, ...]") -> None:
    """As a person reads it: what is gone in [－…－], what is new in [＋…＋]."""
    if not changes:
        click.echo("兩版內容相同。")
    where = ""
    for change in changes:
        if change.where != where:
            click.echo(change.where)
            where = change.where
        marks = {"same": "{}", "removed": "[－{}－]", "added": "[＋{}＋]"}
        click.echo("  " + "".join(marks[piece.kind].format(piece.text) for piece in change.pieces))


def _day(today: date | None) -> date:
    return today or day_in_taiwan(datetime.now(UTC))


def _status(done: "Draft") -> int:
    from drafting.review import standing_errors

    return NO if standing_errors(done.findings) else DONE


COMMANDS = {
    "revise": revise,
    "edit": edit,
    "versions": versions,
    "diff": diff,
    "restore": restore,
    "read": read,
    "remarks": remarks,
}
