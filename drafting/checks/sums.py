"""Checks of arithmetic: totals and their parts, announced and listed items, heads."""

import re
from collections.abc import Iterator
from decimal import Decimal

from drafting.checks.case import Case, Line
from drafting.checks.rule import Said, rule
from drafting.dates import find_dates
from drafting.finding import Severity
from drafting.numerals import NARROW, Number, find_numbers, han_value
from drafting.report import ListBlock, Paragraph

_MORE_THAN = re.compile(r"(?:超過|逾|多於)\s?$")
_SUM = re.compile(r"(?:超過|逾|多於)\s?\d|包括|包含|分別(?:為|有)|含有")
_PARTS = re.compile(r"包括|包含|分別(?:為|有)|含有|，含")
_SENTENCE = re.compile(r"[^。！？\n]+")
_HEADS = frozenset(("人", "位", "名", "個", "國", "家", "場", "項", "件", "案", "城市"))
_ANNOUNCED = re.compile(
    r"(?:以下|下列|如下)\s?(?P<a>\d{1,2}|[二兩三四五六七八九十]{1,3})\s?[項點個場案種]"
    r"|(?P<b>\d{1,2}|[二兩三四五六七八九十]{1,3})\s?[項點個場案種][^，。；]{0,14}(?:如下|如次)"
)
_MOST_PARTS = 4
_LEAST_TOTAL = 20
_NUMERAL = r"(?P<{}>\d{{1,2}}|[一二兩三四五六七八九十]{{1,3}})"
_LASTS = re.compile(
    r"[，（(\s]{0,2}(?:(?:共計|合計|為期|一連|總計|共|計)\s?"
    + _NUMERAL.format("days")
    + r"\s?[天日]|"
    + _NUMERAL.format("bare")
    + r"\s?天)(?![數前後內夜])"
)
_GROUP = re.compile(r"一行(?:共|計)?\s?(?P<heads>\d{1,3}|[一二兩三四五六七八九十]{1,3})\s?[人位名]")


@rule(
    "CON-2",
    Severity.WARNING,
    "總數與細項相符，列舉的項數、天數與文字相符，人數與名單相符。",
    "實務：數字前後不符",
    good="參、目的\n共有150位代表，包括88位市長及62位會員代表，會期4月10日至12日共3天。",
    bad="參、目的\n共有160位代表，包括88位市長及62位會員代表，會期4月10日至12日共4天。",
)
def sums_agree(case: Case) -> Iterator[Said]:
    for line in case.lines:
        for part in _SENTENCE.finditer(line.sentence.text):
            if message := _sum_problem(part[0]) or _not_more(part[0]):
                yield Said(line.where, message, quote=_about(part[0]), sources=line.sentence.sources)
        yield from _days(case, line)
    yield from _announced(case)
    yield from _heads(case)


def _about(sentence: str) -> str:
    """The sentence from a little before its sum, so that the numbers are seen."""
    match = _SUM.search(sentence)
    start = max(0, match.start() - 20) if match else 0
    return ("…" if start else "") + sentence[start:]


def _sum_problem(sentence: str) -> str:
    opening = _PARTS.search(sentence)
    if not opening:
        return ""
    numbers = find_numbers(sentence)
    before = [n for n in numbers if n.end <= opening.start() and n.unit in _HEADS and not n.ordinal]
    parts = [n for n in numbers if n.start >= opening.end() and n.unit in _HEADS and not n.ordinal]
    if (
        not before
        or len(parts) < 2
        or "其中" in sentence[opening.end() :]
        or not _alike([before[-1], *parts])
    ):
        return ""
    total, together = before[-1], sum((p.value for p in parts), Decimal(0))
    adds = f"{'＋'.join(f'{p.value:f}' for p in parts)}＝{together:f}"
    if _MORE_THAN.search(sentence, 0, total.start):
        if together <= total.value:
            return f"文中說超過 {total.value:f}，細項相加卻是 {adds}，請查證總數或細項。"
    elif together != total.value and not re.search(r"[約近]\s?$", sentence[: total.start]):
        return f"文中總數為 {total.value:f}，細項相加卻是 {adds}，請查證總數或細項。"
    return ""


def _not_more(sentence: str) -> str:
    """88, 62, more than 150: whichever way round, the parts make just as many."""
    if not any(word in sentence for word in ("超過", "逾", "多於")):
        return ""
    numbers = [n for n in find_numbers(sentence) if (n.unit in _HEADS or not n.unit) and not n.ordinal]
    for total in numbers:
        others = [n for n in numbers if n is not total]
        if not _MORE_THAN.search(sentence, 0, total.start) or not 2 <= len(others) <= _MOST_PARTS:
            continue
        if total.value >= _LEAST_TOTAL and sum((n.value for n in others), Decimal(0)) == total.value:
            adds = "＋".join(f"{n.value:f}" for n in others)
            return f"文中說超過 {total.value:f}，細項相加卻是 {adds}＝{total.value:f}，請查證總數或細項。"
    return ""


def _alike(numbers: list[Number]) -> bool:
    people = {"人", "位", "名"}
    units = {"人" if n.unit in people else n.unit for n in numbers}
    return len(units) == 1


def _days(case: Case, line: Line) -> Iterator[Said]:
    """4月10日至12日共4天: the run of days is counted."""
    text = line.sentence.text
    if not _LASTS.search(text):
        return
    near = case.trip.period.start if case.trip.period else None
    for found in find_dates(text, near):
        match = _LASTS.match(text, found.end)
        if not match or not found.is_range or found.first is None or found.last is None:
            continue
        days, said = (found.last - found.first).days + 1, han_value(match["days"] or match["bare"])
        if said is not None and said != days:
            message = (
                f"「{found.text}」是 {days} 天，文中寫「{match[0].strip('，（( ')}」，請更正日期或天數。"
            )
            yield Said(line.where, message, quote=text, sources=line.sentence.sources)


def _announced(case: Case) -> Iterator[Said]:
    for _, _, section in case.sections:
        for block, after in zip(section.blocks, section.blocks[1:], strict=False):
            if not isinstance(block, Paragraph) or not isinstance(after, ListBlock) or not block.sentences:
                continue
            last = block.sentences[-1]
            match = _ANNOUNCED.search(last.text.translate(NARROW), max(0, len(last.text) - 60))
            announced = han_value(match["a"] or match["b"]) if match else None
            if announced is not None and announced != len(after.items):
                message = f"文中說有 {announced} 項，下面列了 {len(after.items)} 項，請補列或更正。"
                yield Said(section.heading, message, quote=last.text, sources=last.sources)


def _heads(case: Case) -> Iterator[Said]:
    listed = len(case.trip.travellers)
    if not listed:
        return
    for line in case.lines:
        for match in _GROUP.finditer(line.sentence.text):
            heads = han_value(match["heads"])
            if heads is not None and heads != listed:
                message = f"文中說一行 {heads} 人，名單上有 {listed} 人，請查證人數或補齊名單。"
                yield Said(line.where, message, quote=line.sentence.text, sources=line.sentence.sources)
    if listed == 1 and (named := next((li for li in case.lines if "代表團" in li.sentence.text), None)):
        message = "文中稱「代表團」，名單上只有 1 人；若另有同行人員請補入名單，否則可改用「本府人員」。"
        yield Said(named.where, message, quote=named.sentence.text, severity=Severity.INFO)
