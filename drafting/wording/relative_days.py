"""Words like 今天 and 今年 as a report may say them: it is read on another day than the one on which they were typed."""

import re
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from drafting.material import Material
from drafting.trip import Trip
from drafting.wording.shielded import around_quotes

_BACKDATING = re.compile(
    r"^(?:昨天|昨日|昨晚|前天|前晚)(?:的)?(?:[（(](?P<what>[^（）()]{1,14})[)）])?(?:早上|上午|中午|下午|傍晚|晚上)?(?:的)?[:：，,]? ?"
)
_OCCASION = re.compile(r"茶敘|晚宴|午宴|酒會|餐會|會後|閉幕|開幕")
_TODAY = re.compile(r"(?<!到)(?<!至)(?:今天|今日)(?!的?(?:社會|世界|臺灣|年輕人|國際))(?!起)")
_NIGHTS = (("今早", "當日早上"), ("今晚", "當晚"), ("明早", "翌日早上"))
_YEARS = (("今年", "本年", "當年"), ("去年", "去年", "前一年"), ("明年", "明年", "次年"))


def settled(text: str, piece: Material, trip: Trip) -> str:
    """The text with days and years that mean the same whenever the report is read.

    Inside the trip 今天 is 當日, for the heading above gives the date; before and after it the date is named. A note
    that speaks of yesterday stands under yesterday, so its 昨天 is 當日 there. 今年 is 本年 if the report is of the same
    year, else 當年. Quotations and 到今天 stay.
    """
    return around_quotes(text, lambda t: _years(_days(t, piece, trip), piece, trip))


def _days(text: str, piece: Material, trip: Trip) -> str:
    said = _said_on(piece)
    back = said - piece.meant_on == timedelta(days=1) and piece.meant_on != date.min
    if back:
        text = _BACKDATING.sub(_occasion, text)
    travelling = trip.period is None or trip.period.start <= piece.meant_on <= trip.period.end
    text = _TODAY.sub("當日" if travelling else f"{said.month}月{said.day}日", text)
    text = re.sub(r"(?:昨天|昨日)", "當日" if back else "前一日", text)
    text = re.sub(r"昨晚", "當晚" if back else "前一晚", text)
    text = re.sub(r"明天|明日(?!報|香)", "翌日", text)
    for word, by in _NIGHTS:
        text = text.replace(word, by)
    return text


def _occasion(match: re.Match[str]) -> str:
    """What 「昨天的（10號下午茶敘）：」 says beyond the day."""
    named = _OCCASION.search(match["what"] or "")
    return f"{named[0]}，" if named else ""


def _years(text: str, piece: Material, trip: Trip) -> str:
    same = trip.report_date is None or trip.report_date.year == _said_on(piece).year
    for word, now, later in _YEARS:
        text = text.replace(word, now if same else later)
    return text


def _said_on(piece: Material) -> date:
    """The day on which it was typed, where it was typed."""
    try:
        zone = ZoneInfo(piece.zone)
    except (KeyError, ValueError):
        return piece.said_at.date()
    return piece.said_at.astimezone(zone).date()
