"""The files themselves: the same bytes every time, no EXIF, and hard texts unharmed."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import odfdo
import pytest
from PIL import Image
from pypdf import PdfReader

from drafting.form import form_named
from drafting.review import Draft, Recipe
from export import FORMATS, FormatUnknown, NothingToExport, TypesettingFailed, render
from export.pdf import writer as pdf_writer

FULL = form_named("taichung-report")
SUMMARY = form_named("taichung-summary")

ELSEWHERE = """
import sys
from pathlib import Path
from drafting.form import form_named
from drafting.review import Approval
from export import FORMATS, render
folder = Path(sys.argv[1])
approval = Approval.model_validate_json((folder / "approval.json").read_text("utf-8"))
def picture(digest):
    path = folder / digest
    return path.read_bytes() if path.exists() else None
for name, content in render(approval, form_named("taichung-report"), picture, FORMATS).items():
    (folder / f"report.{name}").write_bytes(content)
"""


def test_another_process_in_another_folder_writes_the_same_bytes(
    approval_for, picture, shelf, tmp_path: Path
):
    approval = approval_for(FULL, model="some-model")
    for digest, content in shelf.items():
        (tmp_path / digest).write_bytes(content)
    (tmp_path / "approval.json").write_text(approval.model_dump_json(), "utf-8")
    subprocess.run([sys.executable, "-c", ELSEWHERE, str(tmp_path)], check=True, cwd=tmp_path, timeout=60)
    here = render(approval, FULL, picture, FORMATS)
    assert {
        name: (tmp_path / f"report.{name}").read_bytes() == content for name, content in here.items()
    } == {
        "odt": True,
        "docx": True,
        "pdf": True,
    }


def test_zip_entries_bear_no_date_of_today(approval_for, picture):
    for content in render(approval_for(FULL), FULL, picture, ("odt", "docx")).values():
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_only_the_formats_asked_for_are_written_in_that_order(approval_for, picture):
    assert list(render(approval_for(SUMMARY), SUMMARY, picture, ("docx", "odt"))) == ["docx", "odt"]


def test_no_output_holds_exif(draft_for):
    secret = Image.Exif()
    secret[0x010F] = "SecretCamera"
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "teal").save(out, "JPEG", exif=secret)
    for content in render(draft_for(SUMMARY), SUMMARY, lambda _: out.getvalue(), FORMATS).values():
        assert b"SecretCamera" not in content
        assert b"Exif\x00" not in content


HARD = "甲<乙>&'\"#$*_@\\~`[丙]{丁}= - + //戊\n己"


def test_no_sign_in_a_title_is_taken_for_markup(draft_for, picture):
    files = render(draft_for(FULL, title=HARD), FULL, picture, FORMATS)
    shown = HARD.replace("\n", " ")
    assert docx.Document(io.BytesIO(files["docx"])).core_properties.title == shown
    assert odfdo.Document(io.BytesIO(files["odt"])).meta.title == shown
    reader = PdfReader(io.BytesIO(files["pdf"]))
    assert reader.metadata.title == shown
    bare = "".join(HARD.split())
    assert bare in "".join(reader.pages[0].extract_text().split())
    assert bare in "".join(odfdo.Document(io.BytesIO(files["odt"])).get_formatted_text().split())
    assert HARD in [p.text for p in docx.Document(io.BytesIO(files["docx"])).paragraphs]


def test_emoji_and_hebrew_stay_in_the_editable_formats(draft_for, picture):
    files = render(draft_for(SUMMARY), SUMMARY, picture, ("odt", "docx"))
    sentence = "另記🙂及שלום。"
    assert any(sentence in p.text for p in docx.Document(io.BytesIO(files["docx"])).paragraphs)
    assert sentence in odfdo.Document(io.BytesIO(files["odt"])).get_formatted_text()


def test_a_character_that_no_font_has_is_shown_by_its_code_and_named_in_the_log(draft_for, picture, caplog):
    pdf = render(draft_for(SUMMARY), SUMMARY, picture, ["pdf"])["pdf"]
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert "另記[U+1F642]及" in text
    assert [r.getMessage() for r in caplog.records if r.levelname == "WARNING"] == [
        "no font has 🙂（U+1F642）; the PDF shows the code instead"
    ]


def test_no_character_whatever_keeps_a_report_from_being_written(draft_for, picture):
    """Families of emoji, soft hyphens, lone accents, private use, tags, Arabic, old scripts: some make typst panic."""
    hard = "👨\u200d👩\u200d👧\ufe0f\u00ad\u0301\ue000\U000e0041\u0627\u0644\u0639𒀀\u2066x\u2069\ufeff𠮷\u0f40\u1b05"
    files = render(draft_for(FULL, title=f"報告{hard}結束"), FULL, picture, FORMATS)
    text = "".join(PdfReader(io.BytesIO(files["pdf"])).pages[0].extract_text().split())
    assert "報告[U+1F468][U+1F469][U+1F467]" in text
    assert f"報告{hard}結束" in [p.text for p in docx.Document(io.BytesIO(files["docx"])).paragraphs]


def test_without_the_kai_face_the_pdf_is_set_in_the_shipped_one(draft_for, picture, monkeypatch, caplog):
    monkeypatch.setattr(pdf_writer, "SYSTEM_FACES", ())
    caplog.set_level("INFO", logger="export.pdf.writer")
    pdf = render(draft_for(SUMMARY), SUMMARY, picture, ["pdf"])["pdf"]
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert any("PDF set in Noto Serif TC" in r.getMessage() for r in caplog.records)
    assert ("☑國際會議" in text, "☐表演" in text) == (True, True)


@pytest.mark.skipif(
    sys.platform != "linux", reason="other systems do not limit the memory of a child process"
)
def test_typesetting_that_takes_too_much_memory_is_given_up(draft_for, picture, monkeypatch):
    monkeypatch.setattr(pdf_writer, "MEMORY", 150 * 1024**2)
    with pytest.raises(TypesettingFailed, match="請減少照片後再試，或改匯出 ODT、DOCX。"):
        render(draft_for(SUMMARY), SUMMARY, picture, ["pdf"])


def test_an_unknown_format_is_refused_with_those_there_are():
    with pytest.raises(FormatUnknown, match="沒有「doc」這種檔案格式，請改用：odt、docx、pdf。"):
        render(Draft(recipe=Recipe(writer="offline")), SUMMARY, dict[str, bytes]().get, ["doc"])


def test_a_draft_without_a_report_is_refused():
    with pytest.raises(NothingToExport):
        render(Draft(id=2, recipe=Recipe(writer="offline")), SUMMARY, dict[str, bytes]().get, FORMATS)
