"""From a report, its form and its photos to the neutral document: a pure function."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from drafting.form import Form, Role
from drafting.material import Ref
from drafting.report import Report, Section
from drafting.review import Approval, Draft
from export.body import Body
from export.document import Contents, Document, Line, Sheet, Text
from export.errors import NothingToExport
from export.front import cover, form_page
from export.measures import FORM_WIDTH
from export.origin import key_word
from export.pictures import Picture
from export.wording import CONTENTS_TITLE, DRAFT_MARK, clean, disclosure

_UNDATED = datetime(1980, 1, 1, tzinfo=UTC)  # the earliest that a zip file can hold


def lay_out(item: Approval | Draft, form: Form, pictures: Mapping[Ref, Picture]) -> Document:
    """Lay the whole report out; raises NothingToExport if it has not been written yet."""
    draft = item.draft if isinstance(item, Approval) else item
    if draft.report is None:
        raise NothingToExport(draft.id)
    told = disclosure(draft.recipe.model, draft.recipe.place, approved=isinstance(item, Approval))
    return Document(
        title=" ".join(clean(draft.report.title).split()) or form.name,
        author=_author(draft),
        description=told,
        keywords=_keywords(draft, form),
        at=item.at if isinstance(item, Approval) else draft.written_at or _UNDATED,
        mark="" if isinstance(item, Approval) else DRAFT_MARK,
        sheets=_sheets(draft.report, form, pictures, told),
    )


def _sheets(report: Report, form: Form, pictures: Mapping[Ref, Picture], told: str) -> tuple[Sheet, ...]:
    """Front pages in the form's order; an abstract that is not in the form stands before the contents."""
    body = Body(form, pictures)
    within, abstract, rest = _split(report, form)
    sheets: list[Sheet] = []
    for page in form.front.pages:
        if page == "cover":
            sheets.append(Sheet(cover=True, blocks=cover(report, form)))
        elif page == "form":
            sheets.append(Sheet(blocks=form_page(report, form, body.blocks(within, FORM_WIDTH))))
        else:
            if abstract:
                sheets.append(Sheet(blocks=body.blocks(abstract)))
                abstract = []
            sheets.append(Sheet(blocks=(Line(text=CONTENTS_TITLE, size=18, bold=True), Contents())))
    blocks = body.blocks([*abstract, *rest])
    if not form.front.pages:
        blocks = (Line(text=clean(report.title) or form.name, size=18, bold=True), *blocks)
    if told:
        blocks = (*blocks, Text(text=told, role="note"))
    return (*sheets, Sheet(blocks=blocks)) if blocks else tuple(sheets)


def _split(report: Report, form: Form) -> tuple[list[Section], list[Section], list[Section]]:
    """Sections inside the form page, an abstract page of its own, and the body."""
    within: list[Section] = []
    abstract: list[Section] = []
    rest: list[Section] = []
    for section in report.sections:
        part = form.part(section.key)
        if part and part.in_form and "form" in form.front.pages:
            within.append(section)
        elif part and Role.ABSTRACT in part.roles and "contents" in form.front.pages:
            abstract.append(section)
        else:
            rest.append(section)
    return within, abstract, rest


def _author(draft: Draft) -> str:
    names: Sequence[str] = [t.name for t in draft.trip_then.travellers] if draft.trip_then else []
    return "、".join(clean(name) for name in names if name) or "出國人員"


def _keywords(draft: Draft, form: Form) -> tuple[str, ...]:
    found = [key_word(draft.trip, draft.id), "出國報告", form.agency]
    if draft.trip_then:
        found += [*map(str, draft.trip_then.categories), *draft.trip_then.regions]
    if draft.recipe.model:
        found.append(f"生成式人工智慧：{draft.recipe.model}")
    return tuple(dict.fromkeys(clean(word) for word in found if word))
