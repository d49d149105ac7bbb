"""Which material goes where: every note to a part or an activity, or to the list of what is not used, with the reason."""

import re
from collections.abc import Sequence
from datetime import datetime, time

from drafting.frozen import Frozen
from drafting.gather import cues
from drafting.gather.kinds import chatter
from drafting.material import Kind, Material, Medium, Ref
from drafting.plan.activities import Activity, Sort, activities_of
from drafting.plan.photo_choice import kept_back
from drafting.report import Unused
from drafting.trip import Trip

_PERSON = re.compile(
    r"Mr\.|Ms\.|Mrs\.|Dr\.|Prof\.|市長|秘書長|主席|代表|執行長|副執行長|局長|處長|會長|理事長|部長|大使|議長|教授|先生|女士|聯絡人"
)
_WITH_PERSON = re.compile(r"^(?:跟|與|和).{1,30}(?:長|主席|代表|大使|教授|先生|女士)")
_GRACE = 40  # minutes before and after an activity within which a note belongs to it


class Routing(Frozen):
    """``lead`` tells of the event as a whole; ``encounters`` are met outside the agenda; ``travel`` only of the way."""

    activities: tuple[Activity, ...] = ()
    purpose: tuple[Ref, ...] = ()
    lead: tuple[Ref, ...] = ()
    by_activity: dict[str, tuple[Ref, ...]] = {}
    encounters: tuple[Ref, ...] = ()
    media: tuple[Ref, ...] = ()
    impressions: tuple[Ref, ...] = ()
    suggestions: tuple[Ref, ...] = ()
    travel: tuple[Ref, ...] = ()
    unused: tuple[Unused, ...] = ()

    def activity_of(self, ref: Ref) -> Activity | None:
        """The activity that a piece went to, or None."""
        return next((a for a in self.activities if ref in self.by_activity.get(a.key, ())), None)


def route(trip: Trip) -> Routing:
    """Send each piece of material somewhere. Pure; depends on nothing but the trip."""
    usable = [
        m
        for m in trip.material
        if m.kind is Kind.FACT and m.medium in (Medium.NOTE, Medium.VOICE, Medium.PHOTO, Medium.PLACE)
    ]
    notes = [m for m in usable if m.medium is not Medium.PHOTO]
    photos = [m for m in trip.material if m.medium is Medium.PHOTO]
    back = kept_back(photos, [m for m in trip.material if m.medium is Medium.NOTE])
    activities = activities_of(trip, usable)
    places: dict[str, list[Ref]] = {}
    where: dict[Ref, str] = {}
    for piece in [*notes, *(p for p in photos if p.ref not in back)]:
        if piece.medium is Medium.VOICE and not piece.text:
            continue
        slot = _slot(piece, trip, activities, where)
        where[piece.ref] = slot
        places.setdefault(slot, []).append(piece.ref)
    order = {m.ref: (m.meant_on, m.meant_at or time.max, m.said_at) for m in trip.material}

    def at(slot: str) -> tuple[Ref, ...]:
        return tuple(sorted(places.get(slot, ()), key=lambda ref: order[ref]))

    return Routing(
        activities=tuple(activities),
        purpose=tuple(places.get("purpose", ())),
        lead=at("lead"),
        by_activity={a.key: at(a.key) for a in activities if places.get(a.key)},
        encounters=at("encounters"),
        media=at("media"),
        impressions=tuple(
            m.ref for m in trip.material if m.kind is Kind.IMPRESSION and m.medium is not Medium.PHOTO
        ),
        suggestions=tuple(
            m.ref for m in trip.material if m.kind is Kind.SUGGESTION and m.medium is not Medium.PHOTO
        ),
        travel=at("travel"),
        unused=(*back.values(), *_left_out(trip)),
    )


def _slot(piece: Material, trip: Trip, activities: Sequence[Activity], where: dict[Ref, str]) -> str:
    period = trip.period
    if piece.medium is Medium.PLACE:
        return "travel"
    if period and piece.meant_on < period.start:
        return "purpose"
    if period and piece.meant_on > period.end:
        return "lead" if piece.medium is not Medium.PHOTO else _beside(piece, trip, where) or "lead"
    today = [a for a in activities if a.day == piece.meant_on]
    inside = next((a for a in today if _covers(a, piece, 0)), None)
    if piece.medium is Medium.PHOTO and not piece.text:
        beside = _beside(piece, trip, where)
        if beside and beside != "travel":
            return beside
    meeting = "國際會議" in trip.purposes
    social = re.search(r"茶敘|晚宴|歡迎宴|酒會|餐會", piece.text)
    encounter = (
        cues.ENCOUNTER.search(piece.text) and _PERSON.search(piece.text) or _WITH_PERSON.search(piece.text)
    )
    if meeting and encounter and (social or inside is None or inside.sort is not Sort.MAIN):
        return "encounters"
    if cues.MEDIA.search(piece.text) and re.search(r"登|報導|播|刊|採訪|捧場", piece.text):
        return "media"
    if meeting and cues.WHOLE_EVENT.search(piece.text) and (inside is None or inside.sort is Sort.ARRIVAL):
        return "lead"
    way = (
        not today
        or all(a.sort is Sort.ARRIVAL for a in today)
        or period
        and piece.meant_on in (period.start, period.end)
    )
    if (
        cues.TRAVEL.search(piece.text)
        and (way or not cues.OFFICIAL.search(piece.text))
        and piece.medium is Medium.NOTE
    ):
        return "travel"
    akin = _akin(piece, today)
    if inside and akin and akin is not inside and _shared(piece, akin) > 2 and not _shared(piece, inside):
        return akin.key  # written during one activity about another, named in so many words
    chosen = inside or akin or _nearest(piece, today)
    if chosen and chosen.sort is Sort.ARRIVAL:
        other = _akin(piece, [a for a in today if a.sort is not Sort.ARRIVAL])
        return other.key if other else "lead"
    return chosen.key if chosen else "lead"


def _covers(activity: Activity, piece: Material, grace: int) -> bool:
    if activity.start is None or piece.meant_at is None:
        return False
    start, end, at = (
        _minutes(activity.start),
        _minutes(activity.end or time(23, 59)),
        _minutes(piece.meant_at),
    )
    return start - grace <= at < end + grace


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _akin(piece: Material, activities: Sequence[Activity]) -> Activity | None:
    """The activity whose title shares most with the note, if it shares something telling."""
    scored = [(_shared(piece, a), a) for a in activities]
    best = max(scored, key=lambda s: s[0], default=(0, None))
    return best[1] if best[0] >= 2 else None


def _shared(piece: Material, activity: Activity) -> int:
    return len(_grams(piece.text) & _grams(activity.title))


def _grams(text: str) -> set[str]:
    han = re.findall(r"[\u4e00-\u9fff]{2,}", text)
    return {w[i : i + 2] for w in han for i in range(len(w) - 1)} - _COMMON | set(
        re.findall(r"[a-z]{4,}", text.lower())
    )


_COMMON = {
    "會議",
    "參加",
    "參訪",
    "拜會",
    "活動",
    "臺灣",
    "台灣",
    "國際",
    "行程",
    "中心",
    "交流",
    "本次",
    "這次",
}


def _nearest(piece: Material, today: Sequence[Activity]) -> Activity | None:
    """The activity nearest in time: within the grace first, else the last one begun, else the first of the day."""
    main = [a for a in today if a.sort is not Sort.ARRIVAL] or list(today)
    near = [a for a in main if _covers(a, piece, _GRACE)]
    if near or not main:
        return near[0] if near else None
    begun = [a for a in main if a.start and piece.meant_at and a.start <= piece.meant_at]
    return begun[-1] if begun else main[0]


def _beside(photo: Material, trip: Trip, where: dict[Ref, str]) -> str:
    """Where the note went that a photo without words was sent beside: its album, the note before, or the one after."""
    album = [m.ref for m in trip.material if photo.album and m.album == photo.album and m.text]
    for ref in album:
        if ref in where:
            return where[ref]
    around = [
        m for m in trip.material if m.medium is Medium.NOTE and m.author == photo.author and m.ref in where
    ]
    gaps = sorted(
        (_gap(photo.said_at, m.said_at), m.ref)
        for m in around
        if -200 < (m.said_at - photo.said_at).total_seconds() * -1 < 320
    )
    return where[gaps[0][1]] if gaps else ""


def _gap(photo: datetime, note: datetime) -> float:
    seconds = (photo - note).total_seconds()
    return seconds if seconds >= 0 else -seconds + 120  # the note before is likelier than the one after


def _left_out(trip: Trip) -> list[Unused]:
    """What no part takes, and why."""
    found = []
    for piece in trip.material:
        reason = ""
        if piece.medium is Medium.VOICE and not piece.text:
            reason = "語音尚無文字稿，請用文字補述重點"
        elif piece.kind is Kind.PRIVATE:
            reason = "您標記為私人，不放入報告"
        elif piece.medium is Medium.CONTACT:
            reason = "聯絡人資料含個人資料，只作核對人名用"
        elif piece.kind is Kind.ASIDE and piece.medium is Medium.NOTE:
            reason = (
                "私人或生活瑣事，不放入報告" if chatter(piece.text) else "與小幫手或同事的對話，不放入報告"
            )
        if reason:
            found.append(Unused(ref=piece.ref, reason=reason))
    return found
