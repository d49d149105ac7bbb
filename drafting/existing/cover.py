"""The blanks that a cover and the tables of an English report fill without a label beside them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafting.dates import find_dates
from drafting.existing.blocks import TableBlock
from drafting.form import Form

_HEAD = re.compile(r"\s*(?:公務)?出國報告\s*[（(]\s*出國類別\s*[:：]\s*(?P<category>[^）)]*)[）)]\s*")
_LABELLED = re.compile(r"\S{2,24}\s?[:：]")
_LONGEST_NAME = 3  # lines that the name of a report takes on a cover


def has_cover(lines: Sequence[str]) -> bool:
    """Whether the report begins with the cover of 行政院附件一: 出國報告（出國類別：…）, then its name."""
    first = next((line for line in lines if line.strip()), "")
    return bool(_HEAD.fullmatch(first))


def cover_fields(lines: Sequence[str], form: Form) -> dict[str, str]:
    """The category in the head of the cover, and the name below it; of a report without cover, the lines after its title."""
    there = [line.strip() for line in lines if line.strip()]
    if not there:
        return {}
    head = _HEAD.fullmatch(there[0])
    if not head and (there[0] != form.title or "title" not in form.front.pages):
        return {}
    name: list[str] = []
    for line in there[1 : 1 + _LONGEST_NAME]:
        if _LABELLED.match(line) and "「" not in line.split("：")[0]:
            break
        name.append(line)
    found = {
        "report_name": re.sub(r"(?<=[\x21-\x7e])\n(?=[\x21-\x7e])", " ", "\n".join(name)).replace("\n", "")
    }
    if head:
        found |= {"category_line": head["category"].strip(), "purposes": head["category"].strip()}
    return {key: value for key, value in found.items() if value and form.field(key)}


def table_fields(tables: Sequence[TableBlock], form: Form) -> dict[str, str]:
    """What tables of two columns tell by the labels of the form, and a table of dates and names by its head."""
    found: dict[str, str] = {}
    for table in tables:
        for key, value in (*_detailed(table, form), *_dated(table, form), *_named(table, form)):
            if value and form.field(key):
                found.setdefault(key, value)
    return found


def line_fields(lines: Sequence[str], form: Form) -> dict[str, str]:
    """As ``table_fields``, where the tables came as lines, as they do from a PDF."""
    heads = {
        " ".join(h.split()) for h in (" ".join(form.words.dates_columns), " ".join(form.words.member_columns))
    }
    tables: list[TableBlock] = []
    for head, row in pairwise(" ".join(line.split()) for line in lines):
        if head not in heads:
            continue
        if found := find_dates(row):
            dates = (found[0].text, found[-1].text, row[found[-1].end :].strip())
            tables.append(TableBlock(rows=(form.words.dates_columns, dates)))
        else:
            tables.append(TableBlock(rows=(form.words.member_columns, tuple(row.split(" ", 3)))))
    return table_fields(tables, form)


def _detailed(table: TableBlock, form: Form) -> Iterator[tuple[str, str]]:
    labels = {_plain(field.label): field.key for field in form.fields}
    for row in table.rows:
        if len(row) == 2 and (key := labels.get(_plain(row[0]))):
            yield key, row[1].strip()


def _dated(table: TableBlock, form: Form) -> Iterator[tuple[str, str]]:
    if len(table.rows) > 1 and _same(table.rows[0], form.words.dates_columns):
        start, end, regions = (row.strip() for row in table.rows[1][:3])
        yield "period", f"{start} to {end}" if start != end else start
        yield "regions", regions


def _named(table: TableBlock, form: Form) -> Iterator[tuple[str, str]]:
    if len(table.rows) > 1 and _same(table.rows[0], form.words.member_columns):
        rows = (row for row in table.rows[1:] if len(row) > 3)
        yield "travellers", "\n".join(f"{row[3].strip()}/{row[1].strip()}/{row[2].strip()}" for row in rows)


def _same(row: Sequence[str], heads: Sequence[str]) -> bool:
    return [_plain(cell) for cell in row] == [_plain(head) for head in heads]


def _plain(text: str) -> str:
    return re.sub(r"[\s：:]", "", text).lower()
