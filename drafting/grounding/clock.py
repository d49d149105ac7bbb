"""Times of day: 19:00, 晚上7點 and 下午七時 are one time."""

import re
from typing import NamedTuple

from drafting.numerals import NARROW, han_value

_HAN = "[零〇一二兩三四五六七八九十]{1,3}"
_BEFORE_NOON = "凌晨|清晨|早上|上午|早晨"
_AFTER_NOON = "中午|午後|下午|傍晚|晚上|晚間|夜間|深夜|當晚"
_CLOCK = re.compile(
    rf"(?P<part>{_BEFORE_NOON}|{_AFTER_NOON})?\s?(?:約|近)?"
    rf"(?<![\d:.])(?P<hour>\d{{1,2}}|{_HAN})\s?(?::(?P<colon>[0-5]\d)(?!\d)|(?P<mark>[時點])(?!間|數|期|候|代|出)"
    rf"(?:\s?(?P<minute>\d{{1,2}}|{_HAN})\s?分|(?P<half>半)|(?P<quarter>[一三])刻)?)(?P<english>\s?[ap]\.?m\.?)?"
    r"|(?<![\d:.])(?P<hour2>1[0-2]|[1-9])\s?(?P<english2>[ap]\.?m\.?)(?![a-z])",
    re.IGNORECASE,
)


class Clock(NamedTuple):
    """Minutes within a half day, and which half, if that is written or follows."""

    minutes: int
    afternoon: bool | None
    sure: bool  # 7點 alone may be seven points

    def agrees(self, other: "Clock") -> bool:
        """Whether both may be the same time."""
        halves = {self.afternoon, other.afternoon} - {None}
        return self.minutes == other.minutes and len(halves) < 2


def clocks_in(text: str) -> list[tuple[int, int, Clock]]:
    """Start, end and time of each time of day."""
    found = []
    for match in _CLOCK.finditer(text.translate(NARROW)):
        hour = _number(match["hour"] or match["hour2"])
        minute = 30 if match["half"] else 15 * _number(match["quarter"]) if match["quarter"] else 0
        minute = minute or _number(match["colon"] or match["minute"] or "0")
        if hour > 24 or minute > 59:
            continue
        clock = Clock((hour * 60 + minute) % 720, _afternoon(match, hour), _sure(match))
        found.append((match.start(), match.end(), clock))
    return found


def _afternoon(match: re.Match[str], hour: int) -> bool | None:
    english = (match["english"] or match["english2"] or "").strip().lower()
    if english:
        return english.startswith("p")
    if hour > 12:
        return hour != 24
    if match["part"]:
        late = match["part"] not in _BEFORE_NOON.split("|")
        return False if late and hour == 12 and match["part"] not in ("中午", "下午", "午後") else late
    return None


def _sure(match: re.Match[str]) -> bool:
    return not match["mark"] or bool(match["part"] or match["minute"] or match["half"] or match["quarter"])


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    value = han_value(text)
    return int(value) if value is not None else 99
