"""set: what people know better than the rules that read their messages."""

from datetime import UTC, datetime
from pathlib import Path

import click

from suixing.commands.arguments import TRIP
from suixing.settings import read_settings
from suixing.wiring import opened


@click.command("set")
@click.argument("trip", type=TRIP)
@click.argument("field")
@click.argument("value")
@click.pass_obj
def set_(home: Path | None, trip: int, field: str, value: str) -> None:
    """Fill or correct a field of a trip; an empty VALUE clears it. `form` changes the form.

    Fields: report_name, categories, purposes, has_attachments, host_agency, contact_person, contact_phone, travellers,
    period, regions, report_date, destination, classification, itinerary, days_off, form.
    """
    from drafting.form import form_named
    from drafting.gather.corrections import FIELDS, checked, field_named

    field = field if field == "form" else field_named(field)
    with opened(read_settings(home)) as store:
        known = store.trips.load(trip)
        if field == "form":
            if value:
                form_named(value)
            store.trips.set_form(trip, value)
        else:
            checked(field, value, known.period.start if known.period else None)
            store.trips.correct(trip, field, value, "指令列", datetime.now(UTC))
        click.echo(f"案件 {trip} 的{FIELDS.get(field, '表單')}已改為：{value or '（清空）'}")


COMMANDS = {"set": set_}
