"""Checks a report that came as a file, on the form that fits what is written in it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from drafting.existing import Existing, check_existing, read_existing
from drafting.finding import Finding
from drafting.form import Form, all_forms, form_for, form_named
from drafting.report import Report
from export.opened import Opened, open_report


def checked_file(path: Path, form_key: str, today: date) -> tuple[Report, tuple[Finding, ...]]:
    """The report in the file and its findings; without a form key the content chooses the form.

    Raises OSError, PaperUnreadable or FormUnknown.
    """
    opened = open_report(path.name, path.read_bytes())
    form = form_named(form_key) if form_key else fitting_form(opened)
    existing = read_existing(opened, form)
    return existing.report, check_existing(existing, form, today)


def fitting_form(opened: Opened) -> Form:
    """The form whose parts the report has; between equals the one that its own category and agency demand."""
    read = [(form, read_existing(opened, form)) for form in all_forms()]
    most = max(_fit(form, existing) for form, existing in read)
    best = [(form, existing) for form, existing in read if _fit(form, existing) == most]
    form, existing = best[0]
    if len(best) == 1:
        return form
    demanded = _demanded(existing)
    return demanded if demanded in [each for each, _ in best] else form


def _fit(form: Form, existing: Existing) -> float:
    """Parts and fields found less parts missed; a report on another form has fewer of the one, more of the other."""
    found = {section.key for section in existing.report.sections}
    wanted = [part.key for part in form.parts]
    parts = _share([key in found for key in wanted])
    fields = _share([bool(existing.report.fields.get(field.key, "").strip()) for field in form.fields])
    return parts + fields


def _share(answers: Sequence[bool]) -> float:
    return sum(answers) / len(answers) if answers else 0.0


def _demanded(existing: Existing) -> Form:
    agency = existing.trip.travellers[0].agency if existing.trip.travellers else ""
    return form_for(existing.trip.categories, agency or "臺中市")
