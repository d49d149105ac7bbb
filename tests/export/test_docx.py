"""The DOCX, reopened with python-docx."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from drafting.form import form_named
from export import render

FULL = form_named("taichung-report")


@pytest.fixture
def word(approval_for, picture):
    return docx.Document(io.BytesIO(render(approval_for(FULL, model="m"), FULL, picture, ["docx"])["docx"]))


def test_headings_are_real_headings(word):
    assert [p.text for p in word.paragraphs if p.style.name == "Heading 1"] == [
        "貳、出國人員名單",
        "參、目的",
        "肆、過程",
        "伍、心得",
        "陸、建議",
    ]


def test_the_face_is_named_for_chinese_and_for_latin(word):
    for name in ("Normal", "Body Text", "Heading 1", "toc 1"):
        fonts = word.styles[name].element.rPr.rFonts
        assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi")} == {"Times New Roman"}
        assert fonts.get(qn("w:eastAsia")) == "標楷體"
        assert fonts.get(qn("w:asciiTheme")) is None


def test_the_body_has_the_fixed_pitch_and_an_indent_of_two_characters(word):
    style = word.styles["Body Text"]
    assert style.paragraph_format.line_spacing.pt == 24
    assert style.element.pPr.ind.get(qn("w:firstLineChars")) == "200"


def test_the_form_is_one_table_with_the_abstract_in_its_last_cell(word):
    form = word.tables[0]
    last = form.rows[-1].cells[0]
    assert [p.text for p in last.paragraphs[:2]] == ["內容摘要：(500字以上)", "壹、摘要"]
    assert last.paragraphs[1].style.name == "Heading 1"
    assert "含附件：☐是　☑否" in {row.cells[0].text for row in form.rows}


def test_only_the_row_of_the_abstract_may_be_split(word):
    rows = [row._tr for row in word.tables[0].rows]
    assert [bool(tr.findall(f".//{qn('w:cantSplit')}")) for tr in rows] == [True] * (len(rows) - 1) + [False]


def test_the_header_row_of_a_table_is_repeated(word):
    itinerary = next(t for t in word.tables if t.rows[0].cells[0].text == "日期")
    assert itinerary.rows[0]._tr.findall(f".//{qn('w:tblHeader')}")
    assert [len(t.columns) for t in (itinerary,)] == [3]


def test_every_photo_has_its_caption_as_alternative_text(word):
    found = [e.get("descr") for e in word.element.body.iter(qn("wp:docPr"))]
    assert found[:3] == ["水岸城市論壇活動照片 P1", "水岸城市論壇活動照片 P2", "水岸城市論壇活動照片 P3"]


def test_the_contents_are_a_field_filled_in_with_pages_and_links(word):
    codes = [e.text for e in word.element.body.iter(qn("w:instrText"))]
    assert codes[0] == 'TOC \\o "1-3" \\h \\z \\u'
    entries = [p.text for p in word.paragraphs if p.style.name.startswith("toc ")]
    assert entries[0] == "壹、摘要\ti"
    marks = {e.get(qn("w:name")) for e in word.element.body.iter(qn("w:bookmarkStart"))}
    links = {e.get(qn("w:anchor")) for e in word.element.body.iter(qn("w:hyperlink"))}
    assert links <= marks
    assert len(links) == len(entries)


def test_an_approved_report_bears_no_mark_and_its_cover_no_page_number(word):
    section = word.sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_footer.paragraphs[0].text == ""
    assert "PAGE" in section.footer._element.xml
    assert (
        "草稿" not in word.element.xml + section.header._element.xml + section.first_page_header._element.xml
    )


def test_a_draft_bears_its_mark_in_every_header(draft_for, picture):
    word = docx.Document(io.BytesIO(render(draft_for(FULL), FULL, picture, ["docx"])["docx"]))
    section = word.sections[0]
    for header in (section.header, section.first_page_header):
        assert header.paragraphs[0].text == "草稿"
        assert 'string="草稿"' in header._element.xml


def test_metadata_name_the_travellers_the_day_of_approval_and_the_model(word):
    core = word.core_properties
    assert (core.author, core.language) == ("王示範、林樣本", "zh-TW")
    assert core.created.isoformat() == "2031-06-25T06:30:00+00:00"
    assert core.comments.startswith("本報告部分文字由生成式人工智慧（模型：m，執行處所：機房）")


def test_nothing_of_the_template_is_left(word):
    names = {str(part.partname) for part in word.part.package.iter_parts()}
    assert not [name for name in names if "thumbnail" in name or "customXml" in name]
    (about,) = (part for part in word.part.package.iter_parts() if part.partname == "/docProps/app.xml")
    assert "<Application>隨行</Application>" in about.blob.decode("utf-8")
    assert b"Pages" not in about.blob


def test_chinese_and_latin_are_not_spaced_apart(word):
    """Word obeys; LibreOffice reads neither word when it opens a DOCX (docs/decisions/0034)."""
    shape = word.styles["Normal"].element.pPr
    assert [shape.find(qn(f"w:autoSpace{what}")).get(qn("w:val")) for what in ("DE", "DN")] == ["0", "0"]


def test_what_announces_a_list_is_kept_with_it(word):
    kept = [
        p.text for p in word.paragraphs if p.style.name == "Body Text" and p.paragraph_format.keep_with_next
    ]
    assert kept == ["會中重要結論如下："]


def test_a_table_stands_a_little_below_the_line_above_it(word):
    heading = next(p for p in word.paragraphs if p.text == "貳、出國人員名單")
    assert heading.paragraph_format.space_after.pt == 5


def test_the_boxes_of_a_table_are_all_of_one_face(approval_for, picture):
    central = form_named("central")
    content = render(approval_for(central), central, picture, ["docx"])["docx"]
    runs = [
        run
        for table in docx.Document(io.BytesIO(content)).tables
        for cell in table._cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
        if set(run.text) & set("□☐☑")
    ]
    assert len([run for run in runs if run.text == "□"]) >= 9
    assert {(len(run.text), run.font.name) for run in runs} == {(1, "Segoe UI Symbol")}
