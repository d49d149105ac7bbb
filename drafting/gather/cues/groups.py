"""Groups of words, joined to one pattern."""

import re


def any_of(*groups: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any word of any group."""
    return re.compile("|".join(word for group in groups for word in group))
