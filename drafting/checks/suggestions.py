"""Checks of the suggestions: as many as the form asks for."""

from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.rule import Said, rule
from drafting.finding import Severity
from drafting.report import ListBlock, Paragraph, Section


@rule("REC-1", Severity.ERROR, "建議的項數要達到表單的規定。", "臺北市：三項以上回饋本機關之業務參採意見")
def suggestions_are_enough(case: Case) -> Iterator[Said]:
    for part in case.form.parts:
        section = case.report.section(part.key)
        if section is None or not part.least_items:
            continue
        number = _items(section)
        if number < part.least_items:
            yield Said(
                section.heading,
                f"{part.heading}應有 {part.least_items} 項以上，目前 {number} 項，請在對話中補充（可加 #建議）。",
            )


def _items(section: Section) -> int:
    """Headed pieces and points; a part of plain paragraphs has as many items as paragraphs."""
    points = sum(len(b.items) for b in section.blocks if isinstance(b, ListBlock))
    headed = len(section.sections)
    return points + headed or sum(isinstance(b, Paragraph) for b in section.blocks)
