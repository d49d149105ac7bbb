"""The lines of a PDF put together again: broken lines joined, running heads dropped, tables and captions found."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from drafting.dates import find_dates
from drafting.existing.blocks import CaptionBlock, HeadingBlock, OpenedBlock, TableBlock, TextBlock
from export.pdf_tables import Line, table_at

_BEGINS_ANEW = re.compile(
    r"[壹貳參肆伍陸柒捌玖拾]{1,3}[、，]|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、]\s?\D"
    r"|[A-Z]\.\s[A-Z\u4e00-\u9fff]|[IVX]{1,4}\.\s|[☐□☑■]|\S{2,20}：|[\u4e00-\u9fff]{2,8}(?:[/／]\s?[\u4e00-\u9fff]{2,6}){2}"
)
_ROMAN = r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})"  # of front matter
_PAGE_NUMBER = re.compile(rf"[-–—\s]*(?:(?:第\s*)?\d{{1,3}}(?:\s*頁)?|{_ROMAN})[-–—\s]*")
_LEADER = re.compile(r".*\S\s*(?:[.\uff0e…‥·]\s?){5,}\s*(?:[ivxIVX]{1,6}|\d{1,3})?")
_CONTENTS = re.compile(r"目\s*[次錄]|contents", re.IGNORECASE)
_GAP = re.compile(
    r"(?<=[\u4e00-\u9fff，。、；：「」『』（）])[ \u00a0]+(?=[\dA-Za-z])|(?<=[\dA-Za-z%])[ \u00a0]+(?=[\u4e00-\u9fff，。、；：「」『』（）])"
)
_ENDS = ("。", "：", "！", "？", "；", ":")
_FULL_LINE = 28
_FULL_LATIN_LINE = 48
_FULL_CAPTION = 14  # a caption beside another is wrapped after so many signs or more
_LONGEST_CAPTION = 80
_SHORTEST_CAPTION = 6
_LONGEST_RUNNING_HEAD = 40
_HEADS = frozenset(("編號", "序號", "單位", "服務機關", "機關", "職稱", "姓名"))
_DAYS_HEAD = re.compile(r"日期\s+(?:地點|城市)\s+行程(?:\s*\S{0,6})?")
_LOOK_AHEAD = 3
_LONG_FOR_A_CELL = 22


def pdf_blocks(
    pages: list[str], small: Sequence[Collection[int]] = (), outline: Sequence[tuple[int, str]] = ()
) -> Iterator[OpenedBlock]:
    """Text line by line, as sentences were meant; the tables of days and of members as tables; small type as captions.

    ``small`` has for each page the numbers of the lines that are set smaller than the body, ``outline`` its bookmarks.
    """
    lines = _without_contents(_without_running_heads(pages, small))
    repeated = _repeated(lines)
    waiting = list(outline)
    at = 0
    while at < len(lines):
        head = lines[at].text.split()
        if heading := _bookmarked(lines, at, waiting):
            place, taken = heading
            level, text = waiting[place]
            del waiting[: place + 1]
            yield HeadingBlock(level=level, text=_closed_up(text))
            at += taken
        elif table := table_at(lines, at):
            block, at = table
            yield block
        elif _DAYS_HEAD.fullmatch(lines[at].text):
            rows, at = _days(lines, at + 1)
            yield TableBlock(rows=(("日期", "地點", "行程"), *rows))
        elif len(head) > 2 and set(head) <= _HEADS:
            rows, at = _members(lines, at + 1, len(head))
            yield TableBlock(rows=(tuple(head), *rows))
        elif _is_caption(lines[at]):
            text, at = _caption(lines, at)
            yield CaptionBlock(text=text)
        elif lines[at].text in repeated:
            yield CaptionBlock(text=lines[at].text)
            at += 1
        else:
            text, at = _joined(lines, at)
            yield TextBlock(text=text)


def _without_running_heads(pages: list[str], small: Sequence[Collection[int]]) -> list[Line]:
    """Without page numbers and without short lines that stand on most pages."""
    on_pages = Counter(line.strip() for page in pages for line in set(page.split("\n")))
    often = max(2, (len(pages) + 1) // 2)
    return [
        Line(_closed_up(line.strip()), bool(small) and number in small[place], line[:1].isspace())
        for place, page in enumerate(pages)
        for number, line in enumerate(page.split("\n"))
        if line.strip()
        and not _PAGE_NUMBER.fullmatch(line.strip())
        and not (on_pages[line.strip()] >= often and len(line.strip()) <= _LONGEST_RUNNING_HEAD)
    ]


def _closed_up(line: str) -> str:
    """Between 漢字 and figures a PDF has room, which its reader takes for one space or for two: it is taken for none."""
    return re.sub(r" {2,}", " ", _GAP.sub("", line))


def _without_contents(lines: list[Line]) -> list[Line]:
    """Without the table of contents: lines with leaders to a number, and the headline above them."""
    kept: list[Line] = []
    for line in lines:
        if _LEADER.fullmatch(line.text):
            if kept and _CONTENTS.fullmatch(kept[-1].text):
                kept.pop()
        else:
            kept.append(line)
    return kept


def _bookmarked(lines: list[Line], at: int, outline: Sequence[tuple[int, str]]) -> tuple[int, int] | None:
    """The place of the bookmark that this line says, and how many lines it takes; later ones are looked at too."""
    for taken in (1, 2, 3):
        text = _bare("".join(line.text for line in lines[at : at + taken]))
        for place, (_, title) in enumerate(outline[:_LOOK_AHEAD]):
            if text == _bare(title):
                return place, taken
    return None


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _is_caption(line: Line) -> bool:
    return line.small and len(line.text) <= _LONGEST_CAPTION and not line.text.endswith(("。", "："))


def _repeated(lines: list[Line]) -> set[str]:
    """Short lines that stand by themselves more than once, word for word: captions, whatever their type."""
    places: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        places.setdefault(line.text, []).append(place)
    return {text for text, at in places.items() if len(at) > 1 and all(_is_alone(lines, n) for n in at)}


def _is_alone(lines: list[Line], at: int) -> bool:
    text = lines[at].text
    if not _SHORTEST_CAPTION <= len(text) < _FULL_LINE or re.search(r"[。；：！？，,、]$", text):
        return False
    if _BEGINS_ANEW.match(text) or find_dates(text[:12]):
        return False
    before = lines[at - 1].text if at else ""
    return not _is_full(before) or before.endswith(_ENDS)


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
    while at < len(lines) and _is_full(last) and not last.endswith(_ENDS):
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


def _is_full(line: str) -> bool:
    """Whether a line reaches the margin, so that what it says may go on in the next."""
    return len(line) >= (_FULL_LATIN_LINE if line.isascii() else _FULL_LINE)


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
