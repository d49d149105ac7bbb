"""A draft as plain JSON: the contract that scripts and other programs read (see the README)."""

from typing import Any

from drafting.counting import count
from drafting.material import Kind, Material
from drafting.report import Block, Report, Section
from drafting.review import Approval, Draft
from drafting.trip import Trip


def as_json(draft: Draft, approval: Approval | None = None) -> dict[str, Any]:
    """Fields, sections, material, what is unused and why, counts by part, and findings. Dates are ISO 8601."""
    report, trip = draft.report, draft.trip_then or Trip()
    found: dict[str, Any] = {
        "trip": draft.trip,
        "draft": draft.id,
        "form": report.form if report else trip.form,
        "status": draft.status.value,
        "writer": draft.recipe.writer,
        "model": draft.recipe.model,
        "fields": {**trip_fields(trip), "shown": dict(report.fields) if report else {}},
        "sections": [_section(s) for s in report.sections] if report else [],
        "material": [_without_what_is_private(m) for m in trip.material],
        "unused": [u.ref for u in report.unused] if report else [],
        "unused_reasons": {u.ref: u.reason for u in report.unused} if report else {},
        "usage": draft.usage.model_dump(),
        "counts": counts_of(report) if report else {},
        "findings": [f.model_dump(mode="json") for f in draft.findings],
    }
    if approval:
        found["approval"] = {
            "by": approval.by,
            "at": approval.at.isoformat(),
            "digest": approval.digest,
            "overrides": [o.model_dump(mode="json") for o in approval.overrides],
        }
    if draft.problem:
        found["problem"] = draft.problem
    return found


def counts_of(report: Report) -> dict[str, dict[str, int]]:
    """The three counts of each part's prose."""
    return {section.key: count(section.text).model_dump() for section in report.sections}


def trip_fields(trip: Trip) -> dict[str, Any]:
    """The fields of the form as values: ISO dates, lists of people."""
    everything = trip.model_dump(mode="json")
    keys = (
        "report_name", "categories", "purposes", "has_attachments", "host_agency", "contact_person", "contact_phone",
        "travellers", "period", "regions", "report_date", "destination", "classification", "itinerary", "days_off",
    )  # fmt: skip
    return {key: everything[key] for key in keys}


def material_json(piece: Material) -> dict[str, Any]:
    """One piece of material as the contract shows it."""
    return {
        "ref": piece.ref,
        "medium": piece.medium.value,
        "kind": piece.kind.value,
        "author": piece.forwarded_from or piece.author,
        "own": piece.own,
        "said_at": piece.said_at.isoformat(),
        "meant_on": piece.meant_on.isoformat(),
        "message_ids": list(piece.message_ids),
        "text": piece.text,
        **({"links": list(piece.links)} if piece.links else {}),
        **({"file": piece.file.name, "missing": piece.file.missing} if piece.file else {}),
    }


def _without_what_is_private(piece: Material) -> dict[str, Any]:
    """Of what the traveller called private only that there is such a piece: the account is handed out."""
    if Kind.PRIVATE not in (piece.kind, piece.label):
        return material_json(piece)
    return material_json(piece.model_copy(update={"text": "", "links": (), "file": None}))


def _section(section: Section) -> dict[str, Any]:
    return {
        "key": section.key,
        "heading": section.heading,
        "blocks": [_block(block) for block in section.blocks],
        "sections": [_section(s) for s in section.sections],
    }


def _block(block: Block) -> dict[str, Any]:
    """As the contract shows it; ``by`` stands only with a sentence that somebody wrote by hand."""
    found = block.model_dump(mode="json")
    for sentence in (*found.get("sentences", ()), *found.get("items", ())):
        if not sentence.get("by", "-"):
            del sentence["by"]
    return found
