"""The PDF, reopened: archival, tagged, with outline, alternative text and metadata."""

import io

import pikepdf
import pytest
from pypdf import PdfReader

from drafting.form import form_named
from drafting.report import Paragraph, Section, Sentence
from export import render
from export.layout import lay_out
from export.pdf.outline import pages_of_headings

FULL = form_named("taichung-report")


@pytest.fixture
def content(approval_for, picture):
    return render(approval_for(FULL, model="m"), FULL, picture, ["pdf"])["pdf"]


def test_it_is_tagged_archival_and_in_traditional_chinese(content):
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang).lower() == "zh-tw"
        with pdf.open_metadata() as xmp:
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "A")


def test_every_photo_has_its_caption_as_alternative_text(content):
    with pikepdf.open(io.BytesIO(content)) as pdf:
        described = [str(o.Alt) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
    assert {f"水岸城市論壇活動照片 P{n}" for n in range(1, 9)} <= set(described)


def test_the_outline_gives_a_page_for_every_heading(content, approval_for):
    document = lay_out(approval_for(FULL), FULL, {})
    pages = pages_of_headings(content, document)
    reader = PdfReader(io.BytesIO(content))
    assert len(pages) == len(document.headings())
    labels = reader.page_labels
    for heading in document.headings():
        assert "".join(heading.text.split()) in "".join(
            reader.pages[labels.index(pages[heading.anchor])].extract_text().split()
        )


def test_page_is_a4_and_fonts_are_embedded(content):
    reader = PdfReader(io.BytesIO(content))
    assert {(round(p.mediabox.width), round(p.mediabox.height)) for p in reader.pages} == {(595, 842)}


def test_metadata_name_the_travellers_the_day_of_approval_and_the_model(content):
    meta = PdfReader(io.BytesIO(content)).metadata
    assert meta.author == "王示範、林樣本"
    assert meta.creation_date.isoformat().startswith("2031-06-25T06:30:00")
    assert meta.subject.startswith("本報告部分文字由生成式人工智慧（模型：m，執行處所：機房）")


def test_a_draft_bears_its_mark_on_every_page_and_an_approved_report_on_none(content, draft_for, picture):
    draft = PdfReader(io.BytesIO(render(draft_for(FULL), FULL, picture, ["pdf"])["pdf"]))
    assert all("草稿" in page.extract_text() for page in draft.pages)
    assert not any("草稿" in page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def test_the_cover_has_no_page_number_and_the_front_pages_are_counted_in_roman(content):
    pages = [page.extract_text().strip() for page in PdfReader(io.BytesIO(content)).pages]
    assert pages[0].endswith("報告日期：120年6月20日")
    assert pages[1].endswith("\ni")
    assert pages[-1].split("\n")[-1].isdigit()


def test_brackets_are_those_of_the_ming_face_so_that_none_is_pushed_into_the_margin(content):
    """全字庫正楷體 draws 「 in the middle of its square; typst moves it to the left by half of that at the start of a line."""
    faces: dict[str, str] = {}

    def seen(text, _cm, _tm, font, _size):
        faces.update({letter: str(font["/BaseFont"]) for letter in "「」" if font and letter in text})

    for page in PdfReader(io.BytesIO(content)).pages:
        page.extract_text(visitor_text=seen)
    assert set(faces) == {"「", "」"}
    assert all("NotoSerifTC" in face for face in faces.values())


def test_chinese_marks_in_an_english_report_are_not_set_over_each_other(approval_for, picture):
    """typst would close up 。」 as if both stood at the sides of their squares; those of Taiwan stand in the middle."""
    form = form_named("un-btor")
    approval = approval_for(form)
    said = Paragraph(sentences=(Sentence(text="第一條寫：「看到異常先打電話，再填表。」後"),))
    report = approval.draft.report.model_copy(
        update={"sections": (Section(key="x", heading="", blocks=(said,)),)}
    )
    draft = approval.draft.model_copy(update={"report": report})
    pdf = render(approval.model_copy(update={"draft": draft}), form, picture, ["pdf"])["pdf"]
    across: dict[str, float] = {}

    def seen(text, page, _matrix, _font, _size):
        across.update({letter: page[4] for letter in "「」" if text == letter})

    PdfReader(io.BytesIO(pdf)).pages[0].extract_text(visitor_text=seen)
    assert across["」"] - across["「"] == pytest.approx(14 * len("「看到異常先打電話，再填表。"), abs=1)
