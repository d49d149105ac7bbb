"""What stands where: the neutral document that all three formats draw."""

from datetime import UTC, datetime

import pytest

from drafting.form import form_named
from drafting.review import Draft, Recipe
from export.document import Contents, FormPage, Heading, Line, PhotoRow, Points, Sheet, Table, Text
from export.errors import NothingToExport
from export.layout import lay_out
from export.pictures import collect

SUMMARY, FULL, CENTRAL = (form_named(key) for key in ("taichung-summary", "taichung-report", "central"))


def kinds(sheet: Sheet) -> list[str]:
    return [block.kind for block in sheet.blocks]


def test_the_summary_form_opens_with_its_form_page_and_then_the_body(draft_for):
    document = lay_out(draft_for(SUMMARY), SUMMARY, {})
    assert [kinds(sheet)[:2] for sheet in document.sheets] == [["line", "form"], ["heading", "table"]]


def test_the_full_report_opens_with_cover_form_and_contents(draft_for):
    document = lay_out(draft_for(FULL), FULL, {})
    assert [sheet.cover for sheet in document.sheets] == [True, False, False, False]
    assert [kinds(sheet)[1] for sheet in document.sheets[:3]] == ["line", "form", "contents"]


def test_an_abstract_that_is_not_in_a_form_stands_on_its_own_page_before_the_contents(draft_for):
    document = lay_out(draft_for(CENTRAL), CENTRAL, {})
    cover, abstract, contents, body, review = document.sheets
    assert cover.cover
    assert [block.text for block in abstract.blocks if isinstance(block, Heading)] == ["壹、摘要"]
    assert contents.blocks[1] == Contents()
    assert isinstance(body.blocks[0], Heading)
    assert body.blocks[0].text == "貳、出國人員名單"
    assert review.blocks[0].text == "出國報告審核表"


def test_the_form_page_shows_every_blank_in_the_order_of_the_form(form, draft_for):
    pages = [b for b in lay_out(draft_for(form), form, {}).walk() if isinstance(b, FormPage)]
    shown = [[cell.label for row in page.rows for cell in row.cells] for page in pages]
    assert shown == ([[field.label for field in form.fields]] if "form" in form.front.pages else [])


def test_contact_and_telephone_share_a_row_and_so_do_period_and_region(draft_for):
    page = next(b for b in lay_out(draft_for(SUMMARY), SUMMARY, {}).walk() if isinstance(b, FormPage))
    pairs = [tuple(cell.label for cell in row.cells) for row in page.rows if len(row.cells) == 2]
    assert pairs == [("聯絡人", "電話"), ("出國期間", "出國地區")]
    assert all(sum(row.spans) == 3 for row in page.rows)


def test_the_abstract_lies_in_the_form_under_a_heading_with_the_required_length(draft_for):
    page = next(b for b in lay_out(draft_for(SUMMARY), SUMMARY, {}).walk() if isinstance(b, FormPage))
    assert page.heading == "內容摘要：(500字以上)"
    assert [block.text for block in page.blocks if isinstance(block, Heading)] == ["壹、摘要"]


def test_what_is_ticked_is_ticked_and_what_is_no_option_goes_into_the_free_box(draft_for):
    draft = draft_for(SUMMARY)
    assert _ticks(draft) == ["國際會議", "業務接洽"]
    fields = draft.report.fields | {"purposes": "表演、觀摩"}
    assert _ticks(
        draft.model_copy(update={"report": draft.report.model_copy(update={"fields": fields})})
    ) == [
        "表演",
        "觀摩",
    ]


def _ticks(draft: Draft) -> list[str]:
    page = next(b for b in lay_out(draft, SUMMARY, {}).walk() if isinstance(b, FormPage))
    cell = next(c for row in page.rows for c in row.cells if c.label == "出國類別")
    return [tick.text for tick in cell.ticks if tick.ticked]


def test_headings_have_levels_by_depth_and_an_anchor_each(draft_for):
    headings = lay_out(draft_for(FULL), FULL, {}).headings()
    levels = {heading.text: heading.level for heading in headings}
    assert (
        levels["肆、過程"],
        levels["一、行程表"],
        levels["(一)「2031年水岸城市論壇」："],
        levels["1.會談內容"],
    ) == (1, 2, 3, 4)
    assert len({heading.anchor for heading in headings}) == len(headings)


def test_points_are_numbered_in_the_style_of_the_level_below_their_heading(draft_for):
    points = [b for b in lay_out(draft_for(SUMMARY), SUMMARY, {}).walk() if isinstance(b, Points)]
    assert [[item.mark for item in block.items] for block in points] == [
        ["1.", "2.", "3.", "4."],
        ["一、", "二、"],
    ]


def test_a_table_fills_the_width_by_its_shares_and_every_row_is_as_long_as_the_header(draft_for):
    members, itinerary = [b for b in lay_out(draft_for(SUMMARY), SUMMARY, {}).walk() if isinstance(b, Table)]
    assert members.widths == (1.78, 7.11, 3.56, 3.56)
    assert sum(itinerary.widths) == pytest.approx(16, abs=0.05)
    assert all(row.whole and len(row.cells) == 3 for row in itinerary.rows)


def test_a_draft_is_marked_and_an_approval_is_not(draft_for, approval_for):
    assert lay_out(draft_for(FULL), FULL, {}).mark == "草稿"
    assert lay_out(approval_for(FULL), FULL, {}).mark == ""


def test_the_document_is_dated_by_the_approval_and_signed_by_the_travellers(approval_for):
    document = lay_out(approval_for(FULL), FULL, {})
    assert (document.at, document.author) == (datetime(2031, 6, 25, 6, 30, tzinfo=UTC), "王示範、林樣本")


def test_a_model_that_wrote_is_disclosed_at_the_end_and_in_the_metadata(draft_for):
    document = lay_out(draft_for(FULL, model="some-model-7b"), FULL, {})
    told = (
        "本報告部分文字由生成式人工智慧（模型：some-model-7b，執行處所：機房）"
        "依出國人員提供之素材整理，尚待出國人員及機關確認。"
    )
    assert document.sheets[-1].blocks[-1] == Text(text=told, role="note")
    assert document.description == told
    assert document.keywords[-1] == "生成式人工智慧：some-model-7b"


def test_without_a_model_nothing_is_disclosed(draft_for):
    document = lay_out(draft_for(FULL), FULL, {})
    assert document.description == ""
    assert not [b for b in document.walk() if isinstance(b, Text) and b.role == "note"]


def test_missing_and_damaged_photos_become_boxes_that_name_them(draft_for, picture):
    draft = draft_for(SUMMARY)
    document = lay_out(draft, SUMMARY, collect(draft.report, draft.trip_then, picture).found)
    boxes = [p.alt for b in document.walk() if isinstance(b, PhotoRow) for p in b.photos if not p.picture]
    assert boxes == ["（照片缺漏：P9）", "（照片缺漏：P10）"]


def test_control_characters_are_dropped_and_a_half_surrogate_is_shown_as_replaced(draft_for):
    document = lay_out(draft_for(CENTRAL, title="甲\x00乙\x0b丙\ud800丁"), CENTRAL, {})
    assert document.title == "甲乙丙\ufffd丁"
    assert document.sheets[0].blocks[1] == Line(
        text="甲乙丙\ufffd丁", size=26, bold=True, before=5.0, face="細明體"
    )


def test_a_draft_without_a_report_cannot_be_exported():
    with pytest.raises(NothingToExport, match="草稿 5 還沒有內容，請先完成撰寫再匯出。"):
        lay_out(Draft(id=5, recipe=Recipe(writer="offline")), SUMMARY, {})


def test_a_cover_with_many_travellers_still_fits_one_page(draft_for):
    draft = draft_for(FULL, title="晴川市" * 24)
    fields = draft.report.fields | {"travellers": "\n".join(["王示範/日月市政府水利局/河川科/科長"] * 8)}
    few, many = (
        lay_out(d, FULL, {}).sheets[0].blocks for d in (draft_for(FULL), _with_fields(draft, fields))
    )
    assert [b.before for b in few if isinstance(b, Line)][1] == 5.0
    assert [b.before for b in many if isinstance(b, Line)][1] < 3.0


def _with_fields(draft: Draft, fields: dict[str, str]) -> Draft:
    return draft.model_copy(update={"report": draft.report.model_copy(update={"fields": fields})})
