"""The crash drill: the real bot is killed again and again while twenty travellers send, and nothing may be lost.

``python -m benchmarks.drill [KILLS] [UPDATES] [SEED]``. Each life of the bot is a process of its own, forked from one
that has imported everything, with the real store, desk and wiring; it talks over loopback with fake_telegram.py. It is
ended with SIGKILL after a random time, between its first breath and a few seconds. At last it is left alone until all
is done, stopped with SIGTERM, and what is in the database is compared with what was sent.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.drill_updates import FIRST_CHAT, Backlog, backlog
from bot.desk import Desk
from bot.replies import notice
from bot.running import run
from drafting.offline.writer import OfflineWriter
from storage.role import Role
from storage.store import Store

ROOT = Path(__file__).parents[1]
CHATS = 20
_TOKEN = "1:DRILL"  # noqa: S105 - nobody checks it
_PATIENCE = 240  # seconds for what is left after the last kill


def live(url: str, home: Path) -> int:
    """Start one life; its process number."""
    child = os.fork()
    if child:
        return child
    try:
        with Store.open(home) as store:
            run(_TOKEN, url, home, store=store, desk=Desk(store, {"offline": OfflineWriter()}), clock=_now)
    except BaseException as error:
        print(f"a life ended by itself: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
        os._exit(3)
    os._exit(0)


def drill(url: str, home: Path, kills: int, seed: int) -> tuple[Counter[str], float]:
    """Kill and start again; what each kill interrupted. Ends when all updates were handed out and all kills are done."""
    dice = random.Random(seed)  # noqa: S311 - a drill, no secret
    struck: Counter[str] = Counter()
    with Store.open(home) as store:
        while struck["kills"] < kills or _left(url):
            child = live(url, home)
            time.sleep(dice.choice((dice.uniform(0.0, 0.4), dice.uniform(0.2, 1.6), dice.uniform(0.2, 1.6))))
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            assert os.WIFSIGNALED(status), "a life ended before it was killed"
            struck["kills"] += 1
            _note(store, struck)
            if struck["kills"] % 20 == 0:
                print(f"{struck['kills']} kills, {_left(url)} updates left", file=sys.stderr, flush=True)
        child = live(url, home)
        began = time.monotonic()
        while (_unfinished(store) or not store.settled(_now())) and time.monotonic() - began < _PATIENCE:
            time.sleep(0.2)
        stopping = time.monotonic()
        os.kill(child, signal.SIGTERM)
        os.waitpid(child, 0)
    return struck, time.monotonic() - stopping


def verdict(store: Store, sent: Backlog) -> dict[str, int]:
    """What is wrong in the database, by kind; all zero is a pass."""
    wrong: Counter[str] = Counter()
    for chat in range(FIRST_CHAT, FIRST_CHAT + CHATS):
        trip = store.trips.current(chat)
        pieces = store.trips.material(trip) if trip is not None else ()
        by_message: dict[int, list[str]] = {}
        for piece in pieces:
            for number in piece.message_ids:
                by_message.setdefault(number, []).append(piece.ref)
        texts = {number: piece.text for piece in pieces for number in piece.message_ids}
        notes, files = sent.notes.get(chat, []), sent.files.get(chat, [])
        wanted = {number for number, _ in notes} | set(files)
        wrong["lost"] += len(wanted - by_message.keys())
        wrong["not as last edited"] += sum(
            texts.get(number) != text for number, text in notes if number in texts
        )
        wrong["doubled"] += sum(len(refs) - 1 for refs in by_message.values())
        wrong["doubled"] += len(pieces) - len({piece.ref for piece in pieces})
        wrong["out of order"] += _disorder(by_message)
        wrong["from nowhere"] += len(by_message.keys() - wanted)
        held = {
            number for piece in pieces if piece.file and piece.file.content for number in piece.message_ids
        }
        wrong["files missing"] += len(set(files) - held)
    updates = Counter(row.state for row in store.inbox.list())
    wrong["updates not ticked off"] += sum(n for state, n in updates.items() if state != "done")
    wrong["updates not stored"] += len(sent.updates) - len(store.inbox.list())
    wrong["jobs not ended"] += _unfinished(store) + len(store.jobs.list("dead"))
    wrong["messages not sent"] += len(store.outbox.list("waiting")) + len(store.outbox.list("dead"))
    wrong["drafts not ended"] += len(store.drafts.requested())
    asked = sum(job.kind == "draft" and job.state == "done" for job in store.jobs.list())
    written = sum(len(store.drafts.versions(trip)) for trip in store.trips.ids())
    wrong["drafts written twice"] += max(written - asked, 0)
    return dict(wrong)


def _unfinished(store: Store) -> int:
    """Work that is still to be done, now or after a pause; reminders are for later days."""
    return sum(job.kind != "remind" for job in store.jobs.list("waiting"))


def _disorder(by_message: dict[int, list[str]]) -> int:
    """References are given in the order of arrival: within a letter they must rise with the message."""
    wrong, last = 0, dict[str, int]()
    for number in sorted(by_message):
        for ref in by_message[number]:
            wrong += int(ref[1:]) <= last.get(ref[0], 0)
            last[ref[0]] = int(ref[1:])
    return wrong


def _note(store: Store, struck: Counter[str]) -> None:
    """What was under way when the kill came, as the rows tell."""
    waiting = store.inbox.waiting()
    struck["with updates under way"] += bool(waiting)
    struck["with an album under way"] += any(
        "media_group_id" in row.raw.get("message", {}) for row in waiting
    )
    for kind in ("download", "draft"):
        struck[f"during a {kind}"] += any(job.leases for job in store.jobs.waiting(kind))
    struck["with messages still to send"] += bool(store.outbox.waiting())


def _left(url: str) -> int:
    with urllib.request.urlopen(f"{url}/stats", timeout=30) as answer:  # noqa: S310 - our own server
        return int(json.load(answer)["left"])


def _now() -> datetime:
    return datetime.now(UTC)


def main(kills: int = 210, updates: int = 5000, seed: int = 1) -> int:
    began = time.monotonic()
    sent = backlog(updates, CHATS, seed)
    rate = len(sent.updates) / (kills * 1.1)
    server = [
        sys.executable,
        "-m",
        "benchmarks.fake_telegram",
        str(updates),
        str(CHATS),
        str(seed),
        str(rate),
    ]
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(server, cwd=ROOT, stdout=subprocess.PIPE, text=True) as telegram,
    ):
        try:
            assert telegram.stdout is not None
            url, home = f"http://127.0.0.1:{int(telegram.stdout.readline())}", Path(folder)
            with Store.open(home) as store:
                for chat in range(FIRST_CHAT, FIRST_CHAT + CHATS):
                    store.people.add(chat, Role.ADMIN, "林測試", _now())
                    store.consents.agree(chat, notice.VERSION, _now())
            struck, stopped = drill(url, home, kills, seed)
            with Store.open(home) as store:
                wrong = verdict(store, sent)
                drafts = Counter(job.state for job in store.jobs.list() if job.kind == "draft")
        finally:
            telegram.terminate()
    files = sum(map(len, sent.files.values()))
    print(
        f"\n{len(sent.updates):,} updates from {CHATS} chats ({files} files, {sent.drafts} times /draft), seed {seed}"
    )
    print("; ".join(f"{what} {count}" for what, count in struck.items()))
    print(f"draft jobs by state: {dict(drafts)}; the last life ended {stopped:.1f} s after SIGTERM")
    print("; ".join(f"{what} {count}" for what, count in wrong.items()))
    held = not any(wrong.values()) and stopped < 5 and struck["kills"] >= kills
    print(f"{'all held' if held else 'NOT all held'}, in {time.monotonic() - began:.0f} s")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
