"""What is known of a report when somebody fills in a sheet about it (pure)."""

from collections.abc import Mapping
from datetime import date

from drafting.finding import Finding
from drafting.form import Form
from drafting.frozen import Frozen
from drafting.office_time import day_in_taiwan
from drafting.report import Photos, Report
from drafting.review import Approval, Draft, Override
from drafting.trip import Trip


class Evidence(Frozen):
    """``pages`` maps the headings of the report to their pages in the PDF, ``total`` is how many pages it has; 0 if unknown.

    ``approved_on`` is the day by the calendar of Taiwan, wherever the machine stands.
    """

    draft: Draft
    report: Report
    trip: Trip
    form: Form
    overrides: tuple[Override, ...] = ()
    approved_by: str = ""
    approved_on: date | None = None
    pages: dict[str, str] = {}
    total: int = 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.draft.findings

    @property
    def photos(self) -> int:
        """How many photos the report shows."""
        blocks = (block for _, section in self.report.walk() for block in section.blocks)
        return sum(len(block.items) for block in blocks if isinstance(block, Photos))

    def page(self, heading: str) -> str:
        """「第 3 頁」, or "" if it is not known."""
        return f"第 {self.pages[heading]} 頁" if heading in self.pages else ""


def evidence_of(
    item: Approval | Draft, form: Form, pages: Mapping[str, str] | None = None, total: int = 0
) -> Evidence:
    """All that the sheets need; the item must have been written."""
    draft = item.draft if isinstance(item, Approval) else item
    assert draft.report is not None  # noqa: S101 - sheets are made of written drafts
    approval = item if isinstance(item, Approval) else None
    return Evidence(
        draft=draft,
        report=draft.report,
        trip=draft.trip_then or Trip(),
        form=form,
        overrides=approval.overrides if approval else (),
        approved_by=approval.by if approval else "",
        approved_on=day_in_taiwan(approval.at) if approval else None,
        pages=dict(pages or {}),
        total=total,
    )
