"""ODT and DOCX reopened in an office suite: they say the same as the PDF."""

import shutil
from pathlib import Path

import pytest

from benchmarks.reopened import as_pdfs, first_difference, pages, without_heads, words
from drafting.form import all_forms, form_named
from export import FORMATS, render

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not installed"),
    pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler (pdftotext) is not installed"),
]


@pytest.mark.parametrize("key", sorted(form.key for form in all_forms()))
def test_all_three_formats_say_the_same(key, approval_for, picture, tmp_path: Path):
    form = form_named(key)
    heads = [annex.columns for annex in form.annexes]
    said, numbers = {}, {}
    for name, content in render(approval_for(form, model="m"), form, picture, FORMATS).items():
        file = tmp_path / name / f"report.{name}"
        file.parent.mkdir()
        file.write_bytes(content)
        pdf = file if name == "pdf" else as_pdfs([file], file.parent, tmp_path / "profile")[0]
        said[name] = without_heads(words(pdf), heads)
        numbers[name] = pages(pdf)
    assert [first_difference(said["pdf"], said[name]) for name in ("odt", "docx")] == ["", ""]
    assert max(numbers.values()) - min(numbers.values()) <= 2
