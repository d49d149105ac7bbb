"""Punctuation as a report has it: full-width beside Chinese, half-width within Latin and digits, one mark at the end."""

import re

_HAN = "\u4e00-\u9fff\ue000-\uf8ff"  # with the signs that stand for quotations
_MARKS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (rf"(?<=[{_HAN}」）\d]) ?, ?(?=[{_HAN}「])|(?<=[{_HAN}」）]) ?, ?(?=[A-Za-z])|(?<=[A-Za-z]),(?=[{_HAN}「])", "，"),
        (rf"(?<=[{_HAN}」）]);|;(?=[{_HAN}])", "；"),
        (rf"(?<=[{_HAN}」）]):(?!\d)|:(?=[{_HAN}「])", "："),
        (rf"(?<=[{_HAN}」）])!+", "！"),
        (rf"(?<=[{_HAN}」）])\?+", "？"),
        (r"？{2,}", "？"),
        (r"！{2,}", "！"),
    )
)  # fmt: skip
_BRACKETED = re.compile(r"\(([^()（）]*)\)|（([^()（）]*)）")
_OFFICE_BLANK = re.compile(
    rf"(?<=[長員師士任授表佐席查補所課局處科部署府])[ 　]+(?=[{_HAN}]{{2,6}}(?:$|[(（，。]))"
)
_BLANKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(?<=[{_HAN}」）！？])[ 　]+(?=[{_HAN}「（])"), "，"),
    (re.compile(rf"(?<=[{_HAN}」），。：；、])[ 　]+(?=[A-Za-z\d(])"), ""),
    (re.compile(rf"(?<=[A-Za-z\d)%])[ 　]+(?=[{_HAN}「（，。：；、])"), ""),
    (re.compile(r"[，、]{2,}"), "，"),
    (re.compile(r"，(?=[。；：！？）])"), ""),
    (re.compile(r"([。；：！？])，"), r"\1"),
)
_TIGHT = re.compile(r"(?<=[\u4e00-\u9fff，。：；、]) +(?=\d)|(?<=[\d%]) +(?=[\u4e00-\u9fff，。：；、])")
_STRAIGHT = re.compile(rf'["“]([^"“”]{{0,60}}[{_HAN}][^"“”]{{0,60}})["”]')
_ENDS = re.compile(r"[。！？：；][」』）]?$")


def punctuated(text: str) -> str:
    """Full-width marks beside Chinese, half-width within Latin and digits; blanks between Chinese become commas."""
    for pattern, by in _MARKS:
        text = pattern.sub(by, text)
    text = _STRAIGHT.sub(r"「\1」", text)
    text = _BRACKETED.sub(_brackets, text)
    text = _OFFICE_BLANK.sub("", text)
    for pattern, by in _BLANKS:
        text = pattern.sub(by, text)
    return text


def tightened(text: str) -> str:
    """Without the blanks between Chinese and numbers, in quotations too: they change no word."""
    return _TIGHT.sub("", text)


def _brackets(match: re.Match[str]) -> str:
    inner = match[1] if match[1] is not None else match[2]
    return f"（{inner}）" if re.search(f"[{_HAN}]", inner) else f"({inner})"


def ended(text: str) -> str:
    """The sentence with a final mark; one that already ends, inside a quotation too, is left."""
    return text if _ENDS.search(text) else f"{text}。"
