"""A contact sheet of every page of every form, to be looked at: ``just gallery``. Needs poppler (pdftoppm).

The built-in trip is drafted in each form; exports of other chats can be named as arguments. The sheets go to ``gallery/``.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from drafting.form import all_forms
from suixing.demo import demo_export

_ACROSS = 4
_DOTS = 50  # an inch
_GAP = 8
OUT = Path("gallery")


def main(exports: list[Path]) -> int:
    """Write FORM-TRIP.png for every form and trip; 1 if one could not be written."""
    OUT.mkdir(exist_ok=True)
    missed = 0
    with tempfile.TemporaryDirectory() as scratch, demo_export() as demo:
        home = Path(scratch) / "home"
        for export in (demo, *exports):
            _suixing(home, "import", str(export))
        for trip in range(1, 2 + len(exports)):
            for form in all_forms():
                _suixing(home, "set", str(trip), "form", form.key)
                _suixing(home, "draft", str(trip))
                folder = Path(scratch) / f"{form.key}-{trip}"
                _suixing(home, "export", str(trip), "--to", str(folder), "--format", "pdf")
                pages = _pages(next(folder.glob("*.pdf"), None), folder)
                missed += not pages
                if pages:
                    sheet = contact_sheet(pages)
                    sheet.save(OUT / f"{form.key}-{trip}.png", optimize=True)
                    print(f"gallery/{form.key}-{trip}.png  {len(pages)} pages")
    return int(bool(missed))


def contact_sheet(pages: list[Image.Image], across: int = _ACROSS) -> Image.Image:
    """All pages side by side, in reading order."""
    width, height = pages[0].size
    rows = -(-len(pages) // across)
    columns = min(across, len(pages))
    size = (columns * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP)
    sheet = Image.new("RGB", size, (150, 150, 150))
    for number, page in enumerate(pages):
        down, right = divmod(number, across)
        sheet.paste(page, (_GAP + right * (width + _GAP), _GAP + down * (height + _GAP)))
    return sheet


def _pages(pdf: Path | None, folder: Path) -> list[Image.Image]:
    if pdf is None:
        return []
    subprocess.run(
        ["pdftoppm", "-r", str(_DOTS), "-png", str(pdf), str(folder / "page")],
        check=True,
        capture_output=True,
    )
    return [Image.open(file).convert("RGB") for file in sorted(folder.glob("page-*.png"))]


def _suixing(home: Path, *words: str) -> None:
    """Drafts may end with 1, as they may have findings."""
    done = subprocess.run(
        [sys.executable, "-m", "suixing", "--home", str(home), *words], capture_output=True, check=False
    )
    if done.returncode > 1:
        sys.exit(f"{' '.join(words)}: {done.stderr.decode('utf-8', 'replace')}")


if __name__ == "__main__":
    sys.exit(main([Path(argument) for argument in sys.argv[1:]]))
