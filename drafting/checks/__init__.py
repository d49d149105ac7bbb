"""The checks of a report: each a rule in words, its source, and a function that looks. ``CHECKS`` lists them all."""

from collections.abc import Collection, Sequence
from datetime import date

from drafting.checks.by_hand import edits_are_confirmed
from drafting.checks.case import Case
from drafting.checks.copying import nothing_is_copied
from drafting.checks.dating import dates_are_written_one_way
from drafting.checks.days import itinerary_and_body_agree
from drafting.checks.destination import the_mainland_is_called_rightly
from drafting.checks.disclosure import the_model_may_be_used, use_of_ai_is_disclosed
from drafting.checks.fields import category_fits_form, every_field_is_filled, fields_agree
from drafting.checks.foreign import foreign_names_are_explained
from drafting.checks.garbage import text_came_out_right
from drafting.checks.given import Earlier, FileFacts, Heading, earlier_from
from drafting.checks.instructions import no_material_gives_orders
from drafting.checks.lengths import impressions_have_substance, lengths_lie_within_bounds
from drafting.checks.own_words import opinions_are_in_own_words
from drafting.checks.photos import captions_are_there_and_differ, photos_show_no_papers
from drafting.checks.plan_kept import differences_from_the_plan_are_explained
from drafting.checks.printing import characters_can_be_printed, photos_can_be_printed
from drafting.checks.privacy import body_holds_no_personal_data, secrets_stay_inside
from drafting.checks.punctuation import punctuation_is_chinese
from drafting.checks.registration import the_file_can_be_handed_on, the_registration_can_be_filled
from drafting.checks.remarks import remarks_are_answered
from drafting.checks.rule import Rule
from drafting.checks.sources import (
    every_sentence_has_sources,
    facts_stand_in_the_sources,
    opinions_are_the_travellers_own,
)
from drafting.checks.structure import every_part_is_there, headings_are_numbered_in_order
from drafting.checks.suggestions import suggestions_can_be_followed_up
from drafting.checks.sums import sums_agree
from drafting.checks.terms import taiwan_is_called_rightly, words_are_those_of_taiwan
from drafting.checks.times import (
    itinerary_covers_every_day_once,
    recommended_events_lie_ahead,
    report_is_in_time,
)
from drafting.checks.unwritten import every_part_was_written
from drafting.checks.variants import names_are_spelled_one_way
from drafting.checks.who import it_is_said_who
from drafting.finding import Finding
from drafting.form import Form
from drafting.material import Ref
from drafting.report import Report
from drafting.review import Recipe
from drafting.trip import Trip

__all__ = ["CHECKS", "Earlier", "FileFacts", "Heading", "Rule", "check", "check_file", "earlier_from"]

CHECKS: tuple[Rule, ...] = (
    every_part_was_written,
    category_fits_form,
    every_field_is_filled,
    fields_agree,
    lengths_lie_within_bounds,
    impressions_have_substance,
    every_part_is_there,
    headings_are_numbered_in_order,
    report_is_in_time,
    itinerary_covers_every_day_once,
    recommended_events_lie_ahead,
    itinerary_and_body_agree,
    sums_agree,
    names_are_spelled_one_way,
    differences_from_the_plan_are_explained,
    every_sentence_has_sources,
    nothing_is_copied,
    opinions_are_the_travellers_own,
    opinions_are_in_own_words,
    facts_stand_in_the_sources,
    edits_are_confirmed,
    remarks_are_answered,
    suggestions_can_be_followed_up,
    words_are_those_of_taiwan,
    taiwan_is_called_rightly,
    foreign_names_are_explained,
    it_is_said_who,
    punctuation_is_chinese,
    dates_are_written_one_way,
    text_came_out_right,
    characters_can_be_printed,
    captions_are_there_and_differ,
    photos_show_no_papers,
    photos_can_be_printed,
    body_holds_no_personal_data,
    secrets_stay_inside,
    use_of_ai_is_disclosed,
    the_model_may_be_used,
    the_mainland_is_called_rightly,
    the_file_can_be_handed_on,
    the_registration_can_be_filled,
    no_material_gives_orders,
)
"""In the order of the rule catalogue: form, time, consistency, sources, suggestions, language, photos, secrets, AI."""


def check(
    report: Report,
    trip: Trip,
    form: Form,
    today: date,
    *,
    recipe: Recipe | None = None,
    earlier: Sequence[Earlier] = (),
    lost: Collection[Ref] = (),
) -> tuple[Finding, ...]:
    """Every finding, in the order of ``CHECKS`` and of the text. Decides from its arguments alone.

    ``earlier`` are other reports of the house, which this one must not repeat; ``lost`` photos that cannot be read any more.
    """
    case = Case(report, trip, form, today, recipe=recipe, earlier=tuple(earlier), lost=frozenset(lost))
    return tuple(finding for rule in CHECKS for finding in rule.findings(case))


def check_file(
    report: Report,
    trip: Trip,
    form: Form,
    today: date,
    *,
    file: FileFacts | None = None,
    layout: Sequence[Heading] = (),
    earlier: Sequence[Earlier] = (),
) -> tuple[Finding, ...]:
    """As ``check``, for a report that came as a file: nothing is said about sources, but about the file itself."""
    case = Case(
        report, trip, form, today, from_file=True, earlier=tuple(earlier), file=file, layout=tuple(layout)
    )
    return tuple(f for rule in CHECKS if not rule.needs_material for f in rule.findings(case))
