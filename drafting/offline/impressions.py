"""The 心得 part: the traveller's reflections under their own headlines, or under the activity that they speak of."""

import re
from collections.abc import Callable, Sequence

from drafting.material import Material
from drafting.offline.prose import blocks_of, without_repetition
from drafting.plan.activities import Activity, Sort
from drafting.trip import Trip
from drafting.wording.statement import Statement
from drafting.writer import Headed

_NEW_THOUGHT = re.compile(
    r"^(?:還有|另外)?(?:一個|一點)?(?:感想|想法)|^.{0,12}成果[：:]"
)  # leaves the headline before it


def headed_impressions(
    pieces: Sequence[Material],
    trip: Trip,
    activities: Sequence[Activity],
    stated: Callable[[Material], Sequence[Statement]],
    overall: str,
) -> tuple[Headed, ...]:
    """One headed piece for each theme, in the order in which the themes came up; ``stated`` reads a message.

    ``overall`` heads what is about the whole trip.
    """
    groups: dict[str, list[Statement]] = {}
    current = ""
    for piece in pieces:
        statements = stated(piece)
        head = next((s.text for s in statements if s.head), "")
        after = trip.period is not None and piece.meant_on > trip.period.end
        if _NEW_THOUGHT.search(piece.text):
            current = ""
        title = head or (current if after else _activity_title(piece, activities))
        current = title if after else ""
        groups.setdefault(title or overall, []).extend(s for s in statements if not s.head)
    return tuple(
        Headed(title=title, blocks=blocks_of(once, "opinion", fresh=[False] * len(once)))
        for title, body in groups.items()
        if (once := without_repetition(body))
    )


def _activity_title(piece: Material, activities: Sequence[Activity]) -> str:
    """The title of the last main activity begun on the piece's day before it was written."""
    today = [a for a in activities if a.day == piece.meant_on and a.sort is Sort.MAIN]
    begun = [a for a in today if a.start and piece.meant_at and a.start <= piece.meant_at]
    return (begun or today)[-1].title if today else ""
