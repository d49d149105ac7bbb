"""What a day brought and what it still lacks: three lines at its end."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from drafting.frozen import Frozen
from drafting.interview.told import told_of, without_record
from drafting.material import Kind, Material, Medium, Ref
from drafting.plan.photo_choice import kept_back
from drafting.plan.vicinity import Vicinity
from drafting.trip import Trip


class Recap(Frozen):
    """``silent`` are the titles of activities without any record; ``bare`` the photos that nobody said a word about."""

    day: date
    came_in: Mapping[Medium, int]
    silent: tuple[str, ...] = ()
    bare: tuple[Ref, ...] = ()
    open: bool = (
        True  # whether something official was to be expected: planned, or nobody knows what the day is for
    )
    off: bool = False  # 今天無公務

    @property
    def empty(self) -> bool:
        """Whether nothing at all was sent that speaks of this day."""
        return not self.came_in

    @property
    def worth_saying(self) -> bool:
        """A day on the way or at leisure of which nothing was sent is no news."""
        return not self.off and (not self.empty or self.open)


def recap(trip: Trip, day: date) -> Recap:
    """The day as it is known now. Asides and what is private count as nothing that came in."""
    told = told_of(trip)
    return Recap(
        day=day,
        came_in=Counter(m.medium for m in trip.material if m.meant_on == day and _counts(m)),
        silent=tuple(t.activity.title for t in without_record(told, day)),
        bare=bare_photos(trip, day),
        open=any(t.activity.day == day and t.worth_asking for t in told)
        or not any(row.day == day for row in trip.itinerary),
        off=day in trip.days_off,
    )


def bare_photos(trip: Trip, day: date | None = None) -> tuple[Ref, ...]:
    """The photos of a day (or of all days) that will be shown and of which neither sender, reply nor album says a word."""
    vicinity = Vicinity(trip.material)
    photos = [m for m in trip.material if m.medium is Medium.PHOTO]
    back = kept_back(photos, vicinity)
    mine = [p for p in photos if (day is None or p.meant_on == day) and p.ref not in back and _counts(p)]
    return tuple(p.ref for p in mine if not _described(p, vicinity))


def _described(photo: Material, vicinity: Vicinity) -> bool:
    words: Sequence[Material] = (photo, *vicinity.replies(photo), *vicinity.album(photo))
    return any(m.text.strip() for m in words)


def _counts(piece: Material) -> bool:
    return (piece.label or piece.kind) not in (Kind.ASIDE, Kind.PRIVATE)
