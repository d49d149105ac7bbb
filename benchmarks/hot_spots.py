"""Shows where the time of each step goes: ``python -m benchmarks.hot_spots [MESSAGES PHOTOS]``."""

import asyncio
import cProfile
import pstats
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from benchmarks.make_trip import make_trip
from bot.desk import Desk
from bot.importing import import_export
from drafting.offline.writer import OfflineWriter
from storage.store import Store

_NOW, _TODAY = datetime(2026, 10, 30, 4, 0, tzinfo=UTC), date(2026, 10, 30)
_SHOWN = 14
_T = TypeVar("_T")


def main(messages: int, photos: int) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        chat = make_trip(Path(scratch) / "chat", messages, photos)
        with Store.open(Path(scratch) / "home") as store:
            desk = Desk(store, {"offline": OfflineWriter()})
            number = _profiled("import", lambda: import_export(store, chat, "", _NOW)).trip
            _profiled("draft", lambda: asyncio.run(desk.draft(number, "offline", _NOW, _TODAY)))
            _profiled("check", lambda: desk.check(number, _TODAY))
            _profiled("export", lambda: desk.export(number, ["odt", "docx", "pdf"]))


def _profiled(name: str, work: Callable[[], _T]) -> _T:
    print(f"\n=== {name}")
    profile = cProfile.Profile()
    result = profile.runcall(work)
    pstats.Stats(profile).strip_dirs().sort_stats("tottime").print_stats(_SHOWN)
    return result


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:3])) if len(sys.argv) > 2 else main(4000, 20)
