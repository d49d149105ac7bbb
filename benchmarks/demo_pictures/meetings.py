"""Scenes of the meeting: opening, talk, round table, signing, group."""

from math import pi, sin

from PIL import ImageFilter

from demo_pictures.canvas import (
    CORAL,
    CREAM,
    GREY,
    INK,
    NAVY,
    SAGE,
    SHIRT,
    SKIN,
    SUN,
    TEAL,
    WHITE,
    Canvas,
    blend,
)
from demo_pictures.people import audience, bust
from demo_pictures.things import TITLE, flower, lectern, stage


def opening() -> Canvas:
    c = Canvas(seed=5)
    stage(c, (TITLE, "Asia-Pacific Port Cities Disaster Exchange 2026"))
    c.text(640, 318, "從擋水到與水共處", 36, CREAM)
    for k, tone in enumerate((CORAL, SUN, WHITE, SAGE, "#6ea6c9", "#a78bbd")):
        x = 770 + k * 62
        c.line(GREY, 5, x, 600, x, 400)
        c.poly(tone, x, 402, x + 52, 420, x + 40, 500, x, 488)
    lectern(c, 360, 606, 6)
    for x in (520, 600, 680):
        flower(c, x, 590)
    audience(c, 720, 3)
    return c


def speaking() -> Canvas:
    c = Canvas(seed=8)
    stage(c, ("社區防災士", "Community Wardens: Eyes on the Water"), TEAL)
    for k, h in enumerate((40, 66, 92, 118)):
        c.rect(760 + k * 74, 440 - h, 46, h, (SUN, SUN, SUN, CORAL)[k], 4)
    c.text(480, 322, "3個里・42位防災士", 40)
    c.text(480, 402, "回報 1,260 筆", 38, NAVY)
    lectern(c, 220, 640, 0)
    audience(c, 740, 3)
    return c


def blurred() -> Canvas:
    c = opening()
    c.sheet = c.sheet.filter(ImageFilter.BoxBlur(26)).point(lambda v: round(v * 0.72))
    return c


def signing() -> Canvas:
    c = Canvas(seed=6)
    stage(c, ("聯合聲明簽署", "Genpo Joint Statement on Disaster Exchange"))
    for k, x in enumerate(range(205, 1120, 108)):
        bust(c, x, 448 + (k % 2) * 10, 33, k + 3)
    for x, who in ((430, 1), (850, 4)):
        c.rect(x - 92, 500, 184, 160, "#5a4436", 20)
        bust(c, x, 490, 42, who)
    c.rect(90, 640, 1100, 270, "#7b2f35", 10)
    c.rect(70, 626, 1140, 30, "#e9dcc3", 6)
    c.rect(90, 656, 1100, 8, SUN)
    for x, who in ((430, 1), (850, 4)):
        c.poly(WHITE, x - 70, 614, x + 70, 614, x + 90, 640, x - 90, 640)
        c.line(GREY, 3, x, 614, x, 640)
        c.line(SKIN[who * 3 % 4], 18, x - 78, 604, x + 8, 624)
        c.line(NAVY, 6, x + 4, 624, x + 36, 588)
    for x in (150, 640, 1130):
        flower(c, x, 620)
    c.text(640, 770, "玄浦國際會議場", 52, "#f0d9b0")
    c.text(640, 830, "GENPO CONFERENCE HALL", 26, "#d8b98c")
    c.rect(0, 906, 1280, 60, "#6b4a37")
    return c


def group() -> Canvas:
    c = Canvas(seed=9)
    stage(c, (TITLE, "Genpo Conference Hall, September 2026"))
    for row in range(3):
        y = 430 + row * 110
        c.rect(0, y + 126, 1280, 130, blend("#a9744a", INK, 0.05 + 0.16 * row))
        for k in range(9 + row % 2):
            x = 640 + (k - (4 if row % 2 == 0 else 4.5)) * 126
            bust(c, x, y + c.dice.uniform(-7, 7), 37, k * 5 + row * 3 + k // 4)
    c.rect(60, 800, 1160, 100, CORAL, 8)
    c.text(640, 836, "亞太港灣城市防災網絡", 44)
    c.text(640, 880, "Asia-Pacific Port Cities Resilience Network", 24, CREAM)
    c.rect(0, 908, 1280, 60, "#6b4a37")
    return c


def roundtable(shift: float = 0, hand: bool = False) -> Canvas:
    c = Canvas(seed=4)
    c.fade(0, 0, 1280, 560, "#efe7d6", "#dccfb6")
    for x in range(-20, 1300, 160):
        c.rect(x, 0, 6, 520, "#cdbfa4")
    c.rect(300 + shift, 40, 680, 250, INK, 8)
    c.fade(312 + shift, 52, 656, 226, NAVY, TEAL)
    c.text(640 + shift, 128, "圓桌會議", 64)
    c.text(640 + shift, 205, "Flood Early Warning between Port and City", 29, SUN)
    c.rect(0, 520, 1280, 440, "#8c6f5b")
    for k, x in enumerate((300, 470, 640, 810, 980)):
        bust(c, x + shift, 368 - 22 * sin(k / 4 * pi), 40, k + 2)
        if hand and k == 3:
            c.line(SHIRT[5], 24, x + 52 + shift, 480, x + 78 + shift, 380)
            c.oval(x + 80 + shift, 364, 16, 18, SKIN[3])
    c.oval(640 + shift, 690, 520, 196, "#5d4433")
    c.oval(640 + shift, 668, 520, 190, "#c9986a")
    c.oval(640 + shift, 664, 470, 164, "#d7ab7f")
    flower(c, 640 + shift, 650)
    c.rect(600 + shift, 566, 80, 56, WHITE, 6)
    c.text(640 + shift, 594, "7", 48, NAVY)
    for x, y in ((300, 610), (430, 560), (850, 560), (980, 610), (360, 740), (640, 784), (920, 740)):
        c.poly(WHITE, x - 50 + shift, y, x + 40 + shift, y, x + 52 + shift, y + 34, x - 62 + shift, y + 34)
        c.oval(x + 84 + shift, y + 10, 13, 17, "#bfe0e6")
    for k, x in enumerate((250, 510, 770, 1030)):
        bust(c, x + shift, 800 - 40 * (k in {0, 3}), 56, k * 5 + 11, back=True)
    return c
