"""Measures the gate on Chinese news, through ``suixing ground``: ``just bench-gate`` (``concise`` to develop on, ``rest`` after).

A key word is found when something that the command reports overlaps it where it stands in the text. ``alone`` judges each
key word without its sentence. The baselines look for the key word as it is, and for its numbers with and without their units.
"""

import argparse
import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from benchmarks.gate_news import GOALS, Item, classes_of, news
from drafting.numerals import find_numbers


class Tally(NamedTuple):
    """Counts of key words: rightly found, wrongly found, missed, rightly passed."""

    hits: int
    false: int
    missed: int
    passed: int

    @classmethod
    def of(cls, judged: Iterable[tuple[bool, bool]]) -> "Tally":
        """From pairs of (people said it is wrong, it was found)."""
        rows = list(judged)
        return cls(
            *(rows.count(pair) for pair in ((True, True), (False, True), (True, False), (False, False)))
        )

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hits / max(1, 2 * self.hits + self.false + self.missed)

    def __str__(self) -> str:
        """Precision, recall, F1 and how many."""
        precision = self.hits / max(1, self.hits + self.false)
        recall = self.hits / max(1, self.hits + self.missed)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {self.f1:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="{concise,rest}", help="both if none is named")
    for which in parser.parse_args().sets or ("concise", "rest"):
        items = news(which)
        for script, turn in (("simplified", str), ("traditional", _to_traditional())):
            _measure(which, script, items, [_turned(item, turn) for item in items])


def _measure(which: str, script: str, plain: Sequence[Item], items: Sequence[Item]) -> None:
    """``plain`` are the same items in simplified characters, by which key words are put into classes."""
    started = time.perf_counter()
    whole = _ground((item.text, [item.article]) for item in items)
    took = time.perf_counter() - started
    print(f"\nUHGEval {which}, {script}: {len(items):,} items; suixing ground took {took:.1f} s")
    words = [
        (n, item, word, wrong, kind)
        for n, (item, simple) in enumerate(zip(items, plain, strict=True))
        for (word, wrong), (known, _) in zip(item.keywords, simple.keywords, strict=True)
        for kind in classes_of(known)
    ]
    alone = _ground((word, [item.article]) for _, item, word, *_ in words)
    judged: dict[tuple[str, str], list[tuple[bool, bool]]] = defaultdict(list)
    for (n, item, word, wrong, kind), found in zip(words, alone, strict=True):
        judged[kind, "suixing ground"].append((wrong, _overlaps(item.text, word, whole[n])))
        judged[kind, "… key word alone"].append((wrong, bool(found)))
        judged[kind, "not a substring"].append((wrong, word not in item.article))
        if kind in ("digit keywords", "dates"):
            judged[kind, "number absent"].append((wrong, _number_absent(word, item.article, units=False)))
            judged[kind, "number + unit absent"].append(
                (wrong, _number_absent(word, item.article, units=True))
            )
    for kind, goal in GOALS.items():
        rows = {name: Tally.of(pairs) for (of, name), pairs in judged.items() if of == kind}
        first = next(iter(rows.values()))
        print(f"  {kind}: n {sum(first):,} ({first.hits + first.missed:,} positive), goal F1 {goal}")
        for name, tally in rows.items():
            mark = ("  reached" if tally.f1 >= goal else "  NOT reached") if name == "suixing ground" else ""
            print(f"    {name:22} {tally}{mark}")


def _ground(lines: Iterable[tuple[str, Sequence[str]]]) -> list[list[dict[str, int]]]:
    told = "".join(json.dumps({"text": text, "sources": sources}) + "\n" for text, sources in lines)
    command = [sys.executable, "-m", "suixing", "ground"]
    done = subprocess.run(command, input=told.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line)["unsupported"] for line in done.stdout.splitlines()]


def _overlaps(text: str, word: str, found: Sequence[dict[str, int]]) -> bool:
    at = text.find(word)
    while at >= 0:
        if any(u["start"] < at + len(word) and at < u["end"] for u in found):
            return True
        at = text.find(word, at + 1)
    return False


def _number_absent(word: str, article: str, *, units: bool) -> bool:
    theirs = {(n.value, n.unit if units else "") for n in find_numbers(article)}
    return any((n.value, n.unit if units else "") not in theirs for n in find_numbers(word))


def _turned(item: Item, turn: Callable[[str], str]) -> Item:
    keywords = tuple((turn(word), wrong) for word, wrong in item.keywords)
    return Item(turn(item.article), turn(item.text), keywords)


def _to_traditional() -> Callable[[str], str]:
    import opencc  # noqa: PLC0415 - of the benchmark only: uv run --with

    convert: Callable[[str], str] = opencc.OpenCC("s2twp").convert
    return convert


if __name__ == "__main__":
    main()
