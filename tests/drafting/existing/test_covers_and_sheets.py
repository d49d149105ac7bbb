"""What stands before and behind the body of a report: covers, English tables, and sheets that are no part of it."""

from datetime import date

import pytest

from drafting.existing import check_existing, read_existing
from drafting.existing.behind import without_sheets
from drafting.existing.blocks import HeadingBlock, Opened, OpenedBlock, TableBlock, TextBlock
from drafting.form import form_named
from drafting.trip import Period

COVER = (
    "出國報告（出國類別：考察）",
    "考察海城港灣",
    "防災設施",
    "服務機關：測試市政府秘書處",
    "姓名職稱：甲某/測試市政府秘書處/國際科/科員",
    "派赴國家/地區：海國",
    "出國期間：107年4月9日至107年4月10日",
    "報告日期：107年6月1日",
)


def lines(*texts: str) -> list[OpenedBlock]:
    return [TextBlock(text=text) for text in texts]


def body(*parts: str) -> list[OpenedBlock]:
    return [block for part in parts for block in (HeadingBlock(level=1, text=part), *lines("本府派員考察。"))]


def test_the_cover_tells_the_category_and_the_name_on_several_lines() -> None:
    opened = Opened(blocks=(*lines(*COVER), *body("壹、目的", "貳、過程")))
    existing = read_existing(opened, form_named("central"))
    assert existing.trip.report_name == "考察海城港灣防災設施"
    assert existing.report.fields["category_line"] == "考察"
    found = check_existing(existing, form_named("central"), date(2018, 6, 1))
    assert not [f for f in found if f.check == "FRM-1"]


def test_a_sheet_for_reviewers_is_not_judged() -> None:
    """It quotes findings, dates and boxes; none of that is the traveller's report."""
    sheet = (HeadingBlock(level=1, text="出國報告審核表"), *lines("今天已過期限…", "「"))
    opened = Opened(blocks=(*lines(*COVER), *body("壹、目的"), *sheet))
    report = read_existing(opened, form_named("central")).report
    assert "今天" not in "".join(section.text for section in report.sections)
    assert [section.heading for section in report.sections] == ["壹、目的"]


@pytest.mark.parametrize(
    "title", ["附件二 出國報告審核表", "建議事項採行情形追蹤表", "附錄：建議事項追蹤表", "Sign-off"]
)
def test_sheets_are_known_by_their_titles(title: str) -> None:
    blocks = [*body("壹、目的"), *lines(title, "□採行")]
    assert list(without_sheets(blocks, form_named("taipei-a"))) == body("壹、目的")


def test_what_comes_after_a_sheet_and_is_a_part_is_read_again() -> None:
    blocks = [*lines("出國報告審核表", "☑符合"), *body("壹、目的")]
    assert list(without_sheets(blocks, form_named("central"))) == body("壹、目的")


def test_a_sentence_that_names_a_sheet_is_no_sheet() -> None:
    blocks = lines("本案已填出國報告審核表。", "會後填寫建議事項採行情形追蹤表送研考單位。")
    assert list(without_sheets(blocks, form_named("central"))) == blocks


def test_an_english_form_has_its_blanks_in_tables() -> None:
    details = TableBlock(
        rows=(
            ("Item", "Details"),
            ("Mission", "Harbour conference"),
            ("Staff member(s)", "甲某/測試市政府秘書處/國際科/科員"),
            ("Office", "測試市政府秘書處"),
            ("Destination", "Pakistan"),
            ("Mission dates", "9 April 2018 to 14 April 2018"),
            ("Date of report", "1 June 2018"),
        )
    )
    days = TableBlock(rows=(("Date", "Place", "Programme"), ("9 April 2018\n(Monday)", "海城", "搭機")))
    opened = Opened(
        blocks=(
            *lines("Back-to-Office Report", "Harbour conference"),
            HeadingBlock(level=1, text="I. Mission Details"), details,
            HeadingBlock(level=1, text="III. Activities Conducted"),
            HeadingBlock(level=2, text="A. Itinerary"), days,
            HeadingBlock(level=1, text="V. Stakeholders Engaged"), *lines("None."),
        )
    )  # fmt: skip
    existing = read_existing(opened, form_named("un-btor"))
    assert existing.trip.period == Period(start=date(2018, 4, 9), end=date(2018, 4, 14))
    assert existing.trip.report_date == date(2018, 6, 1)
    assert [row.activity for row in existing.trip.itinerary] == ["搭機"]
    assert [s.key for s in existing.report.sections] == ["details", "activities", "stakeholders"]
    assert not [
        f for f in check_existing(existing, form_named("un-btor"), date(2018, 6, 1)) if f.check == "FRM-1"
    ]


def test_long_english_headings_begin_their_parts_whatever_their_number() -> None:
    dates = TableBlock(
        rows=(("From", "To", "Country or region"), ("9 April 2018", "14 April 2018", "Pakistan"))
    )
    opened = Opened(
        blocks=(
            *lines("Trip Report", "Harbour conference"),
            HeadingBlock(level=1, text="1. Name of the Traveler(s)"),
            TableBlock(rows=(("No.", "Agency", "Position", "Name"), ("1", "測試市政府秘書處", "科員", "甲某"))),
            HeadingBlock(level=1, text="3. Dates of Travel"), dates,
            HeadingBlock(level=1, text="5. Recommendations and/or Accomplishments"), *lines("None."),
        )
    )  # fmt: skip
    existing = read_existing(opened, form_named("us-map-trip-report"))
    assert [s.key for s in existing.report.sections] == ["travelers", "dates", "recommendations"]
    assert (existing.report.fields["report_name"], existing.report.fields["regions"]) == (
        "Harbour conference",
        "Pakistan",
    )
    assert existing.trip.travellers[0].name == "甲某"


def test_labels_that_a_pdf_ran_together_are_told_by_their_colons() -> None:
    front = (
        "聯絡人：乙某電話：04-00000000",
        "出國人員姓名/服務機關/單位/職稱甲某/測試市政府秘書處/國際科/科員",
    )
    fields = read_existing(
        Opened(blocks=(*lines(*front), *body("參、目的"))), form_named("taichung-summary")
    ).report.fields
    assert (fields["contact_person"], fields["contact_phone"]) == ("乙某", "04-00000000")
    assert fields["travellers"] == "甲某/測試市政府秘書處/國際科/科員"
