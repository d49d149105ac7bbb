"""The lines of a PDF put together again: broken lines joined, running heads dropped, tables and captions found."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from drafting.dates import find_dates
from drafting.existing.blocks import CaptionBlock, OpenedBlock, TableBlock, TextBlock

_BEGINS_ANEW = re.compile(
    r"[壹貳參肆伍陸柒捌玖拾]{1,3}[、，]|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、]\s?\D"
    r"|[☐□☑■]|\S{2,20}："
)
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:第\s*)?\d{1,3}(?:\s*頁)?[-–—\s]*")
_ENDS = ("。", "：", "！", "？", "；", ":")
_FULL_LINE = 28
_FULL_CAPTION = 14  # a caption beside another is wrapped after so many signs or more
_LONGEST_CAPTION = 80
_LONGEST_RUNNING_HEAD = 40
_HEADS = frozenset(("編號", "序號", "單位", "服務機關", "機關", "職稱", "姓名"))
_DAYS_HEAD = re.compile(r"日期\s+(?:地點|城市)\s+行程(?:\s*\S{0,6})?")
_LOOK_AHEAD = 3
_LONG_FOR_A_CELL = 22


class Line(NamedTuple):
    """A line with what its type tells: ``small`` is set smaller than the body, ``spaced`` begins with a space."""

    text: str
    small: bool
    spaced: bool


def pdf_blocks(pages: list[str], small: Sequence[Collection[int]] = ()) -> Iterator[OpenedBlock]:
    """Text line by line, as sentences were meant; the tables of days and of members as tables; small type as captions.

    ``small`` has for each page the numbers of the lines that are set smaller than the body.
    """
    lines = _without_running_heads(pages, small)
    at = 0
    while at < len(lines):
        head = lines[at].text.split()
        if _DAYS_HEAD.fullmatch(lines[at].text):
            rows, at = _days(lines, at + 1)
            yield TableBlock(rows=(("日期", "地點", "行程"), *rows))
        elif len(head) > 2 and set(head) <= _HEADS:
            rows, at = _members(lines, at + 1, len(head))
            yield TableBlock(rows=(tuple(head), *rows))
        elif _is_caption(lines[at]):
            text, at = _caption(lines, at)
            yield CaptionBlock(text=text)
        else:
            text, at = _joined(lines, at)
            yield TextBlock(text=text)


def _without_running_heads(pages: list[str], small: Sequence[Collection[int]]) -> list[Line]:
    """Without page numbers and without short lines that stand on most pages."""
    on_pages = Counter(line.strip() for page in pages for line in set(page.split("\n")))
    often = max(2, (len(pages) + 1) // 2)
    return [
        Line(line.strip(), bool(small) and number in small[place], line[:1].isspace())
        for place, page in enumerate(pages)
        for number, line in enumerate(page.split("\n"))
        if line.strip()
        and not _PAGE_NUMBER.fullmatch(line.strip())
        and not (on_pages[line.strip()] >= often and len(line.strip()) <= _LONGEST_RUNNING_HEAD)
    ]


def _is_caption(line: Line) -> bool:
    return line.small and len(line.text) <= _LONGEST_CAPTION and not line.text.endswith(("。", "："))


def _caption(lines: list[Line], at: int) -> tuple[str, int]:
    """A caption with the rest of it on the next lines; one beside it begins with a space."""
    text, last = lines[at].text, lines[at].text
    at += 1
    while at < len(lines) and _is_caption(lines[at]) and not lines[at].spaced and len(last) >= _FULL_CAPTION:
        last = lines[at].text
        text += f" {last}" if text[-1].isascii() and last[0].isascii() else last
        at += 1
    return text, at


def _joined(lines: list[Line], at: int) -> tuple[str, int]:
    text, last = lines[at].text, lines[at].text
    at += 1
    while at < len(lines) and len(last) >= _FULL_LINE and not last.endswith(_ENDS):
        if (
            _BEGINS_ANEW.match(lines[at].text)
            or _DAYS_HEAD.fullmatch(lines[at].text)
            or _is_caption(lines[at])
        ):
            break
        last = lines[at].text
        text += f" {last}" if text[-1].isascii() and last[0].isascii() else last
        at += 1
    return text, at


def _days(lines: list[Line], at: int) -> tuple[list[tuple[str, ...]], int]:
    """Rows begin with a day; place and activity cannot be told apart, so all goes into the activity.

    What ends in a full stop within a few lines is the paragraph after the table.
    """
    rows: list[tuple[str, ...]] = []
    while at < len(lines) and not _BEGINS_ANEW.match(lines[at].text) and len(lines[at].text) < 2 * _FULL_LINE:
        text = lines[at].text
        found = find_dates(text)
        if found and found[0].start == 0 and found[0].day:
            rows.append((found[0].text, "", text[found[0].end :].strip()))
        elif rows and not _is_prose(lines[at : at + _LOOK_AHEAD]):
            rows[-1] = (*rows[-1][:2], f"{rows[-1][2]} {text}".strip())
        else:
            break
        at += 1
    return rows, at


def _is_prose(lines: list[Line]) -> bool:
    """Whether a sentence begins here: it ends in a full stop at once, or is long and does so on one of the next lines."""
    if lines[0].text.endswith("。"):
        return True
    return len(lines[0].text) >= _LONG_FOR_A_CELL and any(
        line.text.endswith("。") and not find_dates(line.text[:12]) for line in lines[1:]
    )


def _members(lines: list[Line], at: int, columns: int) -> tuple[list[tuple[str, ...]], int]:
    rows: list[tuple[str, ...]] = []
    while at < len(lines) and len(cells := lines[at].text.split()) == columns:
        rows.append(tuple(cells))
        at += 1
    return rows, at
