"""Checks of words: Taiwan usage, 臺 in names of places and agencies, and how Taiwan is called."""

import re
from collections import Counter
from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.rule import Said, rule
from drafting.checks.words import FORBIDDEN, MAINLAND, SIMPLIFIED, UNIFIED, UNWANTED
from drafting.finding import Severity

_WORDS = MAINLAND | UNIFIED
_WORD = re.compile("|".join(map(re.escape, sorted(_WORDS, key=len, reverse=True))))
_TAI = re.compile(r"台(?:北|中|南|灣|東|幣)|新台幣|[駐訪來抵全]台(?![北中南灣東幣積電塑鐵大灣])")
_KANA = re.compile(r"[\u3041-\u30ff]")
_SIMPLE = re.compile(f"[{''.join(sorted(SIMPLIFIED))}]")
_FORBIDDEN = re.compile("|".join(FORBIDDEN), re.IGNORECASE)
_UNWANTED = re.compile("|".join(UNWANTED), re.IGNORECASE)


@rule(
    "TRM-1",
    Severity.WARNING,
    "用臺灣的用語與正體字，機關與地名寫「臺」。",
    "法律統一用字表；文書處理手冊；公文用語慣例",
)
def words_are_those_of_taiwan(case: Case) -> Iterator[Said]:
    words: Counter[str] = Counter()
    tai: Counter[str] = Counter()
    simple: Counter[str] = Counter()
    first: dict[str, tuple[str, str]] = {}
    for where, text in case.passages:
        simplified = () if _KANA.search(text) else _SIMPLE.findall(text)
        for counter, found in ((words, _WORD.findall(text)), (tai, _TAI.findall(text)), (simple, simplified)):
            for word in found:
                counter[word] += 1
                first.setdefault(word, (where, text))
    for word, times in words.items():
        where, quote = first[word]
        yield Said(where, f"「{word}」（{times} 處）請改為「{_WORDS[word]}」。", quote=quote)
    for word, times in tai.items():
        where, quote = first[word]
        yield Said(where, f"「{word}」（{times} 處）請改為「{word.replace('台', '臺')}」。", quote=quote)
    if simple:
        where, quote = first[next(iter(simple))]
        signs = "、".join(list(simple)[:10])
        yield Said(where, f"有簡化字（{signs}），請改為正體字；若是抄錄他人文字，請註明出處。", quote=quote)


@rule(
    "TRM-2",
    Severity.ERROR,
    "我國名稱不得矮化。",
    "外交部 107.12.10 外民援字第10793519600號函之原則",
)
def taiwan_is_called_rightly(case: Case) -> Iterator[Said]:
    for where, text in case.passages:
        for match in _FORBIDDEN.finditer(text):
            message = f"「{match[0]}」矮化我國名稱，請改用「中華民國（臺灣）」或 Republic of China (Taiwan)、Taiwan。"
            yield Said(where, message, quote=text)
        for match in _UNWANTED.finditer(text):
            message = f"「{match[0]}」請儘量避免；若為會議所用名稱，請加註說明。"
            yield Said(where, message, quote=text, severity=Severity.WARNING)
