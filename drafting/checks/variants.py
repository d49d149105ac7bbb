"""Checks of names: the same thing spelled in two ways, in Latin script or in Chinese."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from drafting.checks.case import Case
from drafting.checks.rule import Said, rule
from drafting.checks.spellings import is_near, is_slip
from drafting.finding import Severity
from drafting.grounding.latin import runs_in
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
_HAN_RUN = re.compile(r"[\u4e00-\u9fff]{5,}")
_OFTEN = 3


@rule("CON-3", Severity.WARNING, "同一名稱前後寫法一致。", "實務：人名、地名、會議名稱前後不一")
def names_are_spelled_one_way(case: Case) -> Iterator[Said]:
    said: list[tuple[str, str]] = []
    for often, seldom, where, quote in (*_latin(case), *_quoted(case), *_sounds(case)):
        if not any(often in a and seldom in b for a, b in said):
            said.append((often, seldom))
            yield Said(where, f"「{seldom}」與「{often}」疑為同一名稱的兩種寫法，請查證後統一。", quote=quote)


def _latin(case: Case) -> Iterator[tuple[str, str, str, str]]:
    times: Counter[tuple[str, ...]] = Counter()
    shown: dict[tuple[str, ...], tuple[str, str, str]] = {}
    for where, text in case.body:
        for run in runs_in(text):
            words = [w for w in run if fold(w.text) not in _TITLES and w.named and len(w.text) > 1]
            key = tuple(fold(w.text) for w in words)
            if key:
                times[key] += 1
                shown.setdefault(key, (" ".join(w.text for w in words), where, text))
    by_word: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name in times:
        for word in name:
            by_word[word].add(name)
    pairs = {
        frozenset((a, b)) for names in by_word.values() if len(names) < 30 for a, b in combinations(names, 2)
    }
    for a, b in sorted(tuple(sorted(pair)) for pair in pairs):
        if is_near(a, b):
            often, seldom = (a, b) if (times[a], len(a)) >= (times[b], len(b)) else (b, a)
            yield shown[often][0], *shown[seldom]


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
    """馬爾丹 and 馬爾單: three signs used for foreign sounds, one of them different, before the same two signs."""
    times: Counter[str] = Counter()
    shown: dict[str, tuple[str, str]] = {}
    for where, text in case.body:
        for run in _HAN_RUN.finditer(text):
            signs = run[0]
            for i in range(len(signs) - 4):
                if signs[i] in _SOUNDS and signs[i + 1] in _SOUNDS and signs[i + 2] in _SOUNDS:
                    times[signs[i : i + 5]] += 1
                    shown.setdefault(signs[i : i + 5], (where, text))
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in times:
        alike[name[:2], name[3:]].append(name)
    for names in alike.values():
        often = max(names, key=lambda n: times[n])
        for seldom in names:
            if seldom != often and times[often] >= max(_OFTEN, 2 * times[seldom]):
                yield often[:3], seldom[:3], *shown[seldom]
