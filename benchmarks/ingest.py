"""Updates per second, stored and with an answer each, beside bare python-telegram-bot in the same run; memory over 100,000.

``python -m benchmarks.ingest [ROUNDS] [UPDATES] [REPLIES] [MANY]``. Each figure is the median of the rounds, whose order
alternates, because other work on the machine hits whatever runs just then. Both bots ask the same server
(fake_telegram.py), a process of its own; neither limits its rate.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
STORED, REPLY = 0.85, 1.5
"""What the stored figures are to reach, as a share of the bare ones."""

_MEMORY_SLACK = 1.10


def measured(which: str, updates: int) -> dict[str, Any]:
    """One run of one bot against a fresh server."""
    command = [sys.executable, "-m", "benchmarks.fake_telegram", str(updates), "20"]
    with (
        tempfile.TemporaryDirectory(dir=ROOT / "build" if (ROOT / "build").is_dir() else None) as folder,
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server,
    ):
        try:
            assert server.stdout is not None
            url = f"http://127.0.0.1:{int(server.stdout.readline())}"
            bot = [sys.executable, "-m", "benchmarks.ingest_bot", which, url, str(updates), folder]
            done = subprocess.run(bot, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
            result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
            if which.endswith("-reply"):
                with urllib.request.urlopen(f"{url}/stats") as answer:  # noqa: S310 - our own server
                    sent = json.load(answer)["sent"]
                assert sent == updates, f"{sent} answers to {updates} updates"
        finally:
            server.terminate()
    return result


def compared(pairs: list[tuple[str, int]], rounds: int) -> dict[str, float]:
    """The median rate of each bot; progress, and CPU time for each update, on stderr."""
    rates: dict[str, list[float]] = {which: [] for which, _ in pairs}
    for number in range(rounds):
        for which, updates in pairs if number % 2 == 0 else reversed(pairs):
            found = measured(which, updates)
            rates[which].append(found["rate"])
            told = f"round {number + 1}: {which} {found['rate']:,.0f}/s, {found['cpu']:,.0f} µs of CPU each"
            print(told, file=sys.stderr, flush=True)
    return {which: statistics.median(measured_rates) for which, measured_rates in rates.items()}


def main(rounds: int = 3, updates: int = 20_000, replies: int = 3_000, many: int = 100_000) -> int:
    pairs = [("bare", updates), ("stored", updates), ("notes", updates // 4)]
    rate = compared(pairs, rounds) | compared([("bare-reply", replies), ("stored-reply", replies)], rounds)
    print(f"""
updates per second, fsync on, median of {rounds} runs
  bare python-telegram-bot, handler in memory                {rate["bare"]:8,.0f}
  the same handler behind inbox and lanes (stored, ticked off) {rate["stored"]:6,.0f}   {rate["stored"] / rate["bare"]:.2f} of bare (wanted {STORED})
  the whole bot: admission, and each update a note of a trip {rate["notes"]:8,.0f}   {rate["notes"] / rate["bare"]:.2f} of bare
with one answer each
  bare python-telegram-bot                                   {rate["bare-reply"]:8,.0f}
  through inbox, lanes and outbox                            {rate["stored-reply"]:8,.0f}   {rate["stored-reply"] / rate["bare-reply"]:.2f} of bare (wanted {REPLY})""")
    memory = measured("stored", many)["memory"]
    print(f"\nmemory in MB after each tenth of {many:,} updates: {', '.join(map(str, memory))}")
    flat = memory[-1] <= memory[0] * _MEMORY_SLACK
    held = (
        rate["stored"] >= STORED * rate["bare"]
        and rate["stored-reply"] >= REPLY * rate["bare-reply"]
        and flat
    )
    print("all held" if held else "NOT all held")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
