"""The 提要 card: every field of the form with what is known of it (pure)."""

from typing import NamedTuple

from drafting.form import Form
from drafting.gather.corrections import FIELDS
from drafting.plan.shown import shown_fields
from drafting.starting.known import field_for, is_known
from drafting.starting.proposal import proposed_name
from drafting.trip import Classification, DestinationKind, Trip


class Row(NamedTuple):
    """``shown`` is what the form would print, "" if nothing is known; ``label`` is zh-TW.

    ``proposed`` is what stands there once the traveller confirms it.
    """

    key: str
    label: str
    shown: str
    proposed: str = ""


def card(trip: Trip, form: Form) -> list[Row]:
    """The rows in the order of the form, each field once; what decides about writing stands first, if it is special."""
    rows: list[Row] = []
    if trip.classification is not Classification.NONE:
        rows.append(Row("classification", FIELDS["classification"], trip.classification.value))
    if trip.destination is not DestinationKind.FOREIGN:
        rows.append(Row("destination", FIELDS["destination"], trip.destination.value))
    shown = shown_fields(trip, form)
    for blank in form.fields:
        key = field_for(blank.key)
        if key != blank.key and any(other.key == key for other in form.fields):
            continue  # 服務機關 is no line of its own beside 姓名職稱, which names the offices too
        if key in FIELDS and all(row.key != key for row in rows):
            known = is_known(blank.key, trip)
            if known and not shown.get(blank.key, ""):
                continue  # nothing is to be ticked here
            proposed = proposed_name(trip) if key == "report_name" and not known else ""
            rows.append(Row(key, FIELDS[key], shown.get(blank.key, "") if known else "", proposed))
    return rows


def recognised(trip: Trip) -> bool:
    """Whether messages said enough to show it: a field that only a trip has."""
    return any(key in trip.sources for key in ("report_name", "period", "regions", "travellers"))
