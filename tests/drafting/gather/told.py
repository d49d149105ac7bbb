"""Messages as an invented traveller sends them, and the trip that they tell."""

from datetime import UTC, datetime, timedelta
from typing import Any

from drafting.gather import gather
from drafting.material import Kind, Material, Medium, Ref
from drafting.trip import Trip

BEFORE = datetime(2026, 8, 20, 2, tzinfo=UTC)  # 10:00 at home, two weeks before the trip
ON_THE_WAY = datetime(2026, 9, 4, 2, tzinfo=UTC)  # 11:00 in Tokyo, the second day
PLAN = "出國期間：115年9月3日至115年9月8日\n出國地區：日本"


def said(text: str, at: datetime = BEFORE, number: int = 1, **more: Any) -> Material:
    given: dict[str, Any] = {
        "ref": Ref(f"N{number}"),
        "medium": Medium.NOTE,
        "author": "王小芸",
        "said_at": at,
        "text": text,
        "message_ids": (number,),
    }
    return Material(**(given | more))


def paper(text: str, at: datetime = BEFORE) -> Material:
    return said(text, at, 1, ref=Ref("D1"), medium=Medium.PAPER)


def told(*texts: str) -> Trip:
    """The trip told by notes, twenty minutes apart, before it begins."""
    return gather(1, [said(t, BEFORE + timedelta(minutes=20 * n), n) for n, t in enumerate(texts, 1)], {})


def on_the_way(*pieces: Material) -> tuple[Material, ...]:
    """The pieces as gathered on a trip to Japan from 3 to 8 September."""
    trip = gather(1, [said(PLAN, BEFORE, 900), *pieces], {})
    return tuple(piece for piece in trip.material if piece.ref != "N900")


def kind_of(text: str, **more: Any) -> Kind:
    return on_the_way(said(text, more.pop("at", ON_THE_WAY), 2, **more))[0].kind
