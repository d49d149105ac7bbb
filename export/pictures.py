"""The photos of a report, made safe to print: whole, upright, small, and without EXIF."""

import hashlib
import io
import re
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from typing import NamedTuple

from PIL import Image, ImageOps

from drafting.frozen import Frozen
from drafting.material import Ref
from drafting.report import Photos, Report
from drafting.trip import Trip

_KEPT_SEGMENTS = {0xE0, 0xE2, 0xEE}  # JFIF, ICC profile, Adobe's colour transform; all other APPn and COM go
_FILL, _SCAN, _END, _COMMENT = 0xFF, 0xDA, 0xD9, 0xFE
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # coded data hold FF only before 00 or a restart mark
_PROBE = (160, 160)
_MOST_PIXELS = 50_000_000  # decoded whole
_MOST_PIXELS_OF_JPEG = (
    120_000_000  # decoded at a fraction of its size; as many as may come in (storage/pictures.py)
)
_PRINTED_SIDE = 2560  # pixels of what is larger than any photo that we kept
_AT_ONCE = 2
_MANY = 100  # photos that fit into memory as they were kept
_KEPT_SIDE = 1280  # pixels of the longer side of a kept photo
_SMALLEST_SIDE = 320
_EACH = 180_000  # pixels that could be shown for the memory that every photo takes, however small it is (measured)


class Picture(Frozen):
    """A JPEG that can be printed as it is. ``name`` is made from its content."""

    name: str
    content: bytes
    width: int
    height: int


class Unprintable(StrEnum):
    """Why a photo cannot be printed."""

    LOST = "lost"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"


class Collected(NamedTuple):
    """The photos that can be printed, and why the others cannot; both in the order of the report."""

    found: dict[Ref, Picture]
    unprintable: dict[Ref, Unprintable]


def collect(report: Report, trip: Trip | None, read: Callable[[str], bytes | None]) -> Collected:
    """Read every photo that the report shows; for those that cannot be printed the layout shows a box."""
    refs = list(dict.fromkeys(photos_of(report)))
    longest = longest_side(len(refs))

    def made(ref: Ref) -> Picture | Unprintable:
        piece = trip.piece(ref) if trip else None
        digest = piece.file.content if piece and piece.file else ""
        content = read(digest) if digest else None
        return made_printable(content, longest) if content else Unprintable.LOST

    # warnings are switched for the whole process: here once, or the threads would restore each other's filters
    with warnings.catch_warnings(action="ignore"), ThreadPoolExecutor(_AT_ONCE) as pool:
        pictures = dict(zip(refs, pool.map(made, refs), strict=True))
    return Collected(
        {ref: each for ref, each in pictures.items() if isinstance(each, Picture)},
        {ref: each for ref, each in pictures.items() if isinstance(each, Unprintable)},
    )


def photos_of(report: Report) -> Iterator[Ref]:
    """The reference of every photo shown, in order."""
    for _, section in report.walk():
        for block in section.blocks:
            if isinstance(block, Photos):
                yield from (item.ref for item in block.items)


def longest_side(photos: int) -> int:
    """Pixels of the longer side, or 0 for as they are: so many photos must not take more memory than 100 do.

    At 300 photos each is 621 pixels long, which printed 7.7 cm wide still gives 200 dots an inch.
    """
    if photos <= _MANY:
        return 0
    area = (0.75 * _KEPT_SIDE**2 + _EACH) * _MANY / photos - _EACH  # of a photo of 4 by 3
    return max(int((max(area, 0) / 0.75) ** 0.5), _SMALLEST_SIDE)


def printable(content: bytes, longest: int = 0) -> Picture | None:
    """As ``made_printable``, or None."""
    made = made_printable(content, longest)
    return made if isinstance(made, Picture) else None


def made_printable(content: bytes, longest: int = 0) -> Picture | Unprintable:
    """A JPEG without EXIF, or why there is none.

    A plain JPEG that is not longer than ``longest`` keeps its coded image bit for bit; anything else is coded anew.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content)) as image:
                size = image.size
                if size[0] * size[1] > _MOST_PIXELS:
                    if image.format != "JPEG" or size[0] * size[1] > _MOST_PIXELS_OF_JPEG:
                        return Unprintable.TOO_LARGE
                    longest = longest or _PRINTED_SIDE
                upright = image.getexif().get(0x0112, 1) == 1
                small = not longest or max(size) <= longest
                if image.format == "JPEG" and image.mode in ("RGB", "L") and upright and small:
                    image.draft("L", _PROBE)  # decodes an eighth: enough to see that no bytes are missing
                    image.load()
                    clean = without_exif(content)
                else:
                    clean, size = _coded_anew(image, longest)
    except Image.DecompressionBombError:
        return Unprintable.TOO_LARGE
    except (OSError, ValueError, SyntaxError):
        return Unprintable.DAMAGED
    return Picture(
        name=f"{hashlib.sha256(clean).hexdigest()[:24]}.jpg", content=clean, width=size[0], height=size[1]
    )


def without_exif(jpeg: bytes) -> bytes:
    """Drop every segment that may hold EXIF, XMP, GPS or a comment, and whatever follows the end of the image.

    Raises ValueError if the segments are broken.
    """
    kept = [jpeg[:2]]
    at = 2
    while True:
        if jpeg[at : at + 1] != b"\xff" or at + 4 > len(jpeg):
            raise ValueError("broken JPEG")
        code = jpeg[at + 1]
        if code == _FILL:
            at += 1
            continue
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        last = False
        if code == _SCAN:
            marker = _AFTER_SCAN.search(jpeg, end)
            last = marker is None or jpeg[marker.start() + 1] == _END
            end = len(jpeg) if marker is None else marker.start()
        if code in _KEPT_SEGMENTS or not (0xE0 <= code <= 0xEF or code == _COMMENT):
            kept.append(jpeg[at:end])
        if last:
            return b"".join([*kept, bytes([0xFF, _END])])
        at = end


def _coded_anew(image: Image.Image, longest: int) -> tuple[bytes, tuple[int, int]]:
    if longest:
        image.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=1.1)
    upright = ImageOps.exif_transpose(image).convert("RGB")
    out = io.BytesIO()
    upright.save(out, "JPEG", quality=88)
    return out.getvalue(), upright.size
