"""From the way people write on a phone to the way a report is written; facts, numbers, names and quotations stay."""

import re

from drafting.wording.chat_words import LEADS, SWAPS
from drafting.wording.punctuation import punctuated, tightened
from drafting.wording.shielded import around_quotes
from drafting.wording.spoken import TURNS

_DATE = re.compile(
    r"(?<![\d/.])(?:(?P<y>(?:19|20)\d\d) ?[/.] ?)?(?P<m>1[0-2]|0?[1-9]) ?/ ?(?P<d>3[01]|[12]\d|0?[1-9])(?![\d/%])"
    r"(?: ?(?:[-－–—~～至到]|——?) ?(?:(?P<m2>1[0-2]|0?[1-9]) ?/ ?)?(?P<d2>3[01]|[12]\d|0?[1-9])(?![\d/:：%點個位人國件家場]))?"
    r" ?[日號]?(?! ?的(?:人|比例))"
)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(0?[1-9]|1[0-2])-(0?[1-9]|[12]\d|3[01])(?!\d)")
_YEAR_MONTH = re.compile(r"(?<![\d/.])((?:19|20)\d\d)/(1[0-2]|0?[1-9])(?![\d/])")
_DAY = re.compile(r"\d月\d{1,2}日")
_BARE_DAY = re.compile(
    r"(?<![\d第])([12]?\d|3[01])號(?=[是另去到為則再才，]|$)"
)  # beside a date, 13號 is a day
_EDGES = " 　，,、；;：:。.!！~～·"
_BLANK = re.compile(r"\s+")


_NARROW = {0xFF10 + digit: str(digit) for digit in range(10)} | {0xFF05: "%"}  # full-width digits and percent


def written(text: str) -> str:
    """One clause or sentence in written register, without its final full stop. Linear in the length of the text."""
    return tightened(around_quotes(_BLANK.sub(" ", text.strip().translate(_NARROW)), _changed))


def _changed(text: str) -> str:
    text = LEADS.sub("", text)
    for pattern, by in (*TURNS, *SWAPS):
        text = pattern.sub(by, text)
    text = LEADS.sub("", text.strip())
    text = dated(text)
    if _DAY.search(text):
        text = _BARE_DAY.sub(r"\1日", text)
    return punctuated(text).strip(_EDGES)


def dated(text: str) -> str:
    """4/10 → 4月10日, 5/7－5/9 → 5月7日至5月9日, 9/12－15 → 9月12日至15日, 2004/4 → 2004年4月."""
    text = _DATE.sub(_full, _ISO.sub(r"\1/\2/\3", text))
    return _YEAR_MONTH.sub(lambda m: f"{m[1]}年{int(m[2])}月", text)


def _full(match: re.Match[str]) -> str:
    first = (f"{match['y']}年" if match["y"] else "") + f"{int(match['m'])}月{int(match['d'])}日"
    if not match["d2"]:
        return first
    return f"{first}至" + (f"{int(match['m2'])}月" if match["m2"] else "") + f"{int(match['d2'])}日"
