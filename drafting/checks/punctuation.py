"""Checks of punctuation: full width beside Chinese, marks in pairs, 「」 for quotations, …… in full."""

import re
from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.rule import Said, rule
from drafting.finding import Severity

_HAN = r"\u4e00-\u9fff"
_NARROW = re.compile(
    rf"(?<=[{_HAN}」』）])[,;:!?](?=[{_HAN}「『（\s])|(?<=[{_HAN}」』）])\.(?=[{_HAN}「『（]|$)"
)
_DOUBLED = re.compile(r"([，、；：])\1+|。{2}(?!。)|[，、；：]。|。[，、；]|[，、][；：]")
_ELLIPSIS = re.compile(rf"(?<=[{_HAN}])(?:\.{{2,6}}|。{{3,}}|…(?!…))(?<!……)")
_CURLY = re.compile(r"[“”]")
_STRAIGHT = re.compile(rf'"[^"\n]*[{_HAN}][^"\n]*"')
_NARROW_BRACKETS = re.compile(rf"\([^()\n]*[{_HAN}][^()\n]*\)")
_WIDE_BRACKETS = re.compile(rf"（[^（）\n]*[{_HAN}\d][^（）\n]*）")
_LIST_MARK = re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）]")
_SPACED = re.compile(rf"[{_HAN}] +\d|\d +[{_HAN}]")
_UNSPACED = re.compile(rf"[{_HAN}]\d|\d[{_HAN}]")
_EXTENSION = re.compile(r"\d{4}\s?(?:#|\uff03|轉)\s?\d{1,6}")
_PAIRS = {"「": "」", "『": "』", "（": "）", "《": "》", "〈": "〉"}
_CLOSERS = {close: open_ for open_, close in _PAIRS.items()}
_BRACKETS = re.compile(f"[{''.join((*_PAIRS, *_CLOSERS))}]")
_OFTEN = 3
_FEW = 2
_RULES = (
    (_NARROW, "中文之間用了半形標點「{mark}」（{n} 處），請改用全形。", Severity.WARNING),
    (_DOUBLED, "標點重複或相連「{mark}」（{n} 處），請刪去多餘的。", Severity.WARNING),
    (_ELLIPSIS, "刪節號寫作「{mark}」（{n} 處），請寫「……」。", Severity.WARNING),
    (_STRAIGHT, "中文用了英文引號（{n} 處，如 {mark}），請改用「」。", Severity.WARNING),
    (_CURLY, "用了西式引號「{mark}」（{n} 處），中文請用「」；外文名稱裡的可以保留。", Severity.INFO),
    (_EXTENSION, "電話分機請寫「分機」，不寫 #（{n} 處，如 {mark}）。", Severity.INFO),
)


@rule(
    "PUN-1",
    Severity.WARNING,
    "中文用全形標點、「」引號與……，括號成對、寫法一致。",
    "教育部重訂標點符號手冊；文書處理手冊",
    good="參、目的\n本府出席「港灣城市會議」，會後參訪港區（含防波堤）。",
    bad="參、目的\n本府出席「港灣城市會議，會後參訪港區。，並與市長合影,交換意見。",
)
def punctuation_is_chinese(case: Case) -> Iterator[Said]:
    for pattern, advice, severity in _RULES:
        if hits := list(case.hits(pattern)):
            message = advice.format(mark=hits[0].words, n=len(hits))
            yield Said(hits[0].where, message, quote=hits[0].near, severity=severity)
    yield from _unpaired(case)
    yield from _mixed_brackets(case)
    yield from _spaces(case)


def _unpaired(case: Case) -> Iterator[Said]:
    for where, _, text in case.paragraphs:
        stack: list[str] = []
        for sign in _BRACKETS.findall(text):
            if sign in _PAIRS:
                stack.append(sign)
            elif stack and stack[-1] == _CLOSERS[sign]:
                stack.pop()
            else:
                stack.append(sign)
                break
        if stack:
            at = text.find(stack[-1])
            quote = text[max(0, at - 30) : at + 40]
            yield Said(where, f"「{stack[-1]}」不成對，請補上另一半。", quote=quote)


def _mixed_brackets(case: Case) -> Iterator[Said]:
    """Brackets round foreign words may be narrow; those round Chinese are all of one width."""
    narrow = [h for h in case.hits(_NARROW_BRACKETS) if not _LIST_MARK.match(h.words)]
    wide = [h for h in case.hits(_WIDE_BRACKETS) if not _LIST_MARK.match(h.words)]
    if min(len(narrow), len(wide)) >= _FEW:
        few = min(narrow, wide, key=len)[0]
        message = f"括號有半形（{len(narrow)} 處，如{narrow[0].words}）也有全形（{len(wide)} 處，如{wide[0].words}），請統一。"
        yield Said(few.where, message, quote=few.near, severity=Severity.INFO)


def _spaces(case: Case) -> Iterator[Said]:
    spaced = list(case.hits(_SPACED))
    if len(spaced) < _OFTEN:
        return
    tight = sum(1 for _ in case.hits(_UNSPACED))
    if tight >= _OFTEN:
        message = (
            f"數字與中文之間有的空一格（{len(spaced)} 處），有的不空（{tight} 處），公文慣例不空，請統一。"
        )
        yield Said(spaced[0].where, message, quote=spaced[0].near, severity=Severity.INFO)
