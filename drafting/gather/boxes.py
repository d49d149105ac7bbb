"""Boxes of a form: of 「■考察 □進修」 only 考察 is meant."""

import re

_TICKED = "■☑☒✓✔▣✅🗹"
_EMPTY = "□☐▢◻"
_BOX = re.compile(f"[{_TICKED}{_EMPTY}]")


def ticked(text: str) -> str:
    """What stands behind ticked boxes; the text itself if it has no two kinds of boxes, "" if none is ticked."""
    marks = list(_BOX.finditer(text))
    if not any(mark.group(0) in _EMPTY for mark in marks):
        return text
    parts = [
        text[mark.end() : following.start() if following else None]
        for mark, following in zip(marks, [*marks[1:], None], strict=True)
        if mark.group(0) in _TICKED
    ]
    return " ".join(part.strip(" 　()（）、，,") for part in parts)


def boxes(text: str) -> int:
    """How many boxes there are."""
    return len(_BOX.findall(text))
