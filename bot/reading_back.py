"""A report that was edited in Word or LibreOffice comes back: what changed is kept as the person's words, remarks as questions."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple, Protocol

from drafting.errors import NotAllowed
from drafting.existing.against import laid_against
from drafting.existing.blocks import Opened
from drafting.form import Form, form_named
from drafting.phrase import phrase
from drafting.review import Draft
from drafting.revising.returned import Returned, Rewritten, changed_fields, compare_returned
from drafting.revision import Edit, Remark
from export.origin import Origin
from storage.store import Store


class CameBack(NamedTuple):
    """``draft`` is the new version, or the one that stands if nothing was changed; ``asked`` are the remarks that are new,
    ``taken`` is how many sentences became the person's by this file.
    """

    draft: Draft
    returned: Returned
    asked: tuple[Remark, ...]
    taken: int


class Versions(Protocol):
    """What is asked of bot/desk.py here."""

    def latest(self, trip_id: int) -> Draft: ...
    def versions(self, trip_id: int) -> list[Draft]: ...
    def take_edits(self, trip_id: int, edits: Sequence[Edit], at: datetime, today: date) -> Draft: ...


class Opening(NamedTuple):
    """A file as it was opened: its blocks, its remarks, and which version it was made from, if it is one of ours."""

    name: str
    opened: Opened
    remarks: tuple[Remark, ...]
    origin: Origin | None


def opened_report(name: str, content: bytes) -> Opening:
    """Open a DOCX or ODT; touches no store, so that it can run in a thread. Raises PaperUnreadable."""
    from export.comments import remarks_in  # noqa: PLC0415 - readers of papers are slow to load
    from export.opened import open_report  # noqa: PLC0415
    from export.origin import origin_of  # noqa: PLC0415

    return Opening(name, open_report(name, content), remarks_in(name, content), origin_of(content))


def read_back(
    store: Store, desk: Versions, trip_id: int, file: Opening, by: str, at: datetime, today: date
) -> CameBack:
    """Take a report back in; the same file twice is once. Raises NotAllowed for a report of another trip."""
    origin = file.origin
    if origin is not None and origin.trip != trip_id:
        raise NotAllowed(
            phrase(
                "「{name}」是案件 {other} 的報告，不是案件 {trip} 的，請指定正確的案件。",
                name=file.name,
                other=origin.trip,
                trip=trip_id,
            )
        )
    latest = desk.latest(trip_id)
    exported = next((v for v in desk.versions(trip_id) if origin and v.id == origin.draft), latest)
    if exported.problem:  # it rests on what was marked #私 since
        raise NotAllowed(exported.problem)
    assert exported.report is not None  # noqa: S101 - versions have a text
    form = form_named(exported.report.form)
    unmasked: dict[str, str] = {}
    if origin is not None and origin.public:
        exported, unmasked = _as_published(exported)
    found = _compared(exported, form, file.opened)
    asked = tuple(r for r in file.remarks if r.text and store.trips.remark(trip_id, _signed(r, by), at))
    known = {(e.before, e.after) for e in store.trips.load(trip_id).edits}  # the same file may come twice
    edits = [
        Edit(**r.model_dump(), by=by, at=at)
        for r in _unmasked(found.rewritten, unmasked)
        if (r.before, r.after) not in known
    ]
    draft = desk.take_edits(trip_id, edits, at, today) if edits or asked else latest
    return CameBack(draft, found, asked, len(edits))


def _compared(exported: Draft, form: Form, opened: Opened) -> Returned:
    """What the file differs in from the version that it was made of, without what the exporter adds."""
    from export.annexes import words_of_annexes  # noqa: PLC0415
    from export.layout import lay_out  # noqa: PLC0415
    from export.material_list import TITLES  # noqa: PLC0415
    from export.shown import shown_values  # noqa: PLC0415
    from export.wording import disclosure  # noqa: PLC0415

    report, recipe = exported.report, exported.recipe
    assert report is not None  # noqa: S101 - looked at by the caller
    told = (disclosure(recipe.model, recipe.place, form.words, approved=a) for a in (True, False))
    titles = (form.words.contents, form.title, TITLES[form.language])
    ours = [*titles, *told, *words_of_annexes(report, form)]
    laid = laid_against(opened, report, ours)
    found = compare_returned(report, laid.sections, laid.others, ours, laid.renamed)
    shown = "\n".join(shown_values(lay_out(exported, form, {})))
    blanks = changed_fields(report, form, shown, opened.text)
    return found._replace(told=(*found.told, *blanks))


def _as_published(draft: Draft) -> tuple[Draft, dict[str, str]]:
    """The draft as the public read it, and for each masked sentence what stands there in truth."""
    from export.public import published  # noqa: PLC0415

    assert draft.report is not None  # noqa: S101 - looked at by the caller
    public = published(draft.report, draft.trip_then, draft.findings).report
    said = ([s.text for part in r.sections for s in part.sentences()] for r in (public, draft.report))
    true = {masked: text for masked, text in zip(*said, strict=True) if masked != text}
    return draft.model_copy(update={"report": public}), true


def _unmasked(rewritten: Sequence[Rewritten], true: Mapping[str, str]) -> list[Rewritten]:
    return [
        r.model_copy(
            update={"before": true.get(r.before, r.before), "follows": true.get(r.follows, r.follows)}
        )
        for r in rewritten
    ]


def _signed(remark: Remark, by: str) -> Remark:
    return remark if remark.by else remark.model_copy(update={"by": by})
