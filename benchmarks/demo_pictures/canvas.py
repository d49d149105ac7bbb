"""The sheet that everything is drawn on, and its colours."""

from math import pi, sin
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFont

FONT = Path("/usr/share/fonts/truetype/cns11643/TW-Kai-98_1.ttf")  # 全字庫正楷體
FINE = 2  # everything is drawn this much larger and then shrunk: smooth edges
NAVY, TEAL, CORAL, SUN, CREAM = "#1f3a5f", "#2a7f86", "#e0694b", "#ecbb5a", "#f7f1e3"
SAGE, MIST, WOOD, INK, WHITE = "#86ab83", "#c9d8de", "#b98657", "#26303a", "#fdfdfb"
GREEN, RED, GREY, SKIN = "#4f9d69", "#cf4436", "#8a97a0", ("#f0c9a4", "#e3b189", "#c98f68", "#f5d6b8")
HAIR, SHIRT = (
    ("#2b2422", "#4a352b", "#6d6a68", "#1d1f24"),
    (NAVY, TEAL, CORAL, "#7c6a9c", "#59718c", SUN, "#93594f"),
)


def rgb(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def blend(one: str, other: str, share: float) -> str:
    pairs = zip(rgb(one), rgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


class Canvas:
    """A sheet of the given size in whole pixels; ``dice`` is seeded, so a scene always looks the same."""

    def __init__(self, width: int = 1280, height: int = 960, seed: int = 7) -> None:
        self.width, self.height, self.dice = width, height, Random(seed)  # noqa: S311 (no secret)
        self.sheet = Image.new("RGB", (width * FINE, height * FINE), CREAM)
        self.pen = ImageDraw.Draw(self.sheet)

    def points(self, *numbers: float) -> list[float]:
        return [n * FINE for n in numbers]

    def rect(self, x: float, y: float, w: float, h: float, color: str, r: float = 0) -> None:
        self.pen.rounded_rectangle(self.points(x, y, x + w, y + h), r * FINE, fill=color)

    def oval(self, x: float, y: float, rx: float, ry: float, color: str) -> None:
        self.pen.ellipse(self.points(x - rx, y - ry, x + rx, y + ry), fill=color)

    def half(self, x: float, y: float, r: float, start: int, end: int, color: str) -> None:
        self.pen.pieslice(self.points(x - r, y - r, x + r, y + r), start, end, fill=color)

    def poly(self, color: str, *numbers: float) -> None:
        self.pen.polygon(self.points(*numbers), fill=color)

    def line(self, color: str, width: float, *numbers: float) -> None:
        self.pen.line(self.points(*numbers), fill=color, width=round(width * FINE), joint="curve")

    def fade(self, x: float, y: float, w: float, h: float, top: str, bottom: str) -> None:
        for row in range(round(h)):
            self.rect(x, y + row, w, 1.5, blend(top, bottom, row / h))

    def veil(self, color: str, share: float, x: float = 0, y: float = 0, w: float = 0, h: float = 0) -> None:
        box = tuple(round(n * FINE) for n in (x, y, x + (w or self.width), y + (h or self.height)))
        part = self.sheet.crop(box)
        self.sheet.paste(Image.blend(part, Image.new("RGB", part.size, color), share), box)

    def text(
        self, x: float, y: float, words: str, size: float, color: str = WHITE, anchor: str = "mm"
    ) -> None:
        font = ImageFont.truetype(FONT, round(size * FINE))
        self.pen.text((x * FINE, y * FINE), words, fill=color, font=font, anchor=anchor)

    def wave(self, y: float, high: float, long: float, color: str, shift: float = 0) -> None:
        top = [n for x in range(-20, self.width + 21, 10) for n in (x, y + high * sin(x / long * pi + shift))]
        self.poly(color, *top, self.width + 20, self.height + 9, -20, self.height + 9)

    def done(self) -> Image.Image:
        return self.sheet.resize((self.width, self.height), Image.Resampling.LANCZOS)
