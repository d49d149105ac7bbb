"""What is asked about each kind of occasion, most wanted first: the templates of the interview, as data.

The words of each question are the bot's (``bot/replies/questions.py``); here stands only what is wanted to know.
"""

from collections.abc import Mapping
from enum import StrEnum


class Ask(StrEnum):
    """One thing worth knowing about an activity. The value is kept in the database and never changes."""

    WHO = "who"  # 出席者、接待者: names and titles
    OUTCOME = "outcome"  # 決議、結論
    FIGURES = "figures"  # numbers that a reader will want
    MEANING = "meaning"  # 對本市的意義
    METHOD = "method"  # how they do it
    COST = "cost"  # 經費、人力
    AGREED = "agreed"  # what was agreed between the two
    NEXT = "next"  # who does what until when
    INQUIRIES = "inquiries"  # who came to the stand, and what they asked for
    RESULT = "result"  # 名次、成績
    AUDIENCE = "audience"  # how many came, how they took it
    LEARNED = "learned"  # what was learned
    STANDARD = "standard"  # what was tested against which standard


class Occasion(StrEnum):
    """What kind of thing an activity is; the categories of 注意事項 point 三 (Taichung), as far as questions differ."""

    CONFERENCE = "國際會議"
    VISIT = "考察"
    SITE = "參觀"  # a place that is looked at; nobody receives
    BUSINESS = "業務接洽"
    FAIR = "洽展"
    STAGE = "表演"
    CONTEST = "比賽"
    TESTING = "海外檢測"
    STUDY = "進修研究實習"
    OTHER = "其他"


WANTED: Mapping[Occasion, tuple[Ask, ...]] = {
    Occasion.CONFERENCE: (Ask.OUTCOME, Ask.WHO, Ask.MEANING, Ask.FIGURES),
    Occasion.VISIT: (Ask.WHO, Ask.METHOD, Ask.FIGURES, Ask.MEANING, Ask.COST),
    Occasion.SITE: (Ask.METHOD, Ask.FIGURES, Ask.MEANING),
    Occasion.BUSINESS: (Ask.AGREED, Ask.WHO, Ask.NEXT, Ask.FIGURES),
    Occasion.FAIR: (Ask.INQUIRIES, Ask.FIGURES, Ask.NEXT, Ask.WHO),
    Occasion.STAGE: (Ask.AUDIENCE, Ask.WHO, Ask.MEANING),
    Occasion.CONTEST: (Ask.RESULT, Ask.FIGURES, Ask.MEANING),
    Occasion.TESTING: (Ask.STANDARD, Ask.RESULT, Ask.NEXT),
    Occasion.STUDY: (Ask.LEARNED, Ask.METHOD, Ask.MEANING),
    Occasion.OTHER: (Ask.WHO, Ask.OUTCOME, Ask.MEANING),
}
"""The questions of each occasion in the order in which they are worth a tired person's breath."""
