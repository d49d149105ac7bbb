"""Checks the trip against its approved plan: days, number of people, places and hosts, where they differ it is said why."""

import re
from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.grams import grams, letters, share_in
from drafting.checks.rule import Said, rule
from drafting.dates import find_dates, roc_range
from drafting.finding import Severity
from drafting.form import Role
from drafting.material import Material
from drafting.numerals import han_value

_PLAN = re.compile(
    r"(?:核定|核准|奉准)[^。\n]{0,8}計畫|(?:出國|派員|考察|赴陸|出訪)計畫(?:書|表|摘要)?|原(?:定|核定)計畫|計畫核定"
)
_HEAD = 80  # a plan says in its first words that it is one
_PERIOD = re.compile(
    r"(?:出國|計畫|預定|預計|核定)?(?:期間|期程|日期|起訖)\s?[:：]?\s?(?P<value>[^\n。；]{4,40})"
)
_PEOPLE = re.compile(
    r"(?:人數|派員|預計派員|出國人員)\s?[:：]?\s?(?:共|計)?\s?(?P<value>\d{1,2}|[一二兩三四五六七八九十]{1,3})\s?[人名位]"
)
_PLACES = re.compile(
    r"(?:前往|出國|派赴)?(?:國家|地區|地點)(?:[/／、及]?(?:地區|城市))?\s?[:：]\s?(?P<value>[^\n。；]{2,30})"
)
_HOSTS = re.compile(r"(?:參訪|拜會|訪問|考察)(?:單位|機關|對象|機構)\s?[:：]\s?(?P<value>[^\n。；]{2,80})")
_EXPLAINED = re.compile(
    r"變更|調整|改為|改期|改至|取消|延後|延期|提前|提早|因故|未能|未成行|改由|增派|減列|縮短|延長|原定|原核定|原計畫"
)
_BETWEEN = re.compile(r"[、，,／/；;]|及|與|和")


@rule(
    "PLN-1",
    Severity.WARNING,
    "與核定的出國計畫（期間、人數、地區、參訪單位）不同之處，內文有說明。",
    "審核表第 8 列退回原因(1)「不符原核定計畫」；桃園市：原定計畫目標",
    good="[D1] 核定出國計畫：出國期間：107年4月9日至107年4月12日，派員1人。\n參、目的\n原定4月12日返國，因會議提早結束，行程縮短為兩日。",
    bad="[D1] 核定出國計畫：出國期間：107年4月9日至107年4月12日，派員1人。\n參、目的\n本府派員出席會議。",
    needs_material=True,
)
def differences_from_the_plan_are_explained(case: Case) -> Iterator[Said]:
    plans = [m for m in case.trip.material if _PLAN.search(_head(m))]
    if not plans or _EXPLAINED.search(case.prose):
        return
    for plan in plans:
        for label, difference in _differences(case, plan.text):
            message = f"{difference}，內文沒有說明，請寫明變更的原因。"
            yield Said(label, message, quote=" ".join(plan.text[:100].split()), sources=(plan.ref,))


def _head(piece: Material) -> str:
    name = piece.file.name if piece.file else ""
    return f"{name}\n{piece.text[:_HEAD]}"


def _differences(case: Case, plan: str) -> Iterator[tuple[str, str]]:
    period = case.trip.period
    if period and (match := _PERIOD.search(plan)):
        found = find_dates(match["value"], period.start)
        days = [d for f in found for d in (f.first, f.last) if d and f.day]
        if days and (days[0], days[-1]) != (period.start, period.end):
            planned, actual = roc_range(days[0], days[-1]), roc_range(period.start, period.end)
            yield case.label("period"), f"核定計畫的期間是 {planned}，實際是 {actual}"
    if (match := _PEOPLE.search(plan)) and case.trip.travellers:
        people = han_value(match["value"])
        if people is not None and people != len(case.trip.travellers):
            yield case.label("travellers"), f"核定計畫是 {people} 人，名單有 {len(case.trip.travellers)} 人"
    if (match := _PLACES.search(plan)) and case.trip.regions:
        planned_places = [p.strip() for p in _BETWEEN.split(match["value"]) if len(p.strip()) > 1]
        whole = "、".join(case.trip.regions)
        missing = [p for p in planned_places if p not in case.prose and p not in whole]
        if missing:
            yield case.label("regions"), f"核定計畫的地區有「{'、'.join(missing)}」，出國地區是「{whole}」"
    if match := _HOSTS.search(plan):
        told = grams(case.told(Role.PROCESS))
        hosts = [h.strip() for h in _BETWEEN.split(match["value"]) if len(letters(h)) > 3]
        if left_out := [h for h in hosts if share_in(h, told) < 0.5]:
            yield "過程", f"核定計畫要參訪「{'、'.join(left_out)}」，「過程」沒有寫到"
