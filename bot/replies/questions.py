"""The words of the interview: a line before an activity, and two or three questions after it (pure)."""

from collections.abc import Mapping
from itertools import accumulate
from unicodedata import east_asian_width

from bot.language import _
from drafting.interview.asks import Ask, Occasion
from drafting.interview.occasion import occasion_of
from drafting.interview.questions import Questions
from drafting.interview.told import Told
from drafting.trip import Trip

_WIDEST_TITLE = 60  # that fits in a line or two of a phone beside the rest; a Chinese character is two wide


def soon(told: Told) -> str:
    """The one line before an activity."""
    start = told.activity.start
    at = f"{start:%H:%M}" if start else ""
    return _("{at}　{title}").format(at=at, title=short(told.activity.title))


def asking(trip: Trip, found: Questions) -> str:
    """What is asked after an activity, in one message. One answer to all of it is enough."""
    occasion = occasion_of(trip, found.told.activity)
    lines = [f"{number}. {question(occasion, ask)}" for number, ask in enumerate(found.asks, 1)]
    head = _("「{title}」，回覆這則，一兩句就好：").format(title=short(found.told.activity.title))
    return "\n".join([head, *lines])


def question(occasion: Occasion, ask: Ask) -> str:
    """One question, in the words of its occasion where it has some of its own."""
    return _special().get((occasion, ask)) or _plain()[ask]


def short(title: str) -> str:
    """A title that leaves room for the rest of its line."""
    widths = list(accumulate(2 if east_asian_width(c) in "WF" else 1 for c in title))
    if not widths or widths[-1] <= _WIDEST_TITLE:
        return title
    kept = title[: sum(width <= _WIDEST_TITLE - 2 for width in widths)]
    return f"{kept.rsplit(' ', 1)[0] if kept.isascii() else kept}…"


def _plain() -> Mapping[Ask, str]:
    return {
        Ask.WHO: _("誰在場？（姓名、職稱）"),
        Ask.OUTCOME: _("有什麼決議或結論？"),
        Ask.FIGURES: _("有哪些數字值得記？（人數、規模、金額）"),
        Ask.MEANING: _("本市用得上什麼？"),
        Ask.METHOD: _("他們是怎麼做的？"),
        Ask.COST: _("經費或人力大概多少？"),
        Ask.AGREED: _("談成了什麼？"),
        Ask.NEXT: _("後續誰要做什麼、什麼時候？"),
        Ask.INQUIRIES: _("有誰來洽詢、問什麼？"),
        Ask.RESULT: _("成績或名次如何？"),
        Ask.AUDIENCE: _("來了多少人、反應怎樣？"),
        Ask.LEARNED: _("學到最有用的一點是什麼？"),
        Ask.STANDARD: _("測了哪些項目、依什麼標準？"),
    }


def _special() -> Mapping[tuple[Occasion, Ask], str]:
    return {
        (Occasion.CONFERENCE, Ask.WHO): _("誰出席、誰發言？（姓名、職稱）"),
        (Occasion.CONFERENCE, Ask.FIGURES): _("多少城市或人參加？有什麼數字值得記？"),
        (Occasion.VISIT, Ask.WHO): _("由誰接待？（姓名、職稱）"),
        (Occasion.VISIT, Ask.FIGURES): _("有哪些數字值得記？（規模、人數、經費）"),
        (Occasion.SITE, Ask.METHOD): _("有什麼值得學的做法？"),
        (Occasion.SITE, Ask.FIGURES): _("規模多大？（面積、人數、量）"),
        (Occasion.BUSINESS, Ask.WHO): _("對方是誰？（姓名、職稱）"),
        (Occasion.BUSINESS, Ask.FIGURES): _("談到哪些數字？（金額、數量、期間）"),
        (Occasion.FAIR, Ask.FIGURES): _("大約多少人次、幾件洽談？"),
        (Occasion.FAIR, Ask.WHO): _("有哪些重要的來賓或業者？"),
        (Occasion.STAGE, Ask.WHO): _("有哪些貴賓到場？"),
        (Occasion.CONTEST, Ask.FIGURES): _("幾隊或幾國參賽？"),
        (Occasion.TESTING, Ask.RESULT): _("結果合格嗎？主要數據是什麼？"),
        (Occasion.STUDY, Ask.METHOD): _("上課或實作是怎麼進行的？"),
    }
