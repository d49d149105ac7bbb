"""How far each part of the form has come, and what is missing for it."""

from datetime import date

from drafting.form import form_named, form_of
from drafting.interview.standing import Lack, Standing, Unit, standings
from drafting.material import Kind
from drafting.report import Paragraph, Report, Section, Sentence
from drafting.review import Draft, Recipe
from drafting.trip import Period, Traveller, Trip
from tests.drafting.interview.trips import note, tokyo, trip_of


def part(found: tuple[Standing, ...], heading: str) -> Standing:
    return next(s for s in found if s.part.heading == heading)


def test_the_process_is_measured_by_the_activities_that_have_a_record():
    trip = trip_of(note(1, tokyo(22, 10), "佐藤理事長接待，協會受託管理 63 座公園"))
    found = part(standings(trip, form_of(trip), None), "過程")
    assert (found.unit, found.done, found.wanted) == (Unit.ACTIVITIES, 1, 3)
    assert (found.lack, found.names) == (Lack.ACTIVITY, ("參觀日比谷公園", "考察葛西臨海公園"))


def test_without_an_itinerary_it_is_measured_by_the_days_but_not_those_without_duty():
    trip = Trip(period=Period(start=date(2026, 9, 21), end=date(2026, 9, 23)), days_off=(date(2026, 9, 23),))
    found = part(standings(trip, form_named("taichung-summary"), None), "過程")
    assert (found.lack, found.names) == (Lack.DAYS, ("9/21", "9/22"))


def test_a_part_with_a_length_is_measured_by_the_newest_draft():
    form = form_named("taichung-summary")
    abstract = next(p for p in form.parts if p.length and p.length.least)
    text = Paragraph(sentences=(Sentence(text="字" * 120, sources=("N1",)),))
    section = Section(key=abstract.key, heading=abstract.heading, blocks=(text,))
    report = Report(form=form.key, title="", fields={}, sections=(section,))
    draft = Draft(recipe=Recipe(writer="offline"), report=report)
    found = part(standings(Trip(), form, draft), abstract.heading)
    assert abstract.length is not None
    least = abstract.length.least or 0
    assert (found.unit, found.done, found.wanted) == (Unit.CHARACTERS, 120, least)
    assert (found.lack, found.short) == (Lack.LENGTH, least - 120)


def test_a_part_that_holds_both_opinions_wants_one_of_each():
    trip = trip_of(note(1, tokyo(22, 22), "很有收穫", label=Kind.IMPRESSION))
    found = part(standings(trip, form_of(trip), None), "心得及建議")
    assert (found.done, found.wanted, found.lack) == (1, 2, Lack.SUGGESTION)


def test_the_list_of_members_is_there_or_not():
    form = form_named("taichung-summary")
    assert part(standings(Trip(), form, None), "出國人員名單").lack is Lack.PEOPLE
    there = Trip(travellers=(Traveller(name="林測試"),))
    assert part(standings(there, form, None), "出國人員名單").lack is None
