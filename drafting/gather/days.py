"""The local day that each piece of material speaks of: zone of the place, words like 昨天下午, the camera's clock."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from drafting.dates import find_dates
from drafting.gather import cues
from drafting.gather.agenda import zones_in
from drafting.gather.places import zone_at, zone_of
from drafting.material import Material, Medium
from drafting.trip import Period

HOME = "Asia/Taipei"
_NIGHT_ENDS = time(4)
_AWAKE = timedelta(hours=7)
_BACK = re.compile(
    r"(?:回到?|返抵|抵達|落地|到)(?:了)?(?:臺灣|台灣|臺北|台北|臺中|台中|高雄|桃園|松山|小港|家)|平安到家|到家了"
)
_PARTS_OF_DAY = {
    "凌晨": 2,
    "清晨": 6,
    "早上": 9,
    "早餐": 8,
    "上午": 10,
    "中午": 12,
    "午餐": 12,
    "下午": 15,
    "傍晚": 18,
    "晚上": 20,
    "晚餐": 19,
    "晚間": 20,
    "晚宴": 19,
    "夜": 21,
}
_OPENING = re.compile(
    r"^[（(\[【]?\s*(?:睡前|睡不著|剛剛)?(?:補充一下|補一下|補記|補充|補述|後補|再補|關於|補)?\s{0,9}[:：,，）)】\]]?\s{0,9}[（(]?"
    r"(?P<back>大?前天|前日|前晚|昨天|昨日|昨晚|昨)?(?:的|（|\()*(?P<day>\d{1,2}\s*[/月]\s*\d{1,2}\s*[日號]?|\d{1,2}\s*[號日])?"
    r"(?:的|，|\s)*(?P<part>凌晨|清晨|早上|早餐|上午|中午|午餐|下午|傍晚|晚上|晚餐|晚間|晚宴|晚|夜)?"
)
_WRITING_UP = timedelta(minutes=20)  # after the return, from one note about a day to the next about the same
_BACKDATED = {"大前天": 3, "前天": 2, "前日": 2, "前晚": 2, "昨天": 1, "昨日": 1, "昨晚": 1, "昨": 1}


def placed_in_time(
    material: Sequence[Material], period: Period | None, regions: Sequence[str]
) -> tuple[Material, ...]:
    """The same material with ``zone``, ``meant_on`` and ``meant_at`` set.

    A zone holds from the first position, calendar or camera that shows it until the next, and home again after the
    words of return or the end of the trip. Before 04:00 a person who was writing less than seven hours ago has not
    slept: what is written then belongs to the evening before.
    """
    changes = _zone_changes(material, period, regions)
    moments = [at for at, _ in changes]
    found: list[Material] = []
    last_said: dict[str, datetime] = {}
    backdated: tuple[datetime, str, date, time | None] | None = None
    for piece in material:
        earlier = bisect_right(moments, piece.said_at)
        zone = _zone_for(piece, changes[earlier - 1][1] if earlier else HOME)
        local = piece.said_at.astimezone(ZoneInfo(zone))
        day: date = local.date()
        at: time | None = local.time().replace(tzinfo=None)
        before = last_said.get(piece.author)
        spoken = _said_day(piece.text, day, period) if piece.medium is not Medium.PAPER else None
        if piece.taken_at is not None:
            day, at = piece.taken_at.date(), piece.taken_at.time()
        elif spoken:
            day, at = spoken
            backdated = (piece.said_at, piece.author, day, at)
        elif (
            backdated
            and not piece.text
            and backdated[1] == piece.author
            and piece.said_at - backdated[0] < timedelta(minutes=5)
        ):
            day, at = backdated[2], backdated[3]
        elif (
            backdated
            and period is not None
            and day > period.end
            and backdated[1] == piece.author
            and piece.said_at - backdated[0] < _WRITING_UP
            and not cues.IMPRESSION_HEAD.match(piece.text)
            and not cues.SUGGESTION_HEAD.match(piece.text)
        ):
            day, at = backdated[2], backdated[3]
            backdated = (piece.said_at, piece.author, day, at)
        elif (
            local.time() < _NIGHT_ENDS
            and before
            and piece.said_at - before < _AWAKE
            and not _ARRIVING.search(piece.text)
        ):
            day, at = day - timedelta(days=1), time(23, 59)
        last_said[piece.author] = piece.said_at
        found.append(piece.model_copy(update={"zone": zone, "meant_on": day, "meant_at": at}))
    return tuple(found)


_ARRIVING = re.compile(r"落地|降落|抵達|起床|早安")


def _zone_changes(
    material: Sequence[Material], period: Period | None, regions: Sequence[str]
) -> list[tuple[datetime, str]]:
    """(moment, zone) in order: the zone that holds from that moment."""
    home = ZoneInfo(HOME)
    signals = [(m.said_at, zone_at(m.position)) for m in material if m.position is not None]
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


def _zone_for(piece: Material, zone: str) -> str:
    if piece.position is not None and piece.medium is Medium.PHOTO:
        return zone_at(piece.position)
    return zone


def _said_day(text: str, today: date, period: Period | None) -> tuple[date, time | None] | None:
    """The earlier day that a note's opening words name, and the time of day if they name one."""
    match = _OPENING.match(text.strip())
    if not match or not (match["back"] or match["day"]):
        return None
    day = today
    if match["day"]:
        number = match["day"].strip()
        found = next(iter(find_dates(number, today)), None)
        if (
            not found
            or not found.first
            or found.first > today
            or (period and not period.start <= found.first <= period.end)
        ):
            return None
        day = found.first
    else:
        day = today - timedelta(days=_BACKDATED[match["back"]])
    part = match["part"] or ("晚上" if match["back"] in ("昨晚", "前晚") else "")
    hour = next((h for name, h in _PARTS_OF_DAY.items() if part and name.startswith(part)), None)
    return day, (time(hour) if hour is not None else None)
