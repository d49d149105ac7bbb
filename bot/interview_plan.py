"""Puts reminders into rows, as the itinerary is now; what no longer fits when a row falls due is not said."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.audience import travellers_of
from drafting.form import form_of
from drafting.interview.reminders import Reminder, What, planned
from drafting.trip import Trip
from storage.errors import NotFound
from storage.store import Store

HORIZON = timedelta(days=4)
"""How far ahead rows are made; each reminder that falls due makes those that follow."""

SETTLED = timedelta(seconds=60)
"""After a message, until the itinerary is looked at again: people send it in pieces."""

_PATIENCE = {
    What.BEFORE: timedelta(minutes=14),
    What.AFTER: timedelta(hours=5),
    What.RECAP: timedelta(hours=2),
    What.FILING: timedelta(days=3),
    What.NOTICE: timedelta(days=3),
    What.HOME: timedelta(days=3),
}
"""How late a reminder may still be said, should nobody have been running when it fell due."""


class InterviewPlan:
    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._looked: dict[int, datetime] = {}

    def touched(self, trip: int) -> None:
        """The trip may have changed: plan anew in a minute, once however many messages come until then."""
        now = self._clock()
        if (last := self._looked.get(trip)) and now - last < SETTLED and now >= last:
            return
        self._looked[trip] = now
        key = f"plan:{trip}:{now:%Y%m%d%H%M}"
        self._store.jobs.add("remind", {"plan": trip}, now, key=key, trip=trip, due_at=now + SETTLED)

    def plan(self, trip: int) -> None:
        """Make the rows of the next days, and of the first thing after them. The same row is made once."""
        now = self._clock()
        try:
            known = self._store.trips.load(trip)
        except NotFound:
            return
        for chat in travellers_of(self._store, trip):
            further = False
            for reminder in self.reminders(known, chat):
                if reminder.at + _PATIENCE[reminder.what] <= now or further:
                    continue
                further = reminder.at > now + HORIZON
                self._store.jobs.add(
                    "remind",
                    {"key": reminder.key},
                    now,
                    key=f"{trip}:{chat}:{reminder.key}",
                    chat_id=chat,
                    trip=trip,
                    due_at=reminder.at,
                )

    def due(self, trip: Trip, chat: int, key: str) -> Reminder | None:
        """The reminder of a row, if the trip still gives reason for it, it is not too late, and nobody wants quiet."""
        now = self._clock()
        found = next((r for r in self.reminders(trip, chat) if r.key == key), None)
        if found is None or now > found.at + _PATIENCE[found.what]:
            return None
        local = now.astimezone(found.at.tzinfo)
        return None if self._store.interviews.quiet(chat).holds(local.time()) else found

    def reminders(self, trip: Trip, chat: int) -> tuple[Reminder, ...]:
        """Everything that there is reason to say in a chat."""
        return planned(trip, form_of(trip), self._store.interviews.quiet(chat))
