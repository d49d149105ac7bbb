"""The checks of a report: each a rule in words, its source, and a function that looks. ``CHECKS`` lists them all."""

from datetime import date

from drafting.checks.by_hand import edits_are_confirmed
from drafting.checks.case import Case
from drafting.checks.fields import category_fits_form, every_field_is_filled, fields_agree
from drafting.checks.lengths import impressions_have_substance, lengths_lie_within_bounds
from drafting.checks.photos import captions_are_there_and_differ, photos_show_no_papers
from drafting.checks.privacy import body_holds_no_personal_data, secrets_stay_inside
from drafting.checks.remarks import remarks_are_answered
from drafting.checks.rule import Rule
from drafting.checks.sources import (
    every_sentence_has_sources,
    facts_stand_in_the_sources,
    opinions_are_the_travellers_own,
)
from drafting.checks.structure import every_part_is_there, headings_are_numbered_in_order
from drafting.checks.suggestions import suggestions_are_enough
from drafting.checks.sums import sums_agree
from drafting.checks.terms import taiwan_is_called_rightly, words_are_those_of_taiwan
from drafting.checks.times import (
    itinerary_covers_every_day_once,
    recommended_events_lie_ahead,
    report_is_in_time,
)
from drafting.checks.unwritten import every_part_was_written
from drafting.checks.variants import names_are_spelled_one_way
from drafting.finding import Finding
from drafting.form import Form
from drafting.report import Report
from drafting.trip import Trip

__all__ = ["CHECKS", "Rule", "check", "check_without_material"]

CHECKS: tuple[Rule, ...] = (
    every_part_was_written,
    category_fits_form,
    every_field_is_filled,
    fields_agree,
    lengths_lie_within_bounds,
    impressions_have_substance,
    every_part_is_there,
    suggestions_are_enough,
    headings_are_numbered_in_order,
    report_is_in_time,
    itinerary_covers_every_day_once,
    recommended_events_lie_ahead,
    every_sentence_has_sources,
    opinions_are_the_travellers_own,
    facts_stand_in_the_sources,
    edits_are_confirmed,
    remarks_are_answered,
    captions_are_there_and_differ,
    photos_show_no_papers,
    sums_agree,
    names_are_spelled_one_way,
    words_are_those_of_taiwan,
    taiwan_is_called_rightly,
    body_holds_no_personal_data,
    secrets_stay_inside,
)


def check(report: Report, trip: Trip, form: Form, today: date) -> tuple[Finding, ...]:
    """Every finding, in the order of ``CHECKS`` and of the text. Decides from its arguments alone."""
    case = Case(report, trip, form, today)
    return tuple(finding for rule in CHECKS for finding in rule.findings(case))


def check_without_material(report: Report, trip: Trip, form: Form, today: date) -> tuple[Finding, ...]:
    """As ``check``, for a report that came as a file: nothing is said about sources."""
    case = Case(report, trip, form, today, from_file=True)
    return tuple(f for rule in CHECKS if not rule.needs_material for f in rule.findings(case))
