"""What a check is made of: its rule in words, where that comes from, and the function that looks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from drafting.checks.case import Case
from drafting.finding import Finding, Severity
from drafting.material import Ref


class Said(NamedTuple):
    """What a check function yields; the rule adds its id, and its severity unless one is given."""

    where: str
    message: str
    quote: str = ""
    sources: tuple[Ref, ...] = ()
    severity: Severity | None = None


@dataclass(frozen=True)
class Rule:
    """One check. ``says`` is the rule in zh-TW, ``source`` the act, guideline or practice behind it.

    ``good`` and ``bad`` are small reports in the notation of docs/checks.md: the check is silent about the one (beyond
    information) and speaks about the other. A test runs every check on its own two. ``needs_material`` rules compare a report with what the traveller sent, so they say nothing about a report that came
    as a file.
    """

    id: str
    severity: Severity
    says: str
    source: str
    look: Callable[[Case], Iterator[Said]]
    good: str
    bad: str
    needs_material: bool = False

    @property
    def name(self) -> str:
        """The name of the function, which is the rule in English."""
        return self.look.__name__

    def findings(self, case: Case) -> Iterator[Finding]:
        """What this check has to say about the case."""
        for said in self.look(case):
            yield Finding(
                check=self.id,
                severity=said.severity or self.severity,
                where=said.where,
                message=said.message,
                sources=said.sources,
                quote=said.quote[:_LONGEST_QUOTE],
            )


def rule(
    id: str,  # noqa: A002  the catalogue calls it so
    severity: Severity,
    says: str,
    source: str,
    *,
    good: str,
    bad: str,
    needs_material: bool = False,
) -> Callable[[Callable[[Case], Iterator[Said]]], Rule]:
    """Make a function a check."""

    def of(look: Callable[[Case], Iterator[Said]]) -> Rule:
        return Rule(id, severity, says, source, look, good, bad, needs_material)

    return of


_LONGEST_QUOTE = 120
