"""A report that came as a file: read back into fields, parts and tables, as far as they can be told apart."""

from datetime import date

from drafting.checks import check_without_material
from drafting.existing.read import Existing, read_existing
from drafting.finding import Finding
from drafting.form import Form

__all__ = ["Existing", "check_existing", "read_existing"]


def check_existing(existing: Existing, form: Form, today: date) -> tuple[Finding, ...]:
    """What the checks that need no material say about a report that came as a file."""
    return check_without_material(existing.report, existing.trip, form, today)
