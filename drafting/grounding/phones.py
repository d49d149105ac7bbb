"""Telephone numbers: compared by their digits alone, 分機 included."""

import re

_PHONE = re.compile(
    r"(?<![\d.])(?:\+\d{1,3}[-\s]?\(?\d{1,4}\)?|\(0\d{1,3}\)|0\d{1,3})[-\s]?\d{3,4}[-\s]?\d{3,5}(?!\d)"
    r"(?:\s?(?:分機|轉|#|ext\.?)\s?\d{1,6})?"
)


def phones_in(text: str) -> list[tuple[int, int, str]]:
    """Start, end and digits of each telephone number; 0 stands for the country code of Taiwan."""
    return [(m.start(), m.end(), _digits(m[0])) for m in _PHONE.finditer(text)]


def _digits(text: str) -> str:
    return re.sub(r"\D", "", re.sub(r"^\+886[-\s]?\(?0?\)?", "0", text))
