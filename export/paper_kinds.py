"""What a file is, judged by its first bytes and not by its name, and whether it is safe to open.

PaperUnreadable: a file that cannot be read as text, or must not be; the sender sends it in another way.
"""

import io
import re
import zipfile
import zlib
from enum import StrEnum
from pathlib import PurePosixPath

from drafting.phrase import phrase
from export.errors import ExportError

LARGEST = 20 * 2**20
"""Bytes of a paper that is sent in a chat: what Telegram hands to a bot."""
LARGEST_REPORT = 100 * 2**20
"""Bytes of a report that is checked as a file: reports with many photographs are of this size."""
LARGEST_UNPACKED = 200 * 2**20
LARGEST_RATIO = 150
_RATIO_COUNTS_FROM = 2**20
_MOST_MEMBERS = 5000
_LARGEST_TEXT = 60 * 2**20  # bytes of XML, unpacked; a report of 300 pages has about five
_PIECE = 2**20
_MACRO = re.compile(r"(?:^|/)vbaProject\.bin$|^Basic/|^Scripts/", re.IGNORECASE)
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ODT = "application/vnd.oasis.opendocument.text"


class PaperUnreadable(ExportError):
    """``str(error)`` is one sentence in zh-TW that says what to do."""

    def __init__(self, name: str, advice: str) -> None:
        super().__init__(phrase("讀不到「{name}」的文字：{advice}。", name=name, advice=advice))


class PaperKind(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    XLSX = "xlsx"
    TEXT = "text"


_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "這是舊版 Office 檔或加密的檔案，請另存為 DOCX、ODT 或 PDF 再傳"),
    (b"{\\rtf", "這是 RTF 檔，請另存為 DOCX、ODT 或 PDF 再傳"),
    (b"\x89PNG", "這是圖片，請改用照片傳送"),
    (b"\xff\xd8\xff", "這是圖片，請改用照片傳送"),
    (b"GIF8", "這是圖片，請改用照片傳送"),
    (b"MZ", "這是程式檔，請改傳文件"),
    (b"\x7fELF", "這是程式檔，請改傳文件"),
    (b"Rar!", "這是壓縮檔，請解壓縮後逐份傳送"),
    (b"7z\xbc\xaf", "這是壓縮檔，請解壓縮後逐份傳送"),
    (b"\x1f\x8b", "這是壓縮檔，請解壓縮後逐份傳送"),
)


def kind_of(name: str, content: bytes, most: int = LARGEST) -> PaperKind:
    """The kind of paper; raises PaperUnreadable if it is none, is too big, or would unpack to too much."""
    if not content:
        raise PaperUnreadable(name, "檔案是空的，請重新傳送")
    if len(content) > most:
        raise PaperUnreadable(name, f"檔案超過 {most // 2**20} MB，請拆成幾份或只傳需要的頁面")
    if b"%PDF-" in content[:1024]:
        return PaperKind.PDF
    for sign, advice in _SIGNS:
        if content.startswith(sign):
            raise PaperUnreadable(name, advice)
    if content.startswith(b"PK"):
        return _kind_of_archive(name, content)
    if PurePosixPath(name).suffix.lower() in _MUST_BE_MARKED:
        raise PaperUnreadable(name, "檔案內容與副檔名不符，可能已損壞，請重新匯出後再傳")
    return PaperKind.TEXT


_MUST_BE_MARKED = (".pdf", ".docx", ".odt")


def _kind_of_archive(name: str, content: bytes) -> PaperKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            kind = _kind_of_members(name, archive)
            _refuse_bombs(name, archive.infolist())
            _refuse_declarations(name, archive)
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        OSError,
        EOFError,
        ValueError,
        zlib.error,
    ) as error:
        raise PaperUnreadable(name, "檔案毀損或不完整，請重新傳送") from error
    return kind


def _kind_of_members(name: str, archive: zipfile.ZipFile) -> PaperKind:
    members = set(archive.namelist())
    if any(member.flag_bits & 1 for member in archive.infolist()) or "EncryptedPackage" in members:
        raise PaperUnreadable(name, "檔案有密碼保護，請解除密碼後再傳")
    if any(_MACRO.search(member) for member in members):
        raise PaperUnreadable(
            name, "檔案含有巨集，為安全起見不予開啟，請另存為不含巨集的 DOCX、ODT 或 PDF 再傳"
        )
    if "word/document.xml" in members:
        return PaperKind.DOCX
    if "xl/workbook.xml" in members:
        return PaperKind.XLSX
    if "ppt/presentation.xml" in members:
        raise PaperUnreadable(name, "這是簡報檔，請另存為 PDF 再傳")
    if "mimetype" in members and "content.xml" in members and archive.getinfo("mimetype").file_size < 200:
        if archive.read("mimetype").decode("ascii", "replace").strip().startswith(_ODT):
            return PaperKind.ODT
        raise PaperUnreadable(name, "這不是 ODF 文字文件，請另存為 ODT 或 PDF 再傳")
    raise PaperUnreadable(name, "這是壓縮檔或不支援的格式，請改傳 PDF、DOCX、ODT 或 TXT")


def _refuse_bombs(name: str, members: list[zipfile.ZipInfo]) -> None:
    """Judge from the directory, before anything is unpacked."""
    too_much = sum(m.file_size for m in members) > LARGEST_UNPACKED or len(members) > _MOST_MEMBERS
    too_much |= sum(m.file_size for m in members if _is_text(m)) > _LARGEST_TEXT
    if too_much or any(
        m.file_size > _RATIO_COUNTS_FROM and m.file_size > LARGEST_RATIO * max(m.compress_size, 1)
        for m in members
    ):
        raise PaperUnreadable(name, "檔案解開後異常龐大，為安全起見不予開啟，請改傳 PDF")


def _refuse_declarations(name: str, archive: zipfile.ZipFile) -> None:
    """Office files declare no document type; where one does, it wants to read other files or to grow.

    Read piece by piece, so that no member is ever in memory as a whole.
    """
    for member in filter(_is_text, archive.infolist()):
        with archive.open(member) as stream:
            before = b""
            while piece := stream.read(_PIECE):
                if _DECLARES.search(before + piece) or (not before and b"\x00" in piece[:256]):
                    raise PaperUnreadable(name, "檔案含有外部實體宣告，為安全起見不予開啟，請改傳 PDF")
                before = piece[-64:]


def _is_text(member: zipfile.ZipInfo) -> bool:
    return member.filename.lower().endswith((".xml", ".rels"))
