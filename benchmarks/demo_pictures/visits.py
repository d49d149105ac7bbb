"""Scenes indoors beside the meeting: exhibition, control room, learning centre."""

from collections.abc import Iterator
from math import sin

from demo_pictures.canvas import (
    CORAL,
    CREAM,
    GREEN,
    GREY,
    INK,
    MIST,
    NAVY,
    RED,
    SHIRT,
    SUN,
    TEAL,
    WHITE,
    Canvas,
    blend,
)
from demo_pictures.people import bust, head, person
from demo_pictures.things import cloud, tree


def panels() -> Canvas:
    c = Canvas(seed=12)
    c.fade(0, 0, 1280, 700, "#f1efe8", "#dcdfdb")
    c.rect(0, 700, 1280, 260, "#b9a88f")
    for x, title, tone in ((70, "淹水潛勢圖", TEAL), (490, "滯洪公園", GREEN), (910, "四層一起算", NAVY)):
        c.rect(x, 90, 310, 560, WHITE, 8)
        c.rect(x, 90, 310, 90, tone, 8)
        c.text(x + 155, 136, title, 46)
        c.rect(x + 30, 650, 14, 130, GREY)
        c.rect(x + 266, 650, 14, 130, GREY)
    c.rect(92, 206, 266, 290, "#e7e3d4")
    for k in range(30):
        c.rect(100 + k % 6 * 43, 214 + k // 6 * 56, 34, 44, "#d3cdb8" if k % 4 else "#c6d6b8", 3)
    c.oval(270, 410, 84, 70, "#a9d2e6")
    c.oval(286, 424, 50, 42, "#5b9ec6")
    c.oval(150, 300, 40, 46, "#a9d2e6")
    c.line("#3f86b5", 16, 100, 220, 150, 300, 220, 350, 286, 424, 352, 486)
    c.oval(645, 400, 120, 66, "#8cc1dc")
    for x in (548, 600, 700, 745):
        tree(c, x, 350, 90)
    for k, (label, tone) in enumerate(
        (("堤防", GREY), ("滯洪公園", GREEN), ("抽水站", TEAL), ("社區", CORAL))
    ):
        c.rect(940 + k * 12, 216 + k * 74, 250 - k * 24, 60, tone, 8)
        c.text(1065, 246 + k * 74, label, 32)
    for x in (70, 490, 910):
        for k in range(4):
            c.rect(x + 28, 530 + k * 26, 254 - k % 2 * 70, 9, "#c8ccc6", 4)
    for x, who, h in ((330, 22, 450), (800, 25, 470), (900, 28, 430)):
        person(c, x, 900, h, who, back=True)
    return c


def boards() -> Canvas:
    c = Canvas(seed=13)
    c.fade(0, 0, 1280, 700, "#e6ecee", "#cdd7da")
    c.rect(0, 690, 1280, 270, "#93887c")
    c.rect(180, 40, 920, 100, NAVY, 10)
    c.text(640, 90, "即時水位看板  Live Water Level", 46)
    for x, lit, level in ((340, 2, "0.2 m"), (640, 1, "0.6 m"), (940, 0, "1.2 m")):
        c.rect(x - 12, 210, 24, 540, "#5f6b72")
        c.poly("#2f4d7c", x - 90, 214, x + 50, 184, x + 84, 214, x - 56, 246)
        c.rect(x - 76, 270, 152, 330, INK, 18)
        for k, tone in enumerate((RED, SUN, GREEN)):
            glow = tone if k == lit else blend(tone, INK, 0.72)
            c.oval(x, 324 + k * 84, 34, 34, glow)
        c.rect(x - 60, 542, 120, 44, "#0f1a20", 6)
        c.text(x, 565, level, 34, (RED, SUN, GREEN)[lit])
    for k, x in enumerate((120, 300, 470, 800, 1010, 1170)):
        bust(c, x, 730 + (k % 3) * 26, 56, k * 3 + 20, back=True)
    return c


def model() -> Canvas:
    c = Canvas(seed=14)
    c.fade(0, 0, 1280, 560, "#f3eee2", "#dfd7c4")
    c.rect(0, 560, 1280, 400, "#8f7f6c")
    c.text(640, 90, "滯洪公園模型  1 : 200", 52, NAVY)
    for k, x in enumerate((300, 560, 790, 1030)):
        bust(c, x, 250 + (k % 2) * 16, 50, k * 2 + 1)
    c.poly("#b3a084", 90, 470, 1190, 470, 1270, 780, 10, 780)
    c.poly("#8fbf7f", 120, 480, 1160, 480, 1230, 750, 50, 750)
    c.poly("#6fae6a", 380, 530, 900, 530, 980, 700, 300, 700)
    c.oval(640, 628, 250, 58, "#5aa5c6")
    c.oval(610, 616, 170, 34, "#7fc0da")
    for k in range(9):
        x, h = 150 + k * 22, 40 + k % 3 * 26
        c.rect(x, 560 - h, 18, h, (CREAM, MIST, WHITE)[k % 3])
        c.rect(1010 + k * 16, 600 - h, 13, h, (WHITE, CREAM, MIST)[k % 3])
    for x, y in ((400, 520), (470, 516), (820, 516), (890, 522), (260, 700), (1000, 710), (330, 730)):
        tree(c, x, y + 14, 76)
    c.rect(10, 780, 1260, 60, "#75614c")
    c.rect(60, 840, 1160, 120, "#5b4a3a")
    return c


def control() -> Canvas:
    c = Canvas(seed=17)
    c.fade(0, 0, 1280, 960, "#22303f", "#141d27")
    screens: Iterator[tuple[int, int, str]] = iter(
        ((60, 60, "潮位"), (460, 60, "河川水位"), (860, 60, "社區路面水深"))
    )
    for x, y, title in screens:
        c.rect(x, y, 360, 290, "#0b1118", 10)
        c.fade(x + 10, y + 10, 340, 270, "#123247", "#0f2535")
        c.text(x + 26, y + 40, title, 34, "#bfe9f2", "lm")
    for x, tone, high in ((84, "#5fd0e0", 38), (484, SUN, 60)):
        for k in range(4):
            c.rect(x, 140 + k * 46, 312, 2, "#2d4a5c")
        curve = [
            n
            for t in range(0, 312, 6)
            for n in (x + t, 230 - high * sin(t / 60) - (t / 8 if high > 50 else 0))
        ]
        c.line(tone, 6, *curve)
    for k, h in enumerate((30, 74, 46, 110, 62, 22)):
        c.rect(892 + k * 52, 316 - h, 34, h, RED if h > 100 else SUN if h > 70 else GREEN, 4)
    c.rect(60, 376, 1160, 120, "#0b1118", 10)
    for k in range(4):
        x, on = 90 + k * 284, k < 2
        c.oval(x + 20, 436, 20, 20, GREEN if on else "#41525d")
        c.text(x + 52, 436, f"抽水機{k + 1} {'運轉' if on else '待機'}", 29, WHITE if on else GREY, "lm")
    c.veil("#2a7f86", 0.1, 0, 500, 1280, 460)
    c.poly("#46586a", 120, 640, 1160, 640, 1270, 780, 10, 780)
    c.rect(10, 780, 1260, 180, "#2d3b49")
    for x in (220, 470, 720, 970):
        c.rect(x - 10, 566, 130, 82, "#0b1118", 8)
        c.rect(x - 2, 574, 114, 64, "#1d5a6a", 4)
        c.line("#8fe3ea", 4, x + 6, 622, x + 34, 600, x + 62, 612, x + 104, 586)
        c.poly("#1b2530", x - 30, 690, x + 130, 690, x + 146, 730, x - 46, 730)
    for x, who in ((400, 1), (860, 3)):
        bust(c, x, 640, 56, who, back=True, shirt="#3f6f94")
        c.rect(x - 110, 770, 220, 200, "#10171f", 36)
    return c


def smoke() -> Canvas:
    c = Canvas(seed=18)
    c.poly("#cfc8ba", 0, 0, 1280, 0, 860, 250, 420, 250)
    c.poly("#d9d2c3", 0, 0, 420, 250, 420, 620, 0, 960)
    c.poly("#d9d2c3", 1280, 0, 860, 250, 860, 620, 1280, 960)
    c.poly("#9c8f7c", 420, 620, 860, 620, 1280, 960, 0, 960)
    c.rect(420, 250, 440, 370, "#c2b9a8")
    c.rect(560, 360, 160, 260, "#6f8f7f", 4)
    c.rect(690, 480, 14, 14, SUN, 7)
    for k in range(7):
        c.veil("#77797c", 0.1 + k * 0.055, 0, 0, 1280, 470 - k * 58)
    c.rect(520, 270, 240, 76, "#1f8f57", 8)
    c.text(640, 308, "避難口 EXIT", 38)
    for x, y, s in ((250, 150, 2.2), (640, 110, 2.0), (1000, 170, 2.3), (470, 210, 1.4), (860, 220, 1.3)):
        cloud(c, x, y, s, "#8b8d90")
    for x, y, r, who in ((330, 640, 44, 7), (480, 610, 40, 5), (610, 650, 46, 9)):
        c.rect(x - r * 2.2, y + r * 0.9, r * 3.9, r * 2, SHIRT[who % 7], r)
        c.rect(x - r * 2.1, y + r * 2.3, r * 1.2, r * 1.4, INK, r * 0.4)
        c.rect(x + r * 0.2, y + r * 2.3, r * 1.2, r * 1.4, INK, r * 0.4)
        head(c, x + r * 0.9, y, r, who)
        c.rect(x + r * 0.45, y + r * 0.32, r * 0.95, r * 0.6, WHITE, 6)
        c.line(SHIRT[who % 7], r * 0.5, x + r * 0.4, y + r * 1.5, x + r * 0.85, y + r * 0.8)
    person(c, 960, 900, 470, 5)
    c.rect(890, 530, 140, 150, SUN, 22)
    c.text(960, 600, "志工", 42, INK)
    return c
