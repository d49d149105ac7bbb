"""Which blanks of a form are filled, and by which field of a trip each is filled (pure)."""

from drafting.form import Field, Form
from drafting.trip import Category, Trip

_FILLED_BY = {"category_line": "categories", "agencies": "travellers"}


def field_for(blank: str) -> str:
    """The field of a trip (drafting/gather/corrections.py) that fills a blank of the form."""
    return _FILLED_BY.get(blank, blank)


def is_known(blank: str, trip: Trip) -> bool:
    """Whether a blank is filled; blanks that code fills always are."""
    match blank:
        case "category_line":
            return bool(trip.categories)
        case "agencies":
            return bool(trip.host_agency) or any(t.agency for t in trip.travellers)
        case "has_attachments":
            return trip.has_attachments is not None
        case "purposes":
            return bool(trip.purposes) or (bool(trip.categories) and Category.OTHER not in trip.categories)
        case "classification" | "destination":
            return (
                blank in trip.sources
                or blank in trip.by_hand
                or (blank == "destination" and bool(trip.regions))
            )
        case _:
            return bool(getattr(trip, blank, True))


def missing(trip: Trip, form: Form) -> list[Field]:
    """The blanks of the form that must be filled and are not."""
    return [f for f in form.fields if f.required and not is_known(f.key, trip)]
