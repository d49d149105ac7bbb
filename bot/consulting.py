"""Whether a model may be asked about a sound or a picture: consent of the agency, nothing of the trip against it, and budget left."""

from collections.abc import Callable
from datetime import datetime

from bot.budgets import Budgets, budget_day
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


class Asking:
    """What models may still be asked about a person's voices and photos today, and what it has cost."""

    def __init__(self, store: Store, clock: Callable[[], datetime], budgets: Budgets) -> None:
        self._store = store
        self._clock = clock
        self._budgets = budgets

    def refused(self, person: int) -> bool:
        """Whether the day's requests or tokens are used up."""
        now = self._clock()
        spent = self._store.spending.of(person, budget_day(now))
        return self._budgets.refuses_asking(spent, self._store.models.spent(person, now))

    def count(self, person: int) -> Callable[[int], None]:
        """Count the request that is about to be made; what is returned is told its tokens."""
        day = budget_day(self._clock())
        self._store.spending.add(person, day, requests=1)
        return lambda tokens: self._store.spending.add(person, day, tokens=tokens)
