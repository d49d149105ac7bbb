"""Keeps the catalogs of translations in step with the code: ``python -m suixing.catalog``, or ``--check``.

Every sentence in ``_("…")`` or ``phrase("…")`` below ``FOLDERS`` has one entry in each ``bot/locale/*/…/suixing.po``,
sorted by the sentence, without line numbers or dates, so that two branches seldom touch the same lines.
"""

import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
FOLDERS = ("bot", "drafting", "export", "storage")
KEYWORDS: Mapping[str, tuple[int, ...] | None] = {"_": None, "phrase": None, "PaperUnreadable": (2,)}
_BLANK = re.compile(r"\{(\w+)\}")
_HEAD = (
    "# What the bot says, in another language than the zh-TW of the code. `just catalog` adds new sentences\n"
    "# with an empty msgstr and takes out those that nobody says any more; tests/architecture/test_catalog.py checks it.\n"
)


def main(arguments: Sequence[str], root: Path = ROOT) -> int:
    """Renew every catalog below ``root``, or with ``--check`` only say what is wrong with them; 1 if anything is."""
    said = sentences(root)
    wrong = 0
    for path in catalogs(root):
        if "--check" not in arguments:
            renew(path, said)
        for problem in problems(path, said):
            wrong += 1
            click.echo(f"{path.relative_to(root)}: {problem}", err=True)
    return int(wrong > 0)


def catalogs(root: Path) -> list[Path]:
    """The catalog of every language."""
    return sorted((root / "bot" / "locale").glob("*/LC_MESSAGES/suixing.po"))


def sentences(root: Path) -> list[str]:
    """Every sentence that the code wants translated, in the order of their characters."""
    found: set[str] = set()
    for folder in FOLDERS:
        for _, _, message, _, _ in extract_from_dir(
            root / folder, method_map=[("**.py", "python")], keywords=KEYWORDS
        ):
            found.add(message if isinstance(message, str) else message[0])
    return sorted(found)


def renew(path: Path, said: Sequence[str]) -> None:
    """Write the catalog anew: what is known stays, what is new waits for its translation, the rest goes."""
    known = _read(path)
    new = Catalog(locale=known.locale, fuzzy=False, header_comment=_HEAD.rstrip())
    for sentence in said:
        entry = known.get(sentence)
        new.add(sentence, entry.string if entry else "")
    with path.open("wb") as file:
        write_po(file, new, width=0, no_location=True, omit_header=True, sort_output=True)
    body = path.read_text("utf-8").lstrip("\n")
    head = f'msgid ""\nmsgstr ""\n"Language: {known.locale}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    path.write_text(_HEAD + head + body, "utf-8")


def problems(path: Path, said: Sequence[str]) -> list[str]:
    """What is wrong with a catalog: sentences without translation, other blanks than in the code, idle entries."""
    known = _read(path)
    found = []
    for sentence in said:
        entry = known.get(sentence)
        if entry is None or not entry.string:
            found.append(f"no translation of {sentence!r}")
        elif blanks(sentence) != blanks(str(entry.string)):
            found.append(f"other blanks in the translation of {sentence!r}")
    idle = sorted({str(entry.id) for entry in known if entry.id} - set(said))
    return [*found, *(f"nobody says {sentence!r}" for sentence in idle)]


def blanks(text: str) -> set[str]:
    """The names of the blanks in a sentence."""
    return set(_BLANK.findall(text))


def _read(path: Path) -> Catalog:
    language = path.parts[-3]
    if not path.is_file():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
