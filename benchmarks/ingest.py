"""Updates per second, stored and with an answer each, beside bare python-telegram-bot in the same run; memory over 100,000.

``python -m benchmarks.ingest [ROUNDS] [UPDATES] [REPLIES] [MANY]``. Two bots, each a process, take turns at one server (turns.py) in the order
ABBA…, for other work on the machine changes its speed by half from one second to the next; a round is a turn of each, the first
round is not counted, and a share is the median over the rounds. All share one processor where the system lets them: two may be
halves of one core, and then a bot is slower while its server works beside it. Neither bot limits its rate.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
STORED, REPLY = 0.85, 1.5
"""What the stored figures are to reach, as a share of the bare ones."""

_CHATS = 20
_MEMORY_SLACK = 1.10


class Match(NamedTuple):
    """``rates`` in updates a second and ``cpu`` in microseconds each: by bot, a figure for each round."""

    rates: dict[str, list[float]]
    cpu: dict[str, list[float]]
    memory: dict[str, list[int]]

    def rate(self, which: str) -> float:
        return statistics.median(self.rates[which])

    def share(self, which: str, of: str) -> float:
        """The median over the rounds of what one bot does of the other's rate."""
        return statistics.median(a / b for a, b in zip(self.rates[which], self.rates[of], strict=True))

    def spread(self, which: str, of: str) -> str:
        shares = sorted(a / b for a, b in zip(self.rates[which], self.rates[of], strict=True))
        return f"{shares[len(shares) // 4]:.2f} to {shares[-1 - len(shares) // 4]:.2f}"

    def line(self, title: str, which: str) -> str:
        return f"  {title:58} {self.rate(which):6,.0f}/s  {statistics.median(self.cpu[which]):4,.0f} µs of CPU each"


def match(bots: list[str], rounds: int, updates: int) -> Match:
    """So many rounds, after a first one that is not counted, of so many updates a turn."""
    order = [bot for number in range(rounds + 1) for bot in (bots if number % 2 == 0 else bots[::-1])]
    with _server(order, updates) as url, ExitStack() as stack:
        running = {}
        for bot in bots:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            command = [
                sys.executable,
                "-m",
                "benchmarks.ingest_bot",
                bot,
                url,
                str(rounds + 1),
                str(updates),
                folder,
            ]
            running[bot] = stack.enter_context(
                subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
            )
        printed = {bot: process.communicate()[0] for bot, process in running.items()}
        assert not any(process.returncode for process in running.values()), "a bot ended with an error"
        with urllib.request.urlopen(f"{url}/stats") as answer:  # noqa: S310 - our own server
            told = json.load(answer)
    for bot in bots:
        wanted = updates * (rounds + 1) if bot.endswith("-reply") else 0
        assert told["sent"][bot] >= wanted, f"{told['sent'][bot]} answers to {wanted} updates"
    turns = {bot: [turn for turn in told["turns"] if turn["token"] == bot][1:] for bot in bots}
    return Match(
        {bot: [updates / turn["seconds"] for turn in taken] for bot, taken in turns.items()},
        {bot: [turn["cpu"] / updates * 1e6 for turn in taken] for bot, taken in turns.items()},
        {bot: json.loads(text.splitlines()[-1])["memory"] for bot, text in printed.items()},
    )


@contextmanager
def _server(order: list[str], updates: int) -> Iterator[str]:
    command = [sys.executable, "-m", "benchmarks.turns", str(_CHATS), str(updates), *order]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            yield f"http://127.0.0.1:{int(server.stdout.readline())}"
        finally:
            server.terminate()


def main(rounds: int = 11, updates: int = 8_000, replies: int = 600, many: int = 100_000) -> int:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # of those that are started from here, too
    plain = match(["bare", "stored"], rounds, updates)
    whole = match(["bare", "notes"], max(1, rounds // 3), updates // 4)
    reply = match(["bare-reply", "stored-reply"], rounds, replies)
    stored, notes = plain.share("stored", "bare"), whole.share("notes", "bare")
    replied = reply.share("stored-reply", "bare-reply")
    print(f"""updates per second, fsync on, median of {rounds} rounds of {updates:,} updates each (answered: {replies:,})
{plain.line("bare python-telegram-bot, handler in memory", "bare")}
{plain.line("the same handler behind inbox and lanes", "stored")}
    {stored:.2f} of bare (middle half of the rounds {plain.spread("stored", "bare")}), wanted {STORED}
{whole.line("the whole bot: admission, and each update a note", "notes")}
    {notes:.2f} of bare
with one answer each
{reply.line("bare python-telegram-bot", "bare-reply")}
{reply.line("through inbox, lanes and outbox", "stored-reply")}
    {replied:.2f} of bare (middle half {reply.spread("stored-reply", "bare-reply")}), wanted {REPLY}""")
    tenth = many // 10
    memory = match(["stored"], 9, tenth).memory["stored"]
    print(f"\nmemory in MB after each tenth of {many:,} updates: {', '.join(map(str, memory))}")
    held = stored >= STORED and replied >= REPLY and memory[-1] <= memory[0] * _MEMORY_SLACK
    print("all held" if held else "NOT all held")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
