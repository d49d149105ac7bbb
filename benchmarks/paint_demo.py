"""Paints the pictures of the built-in demonstration trip: ``python benchmarks/paint_demo.py [OUT]``.

They show no real person or place. The same font and the same Pillow give the same bytes.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from demo_pictures.canvas import Canvas
from demo_pictures.meetings import blurred, group, opening, roundtable, signing, speaking
from demo_pictures.outdoors import airport, gauge, harbour, park, tram
from demo_pictures.visits import boards, control, model, panels, smoke
from PIL import Image

SCENES: tuple[tuple[str, Callable[[], Canvas]], ...] = (
    ("photos/photo_1@15-09-2026_06-58-10.jpg", airport),
    ("photos/photo_2@15-09-2026_17-48-29.jpg", harbour),
    ("photos/photo_3@16-09-2026_08-41-53.jpg", opening),
    ("photos/photo_4@16-09-2026_10-31-27.jpg", panels),
    ("photos/photo_5@16-09-2026_10-31-27.jpg", boards),
    ("photos/photo_6@16-09-2026_10-31-27.jpg", model),
    ("photos/photo_7@16-09-2026_13-42-19.jpg", roundtable),
    ("photos/photo_8@16-09-2026_13-42-51.jpg", lambda: roundtable(9, hand=True)),
    ("photos/photo_9@17-09-2026_08-58-37.jpg", speaking),
    ("photos/photo_10@17-09-2026_14-16-20.jpg", signing),
    ("photos/photo_11@17-09-2026_14-47-11.jpg", group),
    ("photos/photo_12@17-09-2026_14-48-02.jpg", blurred),
    ("photos/photo_13@18-09-2026_09-16-58.jpg", gauge),
    ("photos/photo_14@18-09-2026_10-58-30.jpg", control),
    ("photos/photo_15@18-09-2026_14-15-48.jpg", smoke),
    ("photos/photo_16@18-09-2026_17-35-22.jpg", tram),
)
ORIGINAL = "files/IMG_20260918_095212.jpg"


def camera() -> Image.Exif:
    """What the phone wrote into the one picture that was sent as a file."""
    exif = Image.Exif()
    exif.update({271: "Sample", 272: "Phone 2", 274: 1, 306: "2026:09:18 09:52:12"})
    taken, offset = "2026:09:18 09:52:12", "+09:00"
    exif.get_ifd(0x8769).update({36867: taken, 36868: taken, 36880: offset, 36881: offset})
    exif.get_ifd(0x8825).update({1: "N", 2: (33.0, 35.0, 12.0), 3: "E", 4: (130.0, 22.0, 30.0)})
    return exif


def paint(out: Path) -> None:
    """Draw every picture into ``out``, under the names that the chat gives them."""
    (out / "photos").mkdir(parents=True, exist_ok=True)
    (out / "files").mkdir(exist_ok=True)
    for name, scene in SCENES:
        scene().done().save(out / name, quality=76, optimize=True)
    park().done().save(out / ORIGINAL, quality=76, optimize=True, exif=camera())


if __name__ == "__main__":
    paint(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "suixing" / "demo")
