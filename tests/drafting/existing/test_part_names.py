"""Parts are found however a report numbers, marks or calls them."""

from datetime import date

import pytest

from drafting.existing import check_existing, read_existing
from drafting.existing.blocks import HeadingBlock, Opened, TextBlock
from drafting.existing.marks import marked
from drafting.existing.part_names import lifted, part_at, rank_of_parts
from drafting.form import form_named

FORM = form_named("taichung-summary")
TEXT = "本次會議討論港灣城市的合作，各城市分享經驗並交換意見。"


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("壹、摘要", "abstract"), ("摘　要", "abstract"), ("內容摘要：(500字以上)", "abstract"), ("肆，過程", "process"),
        ("參 目的", "purpose"), ("第三章 目的", "purpose"), ("【心得】", "impressions"), ("目的：", "purpose"),
        ("肆、參訪過程", "process"), ("考察經過", "process"), ("緣起與目的", "purpose"), ("建議事項", "suggestions"),
        ("- 伍、心得感想", "impressions"), ("貳、出國人員名冊", "members"),
        ("肆\uff0e過程", "process"), ("目的在於了解港區防災", None), ("一、過程", None), ("會議內容", None), ("", None), ("壹、", None),
    ],
)  # fmt: skip
def test_the_line_that_begins_a_part(line, key):
    part = part_at(line, FORM)
    assert (part.key if part else None) == key


def test_impressions_and_suggestions_in_one_belong_to_a_form_that_has_them_in_one():
    central = form_named("central")
    assert (
        part_at("肆、心得與建議", central).key == part_at("參訪心得及建議事項", central).key == "reflections"
    )
    assert part_at("心得及建議", FORM) is None


@pytest.mark.parametrize(
    ("marks", "rank"),
    [
        (("壹、", "貳、", "參、", "肆、"), 1),
        (("一、", "二、", "三、", "四、"), 2),
        (("1. ", "2. ", "3. ", "4. "), 4),
        (("", "", "", ""), 1),
    ],
)
def test_the_rank_of_the_marks_that_parts_have(marks, rank):
    names = ("目的", "過程", "心得", "建議")
    assert rank_of_parts([m + n for m, n in zip(marks, names, strict=True)], FORM) == rank


def test_one_heading_that_is_called_like_a_part_does_not_move_all_others():
    assert rank_of_parts(["壹、目的", "貳、考察", "一、過程", "參、心得"], FORM) == 1


def test_a_bullet_stays_a_point_when_ranks_move():
    assert lifted(marked("• 第一點"), 2).depth == 4
    assert lifted(marked("(一)行程"), 2).depth == 2


@pytest.mark.parametrize("marks", [("一、", "二、", "三、", "四、", "(一)"), ("1.", "2.", "3.", "4.", "(1)")])
def test_a_report_that_begins_at_a_lower_rank_is_read_whole(marks):
    first, second, third, fourth, inner = marks
    lines = (
        f"{first}目的", TEXT, f"{second}過程", f"{inner}會議", TEXT, f"{third}心得", TEXT, f"{fourth}建議", TEXT,
    )  # fmt: skip
    existing = read_existing(Opened(blocks=tuple(TextBlock(text=line) for line in lines)), FORM)
    assert [s.key for s in existing.report.sections] == ["purpose", "process", "impressions", "suggestions"]
    assert existing.report.section("process").sections[0].heading == f"{inner}會議"
    assert existing.report.section("process").text == TEXT


def test_odd_marks_of_one_rank_are_one_finding():
    lines = ("一、目的", TEXT, "二、過程", TEXT, "三、心得", TEXT, "四、建議", TEXT)
    existing = read_existing(
        Opened(blocks=tuple(TextBlock(text=line) for line in lines)), form_named("taipei-a")
    )
    found = [
        f for f in check_existing(existing, form_named("taipei-a"), date(2018, 6, 1)) if f.check == "SEC-2"
    ]
    assert [(f.message, f.quote) for f in found] == [
        ("標題編號寫作「一、」，表單的寫法是「壹、」（共 4 處）。", "一、目的；二、過程；三、心得；四、建議")
    ]


def test_headings_of_one_rank_on_different_levels_and_behind_bullets_are_told():
    blocks = (
        HeadingBlock(level=1, text="壹、目的"),
        TextBlock(text=TEXT),
        HeadingBlock(level=1, text="貳、過程"),
        HeadingBlock(level=2, text="一、行程"),
        TextBlock(text=TEXT),
        HeadingBlock(level=3, text="二、會議"),
        TextBlock(text="- (一) 開幕：市長致詞。"),
    )
    form = form_named("taipei-a")
    existing = read_existing(Opened(blocks=blocks), form)
    found = {
        f.where: f.message for f in check_existing(existing, form, date(2018, 6, 1)) if f.check == "SEC-2"
    }
    assert found["二、會議"].startswith(
        "同一層的標題用了不同階的標題樣式：「二、會議」是第 3 階，「一、行程」是第 2 階"
    )
    assert found["(一) 開幕："].startswith("標題前有項目符號（1 處）")
