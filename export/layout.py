"""From a report, its form and its photos to the neutral document: a pure function."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from drafting.form import Form, Role
from drafting.material import Ref
from drafting.report import Report, Section
from drafting.review import Approval, Draft
from drafting.sheets.evidence import evidence_of
from drafting.sheets.self_check import self_check
from export.annexes import annexes, sign_off
from export.body import Body
from export.document import Block, Contents, Document, Line, Sheet, Text
from export.edition import Edition
from export.errors import NothingToExport
from export.fitting import fitted
from export.front import cover, form_page, title
from export.lead_ins import kept_together
from export.material_list import material_list
from export.measures import BODY_PITCH, BODY_SIZE, FORM_WIDTH
from export.origin import key_word
from export.pictures import Picture
from export.wording import clean, disclosure

_UNDATED = datetime(1980, 1, 1, tzinfo=UTC)  # the earliest that a zip file can hold


def lay_out(
    item: Approval | Draft, form: Form, pictures: Mapping[Ref, Picture], edition: Edition = "filed"
) -> Document:
    """Lay the whole report out; raises NothingToExport if it has not been written yet.

    The public edition leaves out only what the layout itself would add: mask the report before (export/public.py).
    """
    draft = item.draft if isinstance(item, Approval) else item
    if draft.report is None:
        raise NothingToExport(draft.id)
    approved, words = isinstance(item, Approval), form.words
    size, pitch = (form.type.size, form.type.pitch) if form.type else (BODY_SIZE, BODY_PITCH)
    told = disclosure(draft.recipe.model, draft.recipe.place, words, approved=approved)
    return Document(
        title=" ".join(clean(draft.report.title).split()) or form.name,
        subject=words.subject,
        author=_author(draft) or words.author,
        description=told,
        keywords=_keywords(draft, form, edition),
        language=form.language,
        at=item.at if isinstance(item, Approval) else draft.written_at or _UNDATED,
        mark="" if approved else words.draft_mark,
        roman=form.front.roman,
        size=size,
        pitch=pitch,
        contents=words.contents,
        sheets=tuple(
            sheet.model_copy(update={"blocks": fitted(sheet.blocks, size, pitch)})
            for sheet in _Sheets(draft, draft.report, form, pictures, edition).all(told)
        ),
    )


class _Sheets:
    """Front pages in the form's order, the body, the form's annexes, and for inside the list of material."""

    def __init__(
        self, draft: Draft, report: Report, form: Form, pictures: Mapping[Ref, Picture], edition: Edition
    ) -> None:
        self._draft = draft
        self._report = report
        self._form = form
        self._edition = edition
        self._body = Body(form, pictures, cite=edition == "internal")

    def all(self, told: str) -> tuple[Sheet, ...]:
        """Every sheet; an abstract that is not in the form stands before the contents."""
        within, abstract, rest = _split(self._report, self._form)
        head: tuple[Block, ...] = ()
        sheets: list[Sheet] = []
        for page in self._form.front.pages:
            if page == "cover":
                sheets.append(Sheet(cover=True, front=True, blocks=cover(self._report, self._form)))
            elif page == "form":
                inner = self._body.blocks(within, FORM_WIDTH)
                sheets.append(Sheet(front=True, blocks=form_page(self._report, self._form, inner)))
            elif page == "title":
                head = title(self._report, self._form)
            else:
                if abstract:
                    sheets.append(Sheet(front=True, blocks=self._body.blocks(abstract)))
                    abstract = []
                name = Line(text=self._form.words.contents, size=18, bold=True)
                sheets.append(Sheet(front=True, blocks=(name, Contents())))
        if not self._form.front.pages:
            head = (Line(text=clean(self._report.title) or self._form.name, size=18, bold=True),)
        blocks = kept_together(
            (*head, *self._body.blocks([*abstract, *rest])),
            sign_off(self._report, self._form, self._edition, self._body),
        )
        if told:
            blocks = (*blocks, Text(text=told, role="note"))
        if blocks:
            sheets.append(Sheet(blocks=blocks))
        return (*sheets, *self._behind())

    def _behind(self) -> tuple[Sheet, ...]:
        checked = tuple(row.traveller for row in self_check(evidence_of(self._draft, self._form)))
        filled = {annex.key: checked for annex in self._form.annexes if annex.kind == "review"}
        found = annexes(self._report, self._form, self._edition, self._body, filled)
        if self._edition == "internal" and self._draft.trip_then:
            found = (*found, material_list(self._report, self._draft.trip_then, self._form, self._body))
        return found


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
    return "、".join(clean(name) for name in names if name)


def _keywords(draft: Draft, form: Form, edition: Edition) -> tuple[str, ...]:
    found = [
        key_word(draft.trip, draft.id, edition),
        "出國報告" if form.language == "zh-TW" else form.words.subject,
        form.agency,
    ]
    if draft.trip_then:
        found += [*map(str, draft.trip_then.categories), *draft.trip_then.regions]
    if draft.recipe.model:
        found.append(
            f"{'生成式人工智慧：' if form.language == 'zh-TW' else 'generative AI: '}{draft.recipe.model}"
        )
    return tuple(dict.fromkeys(clean(word) for word in found if word))
