"""Reopens documents in LibreOffice, and says what they say: without what fonts, pages and bidirectional order change."""

import io
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from pypdf import PdfReader

_SECONDS = 300
_PAGE_NUMBER = re.compile(r"^\s*(\d{1,3}|[ivx]{1,4}|草稿|草|稿|DRAFT)\s*$", re.MULTILINE)
_UNALIKE = re.compile(r"[\u0590-\u05ff\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]|🙂|\[U\+1F642\]|\ufffd")
_LEADER = re.compile(r"(?:(?<!\d)\.\s?|(?:\.\s?){3,})\s*(?:\d{1,3}|[ivx]+)$", re.MULTILINE)


def as_pdfs(sources: Sequence[Path], folder: Path, profile: Path) -> list[Path]:
    """Each source as LibreOffice prints it, into the folder; one start of the office suite for all of them."""
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, sources)],
        check=True,
        capture_output=True,
        timeout=_SECONDS,
    )
    return [folder / source.with_suffix(".pdf").name for source in sources]


def words(pdf: Path) -> str:
    """The text without white space, page numbers, the marks of drafts, dots, and characters that fonts show differently."""
    command = ["pdftotext", "-raw", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode("utf-8")
    text = _LEADER.sub("", _UNALIKE.sub("", _PAGE_NUMBER.sub("", text)))
    return re.sub(r"[.\s\u00a0\f]", "", text)


def without_heads(text: str, heads: Sequence[Sequence[str]]) -> str:
    """A head row stands again on each page that its table runs on to, and pages differ a little."""
    for head in heads:
        text = text.replace(re.sub(r"[.\s]", "", "".join(head)), "")
    return text


def pages(pdf: Path) -> int:
    """How many pages it has."""
    return len(PdfReader(io.BytesIO(pdf.read_bytes())).pages)


def first_difference(one: str, other: str, around: int = 24) -> str:
    """Where two texts part, for people; "" if they are the same."""
    if one == other:
        return ""
    at = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return f"…{one[max(0, at - around) : at + around]}… ≠ …{other[max(0, at - around) : at + around]}…"
