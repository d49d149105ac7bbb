"""Whatever a chat holds, documents come out in all three formats, and a finding says what is wrong with them."""

import io
import zipfile

from odfdo import Document
from PIL import Image
from pypdf import PdfReader

from tests.suixing.chats import lay, message, photo, picture, short_trip

LONG = "會議說明港區淹水預警之作法與分工。" * 600  # ten thousand characters
NAME = "歐<b>&O'Brien\u05d0\u05d1\u200f"


def huge() -> bytes:
    """A JPEG of a hundred megapixels."""
    out = io.BytesIO()
    Image.new("L", (12_500, 8_000), 90).save(out, "JPEG")
    return out.getvalue()


def test_all_of_it_in_one_trip(run, tmp_path):
    chat = [
        *short_trip(),
        message(201, "2026-09-22T12:00:00", f"9/22 {LONG}"),
        message(202, "2026-09-22T12:05:00", "9/22 協會理事長\U00020bb7野先生說明志工每月清掃 2 次\U0001f602"),
        photo(203, "2026-09-22T12:10:00", "photos/huge.jpg", "公園全景"),
        photo(204, "2026-09-22T12:11:00", "photos/cut.jpg", "園區入口"),
    ]
    files = {"photos/1.jpg": picture(), "photos/huge.jpg": huge(), "photos/cut.jpg": picture()[:4000]}
    imported = run("import", lay(tmp_path / "chat", chat, files), "--json")
    assert imported.json["problems"] == [
        "第 204 則訊息的「cut.jpg」：這張照片只收到一部分，請在網路穩定時重新傳送。"
    ]
    assert run("set", 1, "travellers", f"{NAME}／測試市政府綠政處／公園科／科員").status == 0
    assert (
        run("set", 1, "itinerary", f"9/21 臺北—東京 搭機\n9/22 東京 {LONG}\n9/23 東京—臺北 回程").status == 0
    )
    found = [f"{f['check']} {f['message']}" for f in run("draft", 1, "--json").json["findings"]]
    assert [said for said in found if said.startswith("PHO-3") and "P3" in said]
    assert [said for said in found if said.startswith("TXT-2") and "\U00020bb7（U+20BB7）" in said]
    done = run("export", 1, "--to", tmp_path / "out")
    assert done.status == 0, done.err
    out = {path.suffix: path for path in (tmp_path / "out").iterdir()}
    assert sorted(out) == [".docx", ".odt", ".pdf"]
    with zipfile.ZipFile(out[".docx"]) as archive:
        word = archive.read("word/document.xml").decode()
    assert "歐&lt;b&gt;&amp;O'Brien" in word
    cells = [
        cell for table in Document(out[".odt"]).body.tables for row in table.get_values() for cell in row
    ]
    assert max(len(str(cell)) for cell in cells) > 10_000, sorted(len(str(c)) for c in cells)[-3:]
    assert len(PdfReader(out[".pdf"]).pages) > 20
