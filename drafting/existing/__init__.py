"""A report that came as a file: read back into fields, parts and tables, as far as they can be told apart."""

from collections.abc import Sequence
from datetime import date

from drafting.checks import Earlier, check_file
from drafting.existing.read import Existing, read_existing
from drafting.finding import Finding
from drafting.form import Form

__all__ = ["Existing", "check_existing", "read_existing"]


def check_existing(
    existing: Existing, form: Form, today: date, earlier: Sequence[Earlier] = ()
) -> tuple[Finding, ...]:
    """What the checks that need no material say about a report that came as a file."""
    return check_file(
        existing.report,
        existing.trip,
        form,
        today,
        file=existing.file,
        layout=existing.layout,
        earlier=earlier,
    )
