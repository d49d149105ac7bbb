"""From messages to a trip: fields, itinerary, agenda, names, days and kinds, all read by rule and again each time."""

from collections.abc import Mapping, Sequence
from datetime import date

from drafting.gather.corrections import corrected
from drafting.gather.whole import gathered
from drafting.material import Material
from drafting.trip import Trip


def gather(
    trip_id: int, material: Sequence[Material], corrections: Mapping[str, str], form: str = ""
) -> Trip:
    """The trip as the messages tell it, corrected by hand. Pure: the same messages give the same trip.

    Nothing that is recognised is stored, so an edited or late message changes the trip by itself.
    """
    trip = gathered(trip_id, material, corrections, form)
    return corrected(trip, corrections, _near(material))


def _near(material: Sequence[Material]) -> date | None:
    return min((m.said_at.date() for m in material), default=None)
