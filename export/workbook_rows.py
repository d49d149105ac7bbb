"""The rows of an Excel workbook (.xlsx), as an itinerary comes: what is seen in the cells; formulas are not worked out.

What is given here was found safe by ``paper_kinds``, and is read in the child process of ``paper_child``.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from lxml import etree

from drafting.existing.blocks import OpenedBlock, TableBlock, TextBlock

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_DATES = frozenset((14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58))
_TIMES = frozenset((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56))
"""Numbers of formats that are built in (ECMA-376 part 1, 18.8.30, with those of Chinese editions)."""

_LITERAL = re.compile(r"\"[^\"]*\"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]", re.IGNORECASE)
_MOST_ROWS, _MOST_CELLS = 5000, 60


class _Book(NamedTuple):
    """``days`` and ``clocks`` are the styles of cells that show a date or a time of day."""

    shared: list[str]
    days: frozenset[int]
    clocks: frozenset[int]
    epoch: datetime


def workbook_blocks(content: bytes) -> Iterator[OpenedBlock]:
    """For each visible sheet its name, then its rows as one table; empty rows and columns at the end are left out."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        workbook = _xml(archive, "xl/workbook.xml")
        book = _book(archive, workbook)
        for name, path in _sheets(archive, workbook):
            rows = _rows(_xml(archive, path), book)
            if rows:
                yield TextBlock(text=name)
                yield TableBlock(rows=rows)


def _xml(archive: zipfile.ZipFile, path: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(archive.read(path), parser)


def _sheets(archive: zipfile.ZipFile, workbook: etree._Element) -> Iterator[tuple[str, str]]:
    """Names and paths, in the order in which they are shown."""
    relations = _xml(archive, "xl/_rels/workbook.xml.rels")
    targets = {r.get("Id"): r.get("Target", "") for r in relations.iter(f"{_PACKAGE}Relationship")}
    members = set(archive.namelist())
    for sheet in workbook.iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(f"{_OFFICE}id"), "")
        path = posixpath.normpath(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
        if sheet.get("state", "visible") == "visible" and path in members:
            yield sheet.get("name", ""), path


def _book(archive: zipfile.ZipFile, workbook: etree._Element) -> _Book:
    members = set(archive.namelist())
    shared: list[str] = []
    if "xl/sharedStrings.xml" in members:
        strings = _xml(archive, "xl/sharedStrings.xml")
        shared = [_text(item) for item in strings.iter(f"{_MAIN}si")]
    days: set[int] = set()
    clocks: set[int] = set()
    if "xl/styles.xml" in members:
        styles = _xml(archive, "xl/styles.xml")
        own = {int(f.get("numFmtId", "0")): f.get("formatCode", "") for f in styles.iter(f"{_MAIN}numFmt")}
        for place, style in enumerate(styles.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf")):
            number = int(style.get("numFmtId", "0"))
            code = _LITERAL.sub("", own.get(number, "")).lower()
            if number in _DATES or any(sign in code for sign in "yd"):
                days.add(place)
            elif number in _TIMES or any(sign in code for sign in "hs"):
                clocks.add(place)
    properties = workbook.find(f"{_MAIN}workbookPr")
    since_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    epoch = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - as the clock showed
    return _Book(shared, frozenset(days), frozenset(clocks), epoch)


def _rows(sheet: etree._Element, book: _Book) -> tuple[tuple[str, ...], ...]:
    rows: list[tuple[str, ...]] = []
    for row in sheet.iter(f"{_MAIN}row"):
        if row.get("hidden") in ("1", "true") or len(rows) >= _MOST_ROWS:
            continue
        cells: list[str] = []
        for cell in row.iter(f"{_MAIN}c"):
            column = _column(cell.get("r", ""), len(cells))
            if column >= _MOST_CELLS:
                break
            cells += [""] * (column - len(cells))
            cells.append(_shown(cell, book))
        rows.append(tuple(cells))
    filled = [row for row in rows if any(row)]
    width = max((max(n for n, cell in enumerate(row, 1) if cell) for row in filled), default=0)
    return tuple((row + ("",) * width)[:width] for row in filled)


def _shown(cell: etree._Element, book: _Book) -> str:
    kind, style = cell.get("t", "n"), int(cell.get("s", "0"))
    if kind == "inlineStr":
        return _text(cell)
    value = (cell.findtext(f"{_MAIN}v") or "").strip()
    if kind == "s":
        place = int(value or "-1")
        return book.shared[place] if 0 <= place < len(book.shared) else ""
    if kind == "n" and value and style in book.days | book.clocks:
        return _moment(float(value), book, clock=style in book.clocks)
    if kind == "n" and re.fullmatch(r"-?\d+\.0+", value):
        return value.split(".")[0]
    return "" if kind == "e" else value


def _moment(serial: float, book: _Book, *, clock: bool) -> str:
    """Days since the epoch as a date, with a time if there is one; a format of hours shows the time alone."""
    try:
        at = book.epoch + timedelta(minutes=round(serial * 1440))
    except OverflowError:
        return ""
    if clock or 0 < serial < 1:
        return f"{at:%H:%M}"
    return f"{at.year}/{at.month}/{at.day}" + (f" {at:%H:%M}" if at.hour or at.minute else "")


def _text(item: etree._Element) -> str:
    """The runs of a string in a row, without the phonetic ones that help to read it."""
    runs = (t for t in item.iter(f"{_MAIN}t") if not any(True for _ in t.iterancestors(f"{_MAIN}rPh")))
    return "".join(t.text or "" for t in runs).strip()


def _column(reference: str, following: int) -> int:
    """The place of 「C7」 in its row (2); the next place where a cell names none."""
    letters = re.match(r"[A-Z]{1,3}", reference)
    if letters is None:
        return following
    place = 0
    for letter in letters[0]:
        place = place * 26 + ord(letter) - ord("A") + 1
    return max(place - 1, following)
