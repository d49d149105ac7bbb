"""The self-check of the 審核表 speaks of every finding, and spreadsheets look in Calc as they do in Excel."""

import io
import zipfile
from datetime import UTC, datetime

import pytest
from lxml import etree

from drafting.checks import CHECKS
from drafting.finding import Finding, Severity
from drafting.form import form_named
from drafting.review import approve
from drafting.sheets.evidence import evidence_of
from drafting.sheets.monthly import authorised
from drafting.sheets.registration import keywords
from drafting.sheets.self_check import self_check
from drafting.sheets.tracking import tracking
from export.sheets.ods import write_ods

FORM = form_named("taichung-summary")
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


def test_an_approval_says_of_its_own_version_alone_that_it_was_not_returned(draft_for):
    evidence = evidence_of(approve(draft_for(FORM), "陳核可", AT), FORM)
    assert self_check(evidence)[7].agency == "本版未退回"
    assert self_check(evidence_of(draft_for(FORM), FORM))[7].agency == ""


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
