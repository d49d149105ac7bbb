"""The suggestions of approved reports, to be followed up (建議事項採行情形追蹤表; Taipei 附件六: every half-year)."""

from collections.abc import Iterator, Sequence
from datetime import date

from drafting.form import Role
from drafting.report import ListBlock, Paragraph, Section
from drafting.sheets.evidence import Evidence
from drafting.sheets.grid import Cell, Grid

HALF_YEAR = 6
_CHOICES = "□已採行\n□辦理中\n□研議中\n□不採行"


def tracking(reports: Sequence[Evidence]) -> Grid:
    """A row for each suggestion; due half a year after approval, blank before it."""
    rows: list[tuple[Cell, ...]] = []
    for evidence in reports:
        due = months_later(evidence.approved_on, HALF_YEAR) if evidence.approved_on else ""
        for text in suggestions(evidence):
            rows.append(
                (len(rows) + 1, evidence.report.title, text, evidence.trip.host_agency, due, _CHOICES, "")
            )
    return Grid(
        title="建議事項採行情形追蹤表",
        columns=("編號", "報告名稱", "建議事項", "主辦單位", "追蹤期限", "採行情形", "辦理說明"),
        rows=tuple(rows),
        widths=(5, 28, 52, 12, 11, 14, 24),
        note="追蹤期限為核可後六個月；主辦單位與採行情形由研考單位填寫。",
    )


def suggestions(evidence: Evidence) -> tuple[str, ...]:
    """Each suggestion as one text: a headed piece with its sentences, a point of a list, or a paragraph."""
    part = evidence.form.part_for(Role.SUGGESTIONS)
    section = evidence.report.section(part.key) if part else None
    if part and section and len(part.roles) > 1:  # 心得及建議: only the second half
        section = next((s for s in section.sections if s.key == Role.SUGGESTIONS.value), None)
    return tuple(_of(section)) if section else ()


def months_later(day: date, months: int) -> date:
    """The same day ``months`` later, or the last of that month if it has no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(day.year + year, month + 1, last)
        except ValueError:
            continue
    return date(day.year + year, month + 1, day.day)


def _of(section: Section) -> Iterator[str]:
    if section.sections:
        for child in section.sections:
            yield f"{child.heading}\n{child.text}" if child.text else child.heading
        return
    for block in section.blocks:
        if isinstance(block, ListBlock):
            yield from (item.text for item in block.items)
        elif isinstance(block, Paragraph):
            yield block.text
