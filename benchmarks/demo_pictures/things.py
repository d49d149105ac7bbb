"""Trees, clouds, towns, trams, flowers, stages: what several scenes share."""

from math import cos, sin

from demo_pictures.canvas import (
    CORAL,
    CREAM,
    GREEN,
    GREY,
    INK,
    NAVY,
    RED,
    SUN,
    TEAL,
    WHITE,
    WOOD,
    Canvas,
    blend,
)
from demo_pictures.people import bust

TITLE = "2026亞太港灣城市防災交流會議"


def tree(c: Canvas, x: float, y: float, h: float, leaf: str = GREEN) -> None:
    c.rect(x - h * 0.05, y - h * 0.45, h * 0.1, h * 0.45, WOOD)
    c.oval(x, y - h * 0.65, h * 0.32, h * 0.38, leaf)
    c.oval(x - h * 0.1, y - h * 0.75, h * 0.17, h * 0.2, blend(leaf, WHITE, 0.16))


def cloud(c: Canvas, x: float, y: float, s: float, color: str = WHITE) -> None:
    for dx, dy, r in ((0, 0, 40), (45, 8, 32), (-45, 10, 30), (20, -20, 34)):
        c.oval(x + dx * s, y + dy * s, r * s * 1.2, r * s * 0.8, color)


def flower(c: Canvas, x: float, y: float) -> None:
    for k in range(9):
        dx, dy = 34 * cos(k * 0.7), 20 * sin(k * 0.7)
        c.oval(x + dx, y + 14 + dy / 2, 16, 11, GREEN)
        c.oval(x + dx * 0.8, y + dy * 0.8, 12, 12, (CORAL, SUN, WHITE)[k % 3])


def skyline(c: Canvas, floor: float, color: str, lamp: str = "") -> None:
    x = -20.0
    while x < c.width:
        w, h = c.dice.randint(50, 110), c.dice.randint(60, 230)
        c.rect(x, floor - h, w, h, blend(color, WHITE, c.dice.random() * 0.15))
        for wx in range(round(x) + 12, round(x + w) - 14, 20):
            for wy in range(round(floor - h) + 14, round(floor) - 12, 26):
                if lamp and c.dice.random() < 0.55:
                    c.rect(wx, wy, 9, 13, lamp)
        x += w + c.dice.randint(0, 14)


def port(c: Canvas, night: bool) -> None:
    """Sky, far town, cranes and water, down to the lower edge."""
    sky = ("#18284a", "#d0785e") if night else ("#6fa9cf", "#fbd9a8")
    c.fade(0, 0, c.width, 560, *sky)
    c.oval(930, 430, 70, 70, "#ffe2a8")
    for x, y, s in ((200, 140, 1.2), (560, 90, 0.9), (1060, 200, 1.0)):
        cloud(c, x, y, s, blend(sky[0], WHITE, 0.25 if night else 0.75))
    far = blend(sky[0], sky[1], 0.45)
    c.poly(far, 0, 560, 0, 430, 180, 360, 380, 440, 620, 380, 900, 470, 1280, 390, 1280, 560)
    skyline(c, 570, NAVY if night else "#7d98aa", SUN if night else "#dbe7ec")
    for x in (90, 300):
        crane = RED if not night else "#7c3b3d"
        for dx in (0, 70):
            c.rect(x + dx, 330, 12, 250, crane)
        c.rect(x - 70, 322, 250, 14, crane)
        c.line(crane, 5, x + 35, 260, x - 66, 324)
        c.line(crane, 5, x + 35, 260, x + 178, 324)
        c.rect(x + 28, 256, 14, 70, crane)
        c.line(INK, 3, x - 40, 330, x - 40, 420)
    water = ("#24406b", "#10203d") if night else ("#5d9fb4", "#2d6f8c")
    c.fade(0, 565, c.width, c.height - 565, *water)
    for _ in range(150):
        x, y = c.dice.uniform(0, c.width), c.dice.uniform(580, c.height)
        glow = abs(x - 930) < 60 + (y - 560) * 0.25
        c.rect(
            x,
            y,
            c.dice.uniform(30, 90),
            4,
            blend(water[0], "#ffe2a8" if glow else WHITE, 0.7 if glow else 0.22),
            2,
        )


def tramcar(c: Canvas, x: float, y: float, s: float, paint: str) -> None:
    c.rect(x, y, 560 * s, 150 * s, CREAM, 26 * s)
    c.rect(x, y + 88 * s, 560 * s, 62 * s, paint, 20 * s)
    c.rect(x, y + 84 * s, 560 * s, 12 * s, SUN)
    for k in range(6):
        c.rect(x + (28 + k * 88) * s, y + 26 * s, 66 * s, 52 * s, "#ffe7ae" if k % 2 else "#bcd9e2", 8 * s)
    c.rect(x + 16 * s, y + 146 * s, 528 * s, 12 * s, INK)
    for k in (80, 170, 390, 480):
        c.oval(x + k * s, y + 160 * s, 18 * s, 18 * s, INK)
        c.oval(x + k * s, y + 160 * s, 8 * s, 8 * s, GREY)
    c.line(INK, 5 * s, x + 230 * s, y, x + 290 * s, y - 46 * s, x + 330 * s, y)


def stage(c: Canvas, lines: tuple[str, str], drape: str = NAVY) -> None:
    """A hall with curtains and a lit screen that carries two lines."""
    c.fade(0, 0, c.width, 700, "#3d2f2a", "#6b4a37")
    for x in range(0, c.width, 40):
        c.rect(x, 0, 20, 640, blend("#6b4a37", "#3d2f2a", 0.35 + 0.3 * sin(x)))
    c.rect(120, 60, c.width - 240, 400, INK, 10)
    c.fade(132, 72, c.width - 264, 376, blend(drape, WHITE, 0.08), blend(drape, TEAL, 0.75))
    for k, tone in enumerate((0.25, 0.4, 0.6)):
        crest = [
            n for x in range(132, c.width - 131, 8) for n in (x, 360 + k * 26 + 14 * sin(x / 60 + k * 1.7))
        ]
        c.poly(blend(TEAL, WHITE, tone), *crest, c.width - 132, 448, 132, 448)
    c.text(c.width / 2, 175, lines[0], 58)
    c.text(c.width / 2, 258, lines[1], 31, SUN)
    c.rect(0, 590, c.width, 370, blend(NAVY, INK, 0.2))
    c.rect(0, 590, c.width, 120, "#a9744a")
    c.rect(0, 590, c.width, 14, "#d29a63")
    for x in (40, c.width - 100):
        c.rect(x, 0, 60, 600, "#8e2f2b", 8)
        c.rect(x + 18, 0, 10, 600, "#b3453d")


def lectern(c: Canvas, x: float, floor: float, who: int) -> None:
    bust(c, x, floor - 228, 34, who)
    c.poly(WOOD, x - 78, floor - 140, x + 78, floor - 140, x + 60, floor, x - 60, floor)
    c.rect(x - 88, floor - 154, 176, 20, blend(WOOD, INK, 0.3), 6)
    c.oval(x, floor - 78, 32, 32, CREAM)
    for k in range(3):
        c.pen.arc(
            c.points(x - 22, floor - 94 + k * 12, x + 22, floor - 70 + k * 12), 200, 340, fill=TEAL, width=8
        )
    c.line(INK, 4, x + 30, floor - 150, x + 16, floor - 186)
