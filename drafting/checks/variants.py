"""Checks of names: the same thing spelled in two ways, in Latin script or in Chinese."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

from drafting.checks.broken_names import broken_names, shortened_offices
from drafting.checks.case import Case
from drafting.checks.rule import Said, rule
from drafting.checks.spellings import is_near, is_slip
from drafting.finding import Severity
from drafting.grounding.latin import Word, runs_in
from drafting.grounding.spelling import bare, fold

_TITLES = frozenset(
    ("mr", "mrs", "ms", "miss", "dr", "prof", "hon", "the", "of", "and", "for", "on", "in", "to")
)
_SOUNDS = frozenset(
    "阿埃艾安奧巴拜班邦包鮑貝本比彼畢波伯博布達戴丹單旦德登迪蒂丁杜多頓法凡費芬夫弗福甘岡高戈格古瓜哈海漢豪赫亨侯胡華霍加迦賈金卡坎康考柯科克肯"
    "庫昆拉賴蘭朗勞勒雷里利列林隆盧魯倫羅洛馬麥曼茂梅門蒙米密明莫默姆納南內尼寧紐努諾歐帕潘佩彭皮普齊喬恰薩賽桑瑟森沙山尚舍申聖施史斯蘇索塔泰坦湯"
    "特提圖托瓦萬威維溫沃烏西希夏香辛欣雪亞雅延揚耶葉伊因英尤約贊澤扎詹章芝茲左穆吉爾絲士"
)
_QUOTED = re.compile(r"「([^「」]{6,40})」")
_SOUND_RUN = re.compile(f"[{''.join(sorted(_SOUNDS))}]{{3,8}}")
_OFTEN = 3


@rule(
    "CON-3",
    Severity.WARNING,
    "同一名稱前後寫法一致，不漏字，機關寫全銜。",
    "實務：人名、地名、會議名稱前後不一",
    good="參、目的\n拜會Mr. Adam Harbourman，Mr. Adam Harbourman致詞。",
    bad="參、目的\n拜會Mr. Adam Harbourman，Mr. Adam Harborman致詞。",
)
def names_are_spelled_one_way(case: Case) -> Iterator[Said]:
    said: list[tuple[str, str]] = []
    for often, seldom, where, quote in (*_latin(case), *_quoted(case), *_sounds(case)):
        if not any(often in a and seldom in b for a, b in said):
            said.append((often, seldom))
            yield Said(where, f"「{seldom}」與「{often}」疑為同一名稱的兩種寫法，請查證後統一。", quote=quote)
    for broken, whole, where, quote in broken_names(case.body):
        yield Said(where, f"「{broken}」疑漏字，其他處寫「{whole}」，請對照正式名稱。", quote=quote)
    for short, where, quote in shortened_offices(case.body):
        message = f"「{short}」請寫全銜「{short[:-1]}政府」，或用「市府」「縣府」等一致的簡稱。"
        yield Said(where, message, quote=quote)


def _latin(case: Case) -> Iterator[tuple[str, str, str, str]]:
    """The material is read too, so that a name is compared with how an agenda spells it."""
    times: Counter[tuple[str, ...]] = Counter()
    shown: dict[tuple[str, ...], tuple[str, str, str]] = {}
    printed: set[tuple[str, ...]] = set()
    for where, text in (*case.body, *(("", m.text) for m in case.trip.material)):
        for name in _names(text):
            words = [w for w in name if w.named and len(w.text) > 1 and not _is_apart(w.text)]
            if key := tuple(fold(w.text) for w in words):
                times[key] += 1
                shown.setdefault(key, (" ".join(w.text for w in words), where, text))
                if where:
                    printed.add(key)
    by_word: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for key in times:
        for word in key:
            by_word[word].add(key)
    pairs = {
        frozenset((a, b)) for names in by_word.values() if len(names) < 30 for a, b in combinations(names, 2)
    }
    best: dict[tuple[str, ...], tuple[str, ...]] = {}
    for a, b in sorted(tuple(sorted(pair)) for pair in pairs):
        if not {a, b} & printed or not is_near(a, b):
            continue
        often, seldom = (a, b) if (times[a], len(a)) >= (times[b], len(b)) else (b, a)
        if seldom not in printed:
            often, seldom = seldom, often
        known = best.setdefault(seldom, often)
        best[seldom] = max(known, often, key=lambda name: (name in printed, times[name], len(name)))
    for seldom, often in best.items():
        yield shown[often][0], *shown[seldom]


def _names(text: str) -> Iterator[list[Word]]:
    """Words that only spaces part: a comma or bracket ends a name."""
    for run in runs_in(text):
        name = [run[0]]
        for before, word in pairwise(run):
            if text[before.end : word.start].strip(" .\u00a0"):
                yield name
                name = []
            name.append(word)
        yield name


def _is_apart(word: str) -> bool:
    """Titles, small words and abbreviations are no part of a name."""
    return fold(word) in _TITLES or (word.isupper() and len(word) > 2)


def _quoted(case: Case) -> Iterator[tuple[str, str, str, str]]:
    times: Counter[str] = Counter()
    shown: dict[str, tuple[str, str, str]] = {}
    for where, text in case.body:
        for match in _QUOTED.finditer(text):
            key = bare(match[1])
            times[key] += 1
            shown.setdefault(key, (match[1], where, text))
    for a, b in combinations(sorted(times, key=len), 2):
        if len(b) - len(a) <= 1 and is_slip(a, b):
            often, seldom = (a, b) if times[a] >= times[b] else (b, a)
            yield shown[often][0], *shown[seldom]


def _sounds(case: Case) -> Iterator[tuple[str, str, str, str]]:
    """馬爾丹 and 馬爾單: a foreign name in signs used for their sound, one sign different, one writing the rarer."""
    times: Counter[str] = Counter()
    shown: dict[str, tuple[str, str]] = {}
    for where, text in case.body:
        for run in _SOUND_RUN.findall(text):
            times[run] += 1
            shown.setdefault(run, (where, text))
    for a, b in combinations(times, 2):
        often, seldom = (a, b) if times[a] > times[b] else (b, a)
        if len(a) == len(b) and times[often] >= _OFTEN and times[often] > times[seldom] and is_slip(a, b):
            yield often, seldom, *shown[seldom]
