"""A report that was edited in Word or LibreOffice comes back: what changed is kept as the person's words, remarks as questions."""

from datetime import date, datetime
from typing import NamedTuple

from bot.desk import Desk
from drafting.errors import NotAllowed
from drafting.existing.against import laid_against
from drafting.form import form_named
from drafting.phrase import phrase
from drafting.review import Draft
from drafting.revising.returned import Returned, compare_returned
from drafting.revision import Edit, Remark
from storage.store import Store


class CameBack(NamedTuple):
    """``draft`` is the new version, or the one that stands if nothing was changed; ``asked`` are the remarks that are new."""

    draft: Draft
    returned: Returned
    asked: tuple[Remark, ...]


def read_back(
    store: Store, desk: Desk, trip_id: int, name: str, content: bytes, by: str, at: datetime, today: date
) -> CameBack:
    """Take a DOCX or ODT back in. Raises PaperUnreadable, or NotAllowed for a report of another trip."""
    from export.annexes import words_of_annexes  # noqa: PLC0415
    from export.comments import remarks_in  # noqa: PLC0415 - readers of papers are slow to load
    from export.opened import open_report  # noqa: PLC0415
    from export.origin import origin_of  # noqa: PLC0415
    from export.wording import disclosure  # noqa: PLC0415

    opened, remarks = open_report(name, content), remarks_in(name, content)
    origin = origin_of(content)
    if origin is not None and origin.trip != trip_id:
        raise NotAllowed(
            phrase(
                "「{name}」是案件 {other} 的報告，不是案件 {trip} 的，請指定正確的案件。",
                name=name,
                other=origin.trip,
                trip=trip_id,
            )
        )
    latest = desk.latest(trip_id)
    exported = next((v for v in desk.versions(trip_id) if origin and v.id == origin.draft), latest)
    assert exported.report is not None  # noqa: S101 - versions have a text
    form = form_named(exported.report.form)
    recipe = exported.recipe
    told = (disclosure(recipe.model, recipe.place, form.words, approved=a) for a in (True, False))
    ours = [form.words.contents, form.title, *told, *words_of_annexes(exported.report, form)]
    laid = laid_against(opened, exported.report, ours)
    found = compare_returned(exported.report, laid.sections, laid.others, ours)
    asked = tuple(r for r in remarks if r.text and store.trips.remark(trip_id, _signed(r, by), at))
    known = {(e.before, e.after) for e in store.trips.load(trip_id).edits}  # the same file may come twice
    edits = [
        Edit(**r.model_dump(), by=by, at=at) for r in found.rewritten if (r.before, r.after) not in known
    ]
    draft = desk.take_edits(trip_id, edits, at, today) if edits or asked else latest
    return CameBack(draft, found, asked)


def _signed(remark: Remark, by: str) -> Remark:
    return remark if remark.by else remark.model_copy(update={"by": by})
