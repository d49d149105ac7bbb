"""trips, show, forms: what is there."""

from pathlib import Path

import click

from suixing.commands.arguments import TRIP
from suixing.settings import read_settings
from suixing.wiring import opened

STATES = {
    "requested": "撰寫中",
    "written": "草稿完成",
    "submitted": "送審中",
    "returned": "已退回",
    "approved": "已核可",
    "failed": "撰寫失敗",
    "superseded": "已有新版",
}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.pass_obj
def trips(home: Path | None, as_json: bool) -> None:
    """List the trips: number, name, period, how much material, state of the newest draft."""
    from drafting.dates import roc_range
    from suixing import speaking

    with opened(read_settings(home)) as store:
        rows = []
        for number in store.trips.ids():
            trip, draft = store.trips.load(number), store.drafts.latest(number)
            period = trip.period.model_dump(mode="json") if trip.period else None
            rows.append(
                {
                    "trip": number, "report_name": trip.report_name, "period": period,
                    "material": len(trip.material), "draft": draft.id if draft else None,
                    "status": draft.status.value if draft else "",
                }
            )  # fmt: skip
            if not as_json:
                when = roc_range(trip.period.start, trip.period.end) if trip.period else "期間未定"
                click.echo(
                    f"{number}　{trip.report_name or '（未命名）'}　{when}　素材 {len(trip.material)} 則　{STATES.get(str(rows[-1]['status']), '尚無草稿')}"
                )
        if as_json:
            speaking.as_json(rows)
        elif not rows:
            click.echo("還沒有案件。請用 suixing import 匯入對話，或用 suixing chat 開始記錄。")


@click.command()
@click.argument("trip", type=TRIP)
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.pass_obj
def show(home: Path | None, trip: int, as_json: bool) -> None:
    """Fields, itinerary, and every piece of material with its reference and Telegram message ids."""
    from drafting.account import material_json, trip_fields
    from drafting.form import form_of
    from drafting.plan.shown import shown_fields
    from suixing import speaking

    with opened(read_settings(home)) as store:
        found = store.trips.load(trip)
        form = form_of(found)
        if as_json:
            speaking.as_json(
                {
                    "trip": trip, "form": form.key, "fields": {**trip_fields(found), "shown": shown_fields(found, form)},
                    "field_sources": {key: list(refs) for key, refs in found.sources.items()},
                    "names": [n.model_dump(mode="json") for n in found.names],
                    "material": [material_json(m) for m in found.material],
                }
            )  # fmt: skip
            return
        click.echo(form.name)
        for field in form.fields:
            value = shown_fields(found, form)[field.key].replace("\n", "；") or "（未填）"
            origin = "（手動填寫）" if field.key in found.by_hand else ""
            click.echo(f"  {field.label}：{value}{origin}")
        click.echo("行程")
        for day in found.itinerary:
            click.echo(f"  {day.day}　{day.place}　{day.activity}")
        click.echo("素材")
        for m in found.material:
            text = " ".join((m.text or m.place_name or (m.file.name if m.file else "")).split())
            click.echo(
                f"  {m.ref:<5}{m.meant_on} {m.kind.value:<11} {text[:60]}  (訊息 {', '.join(map(str, m.message_ids))})"
            )


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.pass_obj
def forms(home: Path | None, as_json: bool) -> None:
    """The forms with their fields, parts and limits, and where each value comes from."""
    from drafting.form import all_forms
    from suixing import speaking
    from suixing.form_lines import lines_of

    read_settings(home)
    if as_json:
        speaking.as_json([form.model_dump(mode="json") for form in all_forms()])
        return
    for form in all_forms():
        for line in lines_of(form):
            click.echo(line)


@click.command()
@click.argument("trip", type=TRIP)
@click.argument("ref")
@click.pass_obj
def why(home: Path | None, trip: int, ref: str) -> None:
    """Say why a piece of material (REF: N12) stands where it stands in the report, and how to put it elsewhere."""
    from drafting.form import form_of
    from drafting.material import Ref
    from drafting.plan.why import explained
    from storage.errors import PieceUnknown

    with opened(read_settings(home)) as store:
        found, wanted = store.trips.load(trip), Ref(ref.upper())
        if found.piece(wanted) is None:
            raise PieceUnknown(wanted)
        latest = store.drafts.latest(trip)
        for line in explained(found, form_of(found), wanted, latest.report if latest else None):
            click.echo(line)


COMMANDS = {"trips": trips, "show": show, "forms": forms, "why": why}
