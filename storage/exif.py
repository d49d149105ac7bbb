"""Reads from a photo when and where it was taken. What a camera wrote wrongly counts as not written."""

import math
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from drafting.material import Position

_OFFSET = re.compile(r"[+-](?:0\d|1[0-4]):[0-5]\d")


class Taken(NamedTuple):
    at: datetime | None = None
    offset: str = ""
    position: Position | None = None
    orientation: int = 1


def read_exif(image: Image.Image) -> Taken:
    try:
        exif = image.getexif()
        details, places = exif.get_ifd(IFD.Exif), exif.get_ifd(IFD.GPSInfo)
        orientation = exif.get(Base.Orientation, 1)
    except Exception:  # the parser raises whatever the broken bytes lead it to
        return Taken()
    offset = _offset(details.get(Base.OffsetTimeOriginal))
    return Taken(
        _time(details.get(Base.DateTimeOriginal), offset),
        offset,
        _position(places),
        orientation if isinstance(orientation, int) else 1,
    )


def _offset(value: Any) -> str:
    text = str(value or "").strip("\0 ")
    return text if _OFFSET.fullmatch(text) else ""


def _time(value: Any, offset: str) -> datetime | None:
    text = str(value or "").strip("\0 ")
    try:
        # naive without an offset: which zone the camera kept is decided where the itinerary is known
        return datetime.strptime(text + offset, "%Y:%m:%d %H:%M:%S" + ("%z" if offset else ""))  # noqa: DTZ007
    except ValueError:
        return None


def _position(places: dict[int, Any]) -> Position | None:
    latitude = _degrees(places.get(GPS.GPSLatitude), places.get(GPS.GPSLatitudeRef), "S", 90)
    longitude = _degrees(places.get(GPS.GPSLongitude), places.get(GPS.GPSLongitudeRef), "W", 180)
    if latitude is None or longitude is None or (latitude, longitude) == (0, 0):
        return None  # 0, 0 is what a receiver without satellites writes
    return Position(latitude=latitude, longitude=longitude)


def _degrees(parts: Any, hemisphere: Any, negative: str, most: int) -> float | None:
    """Degrees, minutes and seconds as one number; None unless it is one on the globe."""
    if not isinstance(parts, Sequence) or len(parts) != 3:
        return None
    try:
        value = float(parts[0]) + float(parts[1]) / 60 + float(parts[2]) / 3600
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    if not math.isfinite(value) or not 0 <= value <= most:
        return None
    letter = hemisphere.decode("ascii", "replace") if isinstance(hemisphere, bytes) else str(hemisphere or "")
    return round(-value if letter.strip("\0 ").upper() == negative else value, 6)
