"""submit, approve, return: a draft is handed in, and staff decide."""

from datetime import UTC, datetime
from pathlib import Path

import click

from suixing.commands.arguments import TRIP, OneOf
from suixing.settings import read_settings
from suixing.wiring import desk, opened


@click.command()
@click.argument("trip", type=TRIP)
@click.option("--by", required=True, help="Who hands it in.")
@click.pass_obj
def submit(home: Path | None, trip: int, by: str) -> None:
    """Hand the newest draft in for approval; it then stands in the queue of staff."""
    settings = read_settings(home)
    with opened(settings) as store:
        draft = desk(store, settings, asked="offline").submit(trip, by, datetime.now(UTC))
    click.echo(f"案件 {trip} 草稿 {draft.id} 已送審。")


@click.command()
@click.argument("trip", type=TRIP)
@click.option("--by", required=True, help="Who approves.")
@click.option("--despite", multiple=True, metavar="CHECK=REASON", help="Let a finding pass, with the reason.")
@click.pass_obj
def approve(home: Path | None, trip: int, by: str, despite: tuple[str, ...]) -> None:
    """Approve the newest draft; refused (1) while an error stands that no reason overrides."""
    reasons: dict[str, str] = {}
    for item in despite:
        check, equals, reason = item.partition("=")
        if not equals:
            raise click.BadParameter(
                f"「{item}」請寫成 檢核代碼=理由，例如 LEN-1=摘要依主管指示精簡", param_hint="--despite"
            )
        reasons[check.strip()] = reason
    settings = read_settings(home)
    with opened(settings) as store:
        approval = desk(store, settings, asked="offline").approve(trip, by, datetime.now(UTC), reasons)
    click.echo(f"案件 {trip} 草稿 {approval.draft.id} 已由 {approval.by} 核可，指紋 {approval.digest}")


@click.command("return")
@click.argument("trip", type=TRIP)
@click.option("--by", required=True, help="Who returns it.")
@click.option(
    "--reason",
    required=True,
    type=OneOf(["1", "2", "3", "4", "5", "6"]),
    help="Code of the official reason.",
)
@click.option("--note", default="", help="What is to be done.")
@click.pass_obj
def return_(home: Path | None, trip: int, by: str, reason: str, note: str) -> None:
    """Return the newest draft for correction.

    Reasons: 1 不符原核定計畫, 2 以外文撰寫或僅蒐集外文資料, 3 內容空洞或未涵蓋要項, 4 抄襲, 5 引用未註明來源, 6 電子檔未依格式.
    """
    from drafting.review import ReturnReason

    settings = read_settings(home)
    with opened(settings) as store:
        why = ReturnReason(reason)
        draft = desk(store, settings, asked="offline").send_back(trip, by, why, note, datetime.now(UTC))
    click.echo(f"案件 {trip} 草稿 {draft.id} 已退回補正：{why.text}{'；' + note if note else ''}")


COMMANDS = {"submit": submit, "approve": approve, "return": return_}
