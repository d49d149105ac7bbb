"""What else a check may look at: the file that a report came in, how its headings were set, and reports of others."""

from collections.abc import Iterator
from typing import NamedTuple

from drafting.frozen import Frozen
from drafting.report import Report
from drafting.trip import Trip


class Heading(NamedTuple):
    """A heading as the file has it.

    ``depth`` is the rank that its number tells (1 for 壹、), ``level`` the file's own (0 if the file gives none), and
    ``bulleted`` whether a bullet stands before it.
    """

    text: str
    depth: int
    level: int = 0
    bulleted: bool = False


class FileFacts(Frozen):
    """What the bytes of a report file tell beside its text.

    ``pages`` is 0 where the format has none. ``loose_fonts`` are those that a PDF names without carrying them;
    ``located_pictures`` counts pictures that tell where they were taken (EXIF GPS).
    """

    kind: str
    pages: int = 0
    numbered_pages: bool = True
    loose_fonts: tuple[str, ...] = ()
    located_pictures: int = 0


class Earlier(Frozen):
    """Another report of the house, to be compared with: an approved one, or a colleague's draft.

    ``passages`` are its stretches of prose, with the heading of each.
    """

    title: str
    approved: bool = True
    places: tuple[str, ...] = ()
    passages: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """All its prose."""
        return "\n".join(text for _, text in self.passages)


def earlier_from(report: Report, trip: Trip, *, approved: bool = True) -> Earlier:
    """The report as a thing to compare with."""
    return Earlier(
        title=report.title or trip.report_name,
        approved=approved,
        places=trip.regions,
        passages=tuple(_passages(report)),
    )


def _passages(report: Report) -> Iterator[tuple[str, str]]:
    for top in report.sections:
        for _, section in top.walk():
            own = section.model_copy(update={"sections": ()}).text
            if own:
                yield section.heading, own
