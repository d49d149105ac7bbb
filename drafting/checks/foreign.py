"""Checks of foreign names: explained where they first stand, and with the endings that English numbers have."""

import re
from collections.abc import Iterator

from drafting.checks.case import Case, Hit
from drafting.checks.full_names import full_name_beside
from drafting.checks.rule import Said, rule
from drafting.finding import Severity
from drafting.trip import Name

_ABBREVIATION = re.compile(r"(?<![A-Za-z0-9&@./-])[A-Z][A-Z&]{1,8}[A-Z](?![A-Za-z0-9])")
_LATIN_NEIGHBOUR = re.compile(r"[A-Za-z][\s.,'’-]*$")
_KNOWN_TO_ALL = (
    "UNESCO WHO WTO APEC OECD ASEAN UN EU USA UK GDP CSV PDF GPS LED ICT "
    "NGO NGOS USB DNA COVID SARS VIP CEO CFO CPR AED BOT PPP LNG IOT KPI "
    "ESG LINE WIFI SOP TEL FAX EMAIL APP API RFID CCTV BRT MRT YMCA NATO "
    "IBM BBC CNN HTML URL DIY MOU LOI HTTP WWW SDG SDGS NTD USD EUR JPY "
    "ODA FTA ISO BMW SUV TEU"
)
_KNOWN = frozenset(_KNOWN_TO_ALL.split())
_ORDINAL = re.compile(
    r"(?<![A-Za-z\d.,-])(?<![A-Za-z] )(?P<number>\d{1,3})(?P<ending>(?:st|nd|rd|th|ST|ND|RD|TH)?)[-\s](?P<noun>Century|Anniversary|Session|Congress|Assembly"
    r"|Conference|Meeting|Summit|Forum|Edition|Symposium)\b"
)
_ENDING = re.compile(r"(?<![A-Za-z\d.])(?P<number>\d{1,3})(?P<ending>st|nd|rd|th)(?![A-Za-z])")


@rule(
    "TRM-3",
    Severity.WARNING,
    "外文名稱與縮寫在首次出現時附全名，英文序數寫法正確。",
    "文書處理手冊；seed 之首次加註慣例",
    good="參、目的\n「港灣城市聯盟」(Harbour Cities Union, HCU)係國際組織，本府為HCU會員，出席21st Century Harbour Forum。",
    bad="參、目的\n本府出席「21世紀海上委員會」(21-Century Maritime Committee)會議。",
)
def foreign_names_are_explained(case: Case) -> Iterator[Said]:
    yield from _ordinals(case)
    yield from _abbreviations(case)
    yield from _names_desk(case)


def _ordinals(case: Case) -> Iterator[Said]:
    said: set[str] = set()
    for hit in (*case.hits(_ORDINAL, fields=True), *case.hits(_ENDING, fields=True)):
        number, ending = int(hit.match["number"]), hit.match["ending"].lower()
        if ending == _ending(number) or f"{number}{ending}" in said:
            continue
        said.add(f"{number}{ending}")
        noun = hit.match.groupdict().get("noun") or ""
        right = f"{number}{_ending(number)} {noun}".strip()
        message = f"「{hit.words}」的序數應為「{right}」，請對照主辦單位的寫法。"
        yield Said(hit.where, message, quote=hit.near)


def _abbreviations(case: Case) -> Iterator[Said]:
    """One finding names all that nothing explains, another each that only a later sentence does.

    Sentences are read in their order; headings and cells may explain, and are no first mention where prose has one.
    """
    unexplained: dict[str, Hit] = {}
    explained: set[str] = set()
    late: dict[str, tuple[Hit, Hit]] = {}
    listed = {name.abbreviation for name in case.trip.names if name.abbreviation and name.zh}
    prose = {line.sentence.text for line in case.lines}
    hits = list(case.hits(_ABBREVIATION))
    for hit in [*(h for h in hits if h.text in prose), *(h for h in hits if h.text not in prose)]:
        word, text, end = hit.words, hit.text, hit.start + len(hit.words)
        if word in explained or word in _KNOWN or word.rstrip("S") in _KNOWN:
            continue
        after = text[end : end + 2].lstrip()
        bracketed = _is_bracketed(text, hit.start) or after[:1] in ("(", "（")
        if bracketed or full_name_beside(text, hit.start, end):
            explained.add(word)
            if (used := unexplained.pop(word, None)) and used.where != hit.where and text in prose:
                late[word] = used, hit
        elif word in unexplained or _LATIN_NEIGHBOUR.search(text, max(0, hit.start - 3), hit.start):
            continue
        elif not after[:1].isascii():
            unexplained[word] = hit
    if nowhere := {word: hit for word, hit in unexplained.items() if word not in listed}:
        first = next(iter(nowhere.values()))
        words = "、".join(list(nowhere)[:6])
        message = f"縮寫 {words} 首次出現時請附中文全名與原文。"
        yield Said(first.where, message, quote=first.near, severity=Severity.INFO)
    for word, (used, told) in late.items():
        message = f"縮寫 {word} 在「{used.where}」已經使用，到「{told.where}」才註明全名，請移到首次出現處。"
        yield Said(used.where, message, quote=used.near, severity=Severity.INFO)


def _is_bracketed(text: str, at: int) -> bool:
    return any(text.rfind(open_, 0, at) > text.rfind(close, 0, at) for open_, close in ("()", "（）"))


def _names_desk(case: Case) -> Iterator[Said]:
    whole = case.prose
    for name in case.trip.names:
        if len(name.zh) < 4 or len(name.foreign) < 6 or name.zh not in whole or _is_given(name, whole):
            continue
        where, quote = next((w, t) for w, t in case.body if name.zh in t)
        message = f"「{name.zh}」首次出現時請加註原文（{name.foreign}）。"
        yield Said(where, message, quote=quote, sources=name.sources, severity=Severity.INFO)


def _is_given(name: Name, whole: str) -> bool:
    """In full; the city alone of 「Surabaya, Indonesia」; or some original in brackets right behind the Chinese name."""
    original = name.foreign.split(",")[0].strip().casefold()
    if name.foreign in whole or (len(original) >= 4 and original in whole.casefold()):
        return True
    return re.search(rf"{re.escape(name.zh)}[」』]?\s?[（(][A-Za-z]", whole) is not None


def _ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
