"""A photo as it is kept."""

from datetime import datetime
from typing import NamedTuple

from drafting.material import Position


class Picture(NamedTuple):
    """``content`` is an upright JPEG, at most 1280 pixels long, with nothing in it but the picture.

    ``taken_at`` is what the camera's clock said, naive unless the camera also told its ``offset`` ("+05:00", or "").
    ``sharpness`` is the variance of edges; ``fingerprint`` a 64-bit difference hash as 16 hex digits.
    """

    content: bytes
    width: int
    height: int
    taken_at: datetime | None
    offset: str
    position: Position | None
    sharpness: float
    fingerprint: str
