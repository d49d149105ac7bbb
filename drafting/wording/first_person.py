"""我 in what happened: with several travellers the one who wrote it, by name; alone 本人. 心得 and 建議 keep their 我."""

import re

from drafting.material import Kind, Material
from drafting.trip import Trip
from drafting.wording.shielded import around_quotes

_I = re.compile(
    r"(?<![自忘敵本大小])我(?![們國方市府媽爸家兒女軍政駐])|(?:(?<=[，。；：、])|^)本人(?=[\u4e00-\u9fff])"
)


def named(text: str, piece: Material, trip: Trip) -> str:
    """The text with who did it, as far as the writer of the message is one of the travellers."""
    if piece.kind not in (Kind.FACT, Kind.QUOTE) or not piece.own:
        return text
    people = [t.name for t in trip.travellers]
    who = piece.author if len(people) > 1 and piece.author in people else "本人"
    return around_quotes(text, lambda t: _I.sub(who, t))
