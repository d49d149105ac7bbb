"""Writes the parts of the documents that the code knows better: ``python -m suixing.reference``, or ``--check``.

A page holds a block between ``<!-- generated: NAME -->`` and ``<!-- end -->``; ``BLOCKS`` gives what stands there.
"""

import ast
import inspect
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import click
from pydantic import SecretStr

from drafting.checks import CHECKS
from drafting.form import all_forms
from suixing.cli import cli
from suixing.form_lines import values_of
from suixing.settings import Settings

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"(<!-- generated: ([a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
_CHANGES = re.compile(r"\b[0-9a-f]{16}(?=…)|（\d+ KB）|^全程 .*?。", re.MULTILINE)
"""What two runs of the demonstration do not have in common: the digest, sizes of files, and the seconds."""
_CHAT_LINES = 6


def main(arguments: Sequence[str], root: Path = ROOT) -> int:
    """Renew every page below ``root``, or with ``--check`` only name those that are stale; 1 if there are any."""
    check = "--check" in arguments
    stale = False
    for page in pages(root):
        text = page.read_text("utf-8")
        if (now := renewed(text)) == text:
            continue
        stale = True
        if check:
            click.echo(f"{page.relative_to(root)} is stale: run `python -m suixing.reference`", err=True)
        else:
            page.write_text(now, "utf-8")
            click.echo(f"renewed {page.relative_to(root)}")
    return int(stale and check)


def pages(root: Path) -> list[Path]:
    """The documents that may hold generated blocks."""
    return [*sorted(root.glob("README*.md")), *sorted((root / "docs").rglob("*.md"))]


def renewed(text: str) -> str:
    """The page with its generated blocks as they are now; raises KeyError for a block that nobody writes."""
    return _BLOCK.sub(lambda m: f"{m[1]}\n{BLOCKS[m[2]]()}\n\n{m[3]}", text)


@cache
def demo() -> str:
    """What ``suixing demo`` prints, with most of the chat left out, and without what no two runs share."""
    with tempfile.TemporaryDirectory() as scratch:
        done = subprocess.run(
            [sys.executable, "-m", "suixing", "demo"],
            cwd=scratch,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=False,
        )
    if done.returncode:
        raise SystemExit(
            f"suixing demo ended with {done.returncode}: {done.stderr.decode('utf-8', 'replace')}"
        )
    lines = _CHANGES.sub("", done.stdout.decode("utf-8")).strip().splitlines()
    chat_ends = lines.index("", 1)
    shown = [*lines[: _CHAT_LINES + 1], "  …", *lines[chat_ends:]]
    return _fenced("text", ["$ suixing demo", *shown])


def layers() -> str:
    """The import order, from the contract that import-linter checks."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    order: list[str] = next(c["layers"] for c in contracts if c["type"] == "layers" and "containers" not in c)
    return _fenced(
        "text",
        [f"{number}  {layer}" for number, layer in zip(range(len(order) - 1, -1, -1), order, strict=True)],
    )


def packages(*, inner: bool = False) -> str:
    """The packages with what each does, from the top of the import order; ``inner`` names their folders as well."""
    rows: list[tuple[str, str]] = []
    for name in ("suixing", "bot", "export", "storage", "drafting", "prompts"):
        inits = [
            ROOT / name / "__init__.py",
            *(sorted((ROOT / name).rglob("*/__init__.py")) if inner else []),
        ]
        for init in inits:
            depth = len(init.relative_to(ROOT).parts) - 2
            rows.append(("  " * depth + init.parent.name + "/", _purpose(init)))
    width = max(len(name) for name, _ in rows) + 2
    return _fenced("text", [f"{name:<{width}}{purpose}" for name, purpose in rows])


def settings() -> str:
    """Every environment variable with its default."""
    rows = []
    for name, field in Settings.model_fields.items():
        value = "the user's data folder" if field.default_factory else _default(field.default)
        rows.append(
            [f"`{Settings.model_config['env_prefix']}{name.upper()}`", value, field.description or ""]
        )
    return _table(["variable", "default", "meaning"], rows)


def commands() -> str:
    """Every command with its usage and the first paragraph of its help."""
    rows = []
    for context in _contexts():
        about = inspect.cleandoc(context.command.help or "").partition("\n\n")[0].replace("\n", " ")
        rows.append([f"`{_usage(context)}`", about])
    return _table(["command", "does"], rows)


def options() -> str:
    """Every command with its whole help and its options."""
    parts = []
    for context in _contexts():
        lines = [f"### `{context.command_path}`", "", f"`{_usage(context)}`", ""]
        lines += [inspect.cleandoc(context.command.help or ""), ""]
        for option in context.command.params:
            if isinstance(option, click.Option):
                lines.append(f"- `{_spelled(option)}`{_about(option)}")
        parts.append("\n".join(lines).strip())
    return "\n\n".join(parts)


def checks() -> str:
    """The catalogue of checks, in the order in which they look."""
    rows = [
        [f"`{r.id}`", r.severity.value, r.says, r.source, "yes" if r.needs_material else "no", f"`{r.name}`"]
        for r in CHECKS
    ]
    return _table(["id", "severity", "rule", "source of the rule", "needs material", "function"], rows)


def check_examples() -> str:
    """The two examples of every check, which a test runs."""
    parts = [
        f"### `{r.id}` {r.says}\n\nGood:\n\n{_fenced('text', r.good.splitlines())}\n\nBad:\n\n{_fenced('text', r.bad.splitlines())}"
        for r in CHECKS
    ]
    return "\n\n".join(parts)


def forms() -> str:
    """Every form, value by value, with where it comes from and how sure it is."""
    parts = []
    for form in all_forms():
        rows = [
            [what, value, known.confidence.value, f"{known.verified_on}", known.source]
            for what, value, known in values_of(form)
        ]
        head = f"### `{form.key}` {form.name}\n\n{form.summary}\n\n"
        parts.append(head + _table(["what", "value", "confidence", "verified on", "source"], rows))
    return "\n\n".join(parts)


BLOCKS: dict[str, Callable[[], str]] = {
    "demo": demo,
    "layers": layers,
    "packages": packages,
    "folders": lambda: packages(inner=True),
    "settings": settings,
    "commands": commands,
    "options": options,
    "checks": checks,
    "check-examples": check_examples,
    "forms": forms,
}


def _contexts(parent: click.Context | None = None) -> Iterator[click.Context]:
    """Every command that does something, commands of groups included, in the order of the help."""
    context = parent or click.Context(cli, info_name="suixing")
    group = context.command
    if not isinstance(group, click.Group):
        yield context
        return
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None:
            yield from _contexts(click.Context(command, info_name=name, parent=context))


def _usage(context: click.Context) -> str:
    pieces = [context.command_path.partition(" ")[2]]
    for parameter in context.command.params:
        if isinstance(parameter, click.Argument):
            pieces.append(parameter.metavar or (parameter.name or "").upper())
        elif isinstance(parameter, click.Option):
            spelled = _spelled(parameter) if parameter.required else f"[{_spelled(parameter)}]"
            pieces.append(spelled + ("…" if parameter.multiple else ""))
    return " ".join(pieces)


def _spelled(option: click.Option) -> str:
    kind = option.type
    if option.is_flag:
        return option.opts[-1]
    if isinstance(kind, click.Choice):
        value = "|".join(map(str, kind.choices))
    elif isinstance(kind, click.DateTime):
        value = "DATE"
    elif isinstance(kind, click.Path):
        value = "PATH" if kind.file_okay else "DIR"
    else:
        value = option.metavar or kind.name.upper()
    return f"{option.opts[-1]} {value}"


def _about(option: click.Option) -> str:
    notes = ["required"] if option.required else []
    if option.show_default:
        notes.append(f"default: `{option.default}`")
    about = f": {option.help.rstrip('.')}" if option.help else ""
    return about + (f" ({'; '.join(notes)})" if notes else "")


def _purpose(module: Path) -> str:
    told = ast.get_docstring(ast.parse(module.read_text("utf-8"))) or ""
    sentence = told.replace("\n", " ").replace("``", "")
    return re.split(r"\.(?: |$)", sentence)[0]


def _default(value: object) -> str:
    told = value.get_secret_value() if isinstance(value, SecretStr) else str(value)
    return f"`{told}`" if told else "–"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def _fenced(language: str, lines: Iterable[str]) -> str:
    return "\n".join([f"```{language}", *lines, "```"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
