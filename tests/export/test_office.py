"""ODT and DOCX reopened in an office suite: they say the same as the PDF."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from drafting.form import Form, all_forms, form_named
from export import FORMATS, render

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not installed"),
    pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler (pdftotext) is not installed"),
]


def as_pdf(source: Path, profile: Path) -> Path:
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(source.parent), str(source)], check=True, capture_output=True, timeout=120
    )
    return source.with_suffix(".pdf")


def words(pdf: Path) -> str:
    """The text without white space, page numbers, marks, and what fonts and bidirectional order change."""
    command = ["pdftotext", "-raw", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode("utf-8")
    text = re.sub(r"^\s*(\d{1,3}|[ivx]{1,4}|草稿|草|稿|DRAFT)\s*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"[\u0590-\u05ff\u200e\u200f\u202a-\u202e]|🙂|\[U\+1F642\]|\ufffd", "", text)
    text = re.sub(r"(\.\s?){3,}\s*(\d+|[ivx]+\b)", "", text)
    return "".join(re.sub(r"[.\s\u00a0\f]", "", text).split())


def without_heads(text: str, form: Form) -> str:
    """A head row stands again on each page that its table runs on to, and pages differ a little."""
    for annex in form.annexes:
        text = text.replace("".join(annex.columns), "")
    return text


@pytest.mark.parametrize("key", sorted(form.key for form in all_forms()))
def test_all_three_formats_say_the_same(key, approval_for, picture, tmp_path: Path):
    form = form_named(key)
    said = {}
    pages = {}
    for name, content in render(approval_for(form, model="m"), form, picture, FORMATS).items():
        folder = tmp_path / name
        folder.mkdir()
        file = folder / f"report.{name}"
        file.write_bytes(content)
        pdf = file if name == "pdf" else as_pdf(file, tmp_path / "profile")
        said[name] = without_heads(words(pdf), form)
        pages[name] = len(PdfReader(io.BytesIO(pdf.read_bytes())).pages)
    assert said["odt"] == said["pdf"]
    assert said["docx"] == said["pdf"]
    assert max(pages.values()) - min(pages.values()) <= 2
