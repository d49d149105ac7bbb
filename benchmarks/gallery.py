"""Every form on every trip in three formats, reopened and drawn, to be looked at: ``just gallery``.

The built-in trip is drafted and approved in each form; exports of other chats can be named as arguments. Contact sheets of all pages go
to ``gallery/``: FORM-TRIP.png is the PDF; FORM-TRIP-odt.png and FORM-TRIP-docx.png are what LibreOffice makes of the others.
A line for each says how many pages the three have and whether they say the same; 1 if they do not, or if pages differ by
more than two. Needs poppler, and LibreOffice for all but the PDF.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from benchmarks.reopened import as_pdfs, first_difference, pages, without_heads, words
from drafting.form import all_forms, form_named
from suixing.demo import demo_export

_ACROSS = 4
_DOTS = 50  # an inch
_GAP = 8
_APART = 2  # pages
OUT = Path("gallery")


def main(exports: list[Path]) -> int:
    """Write the sheets and print a line for every form and trip; 1 if formats do not agree."""
    OUT.mkdir(exist_ok=True)
    missed = 0
    reopen = shutil.which("soffice") is not None
    with tempfile.TemporaryDirectory() as name, demo_export() as demo:
        scratch = Path(name)
        made = documents(
            scratch,
            [demo, *exports],
            ["pdf", "odt", "docx"] if reopen else ["pdf"],
            [f.key for f in all_forms()],
        )
        for format_ in ("odt", "docx") if reopen else ():
            as_pdfs(sorted((scratch / format_).iterdir()), scratch / f"as-{format_}", scratch / "profile")
        for document in made:
            printed = {"pdf": scratch / "pdf" / f"{document}.pdf"}
            if reopen:
                printed |= {each: scratch / f"as-{each}" / f"{document}.pdf" for each in ("odt", "docx")}
            heads = json.loads((scratch / f"{document}.heads").read_text("utf-8"))
            missed += not _agree(document, printed, heads)
            for format_, pdf in printed.items():
                shown = OUT / f"{document}{'' if format_ == 'pdf' else f'-{format_}'}.png"
                contact_sheet(drawn(pdf, scratch / "drawn" / document / format_)).save(shown, optimize=True)
    if not reopen:
        print("LibreOffice (soffice) is not installed: only the PDF was looked at")
    return int(bool(missed))


def contact_sheet(pages_: list[Image.Image], across: int = _ACROSS) -> Image.Image:
    """All pages side by side, in reading order."""
    width, height = pages_[0].size
    rows = -(-len(pages_) // across)
    columns = min(across, len(pages_))
    size = (columns * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP)
    sheet = Image.new("RGB", size, (150, 150, 150))
    for number, page in enumerate(pages_):
        down, right = divmod(number, across)
        sheet.paste(page, (_GAP + right * (width + _GAP), _GAP + down * (height + _GAP)))
    return sheet


def documents(scratch: Path, exports: list[Path], formats: list[str], forms: list[str]) -> list[str]:
    """Each of these forms on every trip, as FORMAT/FORM-TRIP.FORMAT; beside them FORM-TRIP.heads, the head rows of its tables."""
    home, made = scratch / "home", []
    for export in exports:
        _suixing(home, "import", str(export))
    for trip in range(1, 1 + len(exports)):
        for form in forms:
            document, folder = f"{form}-{trip}", scratch / "out" / f"{form}-{trip}"
            _suixing(home, "set", str(trip), "form", form)
            draft = json.loads(_suixing(home, "draft", str(trip), "--json"))
            errors = {found["check"] for found in draft["findings"] if found["severity"] == "error"}
            despite = [word for check in sorted(errors) for word in ("--despite", f"{check}=樣張")]
            _suixing(home, "approve", str(trip), "--by", "樣張", *despite)
            _suixing(home, "export", str(trip), "--to", str(folder), "--format", ",".join(formats))
            for format_ in formats:
                (scratch / format_).mkdir(exist_ok=True)
                next(folder.glob(f"*.{format_}")).rename(scratch / format_ / f"{document}.{format_}")
            heads = [annex.columns for annex in form_named(form).annexes] + list(_heads(draft["sections"]))
            (scratch / f"{document}.heads").write_text(json.dumps(heads), "utf-8")
            made.append(document)
    return made


def _heads(sections):
    for section in sections:
        yield from (block["columns"] for block in section["blocks"] if block["type"] == "table")
        yield from _heads(section["sections"])


def _agree(document: str, printed: dict[str, Path], heads: list[list[str]]) -> bool:
    """Print a line, and another for what the formats say differently."""
    count = {format_: pages(pdf) for format_, pdf in printed.items()}
    said = {format_: without_heads(words(pdf), heads) for format_, pdf in printed.items()}
    apart = {format_: first_difference(said["pdf"], text) for format_, text in said.items()}
    near = max(count.values()) - min(count.values()) <= _APART
    same = not any(apart.values())
    told = "  ".join(f"{format_} {number}" for format_, number in count.items())
    verdict = "same text" if same else "TEXT DIFFERS"
    print(f"{document:24}{told}  {verdict}{'' if near else '  PAGES DIFFER'}", flush=True)
    for format_, where in apart.items():
        if where:
            print(f"    {format_}: {where}", flush=True)
    return same and near


def drawn(pdf: Path, folder: Path, dots: int = _DOTS) -> list[Image.Image]:
    """Every page as a picture, at so many dots an inch."""
    folder.mkdir(parents=True)
    command = ["pdftoppm", "-r", str(dots), "-png", str(pdf), str(folder / "page")]
    subprocess.run(command, check=True, capture_output=True)
    return [Image.open(file).convert("RGB") for file in sorted(folder.glob("page-*.png"))]


def _suixing(home: Path, *words_: str) -> str:
    """What the command prints. Drafts may end with 1, as they may have findings."""
    command = [sys.executable, "-m", "suixing", "--home", str(home), *words_]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode > 1:
        sys.exit(f"{' '.join(words_)}: {done.stderr.decode('utf-8', 'replace')}")
    return done.stdout.decode("utf-8")


if __name__ == "__main__":
    sys.exit(main([Path(argument) for argument in sys.argv[1:]]))
