"""Checks the itinerary against the body: what was planned is told, what is told was planned, and on the same days."""

import re
from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.grams import grams, in_common, letters, share_in
from drafting.checks.rule import Said, rule
from drafting.dates import find_dates, roc
from drafting.finding import Severity
from drafting.form import Role
from drafting.trip import ItineraryDay

_CLAUSE = re.compile(r"[、，,；;。（）()\n/／]+|及(?=[參拜訪出])")
_TRAVEL = re.compile(
    r"搭[機乘車]|轉機|航班|啟程|抵達|抵|返[抵國程臺]|回程|飛往|飛機|出發|候機|入住|住宿|下榻|休息|自由活動|用餐|早餐|午餐|晚餐|接機|送機"
    r"|機場|時差|整理|搭船|搭高鐵|[一二兩]夜|夜宿|晚上到"
)
_OFFICIAL = re.compile(
    r"參加|出席|參訪|拜會|參觀|訪問|考察|視察|會議|論壇|研討|座談|簡報|演講|開幕|閉幕|典禮|儀式|工作坊|展覽|博覽|簽署|會談|圓桌|課程|實習|比賽|表演"
)
_LEAD = re.compile(
    r"^(?:\d{1,2}[:：]\d{2}\s*|(?:上午|下午|晚上|晚間|中午|早上|全日|全天)\s*|(?:參加|出席|參訪|拜會|參觀|訪問|前往|赴|考察|進行|辦理|舉行)\s*)+"
)
_VISIT = re.compile(
    r"(?:拜會|參訪|參觀|訪問|造訪|走訪|訪視)(?:了|過|位於|位在)?\s?(?:「(?P<quoted>[^「」]{3,40})」|(?P<plain>[\u4e00-\u9fffA-Za-z]{4,20}))"
)
_THEIRS = re.compile(
    r"邀請?|歡迎|蒞|來臺|來訪|接待|請[^，]{0,6}$|將|擬|未來|日後|明年|下次|建議|若|如果|曾|過去|以往|去年"
)
_NO_PLACE = re.compile(r"過程|單位|機關|行程|活動|期間|成果|重點|心得|團|後|時|的|與|並|了解|瞭解|交流")
_QUOTED = re.compile(r"「([^「」]{6,60})」")
_LEAST_TOLD = 0.5
_SAME_EVENT = 0.6
_LONG_QUOTE = 8


@rule(
    "CON-1",
    Severity.WARNING,
    "行程表的活動都寫進「過程」，「過程」的參訪都在行程表上，日期也相同。",
    "審核表第 4 列「內容充實完備」；實務：行程表與內文不符",
    good="肆、過程\n一、行程表\n日期 | 地點 | 行程\n107年4月9日 | 海城 | 參訪海城港務局\n二、參訪\n參訪「海城港務局」，局長說明港區排水。",
    bad="肆、過程\n一、行程表\n日期 | 地點 | 行程\n107年4月9日 | 海城 | 參訪海城港務局\n二、參訪\n拜會「山城區政府」，由區長接待。",
)
def itinerary_and_body_agree(case: Case) -> Iterator[Said]:
    if not case.itinerary or case.section_for(Role.PROCESS) is None:
        return
    yield from _untold(case)
    yield from _unplanned(case)
    yield from _other_days(case)


def _untold(case: Case) -> Iterator[Said]:
    told = grams(case.told(Role.PROCESS))
    said: set[str] = set()
    for row in case.itinerary:
        for clause in _CLAUSE.split(row.activity):
            core = _LEAD.sub("", clause.strip()).strip("「」")
            if len(letters(core)) < 4 or _TRAVEL.search(core) or not _OFFICIAL.search(clause):
                continue
            if share_in(core, told) < _LEAST_TOLD and core not in said:
                said.add(core)
                message = (
                    f"行程表 {roc(row.day)} 有「{core}」，「過程」沒有寫到，請補寫經過，或說明未成行的原因。"
                )
                yield Said("行程表", message, quote=row.activity, sources=row.sources)


def _unplanned(case: Case) -> Iterator[Said]:
    rows = "\n".join(f"{row.place} {row.activity}" for row in case.itinerary)
    events = "\n".join(event.title for event in case.trip.events)
    planned = grams(f"{rows}\n{events}", 3)
    part = case.form.part_for(Role.PROCESS)
    said: set[str] = set()
    for line in case.lines:
        if line.part is not part:
            continue
        for match in _VISIT.finditer(line.sentence.text):
            name = match["quoted"] or match["plain"]
            before = line.sentence.text[max(0, match.start() - 12) : match.start()]
            if name in said or _THEIRS.search(before) or (match["plain"] and _NO_PLACE.search(name)):
                continue
            if not in_common(name, planned):
                said.add(name)
                message = f"「過程」寫了參訪或拜會「{name}」，行程表卻沒有，請補進行程表，或查證是否成行。"
                yield Said(line.where, message, quote=line.sentence.text, sources=line.sentence.sources)


def _other_days(case: Case) -> Iterator[Said]:
    """The abstract says 10 to 12 April, the table shows the same event until the 13th."""
    period = case.trip.period
    near = period.start if period else None
    for line in case.lines:
        if "」" not in line.sentence.text:
            continue
        for found in find_dates(line.sentence.text, near):
            if not found.is_range or found.first is None or found.last is None:
                continue
            if period and not period.start <= found.first <= found.last <= period.end:
                continue
            if period and (found.first, found.last) == (period.start, period.end):
                continue
            on = [row for row in case.itinerary if _is_same_event(line.sentence.text[found.end :], row)]
            if on and not any(found.first <= row.day <= found.last for row in on):
                on = []
            odd = [row for row in on if not found.first <= row.day <= found.last]
            if odd:
                days = "、".join(roc(row.day) for row in odd)
                message = f"內文說「{found.text}」，行程表在 {days} 仍列同一活動（{' '.join(odd[0].activity.split())}），請查證日期。"
                yield Said(line.where, message, quote=line.sentence.text, sources=line.sentence.sources)
                return


def _is_same_event(sentence: str, row: ItineraryDay) -> bool:
    """Whether the names that the sentence gives in quotation marks are what the row is about."""
    named = grams("\n".join(_QUOTED.findall(sentence)))
    return len(letters(row.activity)) >= _LONG_QUOTE and share_in(row.activity, named) >= _SAME_EVENT
