"""Measures a picture: how sharp it is, and a fingerprint that near pictures share."""

import io

from PIL import Image, ImageFilter, ImageStat

_EDGES = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)


def sharpness(picture: Image.Image) -> float:
    """The variance of edges of a grey copy, 256 pixels long, so that pictures of all sizes compare."""
    grey = picture.convert("L")
    grey.thumbnail((256, 256), Image.Resampling.LANCZOS)
    if min(grey.size) < 3:
        return 0.0
    edges = grey.filter(_EDGES).crop(
        (1, 1, grey.width - 1, grey.height - 1)
    )  # a filter leaves the rim as it was
    return round(ImageStat.Stat(edges).var[0], 3)


def fingerprint(picture: Image.Image) -> str:
    """A difference hash: for each of 8 rows, whether each of 8 cells is lighter than the next; 16 hex digits."""
    cells = picture.convert("L").resize((9, 8), Image.Resampling.BOX).tobytes()
    bits = 0
    for row in range(8):
        for column in range(8):
            bits = bits << 1 | (cells[row * 9 + column] > cells[row * 9 + column + 1])
    return f"{bits:016x}"


def distance(a: str, b: str) -> int:
    """In how many of their 64 bits two fingerprints differ; 0 to 64."""
    return (int(a, 16) ^ int(b, 16)).bit_count()


def exposure(content: bytes) -> float | None:
    """How well a kept picture is lit: 1 with tones all over, towards 0 if most of it is black or white; None if unreadable."""
    try:
        with Image.open(io.BytesIO(content)) as picture:
            picture.draft("L", (160, 160))
            grey = picture.convert("L")
            grey.thumbnail((128, 128))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    tones = grey.histogram()
    total = max(1, sum(tones))
    lost = (sum(tones[:12]) + sum(tones[247:])) / total
    middle = sum(value * count for value, count in enumerate(tones)) / total / 255
    return round(max(0.0, 1 - lost) * (1 - abs(middle - 0.5) * 1.2), 3)
