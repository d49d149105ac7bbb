"""What each form makes of the same report: cover, words, captions, annexes; and a form that came from a folder."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from pypdf import PdfReader

from drafting import form as forms
from drafting.form import all_forms, form_named, use_forms_in
from export import render
from export.document import Heading, Line, PhotoRow, Table
from export.layout import lay_out
from tests.drafting.test_own_forms import MINE, SHOWN

KEYS = sorted(form.key for form in all_forms())


def laid(key, draft_for, edition="filed"):
    form = form_named(key)
    return lay_out(draft_for(form), form, {}, edition)


@pytest.mark.parametrize("key", KEYS)
def test_a_draft_bears_the_mark_of_the_forms_language(key, draft_for):
    document = laid(key, draft_for)
    assert (document.mark, document.language) in {("草稿", "zh-TW"), ("DRAFT", "en")}


@pytest.mark.parametrize("key", ["un-btor", "us-map-trip-report"])
def test_an_english_report_opens_with_its_title_and_no_cover(key, draft_for):
    document = laid(key, draft_for)
    first = document.sheets[0].blocks[0]
    assert isinstance(first, Line)
    assert first.text == form_named(key).title
    assert not any(sheet.cover for sheet in document.sheets)


def test_the_central_cover_has_the_sizes_of_annex_one(draft_for):
    """附件一: 類別 20 點置左, 名稱 26 點, 其餘 14 點, 細明體加粗."""
    lines = [b for b in laid("central", draft_for).sheets[0].blocks if isinstance(b, Line)]
    assert [line.size for line in lines[:3]] == [20, 26, 14]
    assert {(line.face, line.bold) for line in lines} == {("細明體", True)}


def test_the_central_body_is_smaller_than_that_of_taichung(draft_for):
    assert [laid(key, draft_for).size for key in ("central", "taichung-summary")] == [12, 14]


def test_the_review_sheet_has_ten_rows_and_is_not_for_the_public(draft_for):
    review = laid("central", draft_for).sheets[-1].blocks
    table = next(b for b in review if isinstance(b, Table))
    assert [len(table.columns), len(table.rows)] == [3, 10]
    public = laid("central", draft_for, "public")
    assert "出國報告審核表" not in [b.text for b in public.walk() if isinstance(b, Heading)]


def test_the_tracking_sheet_has_a_row_for_each_suggestion(draft_for):
    table = next(b for b in laid("taipei-a", draft_for).sheets[-1].blocks if isinstance(b, Table))
    assert [row.cells[0] for row in table.rows] == ["1", "2"]
    assert all(row.cells[1] for row in table.rows)


def test_figures_are_numbered_through_the_whole_report_where_the_form_wants_it(draft_for):
    captions = [
        p.caption for b in laid("central", draft_for).walk() if isinstance(b, PhotoRow) for p in b.photos
    ]
    assert [c.split("　")[0] for c in captions] == [f"圖{n}" for n in range(1, len(captions) + 1)]
    plain = [
        p.caption
        for b in laid("taichung-summary", draft_for).walk()
        if isinstance(b, PhotoRow)
        for p in b.photos
    ]
    assert not any(caption.startswith("圖") for caption in plain)


def test_tables_are_captioned_with_the_heading_above_them(draft_for):
    tables = [b.caption for b in laid("central", draft_for).walk() if isinstance(b, Table) if b.caption]
    assert tables == ["表1　出國人員名單", "表2　行程表"]


@pytest.mark.parametrize(("text", "printed"), [(MINE, "未定稿"), (SHOWN, "案名：日月市政府出席")])
def test_a_form_from_a_folder_is_printed_without_any_code(tmp_path: Path, draft_for, picture, text, printed):
    """A short one, and the one that docs/forms.md shows to be copied."""
    (tmp_path / "harbour.toml").write_text(text, "utf-8")
    try:
        (form,) = use_forms_in(tmp_path)
        pdf = PdfReader(io.BytesIO(render(draft_for(form), form, picture, ["pdf"])["pdf"]))
        assert printed in "".join(page.extract_text() for page in pdf.pages[:2])
    finally:
        forms._own.clear()


def test_who_signs_stays_on_one_page_and_the_last_page_is_not_empty(approval_for, picture):
    """The rows of the sign-off keep together in every format, and what Word wants behind a table takes no room."""
    form = form_named("un-btor")
    done = render(approval_for(form), form, picture, ("odt", "docx"))
    table = docx.Document(io.BytesIO(done["docx"])).tables[-1]
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert kept == [True] * (len(table.rows) - 1) + [None]
    last = docx.Document(io.BytesIO(done["docx"])).paragraphs[-1]
    assert (last.text, last.paragraph_format.line_spacing) == ("", Pt(1))
    with zipfile.ZipFile(io.BytesIO(done["odt"])) as archive:
        styles = archive.read("content.xml").decode()
    assert styles.count('style:may-break-between-rows="false"') == 1
