"""Which papers are read, and with what words the others are refused."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.errors import ExportError
from export.paper_child import read
from export.paper_kinds import LARGEST, PaperKind, kind_of
from export.papers import PaperUnreadable, read_paper, text_of


def refusal(name: str, content: bytes) -> str:
    with pytest.raises(PaperUnreadable) as raised:
        read_paper(name, content)
    return str(raised.value)


class TestReading:
    def test_docx_with_its_table_in_place(self, docx_file):
        assert (
            read_paper("議程.docx", docx_file)
            == "參、目的\n討論港灣合作。\n• 第一點\n日期\t行程\n4/10\t會議\n開幕式"
        )

    def test_odt_with_its_table_in_place(self, odt_file):
        assert read_paper("議程.odt", odt_file) == "參、目的\n討論港灣合作。\n日期\t行程\n4/10\t會議"

    def test_pdf(self, text_pdf):
        assert read_paper("a.pdf", text_pdf("First day", "Second day")) == "First day\nSecond day"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp950"])
    def test_text_in_the_encodings_that_are_met_here(self, encoding):
        text = "行程：4月10日（二）\n09:00 港灣城市會議\n"
        assert read_paper("a.txt", text.encode(encoding)) == text

    def test_calendars_and_tables_stay_as_they_are_but_for_line_ends(self):
        assert (
            read_paper("a.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n") == "BEGIN:VCALENDAR\nEND:VCALENDAR\n"
        )
        assert read_paper("a.csv", b"a,b\r1,2") == "a,b\n1,2"

    def test_a_wrong_ending_does_not_matter(self, docx_file):
        assert "討論港灣合作。" in read_paper("議程.pdf", docx_file)

    @given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00\r\ufeff"), min_size=1))
    def test_any_text_in_utf8_comes_back(self, text):
        if (
            text.strip()
            and not text.startswith(("PK", "MZ", "GIF8", "Rar!", "{\\rtf"))
            and "%PDF-" not in text
        ):
            assert read_paper("a.txt", text.encode()) == text


class TestRefusing:
    def test_every_refusal_is_one_sentence_of_the_export_package(self):
        message = refusal("空白.txt", b"")
        assert message == "讀不到「空白.txt」的文字：檔案是空的，請重新傳送。"
        assert issubclass(PaperUnreadable, ExportError)

    @pytest.mark.parametrize(
        ("content", "word"),
        [
            (b" \n ", "沒有文字"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "舊版 Office"),
            (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "圖片"),
            (b"MZ\x90\x00" + b"\0" * 50, "程式檔"),
            (b"{\\rtf1 hello}", "RTF"),
            (bytes(range(128, 256)) * 4, "編碼"),
            (b"PK\x03\x04 not a zip", "毀損"),
            (b"%PDF-1.7 cut off", "毀損"),
        ],
    )
    def test_what_is_no_paper(self, content, word):
        assert word in refusal("a.txt", content)

    def test_a_file_that_is_too_big(self):
        assert "超過 20 MB" in refusal("a.txt", b"a" * (LARGEST + 1))

    def test_a_scanned_pdf_and_one_that_is_locked_or_too_long(self, blank_pdf):
        assert "掃描" in refusal("a.pdf", blank_pdf())
        assert "密碼" in refusal("a.pdf", blank_pdf(password="x"))
        assert "超過 300 頁" in refusal("a.pdf", blank_pdf(pages=301))

    def test_a_bomb_is_known_from_its_directory(self, archive):
        bomb = archive({"word/document.xml": b"<a>" + b"0" * 30_000_000 + b"</a>"})
        assert len(bomb) < 100_000
        assert "異常龐大" in refusal("a.docx", bomb)

    def test_entities_are_never_resolved(self, archive):
        evil = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'
        assert "外部實體" in refusal(
            "a.docx", archive({"[Content_Types].xml": b"<a/>", "word/document.xml": evil})
        )
        hidden = evil.decode().encode("utf-16")
        odt = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": hidden}
        assert "外部實體" in refusal("a.odt", archive(odt))

    @pytest.mark.parametrize(
        ("member", "word"),
        [("ppt/presentation.xml", "簡報"), ("a.exe", "壓縮檔")],
    )
    def test_other_archives(self, archive, member, word):
        assert word in refusal("a.zip", archive({member: b"<a/>"}))

    def test_an_office_file_with_a_broken_inside(self, archive):
        assert "毀損" in refusal("a.docx", archive({"word/document.xml": b"<a"}))

    def test_a_cut_docx(self, docx_file):
        assert "毀損" in refusal("a.docx", docx_file[: len(docx_file) // 2])

    @given(
        st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\xff\xfe", b"BEGIN:VCALENDAR\n"]),
        st.binary(max_size=300),
    )
    def test_any_bytes_give_text_or_one_sentence(self, head, rest):
        """Read in this process: that the child is started is tested elsewhere, and a thousand of them take long."""
        try:
            kind = kind_of("a.bin", head + rest)
            said = (
                text_of("a.bin", head + rest) if kind is PaperKind.TEXT else read(kind, head + rest).problem
            )
        except PaperUnreadable as error:
            said = str(error)
            assert re.fullmatch(r"讀不到「a\.bin」的文字：[^。]+。", said)
        assert said or head.startswith((b"BEGIN", b"\xff")) or not head
