"""How much a note speaks of an activity: the pairs of characters and the words that it shares with the title."""

import re
from collections.abc import Sequence
from functools import lru_cache

from drafting.material import Material
from drafting.plan.activities import Activity

_SAYS_SOMETHING = 2  # pairs shared
_COMMON = frozenset(
    [
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
        "市政",
        "政府",
        "議會",
    ]
)
_FOREIGN = (
    ("keynote", "專題演講"), ("opening", "開幕式"), ("closing", "閉幕式"), ("roundtable", "圓桌會議"), ("workshop", "工作坊"),
    ("reception", "歡迎酒會"), ("dinner", "歡迎晚宴"), ("exhibition", "展覽"), ("site visit", "參訪"), ("parallel", "平行會議"),
    ("breakout", "分組討論"), ("matchmaking", "媒合會"), ("pitch", "發表會"),
)  # fmt: skip
"""What an English note calls an item of a Chinese agenda."""

_OFFICE = re.compile(
    r"副?(?:市長|縣長|區長|首長|秘書長|主席|主任|執行長|局長|處長|科長|課長|會長|理事長|董事長|部長|次長|大使|議長|"
    r"教授|館長|校長|署長|院長|所長|總監|經理)"
)
"""Whom a note speaks of: who holds an office is named by it when the day is told in the evening."""


def offices_in(text: str) -> frozenset[str]:
    """The offices that a text names; 「副市長」 is not 「市長」."""
    return frozenset(_OFFICE.findall(text))


class Likeness:
    """Reads each title once."""

    def __init__(self, activities: Sequence[Activity]) -> None:
        self._titles = {a.key: _telling(a.title) for a in activities}

    def shared(self, piece: Material, activity: Activity) -> int:
        """How many telling pairs and words the note and the title have in common."""
        return len(_telling(piece.text) & self._titles[activity.key])

    def closest(self, piece: Material, activities: Sequence[Activity]) -> Activity | None:
        """The activity whose title shares most with the note, if it shares something telling."""
        best = max(activities, key=lambda a: self.shared(piece, a), default=None)
        return best if best and self.shared(piece, best) >= _SAYS_SOMETHING else None


@lru_cache(maxsize=64)
def _telling(text: str) -> frozenset[str]:
    small = text.lower()
    text += " ".join(zh for en, zh in _FOREIGN if en in small)
    han = re.findall(r"[\u4e00-\u9fff]{2,}", text)
    pairs = {run[i : i + 2] for run in han for i in range(len(run) - 1)}
    offices = {f"={office}" for office in offices_in(text)}  # one is as telling as two pairs
    return frozenset((pairs - _COMMON) | offices | set(re.findall(r"[a-z]{4,}", small)))
