"""Prints for people and for programs: JSON alone on stdout, everything else on stderr."""

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

from drafting.filling import FINISHED
from drafting.finding import Finding, Severity

_NAMES = {Severity.ERROR: "錯誤", Severity.WARNING: "注意", Severity.INFO: "說明"}
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def as_json(value: Any) -> None:
    """One JSON document on stdout and nothing else."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def progress(title: str, done: int, total: int) -> None:
    """How far the writing is, on stderr; one line that is written over where a person looks on."""
    text = f"撰寫中 {done}/{total}　{title}"
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{text}" + ("\n" if title == FINISHED else ""), err=True, nl=False)
    elif title == FINISHED:
        click.echo(text, err=True)


def findings(found: Sequence[Finding], *, err: bool = False) -> None:
    """The findings, errors first, each with where it is and what to do."""
    order = list(Severity)
    for finding in sorted(found, key=lambda f: order.index(f.severity)):
        head = click.style(f"{_NAMES[finding.severity]} {finding.check}", fg=_COLOURS[finding.severity])
        rests = f"（依據 {'、'.join(finding.sources)}）" if finding.sources else ""
        click.echo(f"  {head} {finding.where.rstrip('：:')}：{finding.message}{rests}", err=err)
        if finding.quote:
            click.echo(click.style(f"    原文：{' '.join(finding.quote.split())}", dim=True), err=err)
    numbers = [sum(f.severity is s for f in found) for s in order]
    click.echo(f"錯誤 {numbers[0]} 項、注意 {numbers[1]} 項、說明 {numbers[2]} 項。", err=err)


def counts(numbers: Mapping[str, Mapping[str, int]], names: Mapping[str, str]) -> None:
    """The three counts of each part that has text."""
    for key, three in numbers.items():
        if three["characters"]:
            click.echo(
                f"  {names.get(key, key)}：中文字 {three['cjk']}、文書軟體計 {three['word']}、"
                f"不含空白字元 {three['characters']}"
            )
