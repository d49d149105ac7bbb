"""Writes one draft of a home against a stub, as the desk does, and says in JSON what came of it.

python -m benchmarks.drafting_run HOME URL SLOTS
"""

import asyncio
import json
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path

from bot.desk import Desk
from drafting.material import Material
from drafting.openai_writer import OpenAIWriter
from drafting.report import Report
from storage.store import Store

NOW = datetime(2026, 11, 2, 4, tzinfo=UTC)
FIELDS = {
    "report_name": "赴日本考察水務與資料治理",
    "travellers": "柯旅安/某市政府/資訊科/科員",
    "period": "115年10月12日至115年10月16日",
    "regions": "日本",
}


def begin(home: Path, pieces: list[Material]) -> int:
    """A home with one trip of these notes."""
    with Store.open(home) as store:
        trip = store.trips.create(NOW, form="taichung-summary")
        store.trips.keep_all(trip, pieces)
        for field, value in FIELDS.items():
            store.trips.correct(trip, field, value, "bench", NOW)
        return trip


def run(home: Path, url: str, slots: int) -> dict[str, object]:
    """One draft: seconds, calls and tokens as the desk counts them, and the sentences with their sources."""

    async def drafted() -> dict[str, object]:
        with Store.open(home) as store:
            writer = OpenAIWriter(f"{url}/v1", "", "stub", timeout=120, slots=slots)
            began = time.perf_counter()
            draft = await Desk(store, {"openai": writer}).draft(1, "openai", NOW, date(2026, 11, 2))
            seconds = time.perf_counter() - began
            await writer.close()
            report = draft.report
            assert isinstance(report, Report)
            said = [s.model_dump() for section in report.sections for s in section.sentences()]
            return {
                "seconds": seconds,
                "usage": draft.usage.model_dump(),
                "sentences": said,
                "cited": sorted(report.cited()),
                "unused": [u.ref for u in report.unused],
                "failed": [f.problem for f in report.failed],
                "material": {m.ref: m.text for m in store.trips.load(1).material},
                "abstract": len(report.section("abstract").text) if report.section("abstract") else 0,
            }

    return asyncio.run(drafted())


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])), ensure_ascii=False))
