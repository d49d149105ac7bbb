"""Which line of an existing report begins which part of the form, however the part is called, marked or decorated."""

import re
from collections.abc import Iterable

from drafting.existing.marks import Marked, marked
from drafting.form import Form, Part, Role

_NOT_LETTERS = re.compile(r"[\s（）()：:、。，,\uff0e.【】\u3014\u3015\[\]《》<>\u3000*_#]+")
_LOOSE = re.compile(r"(?P<number>[壹貳參叁肆伍陸柒捌玖拾]{1,3})[\s\u3000]+(?P<rest>\S.*)")
_KIND = "(?:出國|赴陸|考察|參訪|訪問|會議|開會|研習|進修|實習|研究|訓練|計畫|行程|工作|本次)?"
_ALSO = {
    Role.ABSTRACT: re.compile(r"(?:內容|報告|中文|計畫)?摘要(?:\d+字以上|\d+至\d+字)?|提要"),
    Role.MEMBERS: re.compile(r"(?:出國|參訪|考察|出席|團員|參加)?人員(?:名單|名冊)|團員名[單冊]|名單"),
    Role.PURPOSE: re.compile(rf"{_KIND}(?:緣起及)?目的(?:及(?:緣起|背景|任務))?|緣起|前言及目的"),
    Role.PROCESS: re.compile(rf"{_KIND}(?:過程|經過)(?:紀要|紀實|概要|及內容)?"),
    Role.IMPRESSIONS: re.compile(rf"{_KIND}心得(?:感想|分享|及感想)?"),
    Role.SUGGESTIONS: re.compile(r"(?:具體|相關|檢討|結論及)?建議(?:事項)?"),
}
_BOTH = re.compile(rf"{_KIND}(?:心得|檢討)及(?:具體)?建議(?:事項)?|心得建議")
_LONGEST_UNMARKED = 16
_RANKS = (1, 2, 4)


def rank_of_parts(lines: Iterable[str], form: Form) -> int:
    """The rank of the marks that parts have in this report: 1 for 壹、, 2 for 一、, 4 for 1.; most have 壹、."""
    found: dict[int, set[str]] = {rank: set() for rank in (0, *_RANKS)}
    for line in lines:
        mark = marked(line)
        depth = 0 if mark.rest == mark.line else mark.depth
        part = part_named(mark.rest, form) if depth in found else None
        if part and (len(mark.rest) <= _LONGEST_UNMARKED or _plain(mark.rest) == _plain(part.heading)):
            found[depth].add(part.key)
    rank = max(_RANKS, key=lambda rank: (len(found[rank]), -rank))
    return rank if len(found[rank]) > max(1, len(found[0]), len(found[1])) else 1


def lifted(mark: Marked, rank: int) -> Marked:
    """The mark with its depth counted from the rank that parts have; a bullet stays a point."""
    if mark.depth <= 1 or rank == 1 or mark.rest == mark.line:
        return mark
    return mark._replace(depth=max(1, mark.depth - rank + 1))


def part_at(line: str, form: Form, rank: int = 1) -> Part | None:
    """The part that begins with this line: its heading alone, after a mark of the rank of parts or after none."""
    if loose := _LOOSE.fullmatch(line.strip()):
        return part_named(loose["rest"], form)
    mark = lifted(marked(line), rank)
    if mark.depth > 1:
        return None
    known = part_named(mark.rest, form)
    short = len(mark.rest) <= _LONGEST_UNMARKED or (known and _plain(mark.rest) == _plain(known.heading))
    return known if mark.depth == 1 or short else None


def part_named(text: str, form: Form) -> Part | None:
    """The part of this name; the form's own words go before what it is also called."""
    plain = _plain(text)
    if not plain:
        return None
    exact = next((p for p in form.parts if plain in (_plain(p.heading), f"{_plain(p.heading)}事項")), None)
    if exact:
        return exact
    if _BOTH.fullmatch(plain):
        return next((p for p in form.parts if {Role.IMPRESSIONS, Role.SUGGESTIONS} <= set(p.roles)), None)
    role = next((role for role, names in _ALSO.items() if names.fullmatch(plain)), None)
    part = form.part_for(role) if role else None
    return part if part and (len(part.roles) == 1) else None


def _plain(text: str) -> str:
    return _NOT_LETTERS.sub("", text).replace("與", "及").replace("和", "及").lower()
