"""Checks how dates and times are written: one style, words that can be resolved, weekdays that are right."""

import re
from collections.abc import Iterator

from drafting.checks.case import Case, Hit
from drafting.checks.rule import Said, rule
from drafting.dates import find_dates, roc, weekday_zh
from drafting.finding import Severity

_STYLES = (
    ("國曆", re.compile(r"(?<!\d)(?:民國\s?)?1\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日")),
    ("西元", re.compile(r"(?<!\d)(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日")),
    ("數字加點或斜線", re.compile(r"(?<![\d./-])(?:19|20)?\d{2,3}([./-])\d{1,2}\1\d{1,2}(?![\d./-])")),
    ("相對", re.compile(r"(?:本年|今年|去年|明年|次年)\s?\d{1,2}\s?月\s?\d{1,2}\s?日")),
)
_QUOTED = re.compile(r"「[^「」]*」|[《〈][^》〉]*[》〉]")
_CHAT_WORDS = re.compile(
    r"昨[天日晚]|今[天早晚]|明天|後天|前天|上(?:週|個?禮拜|個?星期)|下(?:週|個?禮拜|個?星期)"
)
_YEAR_WORDS = re.compile(r"本年|今年|去年|明年|前年|後年")
_WEEKDAY = re.compile(
    r"(?:(?P<year>\d{2,4})\s?[年./-]\s?)?(?P<month>\d{1,2})\s?[月./-]\s?(?P<day>\d{1,2})\s?日?\s*[(（]\s?(?:星期|週|周|禮拜)?(?P<weekday>[一二三四五六日天])\s?[)）]"
)
_AFTERNOON = re.compile(r"(?:上午|下午|晚上|晚間)\s?(?:1[3-9]|2[0-4])\s?(?:[時點:：])")
_IMPOSSIBLE = re.compile(r"(?<!\d)(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日")
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MANY_STYLES = 3


@rule(
    "DAT-1",
    Severity.WARNING,
    "欄位用國曆；內文日期寫法一致，星期與日期相符，相對的日期推得出來。",
    "文書處理手冊；公文書橫式書寫數字使用原則（院臺秘字第0930089122號）",
    good="參、目的\n本府於107年4月9日（星期一）派員出席會議。",
    bad="參、目的\n本府於107年4月9日（星期三）派員出席會議，昨天下午13時報到。",
)
def dates_are_written_one_way(case: Case) -> Iterator[Said]:
    yield from _fields(case)
    yield from _styles(case)
    for hit in case.hits(_CHAT_WORDS):
        if not _is_quoted(hit):
            yield Said(hit.where, f"「{hit.words}」要看哪天寫的才知道，請改寫成日期。", quote=hit.near)
    year = next(case.hits(_YEAR_WORDS), None)
    told = case.trip.report_date or (case.form.field("report_date") is None and case.trip.period)
    if year and not told:
        message = f"沒有報告日期，「{year.words}」是哪一年推不出來，請填報告日期或改寫年份。"
        yield Said(year.where, message, quote=year.near)
    for hit in case.hits(_AFTERNOON):
        message = f"「{hit.words}」請擇一寫法：上午、下午用 12 小時制，或只用 24 小時制。"
        yield Said(hit.where, message, quote=hit.near)
    yield from _impossible(case)
    yield from _weekdays(case)


def _fields(case: Case) -> Iterator[Said]:
    for key in ("period", "report_date"):
        value = case.report.fields.get(key, "")
        if not value.isascii() and re.search(r"(?:19|20)\d{2}\s?[年./-]", value):
            yield Said(case.label(key), "表單欄位的日期請用國曆，例如 107年4月9日。", quote=value)


def _styles(case: Case) -> Iterator[Said]:
    """Event names keep their own year, so what stands in quotation marks does not count."""
    in_fields = {case.label(key) for key in ("period", "report_date")}
    used: dict[str, list[Hit]] = {}
    for name, pattern in _STYLES:
        hits = [h for h in case.hits(pattern, fields=True) if not _is_quoted(h)]
        fields = {case.label(key) for key in case.report.fields} - in_fields
        if hits := [h for h in hits if h.where not in fields]:
            used[name] = hits
    if len(used) < 2:
        return
    shown = "、".join(f"{name}（{hits[0].words}，{len(hits)} 處）" for name, hits in used.items())
    first = min(used.values(), key=len)[0]
    severity = Severity.WARNING if len(used) >= _MANY_STYLES else Severity.INFO
    yield Said(
        first.where, f"日期有 {len(used)} 種寫法：{shown}，請統一。", quote=first.near, severity=severity
    )


def _is_quoted(hit: Hit) -> bool:
    return any(m.start() <= hit.start < m.end() for m in _QUOTED.finditer(hit.text))


def _impossible(case: Case) -> Iterator[Said]:
    for hit in case.hits(_IMPOSSIBLE):
        month, day = int(hit.match["month"]), int(hit.match["day"])
        if not 1 <= month <= 12 or not 1 <= day <= _LONGEST_MONTHS[month - 1]:
            yield Said(hit.where, f"沒有「{hit.words}」這一天，請更正。", quote=hit.near)


def _weekdays(case: Case) -> Iterator[Said]:
    near = case.trip.period.start if case.trip.period else case.trip.report_date
    for hit in case.hits(_WEEKDAY):
        written = "一二三四五六日".find(hit.match["weekday"].replace("天", "日"))
        day = next((f.first for f in find_dates(hit.words, near) if f.first == f.last), None)
        if day and day.weekday() != written:
            message = f"「{' '.join(hit.words.split())}」不對，{roc(day)} 是{weekday_zh(day)}。"
            yield Said(hit.where, message, quote=hit.near)
