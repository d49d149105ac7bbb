"""Takes the number off a heading: it changes with what stands before, the title does not (pure)."""

import re

from drafting.report import Section

_NUMBER = re.compile(
    r"^(?:[壹貳參肆伍陸柒捌玖拾]{1,3}、|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、]"
    r"|(?:[IVXL]{1,6}|[A-Z])\.\s)\s*"
)


def title(section: Section) -> str:
    """The heading without its number."""
    return _NUMBER.sub("", section.heading)


def number(section: Section) -> str:
    """The number of the heading without brackets and marks: 肆, 二, 1; "" if it has none."""
    found = _NUMBER.match(section.heading)
    return found[0].strip().strip("（）()、.") if found else ""
