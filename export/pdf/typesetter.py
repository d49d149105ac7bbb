"""The child process that sets one job with typst, under a limit of memory.

It takes the job folder as its argument, writes ``out.pdf`` and ``notes.json`` there, and imports nothing of ours.
"""

import contextlib
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

_STANDARDS = ["a-2a"]
_SHIPPED = "Noto Serif TC"
_BOXES = "DejaVu Sans Mono"  # comes with typst; has the check boxes that the shipped face lacks


def main(folder: Path) -> None:
    """Set the job in this folder."""
    job = json.loads((folder / "job.json").read_text("utf-8"))
    _limit_memory(job["memory"])
    import typst  # noqa: PLC0415 (after the limit is set)

    fonts, faces, files = _fonts(typst, job["system_faces"], job["fonts"])
    job["faces"] = faces
    job["box_faces"] = [faces[0], _BOXES]
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
        self.plain = False  # whether the archival standard had to be given up

    def set_all(self) -> bytes:
        """The PDF: archival if it can be, plain rather than none."""
        try:
            return self._compile(_STANDARDS)
        except self._typst.TypstError:
            self.unshown = self._without_glyph(sorted(set(_strings(self._job["document"]))))
            self._job["document"] = _spelled_out(self._job["document"], self.unshown)
        try:
            return self._compile(_STANDARDS)
        except self._typst.TypstError:
            self.plain = True
            return self._compile([])

    def _compile(self, standards: list[str]) -> bytes:
        (self._folder / "job.json").write_text(json.dumps(self._job), "utf-8")
        return self._run(self._folder / "report.typ", standards)

    def _run(self, source: Path, standards: list[str]) -> bytes:
        result: bytes = self._typst.Compiler(
            source, root=self._folder, font_paths=self._fonts, ignore_system_fonts=True
        ).compile(
            format="pdf",
            pdf_standards=standards,
            timestamp=datetime.fromtimestamp(self._job["timestamp"], UTC),
        )
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
        with contextlib.suppress(self._typst.TypstError):
            return bool(self._run(self._folder / "probe.typ", _STANDARDS))
        return False


def _strings(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "".join(map(_strings, value.values()))
    return "".join(map(_strings, value)) if isinstance(value, list) else ""


def _spelled_out(value: Any, unshown: list[str]) -> Any:
    """Put the code of a character wherever it would be drawn."""
    if isinstance(value, str):
        return value.translate({ord(c): f"[U+{ord(c):04X}]" for c in unshown})
    if isinstance(value, dict):
        return {key: _spelled_out(inner, unshown) for key, inner in value.items()}
    return [_spelled_out(inner, unshown) for inner in value] if isinstance(value, list) else value


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
