"""A message as lines: the mark before a line (bullet, number, day) apart from what it says."""

import re
from typing import NamedTuple

_BULLET = re.compile(r"^\s*(?:[•・▪◦●○◎※*–—]|[■□☐](?!.*[■□☐☑])|[-－](?!\d))\s*")
# Two boxes in a line are a choice, not a mark before it.
_NUMBER = re.compile(
    r"^\s*(?:[(（]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[)）]|[①-⑳]"
    r"|\d{1,2}\s*[)）、\uff0e]|\d{1,2}\.(?!\d)|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[，、點：:])\s*"
)
_BARE_NUMBER = re.compile(r"^\s*(\d{1,2})\s+(?=[^\d\s:/.年月日時點%])")


class Line(NamedTuple):
    """``item`` says that a bullet or number stood before the text."""

    text: str
    item: bool


def lines_of(text: str) -> list[Line]:
    """The non-empty lines of a message.

    A bare number counts as a mark only if two lines in a row carry 1, 2 …: "88 位" begins a sentence.
    """
    raw = [line.strip() for line in text.replace("\r", "\n").split("\n") if line.strip()]
    bare = [_BARE_NUMBER.match(line) for line in raw]
    run = [int(m.group(1)) if m else 0 for m in bare]
    listed = {
        i
        for i, n in enumerate(run)
        if n and ((i + 1 < len(run) and run[i + 1] == n + 1) or (i > 0 and run[i - 1] == n - 1 and n > 1))
    }
    found = []
    for i, line in enumerate(raw):
        match = _NUMBER.match(line) or _BULLET.match(line) or (bare[i] if i in listed else None)
        rest = line[match.end() :].strip() if match else line
        if rest:
            found.append(Line(rest, match is not None))
    return found
