"""What a trip has and what it still lacks, measured by its form (pure)."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from bot.language import _, listed
from drafting.checks.times import last_day
from drafting.dates import roc
from drafting.form import Field, Form, Part, Role
from drafting.material import Kind, Material, Medium
from drafting.phrase import phrase
from drafting.review import Draft, Status
from drafting.trip import Category, Trip

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
    Status.WRITTEN: phrase("已撰寫，待審核"),
    Status.SUBMITTED: phrase("審核中"),
    Status.RETURNED: phrase("已退回補正"),
    Status.APPROVED: phrase("已核可"),
}
_ENOUGH = 3  # notes in a part that a paragraph can be made of


def status_text(trip: Trip, form: Form, today: date, draft: Draft | None) -> str:
    """The answer to /status."""
    blocks = [
        _("案件 {trip}　{name}\n表單：{form}").format(
            trip=trip.id, name=trip.report_name or _("（尚無報告名稱）"), form=form.name
        ),
        _deadline_line(trip, form, today),
        _("素材：{inventory}").format(
            inventory=_inventory(trip.material) or _("還沒有，直接傳文字或照片就會開始。")
        ),
        "\n".join([_("欄位："), _field_lines(trip, form)]),
        "\n".join([_("章節："), *(_part_line(part, trip) for part in form.parts)]),
        _draft_line(draft),
    ]
    return "\n\n".join(blocks)


def missing_fields(trip: Trip, form: Form) -> list[Field]:
    """The blanks of the form that must be filled and are not."""
    return [f for f in form.fields if f.required and not _filled(f.key, trip)]


def _deadline_line(trip: Trip, form: Form, today: date) -> str:
    if trip.period is None:
        return _("期限：返國後 {months} 個月內（尚不知返國日期）。").format(months=form.deadline.months)
    last = last_day(trip.period.end, form.deadline)
    left = (last - today).days
    if left > 0:
        tail = _("還有 {days} 天").format(days=left)
    else:
        tail = _("已逾期 {days} 天").format(days=-left) if left else _("就是今天")
    return _("期限：{day}（{tail}）。").format(day=roc(last), tail=tail)


def _inventory(material: Sequence[Material]) -> str:
    found = Counter(piece.medium for piece in material)
    return listed(f"{_(name)} {found[medium]}" for medium, name in _MEDIA.items() if found[medium])


def _field_lines(trip: Trip, form: Form) -> str:
    missing = missing_fields(trip, form)
    known = [f for f in form.fields if f not in missing]
    lines = ["✓ " + listed(f.label for f in known)] if known else []
    if missing:
        lines.append(_("✗ 尚缺：{fields}").format(fields=listed(f.label for f in missing)))
    return "\n".join(lines)


def _filled(key: str, trip: Trip) -> bool:
    match key:
        case "category_line":
            return bool(trip.categories)
        case "agencies":
            return bool(trip.host_agency) or any(t.agency for t in trip.travellers)
        case "has_attachments":
            return trip.has_attachments is not None
        case "purposes":
            return bool(trip.purposes) or (bool(trip.categories) and Category.OTHER not in trip.categories)
        case _:
            return bool(getattr(trip, key, True))  # blanks that code fills are never missing


def _part_line(part: Part, trip: Trip) -> str:
    wants = [_want(role, trip) for role in part.roles]
    lacking = [want for want in wants if want]
    mark = "✗" if lacking and not part.may_be_none else ("△" if lacking else "✓")
    if not lacking:
        return f"{mark} {part.heading}"
    return _("{mark} {part}：{wants}").format(mark=mark, part=part.heading, wants=_("；").join(lacking))


def _want(role: Role, trip: Trip) -> str:
    """What the traveller could send so that this role can be filled; "" if there is enough to write from."""
    kinds = Counter(piece.label or piece.kind for piece in trip.material if piece.text)
    match role:
        case Role.MEMBERS:
            return "" if trip.travellers else _("請傳出國人員的姓名、機關、單位與職稱")
        case Role.IMPRESSIONS:
            return "" if kinds[Kind.IMPRESSION] else _("請傳您自己的心得（可加 #心得）")
        case Role.SUGGESTIONS:
            return "" if kinds[Kind.SUGGESTION] else _("請傳您自己的建議（可加 #建議）")
        case Role.PROCESS:
            return _days_without(trip)
        case Role.PURPOSE | Role.ABSTRACT:
            facts = kinds[Kind.FACT] + kinds[Kind.QUOTE]
            return "" if facts >= _ENOUGH else _("請多傳幾則說明緣起與經過的紀錄")
        case _:  # tables that code makes of what is there
            return ""


def _days_without(trip: Trip) -> str:
    if trip.period is None:
        return "" if len(trip.material) >= _ENOUGH else _("請邊走邊傳紀錄與照片")
    heard = {piece.day for piece in trip.material}
    days = (trip.period.end - trip.period.start).days + 1
    silent = [d for n in range(days) if (d := trip.period.start + timedelta(days=n)) not in heard]
    if not silent:
        return ""
    return _("沒有紀錄的日子：{days}").format(days=listed(f"{d.month}/{d.day}" for d in silent))


def _draft_line(draft: Draft | None) -> str:
    if draft is None:
        return _("草稿：還沒有，輸入 /draft 開始撰寫。")
    state = _(_STATES.get(draft.status, phrase("狀態不明")))
    return _("草稿：第 {draft} 號，{state}。").format(draft=draft.id, state=state)
