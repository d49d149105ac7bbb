"""The lines of a PDF put together again: the tables of English forms, captions that repeat, headings from bookmarks."""

import pytest

from drafting.existing.blocks import CaptionBlock, HeadingBlock, TableBlock, TextBlock
from export.pdf_lines import pdf_blocks


def blocks_of(*lines: str, outline=()):
    """Lines that begin with ~ are set in smaller type."""
    small = {number for number, line in enumerate(lines) if line.startswith("~")}
    return list(pdf_blocks(["\n".join(line.lstrip("~") for line in lines)], [small], outline))


def table_of(*lines: str) -> tuple[tuple[str, ...], ...]:
    (table,) = (block for block in blocks_of(*lines) if isinstance(block, TableBlock))
    return table.rows[1:]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (
            ("~Item Details", "~Office 測試市政府", "~Staff member(s)", "~林測試/甲/乙/丙", "~陳測試/甲/乙/丁"),
            (("Office", "測試市政府"), ("Staff member(s)", "林測試/甲/乙/丙\n陳測試/甲/乙/丁")),
        ),
        (("~No. Agency Position Name", "~1 測試市政府 科員 林測試"), (("1", "測試市政府", "科員", "林測試"),)),
        (
            ("~From To Country or region", "~15 September 2026 19 September 2026 Japan"),
            (("15 September 2026", "19 September 2026", "Japan"),),
        ),
        (
            ("~Date Place Programme", "~15 September 2026", "~(Tuesday)", "~福岡 開幕", "~16 September 2026", "~參訪"),
            (("15 September 2026", "", "(Tuesday) 福岡 開幕"), ("16 September 2026", "", "參訪")),
        ),
    ],
    ids=["details", "members", "dates", "days"],
)  # fmt: skip
def test_the_tables_of_an_english_form_are_tables_again(lines, rows):
    assert table_of("I. Details", *lines, "The text goes on in the type of the body.") == rows


def test_what_follows_a_table_is_no_part_of_it():
    found = blocks_of("~No. Agency Position Name", "~1 甲 乙 丙", "That was the table.")
    assert found[-1] == TextBlock(text="That was the table.")


def test_a_line_in_the_type_of_the_body_is_no_head_of_a_table():
    assert not any(isinstance(block, TableBlock) for block in blocks_of("From To Country or region", "x"))


def test_an_english_heading_is_not_joined_with_the_next():
    found = blocks_of("4. Summary of Findings/Conclusions", "A. Itinerary", "Text of the section.")
    assert [block.text for block in found][:2] == ["4. Summary of Findings/Conclusions", "A. Itinerary"]


@pytest.mark.parametrize("number", ["i", "iv", "xii", "- 3 -", "第 12 頁"])
def test_a_number_of_a_page_does_not_cut_the_sentence_that_runs_over_it(number):
    """Pages before the body are numbered in roman; LibreOffice breaks a page within 「…」 where we do not."""
    before, after = (
        "水戶口主席說：「港灣城市的水從三個方向來，海上、河裡和天上，" + "沒",
        "有一個單位擋得完。」",
    )
    found = list(pdf_blocks([f"{before}\n{number}", after]))
    assert [block.text for block in found] == [before + after]


def test_a_short_line_that_stands_alone_twice_is_a_caption():
    found = blocks_of("前一段話到此。", "與會人員大合影", "後一段話到此。", "與會人員大合影", "最後一段。")
    assert [block.text for block in found if isinstance(block, CaptionBlock)] == ["與會人員大合影"] * 2


@pytest.mark.parametrize("line", ["第二句也到此為止。", "9月16日開會與討論", "短句", "(一)與會人員大合影"])
def test_sentences_days_and_points_that_repeat_are_no_captions(line):
    found = blocks_of("前一段話到此。", line, "後一段話到此。", line, "最後一段。")
    assert not [block for block in found if isinstance(block, CaptionBlock)]


def test_a_heading_from_a_bookmark_has_no_more_room_beside_figures_than_the_text():
    (heading, _) = blocks_of("一、第1屆會議", "開會3天。", outline=[(1, "一、第 1 屆會議")])
    assert heading == HeadingBlock(level=1, text="一、第1屆會議")
