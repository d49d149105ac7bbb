"""Files that mean harm, or that nobody could read: one clear sentence each, in bounded time and memory, and nothing run.

Each is given both ways in: as a paper that a traveller sends, and as a report that a clerk has checked.
"""

import io
import zipfile
import zlib
from collections.abc import Callable

import pytest

from export.opened import open_report
from export.paper_inside import inside
from export.paper_kinds import LARGEST, LARGEST_REPORT, PaperKind, PaperUnreadable
from export.papers import read_paper

CONTENT_TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Override PartName="/word/document.xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    b' Target="word/document.xml"/></Relationships>'
)
BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'


def both_refusals(name: str, content: bytes) -> str:
    """What both ways in say, which must be the same one sentence."""
    said = []
    for read in (read_paper, lambda name, content: open_report(name, content, LARGEST)):
        with pytest.raises(PaperUnreadable) as raised:
            read(name, content)
        said.append(str(raised.value))
    assert said[0] == said[1]
    assert said[0].count("。") == 1
    assert said[0].endswith("。")
    return said[0]


def word(archive: Callable[..., bytes], body: str, **members: bytes) -> bytes:
    """A DOCX with this body and these further members."""
    return archive(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": RELATIONS,
            "word/document.xml": BODY.format(body).encode(),
            **{name.replace("__", "/").replace("_xml", ".xml"): content for name, content in members.items()},
        }
    )


def pdf(stream: bytes, extra: str = "") -> bytes:
    """A PDF of one page with this compressed content."""
    body = b"%PDF-1.7\n"
    places = []
    for number, (head, data) in enumerate(
        (
            (f"<< /Type /Catalog /Pages 2 0 R {extra} >>", None),
            ("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", None),
            ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R >>", None),
            (f"<< /Length {len(stream)} /Filter /FlateDecode >>", stream),
        ),
        1,
    ):
        places.append(len(body))
        tail = b"" if data is None else b"\nstream\n" + data + b"\nendstream"
        body += f"{number} 0 obj\n{head}".encode() + tail + b"\nendobj\n"
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 5\n0000000000 65535 f \n{rows}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    return body + end.encode()


class TestPdf:
    def test_locked_scanned_and_far_too_big(self, blank_pdf):
        assert "密碼" in both_refusals("a.pdf", blank_pdf(password="x"))
        assert "掃描" in both_refusals("a.pdf", blank_pdf())
        assert "超過 20 MB" in both_refusals("a.pdf", b"%PDF-1.7\n" + bytes(200 * 2**20))

    def test_a_report_with_many_photos_may_be_bigger_than_what_a_chat_carries(self, text_pdf):
        heavy = text_pdf("Report") + bytes(LARGEST)
        assert open_report("a.pdf", heavy, LARGEST_REPORT).blocks
        with pytest.raises(PaperUnreadable, match="超過 20 MB"):
            read_paper("a.pdf", heavy)

    def test_a_page_that_unpacks_to_a_gigabyte(self):
        packer = zlib.compressobj(9)
        bomb = b"".join(packer.compress(b" " * 2**20) for _ in range(1024)) + packer.flush()
        assert len(bomb) < 2 * 2**20
        assert both_refusals("a.pdf", pdf(bomb))

    def test_pages_that_contain_each_other(self):
        loop = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj\n"
        assert both_refusals("a.pdf", loop + b"trailer<</Size 3/Root 1 0 R>>\n%%EOF")

    def test_scripts_in_it_are_not_run(self, tmp_path):
        target = tmp_path / "made"
        action = f"/OpenAction << /S /Launch /F (/usr/bin/touch {target}) >>"
        assert "掃描" in both_refusals("a.pdf", pdf(zlib.compress(b"q Q"), action))
        assert not target.exists()


class TestOffice:
    def test_a_bomb_of_one_member_and_one_of_many(self, archive):
        assert "異常龐大" in both_refusals("a.docx", word(archive, "", word__big_xml=b"0" * 30_000_000))
        many = {f"word/{n}.xml": b"<a/>" for n in range(6000)}
        assert "異常龐大" in both_refusals("a.docx", archive({"word/document.xml": b"<a/>", **many}))

    def test_a_bomb_whose_directory_tells_lies(self, archive):
        """The directory says ten bytes; what comes out does not fit, and is not unpacked further."""
        true = archive({"word/document.xml": b"<a>" + b"0" * 5_000_000 + b"</a>"})
        size = (5_000_007).to_bytes(4, "little")
        assert true.count(size) == 2
        assert "毀損" in both_refusals("a.docx", true.replace(size, (10).to_bytes(4, "little")))

    def test_much_text_that_is_packed_badly_enough_to_look_honest(self, archive):
        text = "".join(f"{n:07d}本次會議討論港灣合作。" for n in range(1_600_000)).encode()
        assert "異常龐大" in both_refusals("a.docx", word(archive, "", word__x_xml=text))

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    @pytest.mark.parametrize("target", ["file:///etc/hostname", "http://127.0.0.1:9/x"])
    def test_entities_that_would_read_other_files(self, archive, encoding, target):
        evil = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "{target}">]><a>&x;</a>'.encode(encoding)
        odt = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": evil}
        for content in (word(archive, "", word__styles_xml=evil), archive(odt)):
            assert "外部實體" in both_refusals("a.docx", content)

    def test_entities_that_grow_are_seen_behind_a_long_comment_too(self, archive):
        noise = b"".join(b"%d " % (n * 7919 % 10_000_019) for n in range(150_000))[: 2**20 - 12]
        laughs = b"<!-- " + noise + b" --><!DOCTYPE a [<!ENTITY x 'ha'>]><a>&x;</a>"
        assert "外部實體" in both_refusals("a.docx", word(archive, "", word__styles_xml=laughs))

    def test_macros(self, archive):
        assert "巨集" in both_refusals(
            "a.docm", archive({"word/document.xml": b"<a/>", "word/vbaProject.bin": b"x"})
        )
        odt = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}
        assert "巨集" in both_refusals("a.odt", archive({**odt, "Basic/Standard/Module1.xml": b"<a/>"}))
        assert "巨集" in both_refusals("a.odt", archive({**odt, "Scripts/python/x.py": b"x"}))

    def test_tables_within_tables_without_end(self, archive):
        deep = "<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000
        assert both_refusals("a.docx", word(archive, deep))

    def test_a_locked_file_and_a_damaged_one(self, archive, docx_file):
        locked = bytearray(archive({"word/document.xml": b"<a/>"}))
        for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            locked[locked.index(sign) + flags] |= 1
        assert "密碼" in both_refusals("a.docx", bytes(locked))
        assert "毀損" in both_refusals("a.docx", docx_file[:-200])


class TestNames:
    @pytest.mark.parametrize("name", ["議程.pdf", "議程.txt", "議程", "../議程.docx"])
    def test_the_bytes_decide_and_not_the_name(self, docx_file, name):
        assert "討論港灣合作。" in read_paper(name, docx_file)

    def test_text_that_calls_itself_a_document(self):
        assert "副檔名不符" in both_refusals("議程.docx", "行程：4月10日".encode())


class TestText:
    @pytest.mark.parametrize("encoding", ["cp950", "big5hkscs", "utf-16", "utf-16-le", "utf-8-sig"])
    @pytest.mark.parametrize("name", ["報告.txt", "報告.md"])
    def test_the_encodings_of_old_offices(self, encoding, name):
        text = "參、目的\n本府派員出席會議，討論港灣合作。\n"
        assert read_paper(name, text.encode(encoding)) == text
        assert [b.text for b in open_report(name, text.encode(encoding)).blocks] == text.strip().split("\n")


class TestLimits:
    """What a file asks for beyond the limit ends the process that reads it, and only that one."""

    def test_of_memory(self, docx_file):
        with pytest.raises(PaperUnreadable, match=r"為安全起見停止讀取|毀損"):
            inside("a.docx", PaperKind.DOCX, docx_file, memory=30 * 2**20)

    def test_of_time(self, docx_file):
        with pytest.raises(PaperUnreadable, match="讀取逾時"):
            inside("a.docx", PaperKind.DOCX, docx_file, patience=0.01)


class TestFacts:
    """What a report file tells beside its text."""

    def test_a_picture_that_tells_where_it_was_taken(self, archive, docx_file):
        from PIL import Image

        picture = io.BytesIO()
        exif = Image.Exif()
        exif.get_ifd(0x8825)[1], exif.get_ifd(0x8825)[2] = "N", (24.0, 9.0, 0.0)
        Image.new("RGB", (8, 8)).save(picture, "JPEG", exif=exif)
        plain = io.BytesIO()
        Image.new("RGB", (8, 8)).save(plain, "JPEG")
        whole = io.BytesIO(docx_file)
        with zipfile.ZipFile(whole, "a") as added:
            added.writestr("word/media/image1.jpg", picture.getvalue())
            added.writestr("word/media/image2.jpg", plain.getvalue())
        assert open_report("a.docx", whole.getvalue()).facts.located_pictures == 1

    def test_a_pdf_that_carries_no_fonts_and_no_page_numbers(self, text_pdf):
        facts = open_report("a.pdf", text_pdf("First day", "Second day", "Third day", "Fourth day")).facts
        assert (facts.kind, facts.pages, facts.numbered_pages) == ("pdf", 4, False)
        assert facts.loose_fonts == ("Helvetica",)
