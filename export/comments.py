"""The remarks that people left in a DOCX or ODT, each with the text that it was set beside."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from drafting.revision import Remark
from export.paper_kinds import PaperKind, PaperUnreadable, kind_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_LONGEST_QUOTE = 60


def remarks_in(name: str, content: bytes) -> tuple[Remark, ...]:
    """Every remark, in reading order; none for other formats. Raises PaperUnreadable as the reader of papers does."""
    kind = kind_of(name, content)  # also finds bombs, macros and locks
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if kind is PaperKind.DOCX:
                return tuple(_of_docx(archive))
            if kind is PaperKind.ODT:
                return tuple(_of_odt(archive))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError) as error:
        if kind in (PaperKind.DOCX, PaperKind.ODT):
            raise PaperUnreadable(name, "檔案毀損或不完整，請重新傳送") from error
    return ()


def _of_docx(archive: zipfile.ZipFile) -> Iterator[Remark]:
    if "word/comments.xml" not in archive.namelist():
        return
    comments = {
        comment.get(f"{_W}id"): comment
        for comment in _parsed(archive, "word/comments.xml").iter(f"{_W}comment")
    }
    quotes: dict[str, str] = {}
    order: list[str] = []
    for paragraph in _parsed(archive, "word/document.xml").iter(f"{_W}p"):
        open_now: set[str] = set()
        for element in paragraph.iter():
            number = element.get(f"{_W}id") or ""
            if element.tag == f"{_W}commentRangeStart":
                open_now.add(number)
                order.append(number)
            elif element.tag == f"{_W}commentRangeEnd":
                open_now.discard(number)
            elif element.tag == f"{_W}commentReference" and number not in order:
                order.append(number)
                quotes[number] = "".join(t.text or "" for t in paragraph.iter(f"{_W}t"))
            elif element.tag == f"{_W}t":
                for one in open_now:
                    quotes[one] = quotes.get(one, "") + (element.text or "")
    for number in order:
        if (comment := comments.get(number)) is not None:
            text = "".join(t.text or "" for t in comment.iter(f"{_W}t"))
            yield Remark(
                text=text.strip(),
                by=comment.get(f"{_W}author") or "",
                quote=quotes.get(number, "")[:_LONGEST_QUOTE],
            )


def _of_odt(archive: zipfile.ZipFile) -> Iterator[Remark]:
    for note in _parsed(archive, "content.xml").iter(f"{_OFFICE}annotation"):
        paragraph = next(note.iterancestors(f"{_TEXT}p", f"{_TEXT}h"), None)
        text = "\n".join("".join(map(str, p.itertext())) for p in note.iter(f"{_TEXT}p"))
        by = note.findtext(_CREATOR) or ""
        quote = _outside_notes(paragraph) if paragraph is not None else ""
        yield Remark(text=text.strip(), by=by, quote=quote[:_LONGEST_QUOTE])


def _outside_notes(element: etree._Element) -> str:
    if element.tag == f"{_OFFICE}annotation":
        return ""
    return (element.text or "") + "".join(_outside_notes(child) + (child.tail or "") for child in element)


def _parsed(archive: zipfile.ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(archive.read(name), parser)
