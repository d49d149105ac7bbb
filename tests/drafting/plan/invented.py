"""Builds the material of an invented trip, message by message, for tests of plan, offline and compose."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from drafting.material import Kind, Material, Medium, Ref, StoredFile
from drafting.trip import Event, ItineraryDay, Period, Traveller, Trip

FIRST = date(2026, 5, 11)
LAST = date(2026, 5, 13)
MEDIA = {m.letter: m for m in Medium}


def said(
    ref: str, text: str = "", day: int = 12, hour: float = 10, kind: Kind = Kind.FACT, **more: Any
) -> Material:
    """One message, typed at ``hour`` on ``day`` of May and speaking of that moment unless told otherwise."""
    at = datetime(2026, 5, day, tzinfo=UTC) + timedelta(hours=hour)
    medium = MEDIA[ref[0]]
    given: dict[str, Any] = {
        "ref": Ref(ref), "medium": medium, "author": "王小芸", "said_at": at, "text": text, "kind": kind, "zone": "UTC",
        "meant_on": at.date(), "meant_at": at.time().replace(tzinfo=None), "message_ids": (int(ref[1:]),),
    }  # fmt: skip
    if medium is Medium.PHOTO:
        given["file"] = StoredFile(name=f"{ref}.jpg", mime="image/jpeg", content=f"digest-{ref}")
    return Material(**(given | more))


def trip_of(*material: Material, **more: Any) -> Trip:
    """A three-day trip of one person to an invented harbour, with this material."""
    given: dict[str, Any] = {
        "report_name": "考察海城港灣排水",
        "travellers": (Traveller(name="王小芸", agency="臺中市政府水利局", unit="工程科", title="科員"),),
        "period": Period(start=FIRST, end=LAST),
        "regions": ("海國",),
        "itinerary": tuple(
            ItineraryDay(day=FIRST + timedelta(days=i), place="海城", activity=a, sources=(Ref("N900"),))
            for i, a in enumerate(("搭機前往", "參訪海城抽水站", "拜會海城市政府"))
        ),
        "sources": {"travellers": (Ref("N900"),), "period": (Ref("N900"),)},
        "material": (said("N900", "王小芸 水利局工程科科員，5/11到5/13", 10, 9, Kind.PARTICULARS), *material),
    }
    return Trip(**(given | more))


def event(day: int, hour: int, title: str, until: int | None = None) -> Event:
    return Event(
        day=date(2026, 5, day),
        start=time(hour),
        end=time(until) if until else None,
        title=title,
        sources=(Ref("N900"),),
    )
