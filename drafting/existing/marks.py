"""How a line of an existing report tells its rank: 壹、 一、 (一) 1. (1), with whatever mark stands after it."""

import re
from typing import NamedTuple

_MARKS = (
    re.compile(
        r"[壹貳參叁肆伍陸柒捌玖拾]{1,3}\s?[、，,.\uff0e:：]\s*|第[一二三四五六七八九十\d]{1,3}[章部篇][\s\u3000、：]*|[IVX]{1,5}[.、]\s+"
    ),
    re.compile(r"[一二三四五六七八九十]{1,3}\s?[、，,.\uff0e]\s*"),
    re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）]\s*[、]?"),
    re.compile(r"\d{1,2}\s?[.\uff0e、](?!\d)\s*"),
    re.compile(r"[(（]\d{1,2}[)）]\s*"),
)
_BULLET = re.compile(r"^(?:[-*+•●]\s+)+")
_QUOTED = re.compile(r"「[^」]*」|[(（][^)）]*[)）]")
_SENTENCE_LIKE = re.compile(r"，|將於|建議派|建議本")
_LONGEST_HEADLINE = 40
DEEPEST_SECTION = 3


class Marked(NamedTuple):
    """``depth`` is 1 for 壹、 to 5 for (1), 0 for no mark; ``rest`` is what stands after the mark."""

    depth: int
    rest: str
    line: str


def marked(line: str) -> Marked:
    """Read the mark at the head of a line; a bullet counts as 1. if no other mark stands after it."""
    bare = _BULLET.sub("", line.strip())
    bulleted, line = bare != line.strip(), bare
    for depth, pattern in enumerate(_MARKS, 1):
        if match := pattern.match(line):
            return Marked(depth, line[match.end() :].strip(), line)
    return Marked(DEEPEST_SECTION + 1 if bulleted else 0, line, line)


def is_headline(text: str) -> bool:
    """Whether a marked line is a heading rather than a point of a list: short and no sentence, or closed by ：."""
    text = text.rstrip()
    if not text or "。" in text or text.endswith(("；", ";", "，")) or len(text) > 2 * _LONGEST_HEADLINE:
        return False
    plain = _QUOTED.sub("", text)
    return text.endswith(("：", ":")) or (
        len(plain) <= _LONGEST_HEADLINE and not _SENTENCE_LIKE.search(plain)
    )
