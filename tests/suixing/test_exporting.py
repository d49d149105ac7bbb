"""`export` writes documents, marked as a draft on every page until they are approved."""

import json
import zipfile

import pytest
from pypdf import PdfReader

from tests.suixing.conftest import TODAY

DEMO = "臺中市政府出席日本福岡2026亞太港灣城市防災交流會議暨參訪防災設施_1151030"


def by_kind(folder):
    return {path.suffix: path for path in folder.iterdir()}


def marks(folder):
    """Whether 「草稿」 stands on every page, by format: in the furniture of the office files, on each page of the PDF."""
    files = by_kind(folder)
    with zipfile.ZipFile(files[".odt"]) as odt, zipfile.ZipFile(files[".docx"]) as docx:
        headers = [docx.read(n).decode() for n in docx.namelist() if n.startswith("word/header")]
        return {
            "odt": "草稿" in odt.read("styles.xml").decode(),
            "docx": any("草稿" in header for header in headers),
            "pdf": all("草稿" in page.extract_text() for page in PdfReader(files[".pdf"]).pages),
        }


def test_a_draft_is_marked_in_every_format(clean, tmp_path):
    done = clean("export", 1, "--to", tmp_path / "out")
    assert (done.status, done.err) == (0, "")
    assert done.out.split("\n") == [
        *(str(tmp_path / "out" / f"{DEMO}_草稿1.{kind}") for kind in ("odt", "docx", "pdf")),
        "",
    ]
    assert marks(tmp_path / "out") == {"odt": True, "docx": True, "pdf": True}


def test_an_approved_report_is_clean_and_the_same_bytes_wherever_it_is_written(clean, tmp_path):
    clean("approve", 1, "--by", "王測試")
    for folder in ("one", "two"):
        assert clean("export", 1, "--to", tmp_path / folder, "--format", "odt,docx,pdf,json").status == 0
    one, two = by_kind(tmp_path / "one"), by_kind(tmp_path / "two")
    assert {path.name for path in one.values()} == {
        f"{DEMO}.{kind}" for kind in ("odt", "docx", "pdf", "json")
    }
    assert {k: p.read_bytes() for k, p in one.items()} == {k: p.read_bytes() for k, p in two.items()}
    assert marks(tmp_path / "one") == {"odt": False, "docx": False, "pdf": False}


def test_a_new_draft_after_an_approval_is_a_draft_again(clean, tmp_path):
    clean("approve", 1, "--by", "王測試")
    clean("draft", 1)
    done = clean("export", 1, "--to", tmp_path, "--format", "odt")
    assert done.out == f"{tmp_path / DEMO}_草稿2.odt\n"


def test_the_json_is_that_of_the_draft(clean, tmp_path):
    drafted = clean("draft", 1, "--today", TODAY, "--json").json
    done = clean("export", 1, "--to", tmp_path / "out", "--format", "json")
    assert json.loads((tmp_path / "out" / f"{DEMO}_草稿2.json").read_text("utf-8")) == drafted
    assert done.out.count("\n") == 1


def test_what_lies_in_the_folder_already_is_replaced_as_a_whole(clean, tmp_path):
    target = tmp_path / f"{DEMO}_草稿1.json"
    target.write_text("older and longer than nothing")
    clean("export", 1, "--to", tmp_path, "--format", "json")
    assert target.read_text("utf-8").startswith("{")
    assert not list(tmp_path.glob(".suixing-*"))


@pytest.mark.parametrize("formats", ["exe", "odt,exe", "", ","])
def test_an_unknown_format_is_refused_and_nothing_is_written(clean, tmp_path, formats):
    done = clean("export", 1, "--to", tmp_path / "out", "--format", formats)
    assert (done.status, done.out) == (2, "")
    assert done.sentence.endswith("這種檔案格式，請改用：odt、docx、pdf、json。")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_made_is_told(clean, tmp_path):
    (tmp_path / "file").write_text("")
    done = clean("export", 1, "--to", tmp_path / "file" / "out", "--format", "json")
    assert (done.status, done.out) == (3, "")
    assert done.sentence.endswith("（路徑中有一段不是資料夾），請確認路徑、權限與磁碟空間後再試。")


def test_without_a_draft_there_is_nothing_to_export(run, chat, tmp_path):
    run("import", chat)
    done = run("export", 1, "--to", tmp_path / "out")
    assert done.status == 1
    assert done.err.startswith("案件 1 還沒有草稿，")
    assert run("export", 2, "--to", tmp_path / "out").status == 2


def test_a_photo_whose_kept_bytes_are_gone_or_spoilt_is_found_and_told_and_the_rest_comes_out(
    clean, tmp_path
):
    kept = sorted(path for path in (clean.home / "files").rglob("*") if path.is_file())
    for number, path in enumerate(kept):
        path.write_bytes(b"spoilt") if number else path.unlink()
    checked = clean("check", 1, "--today", TODAY)
    assert checked.status == 1
    assert "PHO-3" in checked.out
    assert "文件中只有空框" in checked.out
    done = clean("export", 1, "--to", tmp_path / "out", "--format", "odt,pdf")
    assert done.status == 0
    assert "注意：照片 P" in done.err
    assert len(done.out.splitlines()) == 2
