"""What a trip has and what it still lacks, measured by its form (pure)."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from drafting.checks.times import last_day
from drafting.dates import roc
from drafting.form import Field, Form, Part, Role
from drafting.material import Kind, Material, Medium
from drafting.review import Draft, Status
from drafting.trip import Category, Trip

_MEDIA = {
    Medium.NOTE: "文字",
    Medium.PHOTO: "照片",
    Medium.VOICE: "語音",
    Medium.PLACE: "位置",
    Medium.CONTACT: "聯絡人",
    Medium.PAPER: "檔案",
}
_STATES = {
    Status.REQUESTED: "撰寫中",
    Status.WRITTEN: "已撰寫，待審核",
    Status.SUBMITTED: "審核中",
    Status.RETURNED: "已退回補正",
    Status.APPROVED: "已核可",
}
_ENOUGH = 3  # notes in a part that a paragraph can be made of


def status_text(trip: Trip, form: Form, today: date, draft: Draft | None) -> str:
    """The answer to /status."""
    blocks = [
        f"案件 {trip.id}　{trip.report_name or '（尚無報告名稱）'}\n表單：{form.name}",
        _deadline_line(trip, form, today),
        "素材：" + (_inventory(trip.material) or "還沒有，直接傳文字或照片就會開始。"),
        "欄位：\n" + _field_lines(trip, form),
        "章節：\n" + "\n".join(_part_line(part, trip) for part in form.parts),
        _draft_line(draft),
    ]
    return "\n\n".join(blocks)


def missing_fields(trip: Trip, form: Form) -> list[Field]:
    """The blanks of the form that must be filled and are not."""
    return [f for f in form.fields if f.required and not _filled(f.key, trip)]


def _deadline_line(trip: Trip, form: Form, today: date) -> str:
    if trip.period is None:
        return f"期限：返國後 {form.deadline.months} 個月內（尚不知返國日期）。"
    last = last_day(trip.period.end, form.deadline)
    left = (last - today).days
    tail = f"還有 {left} 天" if left > 0 else ("就是今天" if left == 0 else f"已逾期 {-left} 天")
    return f"期限：{roc(last)}（{tail}）。"


def _inventory(material: Sequence[Material]) -> str:
    found = Counter(piece.medium for piece in material)
    return "、".join(f"{name} {found[medium]}" for medium, name in _MEDIA.items() if found[medium])


def _field_lines(trip: Trip, form: Form) -> str:
    missing = missing_fields(trip, form)
    known = [f for f in form.fields if f not in missing]
    lines = ["✓ " + "、".join(f.label for f in known)] if known else []
    return "\n".join([*lines, *(["✗ 尚缺：" + "、".join(f.label for f in missing)] if missing else [])])


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
    return f"{mark} {part.heading}" + (f"：{'；'.join(lacking)}" if lacking else "")


def _want(role: Role, trip: Trip) -> str:
    """What the traveller could send so that this role can be filled; "" if there is enough to write from."""
    kinds = Counter(piece.label or piece.kind for piece in trip.material if piece.text)
    match role:
        case Role.MEMBERS:
            return "" if trip.travellers else "請傳出國人員的姓名、機關、單位與職稱"
        case Role.IMPRESSIONS:
            return "" if kinds[Kind.IMPRESSION] else "請傳您自己的心得（可加 #心得）"
        case Role.SUGGESTIONS:
            return "" if kinds[Kind.SUGGESTION] else "請傳您自己的建議（可加 #建議）"
        case Role.PROCESS:
            return _days_without(trip)
        case Role.PURPOSE | Role.ABSTRACT:
            facts = kinds[Kind.FACT] + kinds[Kind.QUOTE]
            return "" if facts >= _ENOUGH else "請多傳幾則說明緣起與經過的紀錄"


def _days_without(trip: Trip) -> str:
    if trip.period is None:
        return "" if len(trip.material) >= _ENOUGH else "請邊走邊傳紀錄與照片"
    heard = {piece.day for piece in trip.material}
    days = (trip.period.end - trip.period.start).days + 1
    silent = [d for n in range(days) if (d := trip.period.start + timedelta(days=n)) not in heard]
    return f"沒有紀錄的日子：{'、'.join(f'{d.month}/{d.day}' for d in silent)}" if silent else ""


def _draft_line(draft: Draft | None) -> str:
    if draft is None:
        return "草稿：還沒有，輸入 /draft 開始撰寫。"
    return f"草稿：第 {draft.id} 號，{_STATES.get(draft.status, '狀態不明')}。"
