"""Checks a report that came as a file, on the form that fits what is written in it."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from drafting.checks import Earlier, earlier_from
from drafting.existing import Existing, check_existing, read_existing
from drafting.existing.blocks import TextBlock
from drafting.existing.cover import has_cover
from drafting.finding import Finding
from drafting.form import Form, all_forms, form_for, form_named
from drafting.report import Report
from export.opened import Opened, open_report
from export.paper_kinds import LARGEST_REPORT, PaperUnreadable

_AGENCY = 0.4  # less than half of the parts: a report on another form of another agency is known by its parts
_FRONT = 0.3  # of two forms with the same parts, the one with a cover is that of a report with a cover
_MORE = 0.01  # of two forms that a report fits wholly, the one that has more parts
_REPORTS = frozenset((".docx", ".odt", ".pdf", ".md", ".txt"))


def checked_file(
    path: Path, form_key: str, today: date, against: Sequence[Path] = ()
) -> tuple[Report, tuple[Finding, ...]]:
    """The report in the file and its findings; without a form key the content chooses the form.

    ``against`` are other reports, or folders of them, that it is compared with. Raises PaperUnreadable, FormUnknown or
    OSError.
    """
    opened = open_report(path.name, content_of(path), LARGEST_REPORT)
    form = form_named(form_key) if form_key else fitting_form(opened)
    existing = read_existing(opened, form)
    earlier = [_earlier(other) for other in _files(against) if other.stem != path.stem]
    return existing.report, check_existing(existing, form, today, earlier)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named that may be reports."""
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.iterdir() if p.suffix.lower() in _REPORTS and p.is_file())
        elif path.exists():
            yield path
        else:
            raise PaperUnreadable(path.name, "找不到這個檔案或資料夾，請確認路徑")


def _earlier(path: Path) -> Earlier:
    opened = open_report(path.name, content_of(path), LARGEST_REPORT)
    existing = read_existing(opened, fitting_form(opened))
    found = earlier_from(existing.report, existing.trip)
    return found.model_copy(update={"title": existing.trip.report_name or path.name})


def fitting_form(opened: Opened) -> Form:
    """The form whose parts the report has; between equals the one that its own category and agency demand."""
    read = [(form, read_existing(opened, form)) for form in all_forms()]
    covered = has_cover([block.text for block in opened.blocks[:3] if isinstance(block, TextBlock)])
    fits = [
        _fit(form, existing) + _FRONT * (covered and "cover" in form.front.pages) for form, existing in read
    ]
    best = [pair for pair, fit in zip(read, fits, strict=True) if fit == max(fits)]
    form, existing = best[0]
    if len(best) == 1:
        return form
    demanded = _demanded(existing)
    return demanded if demanded in [each for each, _ in best] else form


def content_of(path: Path) -> bytes:
    """The bytes of a file that a person named; raises PaperUnreadable or OSError."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_REPORT + 1)  # one byte more than is allowed tells that there is too much
    except FileNotFoundError as error:
        raise PaperUnreadable(path.name, "找不到這個檔案，請確認路徑；要檢核案件請給案件編號") from error
    except IsADirectoryError as error:
        raise PaperUnreadable(path.name, "這是資料夾，請指定報告檔") from error


def _fit(form: Form, existing: Existing) -> float:
    """Parts and fields found less parts missed; a report on another form has fewer of the one, more of the other."""
    found = {section.key for section in existing.report.sections}
    wanted = [part.key for part in form.parts if part.required or part.key in found]
    parts = _share([key in found for key in wanted]) + _MORE * len(found - {""})
    fields = _share([bool(existing.report.fields.get(field.key, "").strip()) for field in form.fields])
    return parts + fields + _AGENCY * _is_of_agency(form, existing)


def _is_of_agency(form: Form, existing: Existing) -> bool:
    """Whether the report says that it comes from the agency of this form."""
    trip = existing.trip
    named = [*(t.agency for t in trip.travellers), trip.host_agency, trip.report_name, existing.report.title]
    return any(name.replace("台", "臺").startswith(form.agency[:3]) for name in named if name)


def _share(answers: Sequence[bool]) -> float:
    return sum(answers) / len(answers) if answers else 0.0


def _demanded(existing: Existing) -> Form:
    agency = existing.trip.travellers[0].agency if existing.trip.travellers else ""
    return form_for(existing.trip.categories, agency or "臺中市")
