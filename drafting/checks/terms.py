"""Checks of words: Taiwan usage, 臺 in names of places and agencies, and how Taiwan is called."""

import re
from collections import defaultdict
from collections.abc import Iterator

from drafting.checks.case import Case, Hit
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
    good="參、目的\n臺中市政府的影片介紹資訊服務。",
    bad="參、目的\n台中市政府的視頻介紹信息服務。",
)
def words_are_those_of_taiwan(case: Case) -> Iterator[Said]:
    words, tai, simple = _counted(case, _WORD), _counted(case, _TAI), _counted(case, _SIMPLE)
    simple = {sign: hits for sign, hits in simple.items() if not all(_KANA.search(h.text) for h in hits)}
    for word, hits in words.items():
        message = f"「{word}」（{len(hits)} 處）請改為「{_WORDS[word]}」。"
        yield Said(hits[0].where, message, quote=hits[0].near)
    for word, hits in tai.items():
        message = f"「{word}」（{len(hits)} 處）請改為「{word.replace('台', '臺')}」。"
        yield Said(hits[0].where, message, quote=hits[0].near)
    if simple:
        first = next(iter(simple.values()))[0]
        signs = "、".join(list(simple)[:10])
        message = f"有簡化字（{signs}），請改為正體字；若是抄錄他人文字，請註明出處。"
        yield Said(first.where, message, quote=first.near)


def _counted(case: Case, pattern: re.Pattern[str]) -> dict[str, list[Hit]]:
    found: dict[str, list[Hit]] = defaultdict(list)
    for hit in case.hits(pattern, fields=True):
        found[hit.words].append(hit)
    return found


@rule(
    "TRM-2",
    Severity.ERROR,
    "我國名稱不得矮化。",
    "外交部 107.12.10 外民援字第10793519600號函之原則",
    good="參、目的\n以Republic of China (Taiwan)名義與會。",
    bad="參、目的\n以Taiwan, Province of China名義與會。",
)
def taiwan_is_called_rightly(case: Case) -> Iterator[Said]:
    for hit in case.hits(_FORBIDDEN, fields=True):
        message = (
            f"「{hit.words}」矮化我國名稱，請改用「中華民國（臺灣）」或 Republic of China (Taiwan)、Taiwan。"
        )
        yield Said(hit.where, message, quote=hit.near)
    for hit in case.hits(_UNWANTED, fields=True):
        message = f"「{hit.words}」請儘量避免；若為會議所用名稱，請加註說明。"
        yield Said(hit.where, message, quote=hit.near, severity=Severity.WARNING)
