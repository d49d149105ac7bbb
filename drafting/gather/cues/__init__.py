"""The words by which the kinds of messages are told apart; each group is a habit of people who write on the road.

To add a word: find the group that says what the word gives away, and add it there. A word may be a regular expression.
"""

from drafting.gather.cues.asides import (
    ASKS_THE_BOT,
    ASKS_WHY,
    COMMAND,
    KEEP_OUT,
    META,
    TAKEN_BACK,
    TO_THE_BOT,
)
from drafting.gather.cues.chatter import AT_WORK, CHATTER, CHATTER_EMOJI, EMOJI, FAMILY, LAUGH, UNDER_WAY
from drafting.gather.cues.opinions import IMPRESSION, IMPRESSION_HEAD, SUGGESTION, SUGGESTION_HEAD
from drafting.gather.cues.subjects import (
    ENCOUNTER,
    IDENTITY,
    MEDIA,
    OFFICIAL,
    PURPOSE,
    PURPOSE_HEAD,
    TRAVEL,
    WHOLE_EVENT,
)

__all__ = [
    "ASKS_THE_BOT",
    "ASKS_WHY",
    "AT_WORK",
    "CHATTER",
    "CHATTER_EMOJI",
    "COMMAND",
    "EMOJI",
    "ENCOUNTER",
    "FAMILY",
    "IDENTITY",
    "IMPRESSION",
    "IMPRESSION_HEAD",
    "KEEP_OUT",
    "LAUGH",
    "MEDIA",
    "META",
    "OFFICIAL",
    "PURPOSE",
    "PURPOSE_HEAD",
    "SUGGESTION",
    "SUGGESTION_HEAD",
    "TAKEN_BACK",
    "TO_THE_BOT",
    "TRAVEL",
    "UNDER_WAY",
    "WHOLE_EVENT",
]
