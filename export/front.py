"""The pages before the body: the cover and the bordered form page (提要)."""

from collections.abc import Sequence
from datetime import date

from drafting.form import Confidence, Cover, Field, Form
from drafting.report import Report
from export.document import Blank, Block, FormPage, FormRow, Line, Tick
from export.measures import BODY_SIZE, MARGIN, PAGE_HEIGHT, POINTS_AN_INCH, TEXT_WIDTH
from export.title_lines import broken
from export.wording import clean, length_note

_SIDE_BY_SIDE = {
    "contact_person": ("contact_phone", (1, 2)),
    "period": ("regions", (2, 1)),
}  # as in the seed's form
_PLAIN = Cover(
    source="the defaults of a cover", verified_on=date(2026, 11, 23), confidence=Confidence.ASSUMED
)


def cover(report: Report, form: Form) -> tuple[Block, ...]:
    """行政院附件一: the category top left (20 pt), the name in the middle (26 pt), then the particulars (14 pt)."""
    shape = form.cover or _PLAIN
    category = clean(report.fields.get("category_line", ""))
    head = shape.head.format(category=category) if category else shape.plain_head
    title = broken(clean(report.title), _em_of(shape.title_size))
    particulars = _particulars(report, form, shape.lines)
    spare = _spare_height(title, particulars)
    gaps = (min(5.0, spare * 0.45), min(4.5, spare * 0.4), *(0.3,) * len(particulars))
    lines = zip(particulars, gaps[1:], strict=False)
    return (
        Line(text=head, size=shape.head_size, align="left", bold=True, face=shape.face),
        Line(text=title, size=shape.title_size, bold=True, before=gaps[0], face=shape.face),
        *(
            Line(text=text, size=shape.line_size, before=gap, bold=shape.bold_lines, face=shape.face)
            for text, gap in lines
        ),
    )


def title(report: Report, form: Form) -> tuple[Block, ...]:
    """The head of a report without cover: what it is, and of what."""
    name = clean(report.title).strip()
    size = form.type.size if form.type else BODY_SIZE
    lines = (
        Line(text=form.title, size=18, bold=True),
        Line(text=broken(name, _em_of(size)), size=size),
    )
    return lines if name and name != form.title else lines[:1]


def _em_of(size: float) -> float:
    """How wide the page's text is at this size, in em."""
    return TEXT_WIDTH / 2.54 * POINTS_AN_INCH / size


def _particulars(report: Report, form: Form, keys: Sequence[str]) -> list[str]:
    found = []
    for key in keys:
        field, value = form.field(key), clean(report.fields.get(key, "")).strip()
        if field and value:
            label = "姓名職稱" if key == "travellers" and form.language == "zh-TW" else field.label
            found.append(f"{label}{form.words.colon}{value}")
    return found


def _spare_height(title: str, particulars: Sequence[str]) -> float:
    """What is left of the cover, in cm, so that a long title or many travellers do not push it onto a second page."""
    title_lines = title.count("\n") + 1
    other_lines = sum(1 + len(line) // 32 for text in particulars for line in text.split("\n"))
    used = 1.5 + title_lines * 1.5 + other_lines * 0.85 + len(particulars) * 0.3
    return max(1.0, PAGE_HEIGHT - 2 * MARGIN - used)


def form_page(report: Report, form: Form, abstract: tuple[Block, ...]) -> tuple[Block, ...]:
    """The form's title, and below it one bordered table with a cell for each blank and one for the abstract."""
    part = next((p for p in form.parts if p.in_form), None)
    words = form.words
    heading = f"{words.form_abstract}{words.colon}{length_note(part.length, words)}" if part else ""
    page = FormPage(rows=_rows(report, form), heading=heading, blocks=abstract)
    return (Line(text=form.title, size=18, bold=True), page)


def _rows(report: Report, form: Form) -> tuple[FormRow, ...]:
    rows: list[FormRow] = []
    waiting, colon = list(form.fields), form.words.colon
    while waiting:
        field = waiting.pop(0)
        partner, spans = _SIDE_BY_SIDE.get(field.key, ("", (3,)))
        if waiting and waiting[0].key == partner:
            pair = (_blank(field, report, colon), _blank(waiting.pop(0), report, colon))
            rows.append(FormRow(cells=pair, spans=spans))
        else:
            rows.append(FormRow(cells=(_blank(field, report, colon),), spans=(3,)))
    return tuple(rows)


def _blank(field: Field, report: Report, colon: str) -> Blank:
    value = clean(report.fields.get(field.key, "")).strip()
    if field.options:
        lead = clean(report.fields.get(field.lead, "")).strip() if field.lead else ""
        return Blank(
            label=field.label, colon=colon, lines=(f"{lead}　",) if lead else (), ticks=_ticks(field, value)
        )
    return Blank(label=field.label, colon=colon, lines=tuple(value.split("\n")))


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
