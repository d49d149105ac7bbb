"""One line of the audit."""

from datetime import datetime
from typing import NamedTuple


class Deed(NamedTuple):
    """Who did what and when, to which trip if to one."""

    at: datetime
    who: str
    what: str
    trip: int | None
    detail: str
