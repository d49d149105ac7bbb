"""Checks of trips to the mainland, Hong Kong and Macau: how they are called, and the duty to report after return."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from drafting.checks.case import Case
from drafting.checks.countries import HK_MACAU, MAINLAND
from drafting.checks.rule import Said, rule
from drafting.dates import roc
from drafting.finding import Severity
from drafting.trip import DestinationKind

_ABROAD = re.compile(
    r"出國(?!人員|報告|計畫|期間|類別|地區|或赴)[^，。；]{0,8}(?:大陸|中國|北京|上海|香港|澳門)|(?:至|前往|赴)中國(?!大陸)|兩國|貴國|我國與中國"
)
_THEIR_WORDS = re.compile(r"國家主席|總書記|省委書記|市委書記|祖國|內地(?!震|形)|港澳同胞|臺胞|台胞|一國兩制")
_WORKING_DAYS = 7
_WEEKEND = 5


@rule(
    "CHN-1",
    Severity.WARNING,
    "赴大陸地區或港澳的案件用「赴大陸地區」等用語，返臺後 7 個工作日內通報。",
    "臺灣地區與大陸地區人民關係條例第 9 條；內政部 108.8.22 內授移字第1080932712號",
    good="出國地區：大陸地區\n參、目的\n本府派員赴大陸地區參加展覽。",
    bad="出國地區：中國\n參、目的\n本府派員前往中國參加展覽，增進兩國交流。",
)
def the_mainland_is_called_rightly(case: Case) -> Iterator[Said]:
    kind = _kind(case)
    if kind is DestinationKind.FOREIGN:
        return
    if kind is DestinationKind.MAINLAND:
        for region in case.trip.regions:
            if region in ("中國", "中國大陸", "大陸", "中華人民共和國"):
                yield Said(case.label("regions"), f"「{region}」請寫「大陸地區」，並註明城市。", quote=region)
    for pattern, advice in (
        (_ABROAD, "「{words}」請改用「赴大陸地區」「兩岸」等用語。"),
        (_THEIR_WORDS, "「{words}」是對岸用語，請改寫或註明是引述。"),
    ):
        for hit in case.hits(pattern):
            yield Said(hit.where, advice.format(words=hit.words), quote=hit.near)
    if case.trip.period:
        last = roc(_after(case.trip.period.end, _WORKING_DAYS))
        message = f"赴大陸地區或港澳，請在返臺後 7 個工作日內（約至 {last}，遇連假順延）向服務機關填報「赴陸人員返臺通報表」。"
        yield Said(case.label("period"), message, severity=Severity.INFO)


def _kind(case: Case) -> DestinationKind:
    """A file does not say what kind of destination it has; its regions do."""
    if case.trip.destination is not DestinationKind.FOREIGN:
        return case.trip.destination
    if any(region.startswith(MAINLAND) or region == "大陸" for region in case.trip.regions):
        return DestinationKind.MAINLAND
    if any(region.startswith(HK_MACAU) for region in case.trip.regions):
        return DestinationKind.HK_MACAU
    return DestinationKind.FOREIGN


def _after(day: date, working_days: int) -> date:
    while working_days:
        day += timedelta(days=1)
        working_days -= day.weekday() < _WEEKEND
    return day
