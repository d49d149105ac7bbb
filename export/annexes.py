"""The pages behind the body that a form asks for: 追蹤表 with a row for each suggestion, 審核表, sign-off."""

from collections.abc import Iterator, Mapping

from drafting.form import Annex, Form, Role
from drafting.report import ListBlock, Paragraph, Report, Section
from export.body import Body
from export.document import Block, Line, Row, Sheet, Table
from export.edition import Edition
from export.measures import DENSE_PITCH, DENSE_SIZE, SMALL_PITCH, SMALL_SIZE, TEXT_WIDTH
from export.page_plan import row_lines
from export.wording import clean

_LINE_SIZE = 12.0
_MOST_HEIGHT = (
    180.0  # pt of a row that is never split: a higher one would leave a third of the page before it blank
)


def annexes(
    report: Report,
    form: Form,
    edition: Edition,
    body: Body,
    filled: Mapping[str, tuple[str, ...]] | None = None,
) -> tuple[Sheet, ...]:
    """A sheet for each annex of the form that this edition carries, but for the signatures.

    ``filled`` gives, by the key of an annex, the texts of its second column, row by row; without it they stay blank.
    """
    made = (a for a in form.annexes if edition in a.editions and a.kind != "sign_off")
    return tuple(
        Sheet(blocks=tuple(_annex(annex, report, form, body, (filled or {}).get(annex.key, ()))))
        for annex in made
    )


def words_of_annexes(report: Report, form: Form) -> tuple[str, ...]:
    """Every line that the annexes add to a document, for whoever looks for what a person has written."""
    found: list[str] = []
    for annex in form.annexes:
        for block in _annex(annex, report, form, Body(form, {}), ()):
            if isinstance(block, Table):
                found += [*block.columns, *(cell for row in block.rows for cell in row.cells)]
            else:
                found.append(str(getattr(block, "text", "")))
    return tuple(dict.fromkeys(line for text in found for line in (text, *text.split("\n")) if line.strip()))


def sign_off(report: Report, form: Form, edition: Edition, body: Body) -> tuple[Block, ...]:
    """Who signs, at the end of the body: it needs no page of its own."""
    made = (a for a in form.annexes if edition in a.editions and a.kind == "sign_off")
    return tuple(block for annex in made for block in _annex(annex, report, form, body, ()))


def _annex(annex: Annex, report: Report, form: Form, body: Body, filled: tuple[str, ...]) -> Iterator[Block]:
    yield body.heading(annex.title)
    for key in annex.head:
        field, value = form.field(key), clean(report.fields.get(key, "")).strip()
        if field:
            text = f"{field.label}{form.words.colon}{value.replace(chr(10), '；')}"
            yield Line(text=text, size=_LINE_SIZE, align="left")
    texts = list(_suggestions(report, form)) or [""] if annex.kind == "tracking" else list(annex.rows)
    rows = tuple(_row(annex, number, text, filled) for number, text in enumerate(texts))
    widths = tuple(round(TEXT_WIDTH * w / sum(annex.widths), 2) for w in annex.widths)
    dense = annex.kind == "review"
    size, most = (
        (DENSE_SIZE, _MOST_HEIGHT // DENSE_PITCH) if dense else (SMALL_SIZE, _MOST_HEIGHT // SMALL_PITCH)
    )
    rows = tuple(row.model_copy(update={"whole": row_lines(row.cells, widths, size) <= most}) for row in rows)
    yield Table(columns=annex.columns, rows=rows, widths=widths, whole=annex.kind == "sign_off", dense=dense)
    if annex.foot:
        yield Line(text="　　　　　　".join(annex.foot), size=_LINE_SIZE, align="left", before=0.6)


def _row(annex: Annex, number: int, text: str, filled: tuple[str, ...]) -> Row:
    """The blanks after the text; a tracking row begins with its number, and offers what may become of a suggestion."""
    if annex.kind == "tracking":
        choices = annex.rows[0] if annex.rows else ""
        cells = (str(number + 1), text, "", choices, *("",) * len(annex.columns))
    else:
        known = filled[number] if number < len(filled) else ""
        cells = (text, known, *("",) * len(annex.columns))
    return Row(cells=cells[: len(annex.columns)])


def _suggestions(report: Report, form: Form) -> Iterator[str]:
    """Each suggestion as it stands in the report: points, else paragraphs, below whatever headings they have."""
    part = form.part_for(Role.SUGGESTIONS)
    section = report.section(part.key) if part else None
    if part and section and len(part.roles) > 1:  # 心得及建議: only the second half
        section = next((s for s in section.sections if s.key == Role.SUGGESTIONS.value), None)
    if section is not None:
        yield from _points(section)


def _points(section: Section) -> Iterator[str]:
    for _, each in section.walk():
        for block in each.blocks:
            if isinstance(block, ListBlock):
                yield from (clean(item.text).strip() for item in block.items)
            elif isinstance(block, Paragraph):
                yield clean(block.text).strip()
