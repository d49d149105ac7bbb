"""Measures the main job, a trip from its chat to its documents: ``just bench``.

Sizes grow so that growth can be read off. Every step is a child process, started anew, as people start it.
"""

import asyncio
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.children import Cost, cost_of
from benchmarks.make_trip import make_trip
from bot.desk import Desk
from bot.importing import import_export
from drafting.checks import CHECKS, Earlier, check, earlier_from
from drafting.checks.case import Case
from drafting.existing import check_existing, read_existing
from drafting.form import form_named
from drafting.offline.writer import OfflineWriter
from drafting.report import Photos, Report
from drafting.trip import Trip
from export.opened import open_report
from storage.store import Store

TODAY = date(2026, 10, 30)
_NOW = datetime(2026, 10, 30, 4, 0, tzinfo=UTC)
SIZES = ((40, 20), (400, 20), (4000, 20), (400, 100))
STEPS = ("import", "again", "draft", "check", "export")
_REPORT_OF = 240  # notes; they make a report of about 10,000 字
_CHECK_LIMIT = 0.050
_EXPORT_LIMIT = 6.0


def main() -> int:
    """Print the tables; 1 if a limit is missed."""
    print(
        f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    )
    with tempfile.TemporaryDirectory() as scratch:
        _growth(Path(scratch))
        _whole(Path(scratch))
        met = [_checks(Path(scratch)), _hundred_photos(Path(scratch))]
    return 0 if all(met) else 1


def _growth(scratch: Path) -> None:
    print("\nmessages photos " + "".join(f"{step:>16}" for step in STEPS))
    for messages, photos in SIZES:
        costs = _steps(scratch / f"{messages}-{photos}", messages, photos)
        print(
            f"{messages:8} {photos:6} " + "".join(f"{c.seconds:6.2f} s {c.mebibytes:4.0f} MB" for c in costs)
        )


def _steps(folder: Path, messages: int, photos: int) -> list[Cost]:
    chat, home = make_trip(folder / "chat", messages, photos), folder / "home"
    return [
        cost_of(home, "import", chat),
        cost_of(home, "import", chat),
        cost_of(home, "draft", 1, "--today", TODAY, expect=(0, 1)),
        cost_of(home, "check", 1, "--today", TODAY, expect=(0, 1)),
        cost_of(home, "export", 1, "--to", folder / "out"),
    ]


def _whole(scratch: Path) -> None:
    print()
    for name, words in (("--help", ["--help"]), ("demo", ["demo", "--out", scratch / "demo"])):
        cost = min((cost_of(scratch / "home", *words) for _ in range(3)), key=lambda c: c.seconds)
        print(f"{name:24} {cost.seconds:6.2f} s {cost.mebibytes:4.0f} MB")


def _checks(scratch: Path) -> bool:
    """The checks, without the program's start: of a draft with its material, and of the same report as a file."""
    report, trip, _ = _drafted(scratch / "check", _REPORT_OF, 20)
    form = form_named(report.form)
    own_text = ((s.heading, s.model_copy(update={"sections": ()}).text) for _, s in report.walk())
    paper = "\n".join(f"{heading}\n{text}" for heading, text in own_text).encode()
    existing = read_existing(open_report("report.txt", paper), form)
    length = sum(len(section.text) for section in report.sections)
    own = _times(lambda: check(report, trip, form, TODAY))
    other = _times(lambda: check_existing(existing, form, TODAY))
    gate = next(rule for rule in CHECKS if rule.id == "GRD-1")
    grounding = _times(lambda: list(gate.findings(Case(report, trip, form, TODAY))))
    archive = _archive(report, trip)
    with_archive = _times(lambda: check(report, trip, form, TODAY, earlier=archive))
    print(
        f"first check {own[0] * 1000:.1f} ms, as a file {other[0] * 1000:.1f} ms; then, the median of {len(own)}:"
    )
    print(f"of the first, the gate alone (GRD-1) {statistics.median(grounding) * 1000:.1f} ms")
    print(
        f"beside {len(archive)} earlier reports: first {with_archive[0] * 1000:.0f} ms, then {statistics.median(with_archive) * 1000:.1f} ms"
    )
    return all(
        [
            _told(f"check, {length} 字, its material", statistics.median(own), _CHECK_LIMIT),
            _told(f"check, {length} 字, as a file", statistics.median(other), _CHECK_LIMIT),
        ]
    )


def _archive(report: Report, trip: Trip) -> tuple[Earlier, ...]:
    """A hundred other reports of the same length, each with its signs in another order."""
    one = earlier_from(report, trip)
    return tuple(
        one.model_copy(update={"title": f"前案 {n}", "passages": (("過程", _turned(one.text, n)),)})
        for n in range(1, 101)
    )


def _turned(text: str, step: int) -> str:
    return "".join(text[place :: step + 2] for place in range(step + 2))


def _hundred_photos(scratch: Path) -> bool:
    _, _, seconds = _drafted(scratch / "photos", 400, 100)
    return _told("export, 100 photos, 3 formats", seconds, _EXPORT_LIMIT)


def _drafted(folder: Path, messages: int, photos: int) -> tuple[Report, Trip, float]:
    """The report, its trip, and how long its export takes; a report without every photo is an error."""
    chat = make_trip(folder / "chat", messages, photos)
    with Store.open(folder / "home") as store:
        number = import_export(store, chat, "", _NOW).trip
        desk = Desk(store, {"offline": OfflineWriter()})
        draft = asyncio.run(desk.draft(number, "offline", _NOW, TODAY))
        report, trip = draft.report, draft.trip_then
        assert report is not None
        assert trip is not None
        assert _photos_in(report) == photos, f"{_photos_in(report)} of {photos} photos are in the report"
        began = time.perf_counter()
        desk.export(number, ["odt", "docx", "pdf"])
        return report, trip, time.perf_counter() - began


def _photos_in(report: Report) -> int:
    return sum(len(b.items) for _, s in report.walk() for b in s.blocks if isinstance(b, Photos))


def _times(work: Callable[[], object], times: int = 20) -> list[float]:
    """Seconds of each run; the first fills what is remembered of the texts."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return found


def _told(name: str, seconds: float, limit: float) -> bool:
    met = seconds <= limit
    print(f"{name:34} {seconds * 1000:8.1f} ms, limit {limit * 1000:.0f} ms: {'PASS' if met else 'FAIL'}")
    return met


if __name__ == "__main__":
    sys.exit(main())
