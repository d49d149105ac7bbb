"""Checks of time: the deadline, the days of the itinerary, and recommended events that are over."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from drafting.checks.case import Case
from drafting.checks.rule import Said, rule
from drafting.dates import Found, find_dates, roc
from drafting.finding import Severity
from drafting.form import Deadline, Role

_AHEAD = re.compile(r"將|預定|訂於|擬|即將|預計")
_PROPOSED = re.compile(r"建議[^。；，]{0,16}$")
_BEHIND = re.compile(r"此次|本次|該次|已|曾|業於|甫|當時|於會中")
_RESOLVED = re.compile(r"(?:議決|決議|決定|議定|宣布|預告|工作計畫|重要活動)[^。]{0,16}如下[：:]?$")
_WEEKEND = 5
_DAYS_THAT_A_BARE_DATE_LOOKS_BACK = 60


@rule(
    "TIM-1",
    Severity.ERROR,
    "報告日期在返國之後、期限之內。",
    "各機關出國報告規定：返國後 3 個月內",
    good="報告日期：107年6月1日",
    bad="報告日期：107年9月1日",
)
def report_is_in_time(case: Case) -> Iterator[Said]:
    period, report_date = case.trip.period, case.trip.report_date
    if period is None:
        return
    label = case.label("report_date")
    last = last_day(period.end, case.form.deadline)
    limit = f"期限為 {roc(last)}（返國後 {case.form.deadline.months} 個月）"
    if report_date and report_date < period.end:
        yield Said(label, f"報告日期 {roc(report_date)} 早於返國日 {roc(period.end)}，請更正日期。")
    elif report_date and report_date > _next_working_day(last):
        late = (report_date - last).days
        yield Said(
            label, f"報告日期 {roc(report_date)} 超過期限 {late} 天，{limit}，請更正日期或敘明逾期原因。"
        )
    elif report_date and report_date > last:
        message = f"{limit}適逢假日，報告日期 {roc(report_date)} 為次一上班日，請確認機關的規定。"
        yield Said(label, message, severity=Severity.WARNING)
    left = (last - case.today).days
    if left >= 0:
        yield Said(label, f"{limit}，還有 {left} 天。", severity=Severity.INFO)
    elif report_date is None and case.form.field("report_date"):
        yield Said(label, f"{limit}，已經逾期 {-left} 天，請儘速完成並敘明原因。")
    else:
        yield Said(label, f"{limit}，今天已過期限，請確認已如期送出。", severity=Severity.INFO)


@rule(
    "TIM-2",
    Severity.ERROR,
    "出國期間起訖正確，行程表每天一列、不缺不重，也不超出期間。",
    "行程表慣例；審核表第 1 列",
    good="肆、過程\n一、行程表\n日期 | 地點 | 行程\n107年4月9日 | 海城 | 搭機\n107年4月10日 | 海城 | 開會",
    bad="肆、過程\n一、行程表\n日期 | 地點 | 行程\n107年4月9日 | 海城 | 搭機\n107年4月11日 | 海城 | 開會",
)
def itinerary_covers_every_day_once(case: Case) -> Iterator[Said]:
    period = case.trip.period
    if period is None:
        return
    if period.start > period.end:
        message = f"出國期間的起日 {roc(period.start)} 晚於迄日 {roc(period.end)}，請更正。"
        yield Said(case.label("period"), message)
        return
    rows = case.itinerary
    if case.from_file and not rows:
        message = "找不到行程表（日期、地點、行程），請確認每天都有一列。"
        yield Said("行程表", message, severity=Severity.WARNING)
        return
    wanted = [period.start + timedelta(days=n) for n in range((period.end - period.start).days + 1)]
    there = Counter(row.day for row in rows)
    if missing := [day for day in wanted if day not in there]:
        yield Said("行程表", f"行程表缺 {_days(missing)}，請補上當天的地點與行程。")
    if double := sorted(day for day, times in there.items() if times > 1):
        yield Said("行程表", f"行程表的 {_days(double)} 重複，請合併成一列。")
    if outside := sorted(day for day in there if not period.start <= day <= period.end):
        yield Said("行程表", f"行程表的 {_days(outside)} 不在出國期間內，請更正日期或出國期間。")
    for row in rows:
        if not row.activity.strip() and period.start <= row.day <= period.end:
            message = f"{roc(row.day)} 的行程空白，請補上當天的活動。"
            yield Said("行程表", message, sources=row.sources, severity=Severity.WARNING)


@rule(
    "TIM-3",
    Severity.WARNING,
    "建議參加的活動要在報告日期之後；寫成將要舉行的也是。",
    "實務：建議參加已經結束的會議沒有意義",
    good="陸、建議\n大會將於107年9月12日舉行，建議派員出席。",
    bad="陸、建議\n大會將於107年5月23日舉行，建議派員出席。",
)
def recommended_events_lie_ahead(case: Case) -> Iterator[Said]:
    report_date, period = case.trip.report_date, case.trip.period
    part = case.form.part_for(Role.SUGGESTIONS)
    if report_date is None:
        return
    recorded = ""  # the heading under which the resolutions of a meeting are listed
    for where, of, sentence in case.lines:
        recorded = where if _RESOLVED.search(sentence.text) else recorded
        if of is not part and not _AHEAD.search(sentence.text):
            continue
        for found in find_dates(sentence.text, report_date):
            if (
                found.last is None
                or found.last > report_date
                or _BEHIND.search(sentence.text[: found.start][-12:])
            ):
                continue
            after_the_trip = period is not None and found.last > period.end and found.day is not None
            if of is part and (after_the_trip or _is_proposed(sentence.text, found, report_date)):
                advice = "活動已經結束，請改寫這項建議或更新日期"
            elif of is not part and after_the_trip and _announced(sentence.text, found):
                advice = "報告時已經過去，請改寫時態或補記結果"
            else:
                continue
            if of is not part and recorded == where:
                told = f"「{found.text}」是會中決議或預告的活動，報告日期 {roc(report_date)} 前已經過去；可補記結果。"
                yield Said(where, told, quote=sentence.text, sources=sentence.sources, severity=Severity.INFO)
                continue
            message = f"「{found.text}」在報告日期 {roc(report_date)} 之前，{advice}。"
            yield Said(where, message, quote=sentence.text, sources=sentence.sources)


def last_day(back: date, deadline: Deadline) -> date:
    """The last day of the limit (民法 120 and 121): the day before the one that answers to the first day."""
    first = back if deadline.day_one == "return" else back + timedelta(days=1)
    months = first.year * 12 + first.month - 1 + deadline.months
    year, month = divmod(months, 12)
    try:
        return date(year, month + 1, first.day) - timedelta(days=1)
    except ValueError:  # no such day in that month: its end
        return date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)


def _next_working_day(day: date) -> date:
    while day.weekday() >= _WEEKEND:
        day += timedelta(days=1)
    return day


def _is_proposed(text: str, found: Found, report_date: date) -> bool:
    before = text[max(0, found.start - 12) : found.start]
    if found.last is None:
        return False
    if not found.year_given and (report_date - found.last).days > _DAYS_THAT_A_BARE_DATE_LOOKS_BACK:
        return False  # 建議於3月前完成, written in June, means the March to come
    return bool(
        _AHEAD.search(before)
        or _AHEAD.search(text[found.end : found.end + 4])
        or _PROPOSED.search(text[: found.start])
    )


def _announced(text: str, found: Found) -> bool:
    return bool(_AHEAD.search(text[max(0, found.start - 6) : found.start]) or _AHEAD.match(text, found.end))


def _days(days: Sequence[date]) -> str:
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return "、".join(roc(r[0]) if len(r) == 1 else f"{roc(r[0])}至{roc(r[-1])}" for r in runs)
