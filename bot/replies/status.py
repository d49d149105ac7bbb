"""What a trip has and what it still lacks, measured by its form (pure)."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from bot.language import _, listed
from bot.replies.bars import bar
from bot.replies.days import long_day
from bot.replies.questions import short
from drafting.checks.times import last_day
from drafting.form import Form
from drafting.interview.standing import Lack, Standing, Unit, standings
from drafting.material import Kind, Material, Medium
from drafting.phrase import phrase
from drafting.review import Draft, Status
from drafting.starting.known import missing
from drafting.starting.proposal import proposed_name
from drafting.trip import Trip

_MEDIA = {
    Medium.NOTE: phrase("文字"),
    Medium.PHOTO: phrase("照片"),
    Medium.VOICE: phrase("語音"),
    Medium.PLACE: phrase("位置"),
    Medium.CONTACT: phrase("聯絡人"),
    Medium.PAPER: phrase("檔案"),
}
_STATES = {
    Status.REQUESTED: phrase("撰寫中"),
    Status.WRITTEN: phrase("寫好了，還沒送審"),
    Status.SUBMITTED: phrase("已送審，審核中"),
    Status.RETURNED: phrase("已退回補正"),
    Status.APPROVED: phrase("已核可"),
}
_NAMED = 3  # activities or days that are named in a line


def status_text(trip: Trip, form: Form, today: date, draft: Draft | None) -> str:
    """The answer to /status: a bar for each part, then what is missing; fits a phone."""
    blocks = [
        "\n".join([_head(trip), _deadline_line(trip, form, today)]),
        _("素材：{inventory}").format(
            inventory=_inventory(trip.material) or _("還沒有，直接傳文字或照片就會開始。")
        ),
        "\n".join(_part_line(standing) for standing in standings(trip, form, draft)),
        _field_line(trip, form),
        _draft_line(draft),
    ]
    return "\n\n".join(block for block in blocks if block)


def _head(trip: Trip) -> str:
    proposed = proposed_name(trip)
    name = trip.report_name or (
        _("（擬）{name}").format(name=proposed) if proposed else _("（尚無報告名稱）")
    )
    return _("案件 {trip}　{name}").format(trip=trip.id, name=name)


def _deadline_line(trip: Trip, form: Form, today: date) -> str:
    if trip.period is None:
        return _("期限：返國後 {months} 個月內（尚不知返國日期）。").format(months=form.deadline.months)
    last = last_day(trip.period.end, form.deadline)
    left = (last - today).days
    if left > 0:
        tail = _("還有 {days} 天").format(days=left)
    else:
        tail = _("已逾期 {days} 天").format(days=-left) if left else _("就是今天")
    return _("期限：{day}（{tail}）。").format(day=long_day(last), tail=tail)


def _inventory(material: Sequence[Material]) -> str:
    found = Counter(piece.medium for piece in material if Kind.PRIVATE not in (piece.kind, piece.label))
    return listed(f"{_(name)} {found[medium]}" for medium, name in _MEDIA.items() if found[medium])


def _field_line(trip: Trip, form: Form) -> str:
    lacking = missing(trip, form)
    return _("欄位還缺：{fields}").format(fields=listed(_(f.label) for f in lacking)) if lacking else ""


def _part_line(standing: Standing) -> str:
    """「▓▓▓░░ 過程　2／3 項活動」, and below it what is missing."""
    line = f"{bar(standing.done, standing.wanted)} {_(standing.part.heading)}　{_reached(standing)}"
    lacks = _lacks(standing)
    return f"{line}\n　→ {lacks}" if lacks else line


def _reached(standing: Standing) -> str:
    amount = {
        Unit.CHARACTERS: _("{done}／{wanted} 字"),
        Unit.PIECES: _("{done} 則"),
        Unit.ACTIVITIES: _("{done}／{wanted} 項活動"),
        Unit.PEOPLE: _("{done} 人"),
    }[standing.unit]
    return amount.format(done=standing.done, wanted=standing.wanted)


def _lacks(standing: Standing) -> str:
    """What to send; "" if there is enough. A part that may say 「無」 is not asked for."""
    if standing.lack is None or (standing.part.may_be_none and standing.lack is Lack.SUGGESTION):
        return ""
    names = listed(short(name) for name in standing.names[:_NAMED])
    if (more := len(standing.names) - _NAMED) > 0:
        names = _("{names}等 {count} 項").format(names=names, count=more + _NAMED)
    return {
        Lack.PEOPLE: _("傳姓名、機關、單位、職稱"),
        Lack.RECORDS: _("再傳幾則紀錄"),
        Lack.PURPOSE: _("說一句為什麼去（寫「目的：…」）"),
        Lack.ACTIVITY: _("還沒有：{names}").format(names=names),
        Lack.DAYS: _("還沒有：{names}").format(names=names),
        Lack.IMPRESSION: _("說說心得（可加 #心得）"),
        Lack.SUGGESTION: _("說說建議（可加 #建議）"),
        Lack.LENGTH: _("再 {count} 字").format(count=standing.short),
    }[standing.lack]


def _draft_line(draft: Draft | None) -> str:
    if draft is None:
        return _("草稿：還沒有，輸入 /draft 開始撰寫。")
    state = _(_STATES.get(draft.status, phrase("狀態不明")))
    return _("草稿：第 {draft} 號，{state}。").format(draft=draft.id, state=state)
