"""What a report file tells beside its text: pages, page numbers, fonts that it lacks, pictures that tell where they were taken."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from PIL import Image
from pypdf import PdfReader

from drafting.checks.given import FileFacts

_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:第\s*)?(?:\d{1,3}|[ivxlc]{1,6})(?:\s*頁)?(?:\s*[/／]\s*\d{1,3})?[-–—\s]*"
)
_PICTURE = re.compile(r"(?:word/media|Pictures)/.+\.(?:jpe?g|tiff?|png|webp)$", re.IGNORECASE)
_NUMBERING = re.compile(rb"<text:page-number|\bPAGE\b")
_PAGES = re.compile(rb"<Pages>(\d{1,4})</Pages>|meta:page-count=\"(\d{1,4})\"")
_MARGINS = re.compile(r"word/(?:footer|header)\d*\.xml|styles\.xml|content\.xml")
_GPS = 0x8825
_MOST_PICTURES = 300
_LARGEST_PICTURE = 30 * 2**20
_MOST_FONTS = 200


def pdf_facts(reader: PdfReader, pages: Sequence[str]) -> FileFacts:
    """Facts of a PDF whose pages have these texts."""
    numbered = sum(any(map(_PAGE_NUMBER.fullmatch, _edges(text))) for text in pages)
    return FileFacts(
        kind="pdf",
        pages=len(pages),
        numbered_pages=2 * numbered >= len(pages) - 2,  # a cover and a form page may go without
        loose_fonts=tuple(sorted(set(_loose_fonts(reader)))),
    )


def office_facts(kind: str, content: bytes) -> FileFacts:
    """Facts of a DOCX or ODT."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        about = next((archive.read(n) for n in ("docProps/app.xml", "meta.xml") if n in names), b"")
        pages = _PAGES.search(about)
        return FileFacts(
            kind=kind,
            pages=int(next(filter(None, pages.groups()))) if pages else 0,
            numbered_pages=any(_NUMBERING.search(archive.read(n)) for n in names if _MARGINS.fullmatch(n)),
            located_pictures=sum(map(_is_located, _pictures(archive))),
        )


def _edges(text: str) -> tuple[str, ...]:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return (lines[0], lines[-1]) if lines else ()


def _loose_fonts(reader: PdfReader) -> Iterator[str]:
    seen: set[int] = set()
    for page in reader.pages:
        resources: Any = page.get("/Resources")
        fonts = resources.get_object().get("/Font") if resources else None
        for reference in (fonts.get_object() if fonts else {}).values():
            font = reference.get_object()
            if id(font) in seen or len(seen) > _MOST_FONTS:
                continue
            seen.add(id(font))
            for part in [f.get_object() for f in font.get("/DescendantFonts", ())] or [font]:
                described = part.get("/FontDescriptor")
                about = described.get_object() if described else {}
                carried = any(key in about for key in ("/FontFile", "/FontFile2", "/FontFile3"))
                if not carried and font.get("/Subtype") != "/Type3":
                    yield str(part.get("/BaseFont", "")).lstrip("/")


def _pictures(archive: zipfile.ZipFile) -> Iterator[bytes]:
    found = [
        i for i in archive.infolist() if _PICTURE.fullmatch(i.filename) and i.file_size <= _LARGEST_PICTURE
    ]
    for info in found[:_MOST_PICTURES]:
        yield archive.read(info)


def _is_located(picture: bytes) -> bool:
    """Whether the EXIF of the picture has a place; only the head is read, no pixel is."""
    try:
        with Image.open(io.BytesIO(picture)) as image:
            place = image.getexif().get_ifd(_GPS)
    except Exception:  # a damaged picture tells nothing
        return False
    return any(key in place for key in (2, 4))  # latitude, longitude
