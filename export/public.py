"""The report as the public may read it: personal data masked, photos that a check or the traveller flagged left out."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from drafting.finding import Finding
from drafting.material import Kind, Ref
from drafting.report import Block, ListBlock, Paragraph, PhotoItem, Photos, Report, Section, Sentence, Table
from drafting.trip import Trip
from export.masking import masked

_ABOUT_PHOTOS = ("PHO-2",)
"""Checks that say a photo may show papers of identity."""


class Published(NamedTuple):
    """The report to lay out, how many places were masked, and which photos were left out."""

    report: Report
    places: int
    photos: tuple[Ref, ...]


def published(report: Report, trip: Trip | None, findings: Sequence[Finding]) -> Published:
    """The same report for everybody; the office's own telephone and the names of officials stay."""
    left_out = _flagged(trip, findings)
    mask = _Mask(report.fields.get("contact_phone", ""))
    sections = tuple(_section(section, mask, left_out) for section in report.sections)
    fields = {key: mask(value) for key, value in report.fields.items()}
    title = mask(report.title)
    shown = {i.ref for _, s in report.walk() for b in s.blocks if isinstance(b, Photos) for i in b.items}
    public = report.model_copy(update={"sections": sections, "fields": fields, "title": title})
    return Published(public, mask.places, tuple(sorted(shown & left_out)))


class _Mask:
    """Masks texts and counts what it changed."""

    def __init__(self, office_phone: str) -> None:
        self._office_phone = office_phone
        self.places = 0

    def __call__(self, text: str) -> str:
        done = masked(text, office_phone=self._office_phone)
        self.places += done.places
        return done.text


def _flagged(trip: Trip | None, findings: Sequence[Finding]) -> frozenset[Ref]:
    said = {ref for f in findings if f.check in _ABOUT_PHOTOS for ref in f.sources}
    private = {m.ref for m in trip.material if Kind.PRIVATE in (m.kind, m.label)} if trip else set()
    return frozenset(said | private)


def _section(section: Section, mask: Callable[[str], str], left_out: Collection[Ref]) -> Section:
    blocks = (_block(block, mask, left_out) for block in section.blocks)
    return section.model_copy(
        update={
            "heading": mask(section.heading),
            "blocks": tuple(b for b in blocks if b is not None),
            "sections": tuple(_section(child, mask, left_out) for child in section.sections),
        }
    )


def _block(block: Block, mask: Callable[[str], str], left_out: Collection[Ref]) -> Block | None:
    if isinstance(block, Paragraph):
        return block.model_copy(update={"sentences": _said(block.sentences, mask)})
    if isinstance(block, ListBlock):
        return block.model_copy(update={"items": _said(block.items, mask)})
    if isinstance(block, Table):
        rows = tuple(tuple(mask(cell) for cell in row) for row in block.rows)
        return block.model_copy(update={"rows": rows})
    items = tuple(_caption(i, mask) for i in block.items if i.ref not in left_out)
    return block.model_copy(update={"items": items}) if items else None


def _said(sentences: Sequence[Sentence], mask: Callable[[str], str]) -> tuple[Sentence, ...]:
    return tuple(s.model_copy(update={"text": mask(s.text)}) for s in sentences)


def _caption(item: PhotoItem, mask: Callable[[str], str]) -> PhotoItem:
    return item.model_copy(update={"caption": mask(item.caption)})
