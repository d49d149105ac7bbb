"""People: heads, half and whole figures, rows of listeners."""

from demo_pictures.canvas import CORAL, HAIR, INK, NAVY, RED, SHIRT, SKIN, WHITE, Canvas, blend


def head(c: Canvas, x: float, y: float, r: float, who: int, back: bool = False) -> None:
    hair, skin = HAIR[who % 4], SKIN[who * 3 % 4]
    long = who % 3 == 1
    if long:
        c.rect(x - r * 1.08, y - r * 0.5, r * 2.16, r * 2, hair, r * 0.9)
    c.rect(x - r * 0.35, y + r * 0.6, r * 0.7, r * 0.9, blend(skin, INK, 0.14), r * 0.3)
    c.oval(x, y, r * 0.94, r * 1.08, hair if back else skin)
    if back:
        return
    c.half(x, y - r * 0.12, r * 1.06, 180, 360, hair)
    c.poly(hair, x - r * 1.04, y - r * 0.15, x - r * 0.86, y + r * 0.3, x - r * 0.78, y - r * 0.15)
    c.poly(hair, x + r * 1.04, y - r * 0.15, x + r * 0.86, y + r * 0.3, x + r * 0.78, y - r * 0.15)
    for side in (-1, 1):
        c.oval(x + side * r * 0.36, y + r * 0.18, r * 0.09, r * 0.11, INK)
    c.pen.arc(
        c.points(x - r * 0.3, y + r * 0.2, x + r * 0.3, y + r * 0.66),
        25,
        155,
        fill=RED,
        width=round(r * 0.14),
    )


def bust(c: Canvas, x: float, y: float, r: float, who: int, back: bool = False, shirt: str = "") -> None:
    """Head and shoulders; ``y`` is the middle of the head, ``r`` its radius."""
    shirt = shirt or SHIRT[who % 7]
    c.rect(x - r * 1.75, y + r * 1.3, r * 3.5, r * 4, shirt, r * 1.1)
    if not back:
        c.poly(WHITE, x - r * 0.5, y + r * 1.3, x + r * 0.5, y + r * 1.3, x, y + r * 2.3)
        c.line(CORAL if shirt == NAVY else NAVY, r * 0.12, x - r * 0.55, y + r * 1.35, x, y + r * 2.9)
        c.line(CORAL if shirt == NAVY else NAVY, r * 0.12, x + r * 0.55, y + r * 1.35, x, y + r * 2.9)
        c.rect(x - r * 0.35, y + r * 2.8, r * 0.7, r * 0.8, WHITE, r * 0.1)
    head(c, x, y, r, who, back)


def person(
    c: Canvas, x: float, floor: float, h: float, who: int, back: bool = False, reach: float = 0
) -> None:
    """Somebody standing; ``reach`` is how far the hand on the right goes out (0: it hangs down)."""
    r, shirt, top = h * 0.075, SHIRT[who % 7], floor - h
    trousers, skin = blend(INK, NAVY, (who % 4) / 4), SKIN[who * 3 % 4]
    c.oval(x, floor, h * 0.17, h * 0.022, "#9a9a92")
    for side in (-1, 1):
        c.rect(x + side * h * 0.055 - h * 0.05, top + h * 0.5, h * 0.1, h * 0.48, trousers, h * 0.03)
        c.rect(x + side * h * 0.06 - h * 0.06, floor - h * 0.035, h * 0.12, h * 0.045, INK, h * 0.02)
    c.line(blend(shirt, INK, 0.2), h * 0.075, x - h * 0.13, top + h * 0.27, x - h * 0.16, top + h * 0.53)
    c.oval(x - h * 0.16, top + h * 0.55, h * 0.037, h * 0.037, skin)
    c.rect(x - h * 0.155, top + h * 0.205, h * 0.31, h * 0.37, shirt, h * 0.08)
    hand = (x + h * 0.16, top + h * 0.55) if not reach else (x + h * reach, top + h * 0.3)
    c.line(blend(shirt, INK, 0.2), h * 0.075, x + h * 0.13, top + h * 0.27, *hand)
    c.oval(*hand, h * 0.037, h * 0.037, skin)
    if not back:
        c.poly(WHITE, x - h * 0.035, top + h * 0.2, x + h * 0.035, top + h * 0.2, x, top + h * 0.27)
        c.line(
            CORAL, h * 0.009, x - h * 0.04, top + h * 0.21, x, top + h * 0.34, x + h * 0.04, top + h * 0.21
        )
        c.rect(x - h * 0.027, top + h * 0.335, h * 0.054, h * 0.06, WHITE, 3)
    head(c, x, top + r * 1.1, r, who, back)


def audience(c: Canvas, y: float, rows: int = 2) -> None:
    for row in range(rows):
        r = 34 + row * 14
        for place in range(-1, 15):
            x = place * r * 3 + (row % 2) * r * 1.5
            bust(c, x, y + row * 92 + c.dice.uniform(-6, 6), r, place * 5 + row * 3 + 20, back=True)
        c.rect(0, y + row * 92 + r * 3, c.width, 90, blend(NAVY, INK, 0.3 + row * 0.3))
