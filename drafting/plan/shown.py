"""What the blanks of the form show: ROC dates (or English ones), names with offices, ticked boxes; always by code, never by a model."""

from drafting.form import Form
from drafting.form_words import Words
from drafting.trip import Traveller, Trip


def shown_fields(trip: Trip, form: Form) -> dict[str, str]:
    """Each blank of the form with its text; "" where nothing is known. Lines of people are parted by newlines."""
    return {field.key: _shown(trip, field.key, form.words) for field in form.fields}


def _shown(trip: Trip, key: str, words: Words) -> str:
    match key:
        case "category_line" | "categories":
            return "、".join(c.value for c in trip.categories)
        case "purposes":
            return "、".join(trip.purposes)
        case "has_attachments":
            return {None: "", True: "是", False: "否"}[trip.has_attachments]
        case "travellers":
            return "\n".join(_person(t) for t in trip.travellers)
        case "agencies":
            return "、".join(dict.fromkeys(t.agency for t in trip.travellers if t.agency)) or trip.host_agency
        case "period":
            return words.days(trip.period.start, trip.period.end) if trip.period else ""
        case "regions":
            return words.regions(trip.regions)
        case "report_date":
            return words.day(trip.report_date) if trip.report_date else ""
        case _:
            return str(getattr(trip, key, ""))


def _person(traveller: Traveller) -> str:
    return "/".join(filter(None, (traveller.name, traveller.agency, traveller.unit, traveller.title)))
