"""Scenes under the sky: airport, harbour, tram, park, gauge."""

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
from demo_pictures.people import person
from demo_pictures.things import cloud, port, skyline, tramcar, tree


def airport() -> Canvas:
    c = Canvas(960, 1280)
    c.fade(0, 0, 960, 1280, "#e8edf0", "#cfd8dc")
    c.fade(40, 330, 880, 560, "#7fb6d6", "#fbe3c0")
    c.oval(740, 690, 60, 60, "#fff3cf")
    cloud(c, 250, 450, 1.3)
    cloud(c, 690, 520, 0.9)
    c.rect(40, 800, 880, 90, "#a7b0b1")
    c.rect(150, 650, 560, 96, WHITE, 46)
    c.poly(TEAL, 170, 668, 110, 540, 190, 540, 280, 660)
    c.poly(blend(TEAL, INK, 0.2), 380, 720, 470, 720, 350, 800, 310, 800)
    c.half(700, 698, 48, 270, 450, WHITE)
    for x in range(290, 680, 34):
        c.rect(x, 678, 16, 20, NAVY, 6)
    c.line(INK, 8, 300, 745, 300, 806)
    c.line(INK, 8, 610, 745, 610, 806)
    for x in (326, 626):
        c.rect(x, 330, 12, 560, "#f4f7f8")
    c.rect(60, 60, 840, 230, INK, 14)
    c.text(90, 98, "出發  DEPARTURES", 40, SUN, "lm")
    rows = (
        ("08:30", "福岡  FUKUOKA", "準時"),
        ("08:45", "那霸  NAHA", "準時"),
        ("09:05", "澎湖  PENGHU", "登機"),
    )
    for k, row in enumerate(rows):
        for x, words in zip((90, 280, 740), row, strict=True):
            c.text(x, 152 + k * 48, words, 32, WHITE, "lm")
    c.fade(0, 890, 960, 390, "#dfe3e1", "#b9c1c1")
    for x, who, h in ((330, 21, 520), (560, 29, 490)):
        person(c, x, 1190, h, who, back=True)
    for x, tone in ((210, CORAL), (690, SUN)):
        c.line(GREY, 9, x + 22, 960, x + 22, 1040)
        c.line(GREY, 9, x + 78, 960, x + 78, 1040)
        c.line(INK, 12, x + 18, 960, x + 82, 960)
        c.rect(x, 1030, 100, 150, tone, 16)
        for stripe in range(3):
            c.rect(x + 22 + stripe * 24, 1046, 8, 118, blend(tone, INK, 0.18), 4)
        c.oval(x + 18, 1186, 11, 11, INK)
        c.oval(x + 82, 1186, 11, 11, INK)
    return c


def harbour() -> Canvas:
    c = Canvas(seed=3)
    port(c, night=False)
    for x in range(60, 1280, 210):
        c.poly("#8f9aa0", x, 742, x + 46, 742, x + 60, 960, x - 14, 960)
    c.rect(0, 716, 1280, 34, "#a8b2b6")
    c.rect(0, 708, 1280, 9, "#6f7a80")
    for x in range(0, 1280, 92):
        c.rect(x, 560, 6, 150, "#6f7a80")
    c.line("#566066", 3, 0, 566, 1280, 566)
    tramcar(c, 380, 590, 0.72, TEAL)
    c.poly(WHITE, 80, 848, 330, 848, 296, 900, 116, 900)
    c.rect(140, 800, 120, 48, CREAM, 8)
    c.rect(150, 812, 100, 16, NAVY, 4)
    c.rect(80, 860, 240, 9, CORAL)
    return c


def tram() -> Canvas:
    c = Canvas(seed=11)
    port(c, night=True)
    c.rect(0, 790, 1280, 170, "#39424e")
    c.rect(0, 782, 1280, 12, "#6b7682")
    for y in (884, 912):
        c.rect(0, y, 1280, 7, "#8c98a4")
    c.veil("#ffdf9a", 0.12, 0, 794, 1280, 166)
    for x in (120, 640, 1150):
        c.rect(x, 520, 10, 270, INK)
        c.oval(x + 5, 516, 52, 52, blend("#ffe2a8", "#b3705e", 0.55))
        c.oval(x + 5, 516, 20, 20, "#fff0c4")
    c.line(INK, 3, 0, 618, 1280, 618)
    tramcar(c, 330, 672, 1.25, CORAL)
    for x, who, h in ((170, 2, 250), (232, 8, 236)):
        person(c, x, 866, h, who)
    return c


def park() -> Canvas:
    c = Canvas(seed=15)
    c.fade(0, 0, 1280, 430, "#79b8dd", "#e9f3ee")
    for x, y, s in ((220, 130, 1.5), (640, 90, 1.0), (1040, 170, 1.3)):
        cloud(c, x, y, s)
    c.poly("#a9c4b6", 0, 420, 0, 340, 220, 290, 460, 350, 760, 280, 1020, 340, 1280, 300, 1280, 420)
    skyline(c, 430, "#b6c6cc", "#e3edf0")
    c.rect(0, 430, 1280, 40, "#7db56c")
    for x in range(20, 1280, 88):
        tree(c, x, 470, 120 + c.dice.uniform(-20, 24), blend(GREEN, NAVY, 0.15))
    c.rect(0, 452, 1280, 508, "#8fc27c")
    c.poly("#7db56c", 0, 520, 1280, 500, 1280, 560, 0, 590)
    c.poly("#d9c9a3", 0, 610, 1280, 566, 1280, 592, 0, 646)
    c.poly("#6aa75f", 150, 700, 1180, 640, 1280, 700, 1280, 960, 0, 960, 0, 800)
    c.oval(760, 770, 400, 92, "#4f97b8")
    c.oval(740, 760, 330, 66, "#78bbd3")
    for k in range(12):
        c.rect(470 + k * 46, 740 + (k * 37) % 52, 44, 4, "#bfe3ec", 2)
    for x in (380, 1080, 1150, 460):
        for k in range(5):
            c.line("#3f7d4e", 5, x + k * 9, 850, x - 6 + k * 12, 780)
    for a, b in (((250, 566), (250, 506)), ((250, 506), (370, 502)), ((370, 502), (370, 560))):
        c.line(WHITE, 6, *a, *b)
    for x, y, h, who in ((520, 622, 120, 2), (566, 620, 84, 9), (900, 606, 112, 4)):
        person(c, x, y, h, who)
    c.rect(70, 740, 20, 170, WOOD)
    c.rect(280, 740, 20, 170, WOOD)
    c.rect(40, 690, 300, 130, "#7a5638", 10)
    c.text(190, 736, "汐見川遊水公園", 38)
    c.text(190, 784, "Retention Park", 26, SUN)
    return c


def gauge() -> Canvas:
    c = Canvas(960, 1280, seed=16)
    c.fade(0, 0, 960, 560, "#86c0e0", "#eef5ec")
    cloud(c, 210, 170, 1.4)
    cloud(c, 760, 250, 1.1)
    c.rect(0, 540, 960, 60, "#7db56c")
    for x in range(30, 960, 120):
        tree(c, x, 600, 170 + c.dice.uniform(-30, 30), blend(GREEN, NAVY, 0.12))
    c.rect(0, 580, 960, 700, "#8cc079")
    c.wave(980, 16, 200, "#6fae63")
    c.wave(1120, 10, 130, "#5aa3c2")
    c.wave(1170, 9, 110, "#7cbdd6", 1.3)
    c.rect(430, 170, 130, 960, WHITE, 8)
    c.rect(430, 170, 12, 960, GREY)
    for mark in range(21):
        y = 1090 - mark * 44
        c.rect(442, y, 44 if mark % 5 == 0 else 28, 8, INK)
        if mark % 5 == 0 and mark:
            c.text(524, y + 4, f"{mark / 10:.1f}", 34, INK)
    c.rect(400, 1090 - 12 * 44 - 4, 190, 16, RED)
    c.rect(604, 520, 296, 92, RED, 10)
    c.text(752, 548, "1.2 公尺 封園", 36)
    c.text(752, 588, "PARK CLOSES", 22, CREAM)
    person(c, 250, 1090, 420, 4, reach=0.36)
    person(c, 720, 1080, 300, 9)
    person(c, 830, 1090, 280, 7)
    return c
