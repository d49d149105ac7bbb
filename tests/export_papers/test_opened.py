"""How existing reports are opened, format by format."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.existing.blocks import CaptionBlock, HeadingBlock, TableBlock, TextBlock
from export.opened import open_report
from export.papers import PaperUnreadable
from export.pdf_lines import pdf_blocks


def test_docx_keeps_headings_lists_tables_and_captions_apart(docx_file):
    assert open_report("a.docx", docx_file).blocks == (
        HeadingBlock(level=1, text="參、目的"),
        TextBlock(text="討論港灣合作。"),
        TextBlock(text="• 第一點"),
        TableBlock(rows=(("日期", "行程"), ("4/10", "會議"))),
        CaptionBlock(text="開幕式"),
    )


def test_odt_keeps_headings_and_tables_apart(odt_file):
    assert open_report("a.odt", odt_file).blocks == (
        HeadingBlock(level=1, text="參、目的"),
        TextBlock(text="討論港灣合作。"),
        TableBlock(rows=(("日期", "行程"), ("4/10", "會議"))),
    )


def test_markdown_with_html_boxes_and_tables():
    text = (
        '## 參、目的\n<p><b>討論</b>合作。</p>\n含附件：<input type="checkbox"/>是 <input checked=""/>否\n\n'
        "| 日期 | 行程 |\n| --- | --- |\n| 4/10 | **會議** |\n\n![開幕式](a.jpg)\n日期\t行程\n4/11\t參訪\n"
    )
    assert open_report("a.md", text.encode()).blocks == (
        HeadingBlock(level=2, text="參、目的"),
        TextBlock(text="討論合作。"),
        TextBlock(text="含附件：☐是 ☑否"),
        TableBlock(rows=(("日期", "行程"), ("4/10", "會議"))),
        CaptionBlock(text="開幕式"),
        TableBlock(rows=(("日期", "行程"), ("4/11", "參訪"))),
    )


def test_broken_lines_of_a_pdf_are_joined_and_running_heads_dropped():
    long = "本次會議討論港灣城市的合作，並由各城市分享經驗，交換許多意見與看法"
    pages = [
        f"草稿\n參、目的\n{long}\n，收穫良多。\n1",
        "草稿\n日期 地點 行程\n2018.04.09 海城\n搭機\n2018.04.10\n會議\n- 2 -",
    ]
    assert list(pdf_blocks(pages)) == [
        TextBlock(text="參、目的"),
        TextBlock(text=f"{long}，收穫良多。"),
        TableBlock(
            rows=(("日期", "地點", "行程"), ("2018.04.09", "", "海城 搭機"), ("2018.04.10", "", "會議"))
        ),
    ]


def test_small_type_in_a_pdf_is_a_caption_wherever_it_breaks():
    """Two photos side by side: each caption is wrapped, the second begins with a space, and 4 is the page."""
    page = (
        "會議順利，市長致詞後由各城市代表發言，並討論明年的工作重點。\n"
        "展覽區最多人圍的是即時水位看板\n（二）\n 飯店窗外的港口，電車從橋上過去\n（一）會議\n會後參訪。\n4"
    )
    assert list(pdf_blocks([page], [(1, 2, 3, 6)])) == [
        TextBlock(text="會議順利，市長致詞後由各城市代表發言，並討論明年的工作重點。"),
        CaptionBlock(text="展覽區最多人圍的是即時水位看板（二）"),
        CaptionBlock(text="飯店窗外的港口，電車從橋上過去"),
        TextBlock(text="（一）會議"),
        TextBlock(text="會後參訪。"),
    ]


def test_the_paragraph_after_the_table_of_days_is_no_row_of_it():
    prose = "本年的主題是「從擋水到與水共處」，由港灣城市聯合會在海城舉辦"
    page = f"日期 地點 行程\n2018.04.09 海城\n搭機\n{prose}\n，安排參訪一天。"
    assert list(pdf_blocks([page])) == [
        TableBlock(rows=(("日期", "地點", "行程"), ("2018.04.09", "", "海城 搭機"))),
        TextBlock(text=f"{prose}，安排參訪一天。"),
    ]


def test_the_captions_of_a_pdf_are_not_told_apart(text_pdf):
    assert open_report("a.pdf", text_pdf("Hello")).captions_known is False


def test_an_empty_file_is_refused_in_words():
    with pytest.raises(PaperUnreadable, match="沒有文字"):
        open_report("a.md", b"<p></p>")


@given(st.text(alphabet="壹一(1)、.|\t\n-# 目的過程<p>input checked>![]()。：", min_size=1, max_size=80))
def test_any_text_is_opened_or_refused_in_words(text):
    try:
        opened = open_report("a.md", text.encode())
    except PaperUnreadable:
        return
    assert opened.blocks


def test_the_bookmarks_of_a_pdf_tell_its_headings_from_points_of_a_list() -> None:
    pages = ["壹、目的\n參加的會議：\n(一) 執行局會議\n(二) 國際會議\n貳、過\n程\n會議順利。"]
    found = list(pdf_blocks(pages, outline=[(1, "壹、目的"), (1, "貳、過程")]))
    assert [b.text for b in found if isinstance(b, HeadingBlock)] == ["壹、目的", "貳、過程"]
    assert [b.text for b in found if isinstance(b, TextBlock)][1:3] == ["(一) 執行局會議", "(二) 國際會議"]


def test_the_table_of_contents_of_a_pdf_is_no_text_of_it() -> None:
    pages = ["目次\n壹、目的 . . . . . . . . . . 1\n貳、過程………………………… 2\n壹、目的\n出席會議。"]
    assert [b.text for b in pdf_blocks(pages)] == ["壹、目的", "出席會議。"]


def test_room_beside_figures_in_a_pdf_is_no_space() -> None:
    """The same sentence comes as 「107 年」 from one program and as 「107  年」 from another."""
    for text in ("於107 年4 月9 日參加 UCLG 會議。", "於 107  年 4  月 9  日參加UCLG  會議。"):
        assert [b.text for b in pdf_blocks([text])] == ["於107年4月9日參加UCLG會議。"]
    assert [b.text for b in pdf_blocks(["Harbour  Cities Union"])] == ["Harbour Cities Union"]
