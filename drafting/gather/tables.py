"""Tables in a message: rows of cells apart by tabs, by | (Markdown) or by two spaces."""

import re
from collections.abc import Iterator

_RULE = re.compile(r"[\s|｜:：\-—–─=+]*")
_GAP = re.compile(r"\t|｜|\|| {2,40}|　{2,40}")

Row = list[str]


def cells(line: str) -> Row:
    """The cells of a line; one cell if it is no row of a table."""
    return [cell.strip() for cell in _GAP.split(line.strip().strip("|｜").strip())]


def tables_in(text: str) -> Iterator[list[Row]]:
    """Every table of at least two rows with equally many cells (Markdown's rule below the head is left out)."""
    table: list[Row] = []
    for line in text.replace("\r", "\n").split("\n"):
        if line.strip() and _RULE.fullmatch(line):
            continue
        row = cells(line)
        if len(row) > 1 and (not table or len(row) == len(table[0])):
            table.append(row)
            continue
        if len(table) > 1:
            yield table
        table = [row] if len(row) > 1 else []
    if len(table) > 1:
        yield table
