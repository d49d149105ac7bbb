"""`demo` goes the whole way in one go, as often as one likes."""

from docx import Document
from odfdo import Document as Odt
from pypdf import PdfReader


def test_the_demonstration_ends_with_documents_that_open(run, tmp_path):
    done = run("demo", "--out", tmp_path / "demo")
    assert done.status == 0
    files = {path.suffix: path for path in (tmp_path / "demo").iterdir() if path.is_file()}
    assert sorted(files) == [".docx", ".odt", ".pdf"]
    title = "2026亞太港灣城市防災交流會議"
    assert title in PdfReader(files[".pdf"]).pages[0].extract_text().replace("\n", "")
    assert any(
        title in cell.text
        for t in Document(str(files[".docx"])).tables
        for row in t.rows
        for cell in row.cells
    )
    assert title in Odt(files[".odt"]).get_formatted_text()
    assert not any("草稿" in path.name for path in files.values())
    assert "指紋" in done.out

    again = run("demo", "--out", tmp_path / "demo")
    assert again.status == 0
    assert "新增 0 則素材" in again.out


def test_what_it_wrote_can_be_looked_at(run, tmp_path):
    run("demo", "--out", run.home.parent / "demo")
    run.home = run.home.parent / "demo" / "home"
    assert run("trips", "--json").json[0]["status"] == "approved"


def test_a_folder_that_cannot_be_made_is_told(run, tmp_path):
    (tmp_path / "file").write_text("")
    done = run("demo", "--out", tmp_path / "file")
    assert done.status == 3
    assert done.sentence.endswith("請確認資料夾可以寫入、磁碟仍有空間後再試。")
