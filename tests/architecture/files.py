"""The files of the project, as a reader of the repository sees them."""

import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("suixing", "bot", "export", "storage", "drafting", "prompts")


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that .gitignore does not leave out. Needs no git, so it also holds in an unpacked archive."""
    patterns = [
        line.strip() for line in (ROOT / ".gitignore").read_text("utf-8").splitlines() if line.strip()
    ]
    return tuple(sorted(_below(ROOT, patterns)))


def python_files(*packages: str) -> list[Path]:
    """The Python files of these packages, or of all packages of the product."""
    wanted = packages or PACKAGES
    return [f for f in project_files() if f.suffix == ".py" and f.relative_to(ROOT).parts[0] in wanted]


def name(file: Path) -> str:
    """How a file is called within the project, the same on every system."""
    return file.relative_to(ROOT).as_posix()


def _below(folder: Path, patterns: list[str]) -> list[Path]:
    found: list[Path] = []
    for entry in folder.iterdir():
        if entry.name == ".git" or any(_ignored(entry, pattern) for pattern in patterns):
            continue
        found += _below(entry, patterns) if entry.is_dir() else [entry]
    return found


def _ignored(entry: Path, pattern: str) -> bool:
    if pattern.endswith("/") and not entry.is_dir():
        return False
    if pattern.startswith("/"):
        return name(entry) == pattern.strip("/")
    return fnmatch.fnmatch(entry.name, pattern.strip("/"))
