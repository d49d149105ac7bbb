"""Drafts by a model, beside LangChain and gpt-researcher, on the same notes and the same server: ``just bench-drafting``.

The server is a stub that copies (openai_stub.py), so what is measured is orchestration and not prose: calls, tokens, seconds,
whose notes reach a writer, and what a model's mistakes come to. Every limit that is missed makes the exit status 1.
"""

import argparse
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.drafting_notes import folder_of, notes, one_more
from benchmarks.drafting_run import NOW, begin, run
from benchmarks.openai_stub import INVENTED
from benchmarks.peer_environments import python_of, tokenizer_folder
from storage.store import Store

HERE = Path(__file__).parent
CHAINS = ("stuff", "map_reduce", "refine")
SIZES = {40: (5, 8), 200: (5, 40)}
SEEDS = (1, 2, 3, 4, 5)
"""Of the stub's luck: each row of mistakes is the sum over these; peers draft once."""
KEEPS = (0.5, 0.0)
"""Shares of what it would have copied that a writer on one slot only names (0042), beside the one that names all."""
MISTAKES = ((8, 0.0, 0.0), (8, 0.0, 0.05), (8, 0.15, 0.0), (8, 0.15, 0.05), (1, 0.15, 0.05))
"""Slots, and the shares of sentences in which a number or a name is changed, or a wrong source cited."""
DOUBT = "【待確認】"
_met: list[bool] = []


@contextmanager
def stub(**options: float) -> Iterator[str]:
    """The address of a stub of its own."""
    folder = tokenizer_folder()
    python = python_of("gpt-researcher") if folder else Path(sys.executable)
    command = [
        python,
        "-u",
        HERE / "openai_stub.py",
        *(w for k, v in options.items() for w in (f"--{k}", str(v))),
    ]
    environment = os.environ | ({"TIKTOKEN_CACHE_DIR": str(folder)} if folder else {})
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def told(url: str, path: str = "/stats") -> Any:
    with urllib.request.urlopen(url + path, data=b"" if path == "/reset" else None) as answer:  # noqa: S310 - our own
        return json.load(answer)


def peer(url: str, name: str, folder: Path) -> dict[str, Any]:
    """One report by a peer: seconds between its first call and its last, without imports."""
    told(url, "/reset")
    if name == "gpt-researcher":
        command = [python_of(name), HERE / "peers" / "gpt_researcher_local.py", folder, url]
    else:
        command = [python_of("langchain"), HERE / "peers" / "langchain_chains.py", name, folder, url]
    environment = os.environ | {"TIKTOKEN_CACHE_DIR": str(tokenizer_folder() or "")}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        sys.exit(f"{name} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1]) | {"stats": told(url)}


def shipped(sentences: list[dict[str, Any]], material: dict[str, str]) -> int:
    """Numbers (days among them) and names that stand in none of the sources cited, in sentences that are not marked."""
    return sum(
        len(strange(s["text"], " ".join(material.get(ref, "") for ref in s["sources"])))
        for s in sentences
        if DOUBT not in s["text"]
    )


def strange(text: str, sources: str) -> list[str]:
    """What ``text`` claims and ``sources`` do not say; read without the project's own gate."""
    numbers = set(re.findall(r"\d+", sources))
    names = [name for name in INVENTED if name in text and name not in sources]
    return [n for n in re.findall(r"\d+", text) if n not in numbers and n not in _CALENDAR] + names


_CALENDAR = {
    "115",
    "2026",
    "10",
    "12",
    "13",
    "14",
    "15",
    "16",
}  # of the trip; the notes are dated by the chat


def limit(what: str, value: float, most: float) -> None:
    """Say whether a figure is within its limit, and remember it."""
    _met.append(value <= most)
    print(f"  {'ok  ' if value <= most else 'MISS'} {what}: {value:.2f} (limit {most:g})")


def compare(scratch: Path, size: int, at_once: list[int], peers: bool) -> None:
    """The table of one number of notes, on a server with eight slots and on one with one."""
    pieces = notes(*SIZES[size])
    folder = folder_of(pieces, scratch / f"notes-{size}")
    for slots in at_once:
        print(f"\n{size} notes ({sum(len(p.text) for p in pieces)} characters), {slots} slot(s)")
        print(
            f"{'':34}{'calls':>6}{'prompt':>8}{'answer':>8}{'failed':>7}{'at once':>8}{'seconds':>9}{'notes':>10}{'bad':>5}"
        )
        best = float("inf")
        with stub(slots=slots) as url:
            note_tokens = tokens_in(url, pieces)
            for name in (*CHAINS, "gpt-researcher") if peers else ():
                got = peer(url, name, folder)
                best = min(best, got["seconds"])
                reached = sum(any(s in got["report"] for s in sentences(p.text)) for p in pieces)
                row(name, got["stats"], got["seconds"], f"{reached}/{size}", bad_of(got["report"], pieces))
            ours(scratch / f"home-{size}-{slots}", url, size, slots, best, note_tokens)
        for share in KEEPS if slots == 1 else ():
            with stub(slots=1, keep=share) as url:
                home = scratch / f"home-{size}-keeping-{share}"
                begin(home, pieces)
                told(url, "/reset")
                got = run(home, url, 1)
                name = f"… by a writer that names {share:.0%}"
                bad = shipped(got["sentences"], got["material"])
                row(name, told(url), got["seconds"], f"{len(got['cited'])}/{size}", bad)


def ours(home: Path, url: str, size: int, slots: int, best: float, note_tokens: int) -> None:
    """Our rows: first draft, one more note, nothing changed, and the rest after a kill."""
    pieces = notes(*SIZES[size])
    begin(home, pieces)
    told(url, "/reset")
    first = run(home, url, slots)
    seen = "\n".join(told(url, "/prompts"))
    stats = told(url)
    material = first["material"]
    listed = {*first["cited"], *first["unused"]}
    reached = sum(text.split("\n")[0][:40] in seen for text in material.values())
    row(
        "suixing, first draft",
        stats,
        first["seconds"],
        f"{len(first['cited'])}/{size}",
        shipped(first["sentences"], material),
    )
    with Store.open(home) as store:
        store.trips.keep(1, one_more(*SIZES[size]))
    told(url, "/reset")
    more = run(home, url, slots)
    more_stats = told(url)
    row(
        "suixing, one more note",
        more_stats,
        more["seconds"],
        "",
        shipped(more["sentences"], more["material"]),
    )
    told(url, "/reset")
    same = run(home, url, slots)
    same_stats = told(url)
    row("suixing, nothing changed", same_stats, same["seconds"], "", 0)
    half = max(1, stats["answered"] // 2)
    killed, resumed = after_a_kill(home.with_name(home.name + "-killed"), url, size, slots, half)
    row("suixing, the rest after a kill", resumed["stats"], resumed["seconds"], "", 0)
    print(
        f"  killed when {killed['answered']} of {killed['calls']} calls were answered; then {resumed['stats']['calls']} more; unkilled {stats['calls']}"
    )
    print(
        f"  notes that reached a writer {reached}/{size}; cited or listed {len(listed & set(material))}/{len(material)}; abstract {first['abstract']} characters"
    )
    if best < float("inf"):
        limit("wall beside the best peer", first["seconds"] / best, 0.35 if slots == 8 else 1.0)
    limit("prompt tokens beside the notes' own", stats["prompt_tokens"] / note_tokens, 2.5)
    whole = stats["prompt_tokens"] + stats["completion_tokens"]
    limit(
        "one more note beside the first draft, tokens",
        (more_stats["prompt_tokens"] + more_stats["completion_tokens"]) / whole,
        0.35,
    )
    limit("calls where nothing changed", same_stats["calls"], 0)
    limit("notes that reach no writer", size - reached, 0)
    limit("notes neither cited nor listed", len(material) - len(listed & set(material)), 0)


def after_a_kill(
    home: Path, url: str, size: int, slots: int, half: int
) -> tuple[dict[str, Any], dict[str, Any]]:
    """A child is killed when so many of its requests are answered; the next one goes on."""
    begin(home, notes(*SIZES[size]))
    told(url, "/reset")
    child = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.drafting_run", home, url, str(slots)], stdout=subprocess.DEVNULL
    )
    end = time.monotonic() + 300
    while told(url)["answered"] < half and time.monotonic() < end:
        time.sleep(0.02)
    time.sleep(0.1)  # the answer is on its way
    child.send_signal(signal.SIGKILL)
    child.wait()
    killed = told(url)
    while told(url)["running"] and time.monotonic() < end:  # the stub goes on with what nobody waits for
        time.sleep(0.05)
    told(url, "/reset")
    return killed, run(home, url, slots) | {"stats": told(url)}


def mistakes(scratch: Path, peers: bool) -> None:
    """What ships when the model changes a number or a name in a share of its sentences, and cites wrongly in another."""
    print("\nshipped although no source says so (numbers, days, names), 40 notes")
    pieces = notes(*SIZES[40])
    folder = folder_of(pieces, scratch / "notes-mistakes")
    for slots, corrupt, miscite in MISTAKES:
        bad = whole = marked = calls = 0
        line = ""
        for seed in SEEDS if corrupt or miscite else SEEDS[:1]:
            with stub(slots=slots, corrupt=corrupt, miscite=miscite, seed=seed, keep=0.5) as url:
                home = scratch / f"home-{slots}-{corrupt}-{miscite}-{seed}"
                begin(home, pieces)
                got = run(home, url, slots)
                bad += shipped(got["sentences"], got["material"])
                whole += len(got["sentences"])
                marked += sum(DOUBT in s["text"] for s in got["sentences"])
                calls += got["usage"]["calls"]
                if peers and not miscite and seed == SEEDS[0]:
                    line += "".join(
                        f"; {name} {bad_of(peer(url, name, folder)['report'], pieces)}"
                        for name in (*CHAINS, "gpt-researcher")
                    )
        print(
            f"  {slots} slot(s), corruption {corrupt:4.2f}, mis-citation {miscite:4.2f}: suixing {bad} of {whole} sentences ({marked} marked {DOUBT}), {calls} calls{line}"
        )
        limit("shipped unsupported", bad, 0)
    with stub(slots=8, p429=0.15, p500=0.05) as url:
        home = scratch / "home-faults"
        begin(home, pieces)
        got = run(home, url, 8)
        stats = told(url)
        row(
            "suixing, 15 % 429 and 5 % 500",
            stats,
            got["seconds"],
            f"{len(got['cited'])}/40",
            shipped(got["sentences"], got["material"]),
        )
        limit("parts that failed", len(got["failed"]), 0)


def row(name: str, stats: dict[str, Any], seconds: float, reached: str, bad: int) -> None:
    print(
        f"{name:34}{stats['calls']:6}{stats['prompt_tokens']:8}{stats['completion_tokens']:8}{stats['failed']:7}{stats['most_at_once']:8}{seconds:9.1f}{reached:>10}{bad:5}"
    )


def bad_of(report: str, pieces: list[Any]) -> int:
    """What a report without citations claims that stands in no note at all."""
    everything = " ".join(p.text for p in pieces)
    return sum(len(strange(s, everything)) for s in sentences(report))


def sentences(text: str) -> list[str]:
    return [s for s in re.findall(r"[^。！？\n]{6,}", text) if re.search(r"[\u4e00-\u9fff]", s)]


def tokens_in(url: str, pieces: list[Any]) -> int:
    """The notes' own tokens, as the stub counts them."""
    body = {"messages": [{"role": "user", "content": "\n".join(p.text for p in pieces)}]}
    request = urllib.request.Request(f"{url}/v1/chat/completions", json.dumps(body).encode())  # noqa: S310 - our own
    with urllib.request.urlopen(request) as answer:  # noqa: S310
        return int(json.load(answer)["usage"]["prompt_tokens"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="40,200")
    parser.add_argument("--slots", default="8,1")
    parser.add_argument("--no-peers", action="store_true", help="only our own rows")
    parser.add_argument("--only-mistakes", action="store_true")
    parser.add_argument("--no-mistakes", action="store_true")
    options = parser.parse_args()
    print(
        f"{os.cpu_count()} cores; at {NOW:%Y-%m-%d} of the trip's own calendar; tokens: {'o200k' if tokenizer_folder() else 'estimated'}"
    )
    with tempfile.TemporaryDirectory() as scratch:
        for size in [] if options.only_mistakes else map(int, options.sizes.split(",")):
            compare(Path(scratch), size, [*map(int, options.slots.split(","))], not options.no_peers)
        if not options.no_mistakes:
            mistakes(Path(scratch), not options.no_peers)
    print(f"\n{sum(_met)} of {len(_met)} limits met")
    return 0 if all(_met) else 1


if __name__ == "__main__":
    sys.exit(main())
