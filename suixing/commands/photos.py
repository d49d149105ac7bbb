"""photos: which pictures the report shows. Two are proposed for each activity; the traveller decides."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from suixing.commands.arguments import TRIP
from suixing.settings import read_settings
from suixing.wiring import opened

if TYPE_CHECKING:
    from drafting.material import Ref
    from drafting.plan.photo_proposal import Candidate, Proposal
    from drafting.trip import Trip
    from storage.store import Store


@click.command()
@click.argument("trip", type=TRIP)
@click.option("--keep", default="", metavar="REFS", help="Show these whatever the rules think: P3,P4.")
@click.option("--leave", default="", metavar="REFS", help="Never show these: P5,P6.")
@click.option("--reset", default="", metavar="REFS", help="Take a decision back: P3, or `all`.")
@click.option("--agree", is_flag=True, help="Take the proposal: keep two of each activity, leave the others.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.pass_obj
def photos(
    home: Path | None, trip: int, keep: str, leave: str, reset: str, agree: bool, as_json: bool
) -> None:
    """Propose two photos for each activity by sharpness, exposure, likeness and spread; keep or leave any of them.

    Without a decision the report shows every photo that is not kept back. Decisions count from the next draft on.
    """
    from suixing import speaking

    with opened(read_settings(home)) as store:
        known = store.trips.load(trip)
        chosen: dict[Ref, str] = dict.fromkeys(_refs(reset, known), "")
        chosen |= dict.fromkeys(_refs(keep, known), "keep") | dict.fromkeys(_refs(leave, known), "leave")
        if agree:
            found = _proposal(store, known)
            chosen |= dict.fromkeys(found.proposed(), "keep") | dict.fromkeys(found.others(), "leave")
        for ref, choice in chosen.items():
            store.trips.attach(trip, ref, {"choice": choice})
        if chosen:
            told = "、".join(f"{ref} {choice or '未定'}" for ref, choice in chosen.items())
            store.audit.note(datetime.now(UTC), "指令列", "選照片", trip, told)
        found = _proposal(store, store.trips.load(trip))
        if as_json:
            speaking.as_json(found.model_dump(mode="json") | {"proposed": list(found.proposed())})
            return
        _print(found, changed=len(chosen))


def _refs(given: str, trip: "Trip") -> list["Ref"]:
    """The references of a list; raises click.BadParameter for one that is no photo of the trip."""
    from drafting.material import Medium, Ref

    known = [m.ref for m in trip.material if m.medium is Medium.PHOTO]
    if given.strip().lower() == "all":
        return known
    wanted = [Ref(ref.strip().upper()) for ref in given.replace("、", ",").split(",") if ref.strip()]
    if strange := [ref for ref in wanted if ref not in known]:
        raise click.BadParameter(f"這個案件沒有照片 {'、'.join(strange)}，請用 suixing photos 查看編號。")
    return wanted


def _proposal(store: "Store", trip: "Trip") -> "Proposal":
    from drafting.form import form_of
    from drafting.material import Medium
    from drafting.plan.photo_proposal import propose
    from storage.looks import exposure

    light = {}
    for piece in trip.material:
        if piece.medium is Medium.PHOTO and piece.file and piece.file.content:
            content = store.files.read(piece.file.content)
            if content and (measured := exposure(content)) is not None:
                light[piece.ref] = measured
    return propose(trip, form_of(trip), light)


def _print(found: "Proposal", *, changed: int) -> None:
    if changed:
        click.echo(f"已記下 {changed} 張照片的選擇，下一份草稿起生效。")
    for group in found.groups:
        click.echo(group.title)
        for candidate in group.candidates:
            click.echo(_line(candidate))
    if found.kept_back:
        click.echo("目前不放入報告（要放請用 --keep）")
        for candidate in found.kept_back:
            click.echo(_line(candidate))
    if not found.groups and not found.kept_back:
        click.echo("這個案件還沒有照片。")
    else:
        click.echo("★ 建議放入。請用 --keep、--leave 逐張決定，或用 --agree 採用全部建議。")


def _line(candidate: "Candidate") -> str:
    mark = {"keep": "✓", "leave": "✗"}.get(candidate.choice) or ("★" if candidate.proposed else "　")
    return f"  {mark} {candidate.ref:<5}{candidate.caption[:40]}（{candidate.why}）"


COMMANDS = {"photos": photos}
