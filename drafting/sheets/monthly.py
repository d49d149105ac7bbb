"""The two lists that the agency's registrar hands in each month (Taichung point 四: 附件三 and 附件四; columns assumed)."""

from collections.abc import Sequence
from datetime import date

from drafting.checks.times import last_day
from drafting.form import Form
from drafting.frozen import Frozen
from drafting.review import Status
from drafting.sheets.grid import Cell, Grid
from drafting.trip import Trip

_STATES = {
    None: "未撰寫", Status.REQUESTED: "撰寫中", Status.WRITTEN: "草稿完成", Status.SUBMITTED: "送審中",
    Status.RETURNED: "退回補正", Status.APPROVED: "已核可",
}  # fmt: skip
_NOTE = "系統識別號由專責人員填寫。"
_NONE = "本月無案件。"


class Filed(Frozen):
    """A trip as the lists see it; ``approved_on`` is None until its report is approved."""

    trip: Trip
    form: Form
    status: Status | None = None
    approved_on: date | None = None


def authorised(trips: Sequence[Filed], year: int, month: int, today: date) -> Grid:
    """經核定公務出國或赴大陸地區案件表: every trip that begins in this month."""
    mine = [f for f in trips if f.trip.period and _in(f.trip.period.start, year, month)]
    rows = tuple((*_case(number, filed), _state(filed, today)) for number, filed in enumerate(mine, start=1))
    columns = (*_CASE, "報告進度")
    return Grid(
        title=f"經核定公務出國或赴大陸地區案件表（{year - 1911}年{month}月）",
        columns=columns, rows=rows, widths=(*_CASE_WIDTHS, 16), note=_NOTE if rows else _NONE,
    )  # fmt: skip


def registered(trips: Sequence[Filed], year: int, month: int) -> Grid:
    """完成登錄公務出國或赴大陸地區案件表: every trip whose report was approved in this month."""
    mine = [f for f in trips if f.approved_on and _in(f.approved_on, year, month)]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (*_case(number, filed), filed.trip.report_date or "", filed.approved_on or "")
        for number, filed in enumerate(mine, start=1)
    )
    return Grid(
        title=f"完成登錄公務出國或赴大陸地區案件表（{year - 1911}年{month}月）",
        columns=(*_CASE, "報告日期", "核可日期"), rows=rows, widths=(*_CASE_WIDTHS, 11, 11), note=_NOTE if rows else _NONE,
    )  # fmt: skip


_CASE = (
    "編號",
    "系統識別號",
    "報告名稱",
    "主辦機關",
    "出國人員",
    "出國類別",
    "起日",
    "迄日",
    "地區",
    "繳交期限",
)
_CASE_WIDTHS = (5, 11, 34, 14, 20, 12, 11, 11, 9, 11)


def _case(number: int, filed: Filed) -> tuple[Cell, ...]:
    trip = filed.trip
    people = "、".join(
        filter(None, (f"{t.name}（{t.title}）" if t.title else t.name for t in trip.travellers))
    )
    start, end = (trip.period.start, trip.period.end) if trip.period else ("", "")
    due = last_day(trip.period.end, filed.form.deadline) if trip.period else ""
    category = "、".join([*map(str, trip.categories), *trip.purposes])
    return (
        number,
        "",
        trip.report_name,
        trip.host_agency,
        people,
        category,
        start,
        end,
        "、".join(trip.regions),
        due,
    )


def _state(filed: Filed, today: date) -> str:
    said = _STATES.get(filed.status, "未撰寫")
    if filed.status is Status.APPROVED or filed.trip.period is None:
        return said
    late = (today - last_day(filed.trip.period.end, filed.form.deadline)).days
    return f"{said}（逾期 {late} 日）" if late > 0 else said


def _in(day: date, year: int, month: int) -> bool:
    return (day.year, day.month) == (year, month)
