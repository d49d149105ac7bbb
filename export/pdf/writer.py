"""Writes the neutral document as an archival, tagged PDF (PDF/A-2a), set by typst in a child process."""

import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import UTC
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pylopdf_fonts_zh_tw

from drafting.phrase import phrase
from export import measures
from export.document import Document
from export.errors import TypesettingFailed

_log = logging.getLogger(__name__)
MEMORY = 4 * 1024**3  # of address space; 100 photos take about an eighth of it in real memory
_SECONDS = 120
_FEW_THREADS = {"RAYON_NUM_THREADS": "2", "MALLOC_ARENA_MAX": "2"}  # each takes address space, needed or not
SYSTEM_FACES = ("TW-Kai", "TW-Kai-Ext-B", "TW-Kai-Plus")
"""全字庫正楷體 and its supplements: used if the computer has the first of them."""

_MEASURES = [
    "PAGE_WIDTH",
    "PAGE_HEIGHT",
    "MARGIN",
    "CELL_PADDING",
    "FORM_COLUMNS",
    "SMALL_SIZE",
    "SMALL_PITCH",
    "DENSE_SIZE",
    "DENSE_PITCH",
    "HEADING_BOLD",
    "ABOVE_HEADING",
]


def write_pdf(
    document: Document, photos: Mapping[str, bytes], say: Callable[[str], None] | None = None
) -> bytes:
    """Set the document; raises TypesettingFailed if it takes too much memory or time.

    ``say`` is told (zh-TW) which characters could not be shown, and if the file is not archival.
    """
    with tempfile.TemporaryDirectory(prefix="suixing-pdf-") as name:
        folder = Path(name)
        _lay_down(folder, document, photos)
        _run(folder)
        _tell(json.loads((folder / "notes.json").read_text("utf-8")), say or (lambda _: None))
        return (folder / "out.pdf").read_bytes()


def _lay_down(folder: Path, document: Document, photos: Mapping[str, bytes]) -> None:
    at = document.at.astimezone(UTC)
    job: dict[str, Any] = {
        "document": document.model_dump(mode="json"),
        "measures": {name.lower(): getattr(measures, name) for name in _MEASURES}
        | {"heading_sizes": measures.heading_sizes(document.size)}
        | {"body_size": document.size, "body_pitch": document.pitch},
        "at": [at.year, at.month, at.day, at.hour, at.minute, at.second],
        "timestamp": int(at.timestamp()),
        "memory": MEMORY,
        "system_faces": list(SYSTEM_FACES),
        "fonts": [str(Path(pylopdf_fonts_zh_tw.serif_path()).parent)],
    }
    (folder / "job.json").write_text(json.dumps(job), "utf-8")
    for name in ("report.typ", "probe.typ"):
        with as_file(files("export.pdf") / name) as source:
            shutil.copy(source, folder / name)
    (folder / "photos").mkdir()
    for name, content in photos.items():
        (folder / "photos" / name).write_bytes(content)


def _run(folder: Path) -> None:
    with as_file(files("export.pdf") / "typesetter.py") as script:
        command = [sys.executable, "-P", str(script), str(folder)]
        try:
            done = subprocess.run(
                command, capture_output=True, timeout=_SECONDS, check=False, env=os.environ | _FEW_THREADS
            )
        except subprocess.TimeoutExpired as error:
            raise TypesettingFailed(f"超過 {_SECONDS} 秒") from error
    if done.returncode != 0 or not (folder / "out.pdf").exists():
        said = done.stderr.decode("utf-8", "replace").strip()
        _log.error("typesetting failed (exit %s): %s", done.returncode, said)
        short_of_memory = done.returncode < 0 or "memory" in said.lower()
        raise TypesettingFailed("記憶體不足" if short_of_memory else "排版程式中斷，詳見紀錄")


def _tell(notes: dict[str, Any], say: Callable[[str], None]) -> None:
    _log.info("PDF set in %s from %s", notes["face"], "、".join(notes["files"]))
    if unshown := notes["unshown"]:
        named = "、".join(f"{character}（U+{ord(character):04X}）" for character in unshown)
        _log.warning("no font has %s; the PDF shows the code instead", named)
        say(
            phrase(
                "PDF 的字型沒有這些字元，已改印其代碼：{named}。請改用其他寫法，或安裝有這些字的字型後重新匯出。",
                named=named,
            )
        )
    if notes["plain"]:
        _log.warning("the PDF could not be made archival (PDF/A-2a); a plain tagged PDF was written")
        say(phrase("這份 PDF 未能符合 PDF/A-2a 保存格式，已改產生一般的 PDF，內容完整。"))
