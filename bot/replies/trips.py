"""The trips of a person, with a button to go on with each (pure)."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import data
from bot.language import _
from drafting.trip import Trip

_LONGEST = 24
_MANY = 20


def trips_text(trips: Sequence[Trip], current: int | None) -> str:
    """One line for each, the newest first; the one that messages go to is marked."""
    lines = [_("您的案件（● 是現在收進的這一件）：")]
    lines += [
        f"{'●' if trip.id == current else '○'} {trip.id}　{name(trip)}　{days(trip)}".rstrip()
        for trip in trips[:_MANY]
    ]
    return "\n".join(lines)


def trips_keyboard(trips: Sequence[Trip], current: int | None) -> InlineKeyboardMarkup | None:
    """A button for each trip but the current one."""
    rows = [
        [InlineKeyboardButton(f"{trip.id}　{name(trip)}", callback_data=data("trip", trip.id))]
        for trip in trips[:_MANY]
        if trip.id != current
    ]
    return InlineKeyboardMarkup(rows) if rows else None


def switched(trip: Trip) -> str:
    return _("好，接下來的素材收進案件 {trip}：{name}。").format(trip=trip.id, name=name(trip))


def no_trips() -> str:
    return _("還沒有案件。傳 /new 開一件，或直接傳素材。")


def name(trip: Trip) -> str:
    """What a trip is called while it has no name."""
    shown = trip.report_name or "、".join(trip.regions) or _("（尚無名稱）")
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"


def days(trip: Trip) -> str:
    if trip.period is None:
        return ""
    start, end = trip.period.start, trip.period.end
    return f"{start.year - 1911}/{start.month}/{start.day}–{end.month}/{end.day}"
