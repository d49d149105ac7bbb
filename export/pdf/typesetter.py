"""The child process that sets one job with typst, under a limit of memory.

It takes the job folder as its argument, writes ``out.pdf`` and ``notes.json`` there, and imports nothing of ours.
"""

import contextlib
import json
import re
import sys
import unicodedata
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

_STANDARDS = ["a-2a", "ua-1"]
_ARCHIVAL = ["a-2a"]  # where a heading or a figure keeps the document from being accessible by the letter
_SHIPPED = "Noto Serif TC"
_BOXES = "DejaVu Sans Mono"  # comes with typst; has the check boxes that the shipped face lacks

_COMMON = re.compile("[\n\u0020-\u007e\u00a1-\u024f\u2010-\u2027\u3000-\u3029\u4e00-\u9fa5\uff01-\uff5e☐☑□■]")
"""Characters that every face we use can show."""


def main(folder: Path) -> None:
    """Set the job in this folder."""
    job = json.loads((folder / "job.json").read_text("utf-8"))
    _limit_memory(job["memory"])
    import typst  # noqa: PLC0415 (after the limit is set)

    fonts, faces, files = _fonts(typst, job["system_faces"], job["fonts"])
    job["faces"] = faces
    job["ming"] = _SHIPPED  # a Ming face, for covers that want one
    job["box_faces"] = [faces[0], _BOXES]
    job["box_scale"] = 1.25 if faces[0] == _SHIPPED else 1.1  # beside Chinese, both look too small
    setter = Typesetter(typst, folder, fonts, job)
    pdf = setter.set_all()
    (folder / "out.pdf").write_bytes(pdf)
    notes = {"face": faces[0], "files": files, "unshown": setter.unshown, "plain": setter.plain}
    (folder / "notes.json").write_text(json.dumps(notes), "utf-8")


class Typesetter:
    """Sets a job; characters that no font has are replaced by their visible code, and named in ``unshown``."""

    def __init__(self, typst: Any, folder: Path, fonts: Any, job: dict[str, Any]) -> None:
        self._typst = typst
        self._folder = folder
        self._fonts = fonts
        self._job = job
        self.unshown: list[str] = []
        self._said = ""
        self.plain = False  # whether the archival standard had to be given up

    def set_all(self) -> bytes:
        """The PDF: archival if it can be, with codes in place of characters if it must, plain rather than none."""
        written = self._job["document"]
        if pdf := self._attempt(_STANDARDS):
            return pdf
        used = sorted(set(_strings(written)))
        for unshown in (self._without_glyph(used), [c for c in used if not _COMMON.match(c)]):
            self.unshown = unshown
            self._job["document"] = _spelled_out(written, unshown)
            if pdf := self._attempt(_STANDARDS):
                return pdf
        if pdf := self._attempt(_ARCHIVAL):
            return pdf
        self.plain = True
        if pdf := self._attempt([]):
            return pdf
        raise SystemExit(f"typst gave up: {self._said}")

    def _attempt(self, standards: list[str]) -> bytes | None:
        (self._folder / "job.json").write_text(json.dumps(self._job), "utf-8")
        return self._run(self._folder / "report.typ", standards)

    def _run(self, source: Path, standards: list[str]) -> bytes | None:
        compiler = self._typst.Compiler(
            source, root=self._folder, font_paths=self._fonts, ignore_system_fonts=True
        )
        try:
            result: bytes = compiler.compile(
                format="pdf",
                pdf_standards=standards,
                timestamp=datetime.fromtimestamp(self._job["timestamp"], UTC),
            )
        except (KeyboardInterrupt, SystemExit, MemoryError):
            raise
        except BaseException as error:  # some rare characters make typst panic, which is no Exception
            self._said = str(error)
            return None
        return result

    def _without_glyph(self, characters: list[str]) -> list[str]:
        """Halves the set until the single characters are found that the archival standard refuses."""
        if not characters or self._shows(characters):
            return []
        if len(characters) == 1:
            return characters
        half = len(characters) // 2
        return self._without_glyph(characters[:half]) + self._without_glyph(characters[half:])

    def _shows(self, characters: list[str]) -> bool:
        (self._folder / "probe.json").write_text(json.dumps([characters, self._job["faces"]]), "utf-8")
        return bool(self._run(self._folder / "probe.typ", _STANDARDS))


def _strings(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "".join(map(_strings, value.values()))
    return "".join(map(_strings, value)) if isinstance(value, list) else ""


def _spelled_out(value: Any, unshown: list[str]) -> Any:
    """Put the code of a character wherever it would be drawn; what is invisible anyway just goes."""
    if isinstance(value, str):
        return value.translate({ord(c): "" if _invisible(c) else f"[U+{ord(c):04X}]" for c in unshown})
    if isinstance(value, dict):
        return {key: _spelled_out(inner, unshown) for key, inner in value.items()}
    return [_spelled_out(inner, unshown) for inner in value] if isinstance(value, list) else value


def _invisible(character: str) -> bool:
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


def _fonts(typst: Any, wanted: list[str], shipped: list[str]) -> tuple[Any, list[str], list[str]]:
    """The wanted faces if the computer has the first, else the shipped one; no other font of the computer is used."""
    installed = {
        font.family: font.path
        for font in typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).fonts()
        if font.family in wanted and font.path
    }
    has_first = bool(wanted) and wanted[0] in installed
    paths = sorted({str(Path(path).parent) for path in installed.values()}) if has_first else []
    faces = [face for face in wanted if face in installed] if has_first else [_SHIPPED]
    return typst.Fonts(include_system_fonts=False, font_paths=[*paths, *shipped]), faces, paths or shipped


def _limit_memory(most: int) -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):  # Windows has no such limit
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
