"""The local day that each piece of material speaks of: zone of the place, words like 昨天下午, the camera's clock."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from drafting.gather import cues
from drafting.gather.agenda import zones_in
from drafting.gather.places import zone_at, zone_of
from drafting.gather.when import When, opening
from drafting.material import Material, Medium, Ref
from drafting.trip import Period

HOME = "Asia/Taipei"
_NIGHT_ENDS = time(4)
_AWAKE = timedelta(hours=7)
_BACK = re.compile(
    r"(?:回到?|返抵|抵達|落地|到)(?:了)?(?:臺灣|台灣|臺北|台北|臺中|台中|高雄|桃園|松山|小港|家)|平安到家|到家了"
)
_RIGHT_BEHIND = timedelta(minutes=5)
_WRITING_UP = timedelta(minutes=20)  # after the return, from one note about a day to the next about the same


class _Carried(NamedTuple):
    """The day that a note named for itself, which what follows at once shares."""

    said_at: datetime
    author: str
    day: date
    at: time | None


def placed_in_time(
    material: Sequence[Material], period: Period | None, regions: Sequence[str]
) -> tuple[Material, ...]:
    """The same material with ``zone``, ``meant_on`` and ``meant_at`` set.

    A zone holds from the first position, calendar or camera that shows it until the next, and home again after the
    words of return or the end of the trip. The day that the traveller set by hand goes first, then the camera's
    clock, then the words of the note, then the piece that it answers. Before 04:00 a person who was writing less
    than seven hours ago has not slept: what is written then belongs to the evening before.
    """
    changes = _zone_changes(material, period, regions)
    found: list[Material] = []
    days: dict[Ref, Material] = {}
    last_said: dict[str, datetime] = {}
    carried: _Carried | None = None
    for piece in material:
        zone = _zone_for(piece, changes)
        local = piece.said_at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        day: date = local.date()
        at: time | None = local.time()
        before = last_said.get(piece.author)
        spoken = _said_day(piece.text, local, period) if piece.medium is not Medium.PAPER else None
        if piece.dated_on is not None:
            day, at = piece.dated_on, piece.dated_at
        elif piece.taken_at is not None:
            day, at = _taken(piece.taken_at, zone)
        elif spoken and spoken.named:
            day, at = spoken.day, spoken.at
            if day < local.date():
                carried = _Carried(piece.said_at, piece.author, day, at)
        elif carried and _continues(carried, piece, day, period):
            day, at = carried.day, spoken.at if spoken else carried.at
            if piece.text:
                carried = _Carried(piece.said_at, piece.author, day, at)
        elif spoken:
            day, at = spoken.day, spoken.at
        elif answered := _answered(piece, days, period):
            day, at = answered.meant_on, answered.meant_at
        elif (
            local.time() < _NIGHT_ENDS
            and before
            and piece.said_at - before < _AWAKE
            and not _ARRIVING.search(piece.text)
        ):
            day, at = day - timedelta(days=1), time(23, 59)
        last_said[piece.author] = piece.said_at
        placed = piece.model_copy(update={"zone": zone, "meant_on": day, "meant_at": at})
        days[piece.ref] = placed
        found.append(placed)
    return tuple(found)


def _continues(carried: _Carried, piece: Material, day: date, period: Period | None) -> bool:
    """Whether a piece shares the day of the note before it: a picture right behind it, or the next note written up."""
    if carried.author != piece.author:
        return False
    behind = piece.said_at - carried.said_at
    if not piece.text:
        return behind < _RIGHT_BEHIND
    heads = cues.IMPRESSION_HEAD.match(piece.text) or cues.SUGGESTION_HEAD.match(piece.text)
    return period is not None and day > period.end and behind < _WRITING_UP and not heads


def _answered(piece: Material, days: Mapping[Ref, Material], period: Period | None) -> Material | None:
    """What a note answers, if that is of a day of the trip: a comment speaks of what it comments on."""
    found = days.get(piece.reply_to) if piece.reply_to is not None else None
    if found is None or found.medium in (Medium.PAPER, Medium.CONTACT) or period is None:
        return None
    return found if period.start <= found.meant_on <= period.end else None


def _taken(taken: datetime, zone: str) -> tuple[date, time]:
    """Where the picture was taken, by the clock there.

    A camera that still keeps home time tells it by its offset; any other clock was set to the place it was at.
    """
    if taken.tzinfo is not None and taken.utcoffset() == taken.astimezone(ZoneInfo(HOME)).utcoffset():
        taken = taken.astimezone(ZoneInfo(zone))
    return taken.date(), taken.time()


_ARRIVING = re.compile(r"落地|降落|抵達|起床|早安")


def _zone_changes(
    material: Sequence[Material], period: Period | None, regions: Sequence[str]
) -> list[tuple[datetime, str]]:
    """(moment, zone) in order: the zone that holds from that moment."""
    home = ZoneInfo(HOME)
    signals = [(_moment(m), zone_at(m.position)) for m in material if m.position is not None]
    if period:
        start = datetime.combine(period.start, time(0), home) - timedelta(hours=12)
        end = datetime.combine(period.end, time(0), home) + timedelta(days=1)
        calendar = [(max(at, start), zone) for at, zone in zones_in(material)]
        signals = [s for s in (*signals, *calendar) if start <= s[0] < end]
        if not signals:
            hints = " ".join(m.text for m in material if m.medium is not Medium.PAPER)
            signals = [(datetime.combine(period.start, time(12), home), zone_of(regions, hints))]
        last_day = datetime.combine(period.end, time(0), home) - timedelta(hours=12)
        back = [m.said_at for m in material if m.own and m.said_at >= last_day and _BACK.search(m.text)]
        signals = [s for s in signals if not back or s[0] < back[0]]
        signals.append((back[0] if back else end, HOME))
    return sorted(signals, key=lambda s: s[0])


def _zone_for(piece: Material, changes: Sequence[tuple[datetime, str]]) -> str:
    if piece.position is not None and piece.medium is Medium.PHOTO:
        return zone_at(piece.position)
    earlier = bisect_right(changes, _moment(piece), key=lambda change: change[0])
    return changes[earlier - 1][1] if earlier else HOME


def _moment(piece: Material) -> datetime:
    """When a piece came about: a picture when it was taken, if the camera told its offset or where it stood."""
    taken = piece.taken_at
    if taken is not None and taken.tzinfo is None and piece.position is not None:
        taken = taken.replace(tzinfo=ZoneInfo(zone_at(piece.position)))
    return taken if taken is not None and taken.tzinfo is not None else piece.said_at


def _said_day(text: str, now: datetime, period: Period | None) -> When | None:
    """The earlier day that a note's opening words name, and the time of day if they name one.

    A day before the trip or after it is believed of words like 昨天, not of figures: 5/3 may be a score.
    """
    found = opening(text.strip(), now)
    if found is None:
        return None
    figures = any(c.isdigit() for c in text.strip()[: found.end]) and found.day < now.date()
    if figures and period and not period.start <= found.day <= period.end:
        return None
    return found
