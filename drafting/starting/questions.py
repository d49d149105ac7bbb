"""The one question to put next about the fields of a trip (pure)."""

from collections.abc import Collection
from datetime import date

from drafting.form import Form
from drafting.gather.corrections import FIELDS
from drafting.starting.known import field_for, is_known, missing
from drafting.starting.proposal import proposed_name
from drafting.trip import Trip

EARLY = ("classification", "destination")
"""What decides about writing itself: 密 keeps models out, 赴大陸 brings wording and the 通報表. Asked before the rest."""

ORDER = (
    "period", "regions", "travellers", "report_name", "host_agency", "categories", "purposes", "contact_person", "contact_phone",
)  # fmt: skip
"""What people know by heart first; the rest in the order of the form."""

AT_HOME = ("has_attachments", "report_date")
"""What nobody knows before the return."""


def next_question(trip: Trip, form: Form, today: date, skipped: Collection[str] = ()) -> str | None:
    """The field to ask for next; None when nothing is to be asked now.

    Depends on the trip alone, so it can be answered in any order, by any message, and after any interruption.
    ``skipped`` are fields that the traveller left out.
    """
    return next((key for key in open_questions(trip, form, today) if key not in skipped), None)


def open_questions(trip: Trip, form: Form, today: date) -> list[str]:
    """Every field that is not known yet and can be known today, in the order of asking."""
    early = [key for key in EARLY if not is_known(key, trip)]
    wanted = {field_for(blank.key) for blank in missing(trip, form)} & set(FIELDS)
    abroad = trip.period is None or today <= trip.period.end
    if abroad:
        wanted -= set(AT_HOME)
    ordered = [key for key in ORDER if key in wanted]
    found = [
        *early,
        *ordered,
        *(key for key in FIELDS if key in wanted and key not in ordered and key not in early),
    ]
    if "report_name" in found and proposed_name(trip):  # it stands on the card, to be confirmed with one tap
        found = [*(key for key in found if key != "report_name"), "report_name"]
    return found
