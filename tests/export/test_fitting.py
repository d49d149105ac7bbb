"""Photos at the end of a page: a row that just misses it is made smaller instead of leaving the page blank."""

import io
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from drafting.material import Ref
from drafting.report import PhotoItem
from export.document import Block, Document, Heading, PhotoRow, Point, Points, Sheet, Table, Text
from export.fitting import fitted
from export.lead_ins import kept_together, kept_whole
from export.measures import BODY_PITCH, BODY_SIZE
from export.pdf.writer import write_pdf
from export.photo_rows import photo_rows
from export.pictures import Picture, printable
from tests.export.conftest import picture_bytes

CAPTION = "參訪水岸的合影"
LINE = "論壇由晴川市政府主辦，上午舉行開幕式，由市長致詞，下午進行平行會議。"[:32]
LANDSCAPE = printable(picture_bytes("P1", (1280, 960)))


def row(photos: int = 2) -> PhotoRow:
    items = [PhotoItem(ref=Ref(f"P{n}"), caption=f"{CAPTION}{n}") for n in range(photos)]
    (made,) = photo_rows(items, {item.ref: LANDSCAPE for item in items if isinstance(LANDSCAPE, Picture)})
    return made


def lines(count: int) -> tuple[Text, ...]:
    return tuple(Text(text=LINE[:28]) for _ in range(count))


def paragraph(count: int) -> Text:
    """One that takes so many lines."""
    return Text(text=(LINE * count)[: 28 + 32 * (count - 1)])


def laid(*blocks: Block) -> tuple[Block, ...]:
    return fitted((Heading(level=1, text="肆、過程", anchor="a"), *blocks), BODY_SIZE, BODY_PITCH)


def printed(blocks: tuple[Block, ...]) -> list[str]:
    """The text of each page of the PDF."""
    document = Document(title="題", subject="", author="王示範", description="", keywords=(), mark="",
                        at=datetime(2031, 1, 1, tzinfo=UTC), sheets=(Sheet(blocks=blocks),))  # fmt: skip
    pdf = write_pdf(document, {LANDSCAPE.name: LANDSCAPE.content})
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def share(before: PhotoRow, after: Block) -> float:
    assert isinstance(after, PhotoRow)
    return after.photos[0].height / before.photos[0].height


@pytest.mark.parametrize("above", [17, 18, 19, 20, 21, 22, 25])
def test_a_row_below_one_paragraph_stays_on_its_page_if_it_need_not_be_smaller_than_three_fifths(above):
    blocks = laid(paragraph(above), row())
    size = share(row(), blocks[-1])
    on_first = CAPTION in printed(blocks)[0]
    assert size == 1 or 0.6 < size < 1
    assert on_first == (above < 19 or size < 1)  # 19 lines and the row, as it is, do not fit
    assert (size < 1) == (19 <= above < 22)


@pytest.mark.parametrize("above", [17, 19, 21, 23, 25])
def test_a_row_below_several_paragraphs_stands_before_the_last_ones_rather_than_leave_a_page_half_blank(
    above,
):
    blocks = laid(*lines(above), row())
    (shown,) = (block for block in blocks if isinstance(block, PhotoRow))
    assert CAPTION in printed(blocks)[0]
    assert share(row(), shown) > 0.8
    assert (blocks[-1] is shown) == (above < 20)


def test_a_row_moves_up_only_as_far_as_it_must_and_takes_no_list_from_what_announces_it():
    said = (Text(text="結論如下：", keep=True), Points(items=(Point(mark="1.", text="水位看板"),)))
    blocks = laid(*lines(20), *said, row())
    kinds = [block.kind for block in blocks]
    assert kinds.index("photos") < len(blocks) - 1
    assert kinds[-2:] == ["text", "points"]
    assert kinds.count("photos") == 1


def test_a_row_never_leaves_its_section_nor_stands_before_its_first_paragraph():
    long = Text(text=LINE[:28] * 22)
    before = (Heading(level=2, text="一、開幕", anchor="b"), *lines(2))
    blocks = laid(*before, Heading(level=2, text="二、參訪", anchor="c"), long, row(), row())
    assert [block.kind for block in blocks[-3:]] == ["text", "photos", "photos"]


def test_rows_keep_their_order_and_every_block_is_still_there():
    rows = (row(1), row())
    given = (*lines(17), *rows, Heading(level=2, text="二、參訪", anchor="c"), *lines(3))
    blocks = laid(*given)
    assert [len(b.photos) for b in blocks if isinstance(b, PhotoRow)] == [1, 2]
    assert sorted(block.kind for block in blocks[1:]) == sorted(block.kind for block in given)
    assert [b for b in blocks if isinstance(b, Text)] == [b for b in given if isinstance(b, Text)]


def test_a_smaller_row_keeps_its_shape_and_its_photos_stay_near_each_other():
    before, after = row(), laid(paragraph(21), row())[-1]
    assert isinstance(after, PhotoRow)
    for old, new in zip(before.photos, after.photos, strict=True):
        assert new.width / new.height == pytest.approx(old.width / old.height, rel=0.02)
    assert all(
        width - photo.width <= 0.65 or width == 4.5
        for photo, width in zip(after.photos, after.widths, strict=True)
    )


def test_two_rows_on_a_page_make_room_for_a_third_together():
    blocks = laid(paragraph(5), row(), row(), row())
    shares = {round(share(row(), block), 2) for block in blocks[-3:]}
    assert len(shares) == 1
    assert 0.6 < shares.pop() < 1
    assert all(f"{CAPTION}1" in page for page in printed(blocks)[:1])
    assert len(printed(blocks)) == 1


def test_a_row_that_begins_a_page_is_as_large_as_ever():
    assert share(row(), laid(paragraph(28), row())[-1]) == 1


def test_a_table_counts_by_its_rows_and_a_list_by_its_points():
    table = Table(columns=("日期", "行程"), rows=(), widths=(4, 12))
    points = Points(items=())
    assert laid(paragraph(18), table, row())[1:] != (paragraph(18), table, row())
    assert laid(paragraph(18), points, row())[1:] == (paragraph(18), points, row())


def test_what_announces_a_list_or_who_signs_stays_with_it():
    said = (Text(text="結論如下："), Points(items=()), Text(text="無"))
    signed = (Heading(level=1, text="Sign-off", anchor="s"),)
    assert [block.keep for block in kept_together(said, signed) if isinstance(block, Text)] == [True, True]
    assert [block.keep for block in kept_together(said, ()) if isinstance(block, Text)] == [True, False]


def test_a_long_paragraph_that_announces_a_list_may_be_split_by_word_processors():
    """LibreOffice moves what it keeps as a whole: six lines of reasoning would leave a quarter of a page blank."""
    brief, long = "結論如下：", "會中逐項討論各城市的作法並交換意見。" * 8 + "結論如下："
    found = [kept_whole(Text(text=text, keep=True)) for text in (brief, long, "無", long + "以上。")]
    assert found == [True, False, True, True]
    assert not kept_whole(Text(text=brief))


def test_a_long_paragraph_does_not_go_to_the_next_page_for_the_list_that_it_ends_in():
    said = (Text(text=f"{LINE * 4}結論如下："), Points(items=(Point(mark="1.", text="水位看板"),)))
    assert not any(block.keep for block in kept_together(said, ()) if isinstance(block, Text))
    first, _ = printed(laid(*lines(25), *kept_together(said, ())))
    assert LINE[:20] in first.removeprefix(LINE[:28])
    assert first.count(LINE[28:32]) >= 1  # the long one begins on this page, behind 25 short ones
