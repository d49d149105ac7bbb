"""ground: the gate by itself, for scripts and benchmarks."""

import json
import sys
from collections.abc import Sequence

import click

from suixing.statuses import DONE, WRONG


@click.command()
def ground() -> int:
    """Read JSON lines {"text", "sources"} on stdin; answer each with {"unsupported": [{text, kind, start, end}]}."""
    from drafting.grounding import unsupported

    # bytes: what is no UTF-8 must be told, not replaced
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        item = _item(line)
        if item is None:
            click.echo(
                f'第 {number} 行不是 {{"text": "…", "sources": ["…"]}} 這樣的 UTF-8 JSON，請修正後再試。',
                err=True,
            )
            return WRONG
        found = [{"text": u.text, "kind": u.kind, "start": u.start, "end": u.end} for u in unsupported(*item)]
        sys.stdout.write(json.dumps({"unsupported": found}, ensure_ascii=False) + "\n")
    return DONE


def _item(line: bytes) -> tuple[str, Sequence[str]] | None:
    try:
        item = json.loads(line.decode("utf-8-sig"))
        text, sources = item["text"], item["sources"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    whole = isinstance(text, str) and isinstance(sources, list) and all(isinstance(s, str) for s in sources)
    return (text, sources) if whole else None


COMMANDS = {"ground": ground}
