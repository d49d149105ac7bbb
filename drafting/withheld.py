"""Keeps an unapproved draft from being shown once material that it rests on was marked #私 (pure).

Single sentences could be left out, but what a note said may stand in the itinerary, a heading, a field, a name in
brackets or the abstract too (docs/decisions/0040). A draft is quickly written anew, so the whole of it waits for that.
"""

from collections.abc import Sequence

from drafting.finding import Finding, Severity
from drafting.form import form_named
from drafting.gather.kept_back import without_private
from drafting.material import Kind, Material, Ref
from drafting.phrase import phrase
from drafting.report import Report
from drafting.review import Draft, Status
from drafting.trip import Trip


def withheld(draft: Draft, received: Sequence[Material], taken_back: Sequence[Material] = ()) -> Draft:
    """The draft as it may be shown now. ``received`` is the trip's material as it was received, with its labels.

    ``taken_back`` is what was taken out of the trip: being private outlasts that, or taking a private piece out
    would bring the old draft back into sight.
    What was approved stays as it was approved. Of a draft that rests on a piece that is private now nothing is left
    but ``problem``, the sentence that says so (zh-TW). Of any other, what such a piece said is gone from ``trip_then``.
    """
    then = draft.trip_then
    if draft.status is Status.APPROVED or draft.report is None or then is None:
        return draft
    private = _private_since(then, received, taken_back)
    if not private:
        return draft
    if private & _ground(draft.report, then):
        return _emptied(draft, draft.report, then, tuple(m.ref for m in then.material if m.ref in private))
    material = tuple(_blank(m) if m.ref in private else m for m in then.material)
    findings = tuple(f for f in draft.findings if not private.intersection(f.sources))
    return draft.model_copy(
        update={"trip_then": then.model_copy(update={"material": material}), "findings": findings}
    )


def _private_since(
    then: Trip, received: Sequence[Material], taken_back: Sequence[Material]
) -> frozenset[Ref]:
    """The pieces of which the draft knew more than may be used now: all of their words, or their end."""
    raw = {m.ref: m for m in (*received, *taken_back)}
    gone = {m.ref for m in taken_back}
    marked = [m for m in without_private(tuple(raw.values())) if m.ref in gone] if gone else []
    found: set[Ref] = set()
    for now in (*without_private(received), *marked):
        old = then.piece(now.ref)
        if old is None or Kind.PRIVATE in (old.kind, old.label):
            continue
        shortened = now.text != raw[now.ref].text and old.text != now.text
        if now.label is Kind.PRIVATE or shortened:
            found.add(now.ref)
    return frozenset(found)


def _ground(report: Report, then: Trip) -> frozenset[Ref]:
    """All that a report rests on: what it cites, and what its fields, its itinerary and its names were read from."""
    groups = (then.itinerary, then.events, then.names, then.edits)
    return report.cited().union(
        (ref for refs in then.sources.values() for ref in refs),
        (ref for group in groups for item in group for ref in item.sources),
    )


def _emptied(draft: Draft, report: Report, then: Trip, private: tuple[Ref, ...]) -> Draft:
    problem = phrase(
        "草稿 {draft} 完成後，其中用到的 {refs} 改為 #私，這份草稿不再顯示也不能匯出；請重新產生草稿。",
        draft=draft.id,
        refs="、".join(private),
    )
    says = Finding(check="SRC-1", severity=Severity.ERROR, where="整份草稿", message=problem)
    empty = Report(form=report.form, title=form_named(report.form).title, fields={}, sections=())
    return draft.model_copy(
        update={
            "report": empty,
            "trip_then": Trip(id=then.id, form=then.form),
            "findings": (says,),
            "problem": problem,
        }
    )


def _blank(piece: Material) -> Material:
    """That there was a piece is no secret."""
    gone = {"text": "", "heard": "", "seen": "", "links": (), "file": None}
    return piece.model_copy(update={"kind": Kind.PRIVATE, "label": Kind.PRIVATE, **gone})
