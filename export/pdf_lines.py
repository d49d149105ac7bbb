"""The lines of a PDF put together again: broken lines joined, running heads dropped, the two usual tables found."""

import re
from collections import Counter
from collections.abc import Iterator

from drafting.dates import find_dates
from drafting.existing.blocks import OpenedBlock, TableBlock, TextBlock

_BEGINS_ANEW = re.compile(
    r"[壹貳參肆伍陸柒捌玖拾]{1,3}[、，]|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、]\s?\D"
    r"|[☐□☑■]|\S{2,20}："
)
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:第\s*)?\d{1,3}(?:\s*頁)?[-–—\s]*")
_ENDS = ("。", "：", "！", "？", "；", ":")
_FULL_LINE = 28
_LONGEST_RUNNING_HEAD = 40
_HEADS = frozenset(("編號", "序號", "單位", "服務機關", "機關", "職稱", "姓名"))
_DAYS_HEAD = re.compile(r"日期\s+(?:地點|城市)\s+行程(?:\s*\S{0,6})?")


def pdf_blocks(pages: list[str]) -> Iterator[OpenedBlock]:
    """Text line by line, as sentences were meant, and the tables of days and of members as tables."""
    lines = _without_running_heads(pages)
    at = 0
    while at < len(lines):
        head = lines[at].split()
        if _DAYS_HEAD.fullmatch(lines[at]):
            rows, at = _days(lines, at + 1)
            yield TableBlock(rows=(("日期", "地點", "行程"), *rows))
        elif len(head) > 2 and set(head) <= _HEADS:
            rows, at = _members(lines, at + 1, len(head))
            yield TableBlock(rows=(tuple(head), *rows))
        else:
            text, at = _joined(lines, at)
            yield TextBlock(text=text)


def _without_running_heads(pages: list[str]) -> list[str]:
    """Without page numbers and without short lines that stand on most pages."""
    on_pages = Counter(line.strip() for page in pages for line in set(page.split("\n")))
    often = max(2, (len(pages) + 1) // 2)
    return [
        line.strip()
        for page in pages
        for line in page.split("\n")
        if line.strip()
        and not _PAGE_NUMBER.fullmatch(line.strip())
        and not (on_pages[line.strip()] >= often and len(line.strip()) <= _LONGEST_RUNNING_HEAD)
    ]


def _joined(lines: list[str], at: int) -> tuple[str, int]:
    text, last = lines[at], lines[at]
    at += 1
    while at < len(lines) and len(last) >= _FULL_LINE and not last.endswith(_ENDS):
        if _BEGINS_ANEW.match(lines[at]) or _DAYS_HEAD.fullmatch(lines[at]):
            break
        last = lines[at]
        text += f" {last}" if text[-1].isascii() and last[0].isascii() else last
        at += 1
    return text, at


def _days(lines: list[str], at: int) -> tuple[list[tuple[str, ...]], int]:
    """Rows begin with a day; place and activity cannot be told apart, so all goes into the activity."""
    rows: list[tuple[str, ...]] = []
    while at < len(lines) and not _BEGINS_ANEW.match(lines[at]) and len(lines[at]) < 2 * _FULL_LINE:
        found = find_dates(lines[at])
        if found and found[0].start == 0 and found[0].day:
            rows.append((found[0].text, "", lines[at][found[0].end :].strip()))
        elif rows:
            rows[-1] = (*rows[-1][:2], f"{rows[-1][2]} {lines[at]}".strip())
        else:
            break
        at += 1
    return rows, at


def _members(lines: list[str], at: int, columns: int) -> tuple[list[tuple[str, ...]], int]:
    rows: list[tuple[str, ...]] = []
    while at < len(lines) and len(cells := lines[at].split()) == columns:
        rows.append(tuple(cells))
        at += 1
    return rows, at
