"""What a typesetter looks after: nothing stands alone, no mark begins a line, numbers are true, in all three formats."""

import io
import re
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image
from pypdf import PdfReader

from drafting.form import form_named
from drafting.material import Kind
from export import FORMATS, render
from export import measures as m
from export.document import Document, Line, Sheet, Text
from export.pdf.writer import write_pdf
from export.public import published

AT = datetime(2031, 6, 25, 6, 30, tzinfo=UTC)
FULL = form_named("taichung-report")
CLOSING = "。，、；：！？」』）》"


@pytest.fixture
def files(approval_for, picture):
    return render(approval_for(FULL), FULL, picture, FORMATS)


@pytest.fixture
def word(files):
    return docx.Document(io.BytesIO(files["docx"]))


@pytest.fixture
def odt(files):
    """The roots of content and styles."""
    with zipfile.ZipFile(io.BytesIO(files["odt"])) as archive:
        return tuple(etree.fromstring(archive.read(name)) for name in ("content.xml", "styles.xml"))


@pytest.fixture
def pages(files):
    return PdfReader(io.BytesIO(files["pdf"]))


def named(root, name):
    (style,) = root.xpath("//*[local-name()='style'][@*[local-name()='name']=$name]", name=name)
    return {etree.QName(key).localname: value for part in style for key, value in part.attrib.items()}


def one_line(text: str, *, bold: bool) -> bytes:
    about = {"title": "x", "subject": "x", "author": "x", "description": "", "keywords": (), "mark": ""}
    sheet = Sheet(blocks=(Line(text=text, size=24, bold=bold),))
    return write_pdf(Document(at=AT, sheets=(sheet,), **about), {})


def strokes(pdf: bytes) -> tuple[set[int], set[float]]:
    """How letters are painted (0 filled, 2 filled and outlined), and how wide the lines are, in pt."""
    stream = PdfReader(io.BytesIO(pdf)).pages[0].get_contents().get_data().decode("latin-1")
    modes, widths = re.findall(r"\b(\d) Tr\b", stream), re.findall(r"([\d.]+) w\b", stream)
    return {int(mode) for mode in modes}, {round(float(width), 2) for width in widths}


def test_chinese_bold_is_a_fine_outline_and_latin_has_a_bold_of_its_own():
    assert 2 not in strokes(one_line("出國報告", bold=False))[0]
    modes, widths = strokes(one_line("出國報告", bold=True))
    assert (2 in modes, widths) == (True, {round(0.028 * 24, 2)})
    assert 2 not in strokes(one_line("Report", bold=True))[0]


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="poppler is not installed")
def test_bold_has_a_sixth_to_two_thirds_more_ink(tmp_path):
    """Less would not be seen on paper, more would be a blot."""

    def ink(*, bold):
        (tmp_path / "a.pdf").write_bytes(one_line("出國報告審核表", bold=bold))
        command = ["pdftoppm", "-r", "150", "-gray", "-singlefile", tmp_path / "a.pdf", tmp_path / "a"]
        subprocess.run(command, check=True, timeout=60)
        with Image.open(tmp_path / "a.pgm") as page:
            return sum(255 - dark for dark in page.crop((0, 0, page.width, page.height // 2)).tobytes())

    assert 1.16 < ink(bold=True) / ink(bold=False) < 1.67


def test_word_processors_make_chinese_bold_too(word, odt):
    """Both draw a bold of their own, if they are told that it is the Chinese that is bold."""
    assert named(odt[1], "Heading_20_1")["font-weight-asian"] == "bold"
    assert word.styles["Heading 1"].font.bold


def test_a_heading_stays_with_what_follows(word, odt, pages):
    assert all(word.styles[f"Heading {level}"].paragraph_format.keep_with_next for level in (1, 2, 3, 4))
    assert named(odt[1], "Heading")["keep-with-next"] == "always"
    headings = {"".join(p.text.split()) for p in word.paragraphs if p.style.name.startswith("Heading")}
    for page in pages.pages:
        *_, last, _number = ("".join(line.split()) for line in page.extract_text().split("\n"))
        assert last not in headings


def test_a_picture_stays_with_its_caption(word, odt):
    rows = [row for table in word.tables for row in table.rows if row._tr.findall(f".//{qn('w:drawing')}")]
    assert rows
    for row in rows:
        assert row._tr.findall(f".//{qn('w:cantSplit')}")
        for cell in row.cells:
            photo, *captions = cell.paragraphs
            assert (
                photo.paragraph_format.keep_with_next or photo.style.paragraph_format.keep_with_next
            ) is True
            assert captions[0].text
    framed = odt[0].xpath("//*[local-name()='table-row'][.//*[local-name()='frame']]")
    assert len(framed) == len(rows)
    assert {row.xpath("string(@*[local-name()='style-name'])") for row in framed} == {"Whole"}
    assert named(odt[0], "Whole")["keep-together"] == "always"


def test_no_line_begins_with_a_closing_mark(word, odt, pages):
    """The PDF shows it; the word processors are told to."""
    lines = [line.strip() for page in pages.pages for line in page.extract_text().split("\n")]
    assert [line for line in lines if line[:1] in tuple(CLOSING)] == []
    assert any(line.endswith(tuple(CLOSING)) for line in lines)
    assert word.styles["Normal"].element.pPr.find(qn("w:kinsoku")).get(qn("w:val")) == "1"
    assert b'style:line-break="strict"' in etree.tostring(odt[1])


def test_the_number_of_the_page_stands_at_the_foot_in_the_middle(word, odt, pages):
    (foot,) = word.sections[-1].footer.paragraphs
    assert "PAGE" in foot._p.xml
    assert (foot.alignment or foot.style.paragraph_format.alignment) == WD_ALIGN_PARAGRAPH.CENTER
    feet = odt[1].xpath("//*[local-name()='footer'][.//*[local-name()='page-number']]")
    assert feet
    assert named(odt[1], "Footer")["text-align"] == "center"
    across: list[float] = []

    def seen(text, place, _matrix, _font, _size):
        if text.strip() and place[5] < 70:
            across.append(place[4])

    for page in pages.pages[1:]:
        across.clear()
        page.extract_text(visitor_text=seen)
        assert len(across) == 1
        assert across[0] == pytest.approx(595 / 2, abs=12)


def test_the_numbers_of_the_contents_are_those_of_the_pages(word, odt, pages):
    """Printed, and filled into the fields of both word processors."""
    labels = pages.page_labels
    texts = ["".join(page.extract_text().split()) for page in pages.pages]
    printed = next(text for text in texts if text.startswith("目次"))
    entries = [p.text.split("\t") for p in word.paragraphs if p.style.name.startswith("toc ")]
    assert len(entries) > 8
    for heading, number in entries:
        bare = "".join(heading.split())
        assert bare in texts[labels.index(number)]
        assert re.search(rf"{re.escape(bare)}\.+{number}(?!\d)", printed)
    index = odt[0].xpath("//*[local-name()='index-body']/*[local-name()='p']")
    assert ["".join(line.itertext()) for line in index] == ["".join(entry) for entry in entries]


def test_photos_reach_every_format_as_they_are_kept(files, shelf):
    """They were made small on arrival, and are not coded a second time."""
    kept = next(iter(shelf.values()))
    body = kept[kept.index(b"\xff\xdb") :]
    for name in ("odt", "docx"):
        with zipfile.ZipFile(io.BytesIO(files[name])) as archive:
            assert any(archive.read(entry).endswith(body) for entry in archive.namelist())
    assert body in files["pdf"]


def test_a_photo_that_was_called_private_after_the_draft_is_not_for_the_public(draft_for):
    draft = draft_for(FULL)
    first, *others = draft.trip_then.material
    trip = draft.trip_then.model_copy(
        update={"material": (first.model_copy(update={"label": Kind.PRIVATE}), *others)}
    )
    assert published(draft.report, trip, ()).photos == (first.ref,)


def test_a_full_page_holds_as_many_lines_in_the_pdf_as_the_fixed_pitch_gives_a_word_processor():
    """29 lines of 24 pt in 24.7 cm; what typst leaves above a first line would make room for more beside a table."""
    lines = int((m.PAGE_HEIGHT - 2 * m.MARGIN) / 2.54 * m.POINTS_AN_INCH / m.BODY_PITCH)
    body = tuple(Text(text=f"第{n}行") for n in range(1, lines + 2))
    document = Document(title="題", subject="", author="王示範", description="", keywords=(), mark="",
                        at=datetime(2031, 1, 1, tzinfo=UTC), sheets=(Sheet(blocks=body),))  # fmt: skip
    tops: list[float] = []

    def seen(text: str, page: list[float], matrix: list[float], *_: object) -> None:
        if "行" in text:
            tops.append(page[5] + page[3] * matrix[5])

    first, second = PdfReader(io.BytesIO(write_pdf(document, {}))).pages
    first.extract_text(visitor_text=seen)
    assert f"第{lines}行" in "".join(first.extract_text().split())
    assert f"第{lines + 1}行" in "".join(second.extract_text().split())
    above = (m.PAGE_HEIGHT - m.MARGIN) / 2.54 * m.POINTS_AN_INCH - max(tops)
    assert (
        m.BODY_PITCH - m.BODY_SIZE / 2 < above < m.BODY_PITCH
    )  # the first baseline is low in a line of its own
