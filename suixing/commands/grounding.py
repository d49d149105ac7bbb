"""ground: the gate by itself, for scripts and benchmarks."""

import json
import sys

import click

from suixing.statuses import WRONG


@click.command()
def ground() -> int:
    """Read JSON lines {"text", "sources"} on stdin; answer each with {"unsupported": [{text, kind, start, end}]}."""
    from drafting.grounding import unsupported

    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            text, sources = str(item["text"]), [str(s) for s in item["sources"]]
        except (ValueError, KeyError, TypeError):
            click.echo(f'第 {number} 行不是 {{"text": …, "sources": […]}} 的 JSON，請修正後再試。', err=True)
            return WRONG
        found = [
            {"text": u.text, "kind": u.kind, "start": u.start, "end": u.end}
            for u in unsupported(text, sources)
        ]
        sys.stdout.write(json.dumps({"unsupported": found}, ensure_ascii=False) + "\n")
    return 0


COMMANDS = {"ground": ground}
