"""Numbers that name one person: identity cards with their check digit, passports, bank cards, cars."""

import re
from collections.abc import Iterator

_IDENTITY = re.compile(r"(?<![A-Za-z\d])(?P<letter>[A-Z])(?P<digits>[1289A-D]\d{8})(?![\dA-Za-z])")
_LABELLED = re.compile(r"身分證|身份證|居留證|統一證號|ID\s?(?:No|號)")
_PASSPORT = re.compile(
    r"(?:護照|passport)[^。\n]{0,12}?(?P<number>(?<![A-Za-z\d])[A-Z]{0,2}\d{6,9}(?!\d))", re.IGNORECASE
)
_CARD = re.compile(r"(?<!\d)(?:\d{4}[-\s]?){3}\d{4}(?!\d)")
_ACCOUNT = re.compile(r"(?:帳號|帳戶)\s?[:：]?\s?(?P<number>\d[\d-]{8,18}\d)")
_BIRTH = re.compile(
    r"(?:出生(?:年月日|日期)?|生日)\s?[:：]?\s?(?P<number>\d{2,4}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?)"
)
_LETTERS = {letter: 10 + n for n, letter in enumerate("ABCDEFGHJKLMNPQRSTUVXYWZIO")}
_WEIGHTS = (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1)


def numbers_of_persons(text: str) -> Iterator[tuple[str, str]]:
    """What kind each is (zh-TW), and the number as written."""
    labelled = bool(_LABELLED.search(text))
    for match in _IDENTITY.finditer(text):
        if is_identity(match["letter"], match["digits"]) or labelled:
            yield "身分證或居留證號碼", match[0]
    yield from (("護照號碼", m["number"]) for m in _PASSPORT.finditer(text))
    yield from (("信用卡號", m[0]) for m in _CARD.finditer(text) if _passes_luhn(m[0]))
    yield from (("銀行帳號", m["number"]) for m in _ACCOUNT.finditer(text))
    yield from (("出生日期", m["number"]) for m in _BIRTH.finditer(text))


def is_identity(letter: str, digits: str) -> bool:
    """Whether the last digit is the check digit (戶役政; 內政部移民署 for the second letter of older residence cards)."""
    area = _LETTERS.get(letter)
    if area is None:
        return False
    second = digits[0] if digits[0].isdigit() else str(_LETTERS[digits[0]] % 10)
    numbers = [area // 10, area % 10, int(second), *map(int, digits[1:])]
    return sum(n * w for n, w in zip(numbers, _WEIGHTS, strict=True)) % 10 == 0


def _passes_luhn(text: str) -> bool:
    digits = [int(c) for c in text if c.isdigit()]
    doubled = [d * 2 - 9 * (d > 4) for d in digits[-2::-2]]
    return len(set(digits)) > 1 and (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
