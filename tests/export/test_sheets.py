"""The self-check of the 審核表 speaks of every finding, and spreadsheets look in Calc as they do in Excel."""

import io
import zipfile
from datetime import UTC, date, datetime

import docx
import pytest
from lxml import etree
from pypdf import PdfReader

from drafting.checks import CHECKS
from drafting.finding import Finding, Severity
from drafting.form import form_named
from drafting.review import approve
from drafting.sheets.evidence import evidence_of
from drafting.sheets.monthly import authorised
from drafting.sheets.registration import keywords, registration
from drafting.sheets.self_check import self_check
from drafting.sheets.tracking import tracking
from export.docx.writer import write_docx
from export.measures import DENSE_PITCH, DENSE_SIZE
from export.odt.writer import write_odt
from export.pdf.writer import write_pdf
from export.sheets.ods import write_ods
from export.sheets.paper import review_sheet
from export.sheets.xlsx import write_xlsx

FORM, TAOYUAN = form_named("taichung-summary"), form_named("taoyuan")
AT = datetime(2031, 6, 25, 6, 30, tzinfo=UTC)


def parts_of_zip(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rows_with(draft, *findings: Finding, despite=None):
    draft = draft.model_copy(update={"findings": findings})
    return self_check(evidence_of(approve(draft, "陳核可", AT, despite) if despite else draft, FORM))


def finding(check: str, severity: Severity = Severity.ERROR, message: str = "不合規定") -> Finding:
    return Finding(check=check, severity=severity, where="參、目的", message=message)


@pytest.mark.parametrize("check", sorted({rule.id for rule in CHECKS}))
def test_whatever_was_let_pass_stands_on_the_sheet_with_its_reason(draft_for, check):
    rows = rows_with(draft_for(FORM), finding(check), despite={check: "依首長指示"})
    assert [f"{check} 核可理由：依首長指示" in row.agency for row in rows].count(True) == 1
    assert [f"・{check} 參、目的：不合規定" in row.traveller for row in rows].count(True) == 1


def test_what_speaks_for_no_row_stands_in_the_last(draft_for):
    rows = rows_with(draft_for(FORM), finding("TRM-2"))
    assert "・TRM-2 參、目的：不合規定" in rows[9].traveller
    assert all("TRM-2" not in row.traveller for row in rows[:9])


def test_errors_are_told_before_warnings(draft_for):
    warnings = [finding("CON-1", Severity.WARNING, f"第{n}件") for n in range(5)]
    row = rows_with(draft_for(FORM), *warnings, finding("TIM-2"))[3]
    assert row.traveller.index("TIM-2") < row.traveller.index("CON-1")
    assert row.traveller.endswith("等共 6 項")


@pytest.mark.parametrize("findings", [0, 4])
def test_the_review_sheet_is_two_pages_where_nothing_is_long(draft_for, findings):
    """Also with a warning of seventy characters in each row that takes any."""
    told = [
        finding(check, Severity.WARNING, "請查證後統一。" * 10)
        for check in ("FRM-1", "SRC-1", "CON-1", "REC-1")
    ]
    draft = draft_for(FORM).model_copy(update={"findings": tuple(told[:findings])})
    evidence = evidence_of(approve(draft, "陳核可", AT), FORM)
    sheet = review_sheet(evidence, self_check(evidence), AT)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(write_pdf(sheet, {}))).pages]
    assert len(pages) == 2
    assert "機關首長或其授權人員簽章" in pages[1]


def test_the_rows_of_the_review_sheet_are_set_as_closely_in_word_and_in_writer(draft_for):
    evidence = evidence_of(draft_for(FORM), FORM)
    sheet = review_sheet(evidence, self_check(evidence), AT)
    word = docx.Document(io.BytesIO(write_docx(sheet, {}, {})))
    shape = word.tables[0].rows[1].cells[0].paragraphs[0].style
    assert (shape.font.size.pt, shape.paragraph_format.line_spacing.pt) == (DENSE_SIZE, DENSE_PITCH)
    book = parts_of_zip(write_odt(sheet, {}, {}))
    assert b'text:style-name="Dense"' in book["content.xml"]
    (style,) = etree.fromstring(book["styles.xml"]).xpath("//*[@*[local-name()='name']='Dense']")
    words = {etree.QName(key).localname: value for part in style for key, value in part.attrib.items()}
    assert (words["line-height"], words["font-size"]) == (f"{DENSE_PITCH:g}pt", f"{DENSE_SIZE:g}pt")


def test_an_approval_says_of_its_own_version_alone_that_it_was_not_returned(draft_for):
    evidence = evidence_of(approve(draft_for(FORM), "陳核可", AT), FORM)
    assert self_check(evidence)[7].agency == "本版未退回"
    assert self_check(evidence_of(draft_for(FORM), FORM))[7].agency == ""


def test_a_report_approved_in_the_small_hours_was_approved_that_day_in_taiwan(draft_for):
    """The clock of the machine may be that of Greenwich: at 17:30 there, the next day has begun at the office."""
    approval = approve(draft_for(FORM), "陳核可", datetime(2031, 7, 1, 17, 30, tzinfo=UTC))
    evidence = evidence_of(approval, FORM)
    assert evidence.approved_on == date(2031, 7, 2)
    assert "120年7月2日由陳核可核可" in self_check(evidence)[9].agency
    assert {row[4] for row in tracking([evidence]).rows} == {date(2032, 1, 2)}


def test_where_a_form_has_no_abstract_the_basic_data_says_who_writes_one(draft_for):
    values = {entry.label: entry.value for entry in registration(evidence_of(draft_for(TAOYUAN), TAOYUAN))}
    assert values["內容摘要"] == "（本報告格式沒有摘要，由出國人員填寫）"
    (row,) = {row[5] for row in tracking([evidence_of(draft_for(FORM), FORM)]).rows}
    assert row.split("\n") == ["□已採行", "□辦理中", "□研議中", "□不採行"]


def test_a_row_of_a_spreadsheet_is_as_high_as_its_fullest_cell_in_calc_as_in_excel(draft_for):
    grid = tracking([evidence_of(draft_for(FORM), FORM)])
    book = etree.fromstring(parts_of_zip(write_ods([grid], AT))["content.xml"])
    sheet = etree.fromstring(parts_of_zip(write_xlsx([grid], AT))["xl/worksheets/sheet1.xml"])
    high = {
        style.get(f"{{{book.nsmap['style']}}}name"): properties.get(f"{{{book.nsmap['style']}}}row-height")
        for style in book.iter("{*}style")
        for properties in style.iter("{*}table-row-properties")
    }
    rows = [row.get(f"{{{book.nsmap['table']}}}style-name") for row in book.iter("{*}table-row")]
    calc = [float(high[name][:-2]) / 2.54 * 72 for name in rows if high[name]]
    excel = [float(row.get("ht")) for row in sheet.iter("{*}row") if row.get("ht")]
    assert calc == pytest.approx(excel, abs=0.3)
    assert calc == pytest.approx([17 * grid.lines(row) for row in grid.rows], abs=0.3)


def test_the_class_of_everything_else_is_no_key_word(draft_for):
    assert "其他" not in keywords(evidence_of(draft_for(FORM), FORM))


def test_a_month_without_trips_says_so():
    assert authorised([], 2031, 5, AT.date()).note == "本月無案件。"


def test_a_spreadsheet_names_face_and_size_for_chinese_too(draft_for):
    book = parts_of_zip(write_ods([tracking([evidence_of(draft_for(FORM), FORM)])], AT))
    everything = etree.fromstring(book["content.xml"]).iter("{*}text-properties")
    ours = [dict(style.attrib) for style in everything if "標楷體" in style.attrib.values()]
    assert ours
    for style in ours:
        short = {etree.QName(key).localname: value for key, value in style.items()}
        assert short["font-size-asian"] == short["font-size"]
        assert short["font-family-asian"] == "標楷體"


def test_rows_of_a_spreadsheet_grow_with_their_text_and_its_pages_bear_only_numbers(draft_for):
    book = parts_of_zip(write_ods([tracking([evidence_of(draft_for(FORM), FORM)])], AT))
    assert b'use-optimal-row-height="true"' in book["content.xml"]
    masters = list(etree.fromstring(book["styles.xml"]).iter("{*}master-page"))
    assert masters
    assert not "".join(text for page in masters for text in page.itertext()).strip()
    assert b"<text:page-number/>" in book["styles.xml"]
