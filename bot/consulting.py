"""Whether a model may be asked about a sound or a picture: consent of the agency, and no word of the trip against it."""

from drafting.model_policy import server_of
from drafting.senses import Sense
from drafting.trip import Classification, Trip
from storage.store import Store


def may_ask(store: Store, sense: Sense, trip: Trip) -> bool:
    """A model off the premises needs the agency's consent; a classified trip is never shown to any."""
    if trip.classification is not Classification.NONE:
        return False
    return (
        not sense.off_premises or store.models.consented(server_of(sense.base_url), sense.model) is not None
    )
