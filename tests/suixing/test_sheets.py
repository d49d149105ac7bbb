"""Beside a report go the 審核表 with its self-check, the basic data, the suggestions to track; once a month two lists."""

import io
import json
import re
import zipfile

import pytest
from docx import Document as Word
from odfdo import Document
from pypdf import PdfReader

APPROVER = "王測試"


def made(run, *words):
    done = run(*words, "--to", run.folder / "out")
    assert done.status == 0, done.err
    return {path.name.rpartition("_")[2]: path for path in (run.folder / "out").iterdir()}


def review_rows(path):
    (table,) = Word(path).tables
    return [[cell.text for cell in row.cells] for row in table.rows][1:]


def test_the_review_sheet_has_ten_rows_with_evidence(clean):
    rows = review_rows(made(clean, "sheets", 1)["審核表.docx"])
    assert len(rows) == 10
    assert rows[0][0].startswith("1.依限")
    assert rows[0][1].startswith("☑符合\n報告日期 115年10月30日\n期限為 115年12月18日")
    assert "還有" not in rows[0][1], "a signed sheet is read on other days"
    assert "參、目的（第 3 頁）" in rows[1][1]
    assert "註有素材出處" in rows[2][1]
    assert "過程" in rows[3][1]
    assert "照片" in rows[3][1]
    assert rows[4][1].startswith("☑符合\n建議 5 項（第 ")


def test_pages_and_counts_of_the_self_check_are_those_of_the_report_itself(clean):
    """Counted again from the exported PDF and JSON, not from what the sheet was made of."""
    rows = review_rows(made(clean, "sheets", 1, "--format", "docx")["審核表.docx"])
    clean("export", 1, "--to", clean.folder / "again", "--format", "pdf,json")
    (pdf,) = (clean.folder / "again").glob("*.pdf")
    (report,) = (clean.folder / "again").glob("*.json")
    texts = ["".join(page.extract_text().split()) for page in PdfReader(pdf).pages]
    told = re.findall(r"([壹貳參肆伍陸]、\w+)（第 (\d+) 頁）", rows[1][1])
    assert len(told) == 6
    for heading, page in told:
        assert heading in texts[int(page) - 1]
    assert f"全文 {len(texts)} 頁" in rows[1][1]
    blocks = list(blocks_in(json.loads(report.read_text("utf-8"))["sections"]))
    shown = [item for block in blocks if block["type"] == "photos" for item in block["items"]]
    said = [
        s for b in blocks for s in b.get("sentences", b.get("items", [])) if s.get("kind", "link") != "link"
    ]
    assert f"照片 {len(shown)} 張" in rows[3][1]
    assert f"正文 {len(said)} 句，{sum(bool(s['sources']) for s in said)} 句註有素材出處" in rows[2][1]


def blocks_in(sections):
    for section in sections:
        yield from section["blocks"]
        yield from blocks_in(section["sections"])


def test_errors_stand_in_their_row_and_overrides_beside_them(written):
    rows = review_rows(made(written, "sheets", 1)["審核表.docx"])
    assert rows[1][1].startswith("☐待補正")
    assert "・LEN-1 " in rows[1][1]
    written(
        "approve", 1, "--by", APPROVER, "--despite", "LEN-1=依主管指示精簡", "--despite", "FRM-1=另行補填"
    )
    rows = review_rows(made(written, "sheets", 1)["審核表.docx"])
    assert "LEN-1 核可理由：依主管指示精簡" in rows[1][2]
    assert rows[9][2].endswith(f"由{APPROVER}核可")


def test_the_basic_data_name_what_was_visited_and_leave_the_number_to_the_registrar(clean):
    path = made(clean, "sheets", 1)["基本資料表.odt"]
    (table,) = Document(path).body.tables
    entries = {row[0]: row[1] for row in table.get_values()}
    assert entries["系統識別號"] == "（由專責人員填寫）"
    assert "玄浦排水機場" in entries["參訪機關"]
    assert entries["報告書頁數"].isdigit()


def test_the_basic_data_are_in_chinese_for_a_report_in_english_too(clean):
    clean("set", 1, "form", "us-map-trip-report")
    clean("draft", 1)
    (table,) = Document(made(clean, "sheets", 1, "--format", "odt")["基本資料表.odt"]).body.tables
    entries = {row[0]: row[1] for row in table.get_values()}
    assert entries["出國期間"] == "115年9月15日至115年9月19日"


def test_every_suggestion_is_tracked_half_a_year_after_approval(clean):
    clean("approve", 1, "--by", APPROVER)
    path = made(clean, "sheets", 1)["建議事項追蹤表.ods"]
    rows = Document(path).body.tables[0].get_values()
    assert rows[1][:3] == ["編號", "報告名稱", "建議事項"]
    assert [row[0] for row in rows[2:7]] == [1, 2, 3, 4, 5]
    assert rows[2][4].count("/") == 2


def test_the_sheets_are_the_same_bytes_each_time(clean):
    clean("approve", 1, "--by", APPROVER)
    first = {name: path.read_bytes() for name, path in made(clean, "sheets", 1).items()}
    again = {name: path.read_bytes() for name, path in made(clean, "sheets", 1).items()}
    assert first == again


def test_the_month_lists_who_left_and_whose_report_was_approved(clean):
    files = made(clean, "monthly", "2026-09", "--today", "2027-01-01")
    book = Document(files["115年9月.ods"])
    assert [table.name[:9] for table in book.body.tables] == [
        "1 經核定公務出國",
        "2 完成登錄公務出",
        "3 建議事項採行情",
    ]
    row = book.body.tables[0].get_values()[2]
    assert row[6:8] == ["115/09/15", "115/09/19"]
    assert row[-1] == "草稿完成（逾期 14 日）"
    assert made(clean, "monthly", "2026-08")["115年8月.xlsx"].exists()


def test_spreadsheets_say_the_same_in_both_formats(clean):
    files = made(clean, "monthly", "2026-09")
    ods = Document(files["115年9月.ods"]).body.tables[0].get_values()
    with zipfile.ZipFile(files["115年9月.xlsx"]) as book:
        assert ods[2][2] in book.read("xl/sharedStrings.xml").decode("utf-8")


@pytest.mark.parametrize("words", [("sheets", 9), ("monthly", "九月"), ("monthly", "2026-13")])
def test_what_cannot_be_made_is_said_in_one_sentence(clean, words):
    done = clean(*words, "--to", clean.folder / "out")
    assert (done.status, done.out) == (2, "")
    assert done.sentence


def test_the_pdf_of_the_sheet_holds_its_text(clean):
    text = "".join(page.extract_text() for page in PdfReader(made(clean, "sheets", 1)["審核表.pdf"]).pages)
    assert "審核表" in text
    assert zipfile.is_zipfile(io.BytesIO(made(clean, "sheets", 1)["審核表.odt"].read_bytes()))
