"""Numbers that a text works out from others: sums, differences, shares, lengths of time, how many are listed.

Only where the text says that it reckons (共計, 相差, 約占, 為期), and only if reckoning gives that very number: a number
that somebody changed is not excused because some two others happen to add up to it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from drafting.dates import Found, find_dates
from drafting.grounding.amounts import Amount, Quantity, quantities_in
from drafting.grounding.clock import Clock, clocks_in
from drafting.grounding.named import persons_named
from drafting.grounding.owners import Said, likeness, said_in

_SUM = re.compile(
    r"(?:共計|共计|合計|合计|總計|总计|總共|总共|加總|一共|合共|共有|總數|总数|總額|总额)[^\d，。；、]{0,6}$"
)
_DIFFERENCE = re.compile(
    r"(?:相差|差距|增加|減少|减少|成長|成长|多出|少了|多了|增|減|减|高出|低於)[^\d，。；、]{0,6}$"
)
_SHARE = re.compile(r"(?:占|佔|比率|比例|比重|率|達|达|約|约|近)[^\d，。；、]{0,6}$")
_LENGTH = re.compile(
    r"(?:為期|为期|歷時|历时|前後|停留|全程|長達|长达|期間|期间|行程|共計|共|約|约|計|达|達)[^\d，。；、]{0,6}$"
)
_PARTY = re.compile(r"(?:一行|等|共計|共|計|团员|團員)\s?$")
_THEY = re.compile(r"(?:^|[，。；：、「\n]|(?:上述|前述|其中|這|这|他們|他们)\s?)$")
_MOST_NAMED = 10
_ABOUT = re.compile(r"(?:約|约|大約|大约)\s?$")
_ABOVE = re.compile(r"(?:超過|超过|逾|突破|高達|高达)\s?$")
_BELOW = re.compile(r"(?:近|將近|将近|不到|不足|未滿|未满)\s?$")
_MORE = re.compile("[多餘余]")
_NEVER_ROUND = ("year", "ordinal", "score")
_MARGIN = Decimal("0.1")  # of the exact number: 逾150 is said of 155, not of 190
_BETWEEN = re.compile(r"\s*(?:[-–—~～〜至到]|起至)\s*")
_LIST = re.compile(r"[\u4e00-\u9fffA-Za-z ]{2,12}(?:、[\u4e00-\u9fffA-Za-z ]{2,12})+")


def is_worked_out(
    text: str, quantity: Quantity, others: Sequence[Quantity], sources: Sequence[str], near: date | None
) -> bool:
    """Whether the text reckons this number, and rightly, from what it says itself or what one source says.

    ``others`` are the numbers of the text that the sources have.
    """
    before = text[max(0, quantity.start - 10) : quantity.start]
    mine = quantity.readings[0]
    beside = [q.readings[0] for q in others]
    if _LENGTH.search(before) and mine.kind in ("minute", "day") and _lasts(mine, (*sources, text), near):
        return True
    if _PARTY.search(before) and mine.kind == "people" and _is_listed(mine, (*sources, text)):
        return True
    if mine.kind == "people" and _are_named(text, quantity, before, sources, near):
        return True
    apart = (_said(source, near) for source in sources)
    if any(_is_round_for(text, quantity, s) for source in sources for s in _said(source, near)):
        return True
    told = [
        beside,
        *([s.readings[0] for s in said] for said in apart if not _speaks_of_one(text, quantity, said)),
    ]
    if _SUM.search(before) and any(_adds_up(mine, amounts) for amounts in told):
        return True
    if _DIFFERENCE.search(before) and any(_differs(mine, amounts) for amounts in told):
        return True
    return mine.kind == "percent" and bool(_SHARE.search(before)) and any(_is_share(mine, a) for a in told)


def _are_named(text: str, quantity: Quantity, before: str, sources: Sequence[str], near: date | None) -> bool:
    """兩人均表示支持: those whom the sentence, one source or all together name, if no source says a number of people there.

    Only where it stands for them, at the head of a clause or behind a name: 每班兩人 counts others.
    """
    mine = quantity.readings[0].value
    named = persons_named([text[: quantity.start]])
    behind = bool(named) and not re.search("[，。；]", text[: quantity.start])
    if not 2 <= mine <= _MOST_NAMED or not (_THEY.search(before) or (behind and named == mine)):
        return False
    if any(_speaks_of_one(text, quantity, _said(source, near)) for source in sources):
        return False
    counts = {persons_named([source]) for source in sources} | {persons_named(sources)}
    return mine == named if named > 1 else mine in counts


def _is_round_for(text: str, quantity: Quantity, said: Said) -> bool:
    """逾80% of 80.1%, 近900億元 of 898.3億元: fewer figures than the source has, on the side that the word says."""
    mine, theirs = quantity.readings[0], said.readings[0]
    if (
        mine.kind != theirs.kind
        or mine.kind in _NEVER_ROUND
        or not theirs.value
        or mine.value == theirs.value
    ):
        return False
    apart = abs(mine.value - theirs.value)
    if _figures(mine.value) >= _figures(theirs.value) or apart > theirs.value * _MARGIN:
        return False
    before, after = text[max(0, quantity.start - 4) : quantity.start], text[quantity.start : quantity.end + 1]
    above = bool(_ABOVE.search(before) or _MORE.search(after))
    below = bool(_BELOW.search(before))
    if _ABOUT.search(before):
        rightly = apart * 2 <= Decimal(1).scaleb(_last_place(mine.value))
    else:
        rightly = (above and mine.value < theirs.value) or (below and mine.value > theirs.value)
    return rightly and likeness(text, quantity, said) > 0.3


def _last_place(value: Decimal) -> int:
    return int(value.normalize().as_tuple().exponent)


def _figures(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _said(source: str, near: date | None) -> tuple[Said, ...]:
    taken = [(d.start, d.end) for d in find_dates(source, near)]
    return said_in(source, quantities_in(source, taken))


def _speaks_of_one(text: str, quantity: Quantity, said: Sequence[Said]) -> bool:
    """Whether the words beside the number stand beside a single one there: then it is that one, changed."""
    kind = quantity.readings[0].kind
    return any(likeness(text, quantity, s) > 0.3 for s in said if s.readings[0].kind == kind)


def _of(kind: str, amounts: Iterable[Amount]) -> list[Decimal]:
    return [a.value for a in amounts if a.kind == kind]


def _adds_up(mine: Amount, amounts: Sequence[Amount]) -> bool:
    """All numbers of the kind together, or all of them but one that is their sum already."""
    parts = _of(mine.kind, amounts)
    return len(parts) > 1 and sum(parts) == mine.value


def _differs(mine: Amount, amounts: Sequence[Amount]) -> bool:
    parts = _of(mine.kind, amounts)
    if len(parts) == 2 and abs(parts[0] - parts[1]) == mine.value:
        return True
    return mine.kind == "percent" and any(
        _rounded(abs(b - a) / a * 100, mine.value) for a, b in _pairs(amounts) if a
    )


def _is_share(mine: Amount, amounts: Sequence[Amount]) -> bool:
    return any(_rounded(min(a, b) / max(a, b) * 100, mine.value) for a, b in _pairs(amounts) if a and b)


def _pairs(amounts: Sequence[Amount]) -> Iterator[tuple[Decimal, Decimal]]:
    """The two numbers of each kind of which there are just two."""
    for kind in {a.kind for a in amounts} - {"percent", "year", "ordinal"}:
        values = _of(kind, amounts)
        if len(values) == 2:
            yield values[0], values[1]


def _rounded(exact: Decimal, said: Decimal) -> bool:
    places = Decimal(1).scaleb(min(0, int(said.as_tuple().exponent)))
    return exact.quantize(places, rounding=ROUND_HALF_UP) == said


def _lasts(mine: Amount, sources: Iterable[str], near: date | None) -> bool:
    for source in sources:
        if mine.kind == "minute" and any(_minutes(a, b) == mine.value for a, b in _spans(source)):
            return True
        if mine.kind == "day" and any(_days(d) == mine.value for d in find_dates(source, near)):
            return True
    return False


def _spans(source: str) -> Iterator[tuple[Clock, Clock]]:
    for (_, end, first), (start, _, second) in pairwise(clocks_in(source)):
        if _BETWEEN.fullmatch(source, end, start):
            yield first, second


def _minutes(first: Clock, second: Clock) -> int:
    return (second.minutes - first.minutes) % 720


def _days(found: Found) -> int | None:
    return (found.last - found.first).days + 1 if found.is_range and found.first and found.last else None


def _is_listed(mine: Amount, sources: Iterable[str]) -> bool:
    return any(m[0].count("、") + 1 == mine.value for source in sources for m in _LIST.finditer(source))
