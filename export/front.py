"""The pages before the body: the cover and the bordered form page (提要)."""

from collections.abc import Sequence

from drafting.form import Field, Form
from drafting.report import Report
from export.document import Blank, Block, FormPage, FormRow, Line, Tick
from export.measures import MARGIN, PAGE_HEIGHT
from export.wording import clean, length_note

_SIDE_BY_SIDE = {
    "contact_person": ("contact_phone", (1, 2)),
    "period": ("regions", (2, 1)),
}  # as in the seed's form
_COVER_LINES = ("agencies", "host_agency", "travellers", "regions", "period", "report_date")


def cover(report: Report, form: Form) -> tuple[Block, ...]:
    """行政院附件一: the category top left (20 pt), the name in the middle (26 pt), then the particulars (14 pt)."""
    category = clean(report.fields.get("category_line", ""))
    head = f"出國報告（出國類別：{category}）" if category else "出國報告"
    title = clean(report.title)
    particulars = _particulars(report, form)
    spare = _spare_height(title, particulars)
    gaps = (min(5.0, spare * 0.45), min(4.5, spare * 0.4), *(0.3,) * len(particulars))
    return (
        Line(text=head, size=20, align="left", bold=True),
        Line(text=title, size=26, bold=True, before=gaps[0]),
        *(Line(text=text, size=14, before=gap) for text, gap in zip(particulars, gaps[1:], strict=False)),
    )


def _particulars(report: Report, form: Form) -> list[str]:
    found = []
    for key in _COVER_LINES:
        field, value = form.field(key), clean(report.fields.get(key, "")).strip()
        if field and value:
            found.append(f"{'姓名職稱' if key == 'travellers' else field.label}：{value}")
    return found


def _spare_height(title: str, particulars: Sequence[str]) -> float:
    """What is left of the cover, in cm, so that a long title or many travellers do not push it onto a second page."""
    title_lines = sum(1 + len(line) // 17 for line in title.split("\n"))
    other_lines = sum(1 + len(line) // 32 for text in particulars for line in text.split("\n"))
    used = 1.5 + title_lines * 1.5 + other_lines * 0.85 + len(particulars) * 0.3
    return max(1.0, PAGE_HEIGHT - 2 * MARGIN - used)


def form_page(report: Report, form: Form, abstract: tuple[Block, ...]) -> tuple[Block, ...]:
    """The form's title, and below it one bordered table with a cell for each blank and one for the abstract."""
    part = next((p for p in form.parts if p.in_form), None)
    heading = f"內容摘要：{length_note(part.length)}" if part else ""
    page = FormPage(rows=_rows(report, form.fields), heading=heading, blocks=abstract)
    return (Line(text=form.title, size=18, bold=True), page)


def _rows(report: Report, fields: Sequence[Field]) -> tuple[FormRow, ...]:
    rows: list[FormRow] = []
    waiting = list(fields)
    while waiting:
        field = waiting.pop(0)
        partner, spans = _SIDE_BY_SIDE.get(field.key, ("", (3,)))
        if waiting and waiting[0].key == partner:
            pair = (_blank(field, report), _blank(waiting.pop(0), report))
            rows.append(FormRow(cells=pair, spans=spans))
        else:
            rows.append(FormRow(cells=(_blank(field, report),), spans=(3,)))
    return tuple(rows)


def _blank(field: Field, report: Report) -> Blank:
    value = clean(report.fields.get(field.key, "")).strip()
    if field.options:
        lead = clean(report.fields.get(field.lead, "")).strip() if field.lead else ""
        return Blank(label=field.label, lines=(f"{lead}　",) if lead else (), ticks=_ticks(field, value))
    return Blank(label=field.label, lines=tuple(value.split("\n")))


def _ticks(field: Field, value: str) -> tuple[Tick, ...]:
    """A box for each option; what is ticked but no option goes beside the free box, if the form has one."""
    chosen = [word.strip() for word in value.replace("\n", "、").split("、") if word.strip()]
    ticks = [Tick(ticked=option in chosen, text=option) for option in field.options]
    others = [word for word in chosen if word not in field.options]
    if others:
        ticks.append(Tick(ticked=True, text="、".join(others)))
    elif field.free_option:
        ticks.append(Tick(ticked=False, text=""))
    return tuple(ticks)
