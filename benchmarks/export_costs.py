"""Measures the documents beside the bare libraries on the same content: ``just bench-export``. 1 if a limit is missed."""

import hashlib
import io
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

from PIL import Image

from benchmarks.export_once import FORM
from drafting.material import Material, Medium, Ref, StoredFile
from drafting.report import Paragraph, PhotoItem, Photos, Report, Section, Sentence, Table
from drafting.review import Draft, Recipe, Status
from drafting.trip import Trip
from storage.pictures import shrink

PHOTOS, CHARACTERS = 100, 28_000
_TIMES = 3
_SHARE, _MEMORY, _HELP = 1.5, 700, 0.4
_AT = datetime(2026, 10, 30, 4, 0, tzinfo=UTC)
_SENTENCE = "主辦單位說明滯洪公園與抽水站如何在同一張圖上預警，平時是草地與球場，大雨時可以蓄水九萬立方公尺，並由社區志工每月演練一次。"


def main() -> int:
    """Print a line for each format, then memory and the start of the command line."""
    print(
        f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    )
    met = True
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        told = _lay(folder)
        print(told)
        for name, library in (("pdf", "typst"), ("docx", "python-docx"), ("odt", "odfdo")):
            ours = [_run(f"ours-{name}", folder)[0] for _ in range(_TIMES)]
            bare = [_run(f"bare-{name}", folder)[0] for _ in range(_TIMES)]
            share = statistics.median(ours) / statistics.median(bare)
            met &= share <= _SHARE
            print(
                f"{name:5}{statistics.median(ours):6.2f} s   bare {library:12}{statistics.median(bare):6.2f} s"
                f"   {share:.2f} (limit {_SHARE})"
            )
        seconds, most = _run("ours-all", folder)
    met &= most <= _MEMORY
    print(f"all three in one run {seconds:.2f} s, peak of the whole {most:.0f} MB (limit {_MEMORY})")
    start = _help()
    met &= start <= _HELP
    print(f"suixing --help {start:.2f} s (limit {_HELP})")
    return 0 if met else 1


def _lay(folder: Path) -> str:
    """Write the draft and its photos into the folder; says how large they are."""
    material, items, size = [], [], 0
    for number in range(PHOTOS):
        content = shrink(_photo(number)).content
        size += len(content)
        digest = hashlib.sha256(content).hexdigest()
        (folder / digest).write_bytes(content)
        ref = Ref(f"P{number + 1}")
        material.append(
            Material(
                ref=ref,
                medium=Medium.PHOTO,
                author="王示範",
                said_at=_AT,
                file=StoredFile(name="p.jpg", content=digest),
            )
        )
        items.append(PhotoItem(ref=ref, caption=f"參訪滯洪公園之{number + 1}"))
    sections, written = [], 0
    while written < CHARACTERS:
        text = tuple(Sentence(text=_SENTENCE) for _ in range(6))
        shown = tuple(items.pop(0) for _ in range(min(2, len(items))))
        rows = tuple((f"{n}", "福岡", _SENTENCE[:30]) for n in range(4)) if len(sections) % 10 == 0 else ()
        blocks = [
            Paragraph(sentences=text),
            *([Table(columns=("日期", "地點", "行程"), rows=rows)] if rows else []),
        ]
        blocks += [Photos(items=shown)] if shown else []
        sections.append(
            Section(key=f"s{len(sections)}", heading=f"({len(sections) + 1})參訪", blocks=tuple(blocks))
        )
        written += 6 * len(_SENTENCE)
    sections.append(Section(key="rest", heading="其餘照片", blocks=(Photos(items=tuple(items)),)))
    report = Report(form=FORM, title="量測", fields={}, sections=tuple(sections))
    trip = Trip(id=1, material=tuple(material), report_date=date(2026, 10, 30))
    draft = Draft(
        id=1,
        trip=1,
        status=Status.WRITTEN,
        recipe=Recipe(writer="offline"),
        written_at=_AT,
        report=report,
        trip_then=trip,
    )
    (folder / "draft.json").write_text(draft.model_dump_json(), "utf-8")
    return f"{PHOTOS} photos of {size // PHOTOS // 1000} kB, {written} 字"


def _photo(number: int) -> bytes:
    """4:3, with as much detail as a camera's; shrunk afterwards as on arrival."""
    coarse = Image.effect_noise((160, 120), 90 + number % 20).resize((1600, 1200), Image.Resampling.BICUBIC)
    fine = Image.effect_noise((1600, 1200), 8)
    grey = Image.blend(coarse, fine, 0.25)
    image = Image.merge(
        "RGB", (grey, grey.transpose(Image.Transpose.FLIP_LEFT_RIGHT), Image.new("L", grey.size, number))
    )
    out = io.BytesIO()
    image.save(out, "JPEG", quality=92)
    return out.getvalue()


def _run(what: str, folder: Path) -> tuple[float, float]:
    """Seconds, and the most MB that the process and its children held together (Linux; else 0)."""
    child = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.export_once", what, str(folder)], stdout=subprocess.PIPE, text=True
    )
    most = 0.0
    while child.poll() is None:
        most = max(most, _held(child.pid))
        time.sleep(0.01)
    assert child.stdout is not None
    if child.returncode:
        sys.exit(f"{what} ended with {child.returncode}")
    return float(child.stdout.read()), most


def _held(pid: int) -> float:
    total = 0.0
    waiting = [pid]
    while waiting:
        each = waiting.pop()
        try:
            total += (
                int(Path(f"/proc/{each}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024**2
            )
            for task in Path(f"/proc/{each}/task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
        except (OSError, ValueError, IndexError):
            continue
    return total


def _help() -> float:
    def once() -> float:
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "suixing", "--help"], check=True, capture_output=True)
        return time.perf_counter() - began

    return statistics.median(once() for _ in range(5))


if __name__ == "__main__":
    sys.exit(main())
