"""Personal data in a text made unreadable by rule, before the public edition is laid out."""

import re
from typing import NamedTuple

from drafting.checks.identity import numbers_of_persons
from drafting.grounding.phones import phones_in

_MAIL = re.compile(r"(?P<it>[\w.+-]+)(?P<place>[@\uff20][\w-]+(?:\.[\w-]+)+)")
_MOBILE = re.compile(r"(?<![\d-])(?:09\d{2}|\+886[-\s]?9\d{2})[-\s]?\d{3}[-\s]?\d{3}(?!\d)")
_ACCOUNT = re.compile(
    r"(?P<label>(?:LINE|Line|WeChat|WhatsApp|Telegram|微信)\s*(?:(?:ID|帳號|號)\s*[:：]?|[:：])\s*)(?P<it>[\w.@+-]{3,40})"
)
_PAPER = re.compile(
    r"(?P<label>(?:[台臺]胞證|入[台臺]證|護照)\s*(?:號碼|號)?\s*[:：]?\s*)(?P<it>[A-Z]{0,2}\d{7,10})"
)
_HOME = re.compile(
    r"(?P<label>(?:住址|住家地址|戶籍地址?|戶籍所在地|通訊地址)\s*[:：為]\s*)(?P<it>[^，。；、\s○]{4,60})"
)
_CARD = re.compile(r"(?<!\d)(?:\d{4}[-\s]?){3}\d{4}(?!\d)")
_BORN = re.compile(
    r"(?P<label>(?:出生(?:年月日|日期)?|生日)\s*(?:[:：]|為|是|於)?\s*)(?P<it>(?:民國)?[\d年月日/.-]{6,12})"
)
_WIDE = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff0d\uff0b\uff08\uff09]{6,}")
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_STAR = "○"


class Masked(NamedTuple):
    """The text as the public may read it, and how many places were changed."""

    text: str
    places: int


def masked(text: str, *, office_phone: str = "") -> Masked:
    """Without numbers of persons, telephones, addresses and accounts.

    個人資料保護法第 2 條第 1 款 names the kinds; 政府資訊公開法第 18 條第 1 項第 6 款 forbids to publish them.
    ``office_phone`` is the agency's own number, which the form asks for and which stays.
    Numbers in full-width signs are read as well, and come out in half-width ones where something was masked.
    """
    narrow = _WIDE.sub(lambda m: m[0].translate(_NARROW), text)
    if narrow != text and (done := masked(narrow, office_phone=office_phone)).places:
        return done
    places = 0
    for _, value in numbers_of_persons(text):
        places += text.count(value)
        text = text.replace(value, _hidden(value))
    for pattern in (_CARD, _MOBILE):
        text, changed = pattern.subn(lambda m: re.sub(r"\d", _STAR, m[0]), text)
        places += changed
    kept = {digits for _, _, digits in phones_in(office_phone)}
    for start, end, digits in reversed(phones_in(text)):
        if digits not in kept:
            text = text[:start] + re.sub(r"\d", _STAR, text[start:end]) + text[end:]
            places += 1
    for pattern in (_MAIL, _ACCOUNT, _PAPER, _BORN, _HOME):
        text, changed = pattern.subn(_covered, text)
        places += changed
    return Masked(text, places)


def _covered(match: re.Match[str]) -> str:
    """The match with its group ``it`` hidden; nothing tells how long that was."""
    start, end = match.start("it") - match.start(), match.end("it") - match.start()
    return match[0][:start] + _STAR * 3 + match[0][end:]


def _hidden(value: str) -> str:
    """A letter before a number tells the county or the kind of paper, and stays."""
    head = value[:1] if value[:1].isascii() and value[:1].isalpha() else ""
    return head + _STAR * (len(value) - len(head))
