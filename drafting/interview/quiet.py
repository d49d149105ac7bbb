"""The hours in which nobody is spoken to: 22:00 to 07:00 at the place, unless the traveller chose others."""

import re
from datetime import time

from drafting.frozen import Frozen
from drafting.numerals import NARROW

_HOURS = re.compile(r"\A\s*(\d{1,2})(?::?([0-5]\d))?\s*(?:[-–~～至到]|——)\s*(\d{1,2})(?::?([0-5]\d))?\s*\Z")


class Quiet(Frozen):
    """Local times. ``always`` means that the bot never speaks first; equal times mean that no hour is quiet."""

    start: time = time(22)
    end: time = time(7)
    always: bool = False

    def holds(self, at: time) -> bool:
        """Whether a local time lies within the quiet hours."""
        if self.always:
            return True
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


def quiet_hours(text: str) -> Quiet | None:
    """「22-7」「22:00～07:00」「2130-0630」; None if it is no such pair."""
    found = _HOURS.match(text.translate(NARROW))
    if found is None:
        return None
    first, second = int(found[1]), int(found[3])
    if first > 24 or second > 24:
        return None
    return Quiet(start=time(first % 24, int(found[2] or 0)), end=time(second % 24, int(found[4] or 0)))
