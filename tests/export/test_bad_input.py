"""Whatever people send, a document comes out, and what it could not show is told."""

import hashlib
import io
import zipfile

import docx
import odfdo
import pytest
from docx.oxml.ns import qn
from PIL import Image
from pypdf import PdfReader

from drafting.form import form_named
from drafting.material import Material, Medium, Ref, StoredFile
from drafting.report import PhotoItem, Photos, Section, Table
from export import FORMATS, render
from export.pictures import collect, longest_side
from tests.export.conftest import picture_bytes

FORM = form_named("taichung-summary")


def with_section(draft, *blocks, fields=None):
    report = draft.report.model_copy(
        update={
            "sections": (Section(key="x", heading="壹、試", blocks=blocks),),
            "fields": draft.report.fields | (fields or {}),
        }
    )
    return draft.model_copy(update={"report": report})


def with_photos(draft, *contents: bytes):
    shelf = {hashlib.sha256(c).hexdigest(): c for c in contents}
    trip = draft.trip_then
    pieces = tuple(
        Material(ref=Ref(f"P{n}"), medium=Medium.PHOTO, author="a", said_at=trip.material[0].said_at,
                 file=StoredFile(name="x.jpg", content=hashlib.sha256(c).hexdigest()))
        for n, c in enumerate(contents)
    )  # fmt: skip
    items = tuple(PhotoItem(ref=piece.ref, caption=f"照片{piece.ref}") for piece in pieces)
    made = with_section(draft, Photos(items=items))
    return made.model_copy(update={"trip_then": trip.model_copy(update={"material": pieces})}), shelf


def test_a_cell_of_ten_thousand_characters_is_split_between_pages(draft_for, picture):
    table = Table(columns=("日期", "內容"), rows=(("1", "長" * 10_000), ("2", "W" * 10_000)))
    done = render(with_section(draft_for(FORM), table), FORM, picture, FORMATS)
    assert sorted(done) == sorted(FORMATS)


def test_names_with_markup_emoji_and_both_directions(draft_for, picture):
    fields = {"travellers": 'O\'Brien <b>&amp;</b> "x" \u202e\u05e9\u05dc\u05d5\u05dd\u202c🙂\U0002f800'}
    told: list[str] = []
    done = render(with_section(draft_for(FORM), fields=fields), FORM, picture, FORMATS, tell=told.append)
    assert "🙂（U+1F642）" in "".join(told)
    with zipfile.ZipFile(io.BytesIO(done["docx"])) as archive:
        assert "&lt;b&gt;&amp;amp;&lt;/b&gt;" in archive.read("word/document.xml").decode()


def test_a_truncated_photo_is_a_box_and_is_told(draft_for):
    draft, shelf = with_photos(draft_for(FORM), picture_bytes("P1", (1280, 960))[:3000])
    told: list[str] = []
    done = render(draft, FORM, shelf.get, ["docx"], tell=told.append)
    assert done["docx"]
    assert told == ["照片 P0 的檔案已損壞，文件中以方框標示，請補傳原檔後重新產生草稿。"]


@pytest.mark.parametrize(("photos", "side"), [(1, 0), (100, 0), (101, 1272), (300, 621), (1000, 320)])
def test_many_photos_are_made_smaller_so_that_all_fit_into_memory(photos, side):
    assert longest_side(photos) == side


def test_of_three_hundred_photos_each_is_small(draft_for):
    content = picture_bytes("P1", (1280, 960))
    draft, shelf = with_photos(draft_for(FORM), *(content + bytes([n % 256, n // 256]) for n in range(300)))
    found = collect(draft.report, draft.trip_then, shelf.get).found
    assert len(found) == 300
    assert {max(p.width, p.height) for p in found.values()} == {621}


def test_thirty_photos_stand_in_every_format_each_with_its_caption(draft_for):
    content = picture_bytes("P1", (320, 240))
    draft, shelf = with_photos(draft_for(FORM), *(content + bytes([n]) for n in range(30)))
    told: list[str] = []
    done = render(draft, FORM, shelf.get, ["odt", "docx", "pdf"], tell=told.append)
    pages = PdfReader(io.BytesIO(done["pdf"])).pages
    word = docx.Document(io.BytesIO(done["docx"]))
    odt = odfdo.Document(io.BytesIO(done["odt"])).body
    drawn = {
        "odt": len(odt.get_elements("//draw:image")),
        "docx": len(word.element.body.findall(f".//{qn('w:drawing')}")),
        "pdf": sum(str(page.get_contents().get_data()).count(" Do") for page in pages),
    }
    assert (told, drawn) == ([], {"odt": 30, "docx": 30, "pdf": 30})
    captions = [f"照片P{n}" for n in range(30)]
    said = {
        "odt": "\n".join(p.text_recursive for p in odt.get_elements("//text:p")),
        "docx": "\n".join(
            p.text for t in word.tables for row in t.rows for c in row.cells for p in c.paragraphs
        ),
        "pdf": "\n".join("".join(page.extract_text().split(" ")) for page in pages),
    }
    assert [(name, c) for name, text in said.items() for c in captions if c not in text] == []


def picture_of(width: int, height: int, kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("L", (width, height)).save(out, kind)
    return out.getvalue()


def test_a_jpeg_of_a_hundred_megapixels_is_printed_small_beside_the_others(draft_for):
    draft, shelf = with_photos(
        draft_for(FORM), picture_of(12_500, 8_000, "JPEG"), picture_bytes("P1", (640, 480))
    )
    found, unprintable = collect(draft.report, draft.trip_then, shelf.get)
    assert (found[Ref("P0")].width, found[Ref("P0")].height) == (2560, 1638)
    assert (list(found), unprintable) == ([Ref("P0"), Ref("P1")], {})


def test_a_picture_that_is_too_large_is_called_so_and_not_damaged(draft_for):
    """A PNG has to be decoded whole; 100 megapixels of it would take the memory of all other photos."""
    draft, shelf = with_photos(draft_for(FORM), picture_of(12_500, 8_000, "PNG"), b"no picture", b"")
    told: list[str] = []
    assert render(draft, FORM, shelf.get, ["docx"], tell=told.append)["docx"]
    assert told == [
        "照片 P2 的檔案遺失，文件中以方框標示，請補傳原檔後重新產生草稿。",
        "照片 P1 的檔案已損壞，文件中以方框標示，請補傳原檔後重新產生草稿。",
        "照片 P0 的像素太多，無法排版，文件中以方框標示，請縮小後補傳，再重新產生草稿。",
    ]
