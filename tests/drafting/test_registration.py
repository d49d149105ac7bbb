"""The basic data of a report: the bodies that were visited, wherever the trip names them."""

from datetime import UTC, date, datetime

from drafting.form import form_named
from drafting.report import Report, Section
from drafting.review import Draft, Recipe, Status
from drafting.sheets.evidence import evidence_of
from drafting.sheets.registration import visited
from drafting.trip import ItineraryDay, Trip

FORM = form_named("taichung-summary")


def bodies(activity: str, *headings: str) -> tuple[str, ...]:
    draft = Draft(
        id=1,
        trip=1,
        status=Status.WRITTEN,
        recipe=Recipe(writer="offline"),
        written_at=datetime(2031, 6, 20, tzinfo=UTC),
        report=Report(
            form=FORM.key,
            title="題",
            fields={},
            sections=tuple(Section(key=f"s{n}", heading=heading) for n, heading in enumerate(headings)),
        ),
        trip_then=Trip(itinerary=(ItineraryDay(day=date(2031, 5, 6), activity=activity),)),
    )
    return visited(evidence_of(draft, FORM))


def test_the_itinerary_names_them_one_by_one():
    assert bodies("參訪汐見川遊水公園、參訪玄浦排水機場") == ("汐見川遊水公園", "玄浦排水機場")


def test_a_heading_names_whom_the_itinerary_does_not_without_its_number_and_day():
    assert bodies("主辦帶去馬爾丹", "(七)拜會馬爾丹區政府（4月13日）") == ("馬爾丹區政府",)


def test_people_met_beside_a_meeting_are_no_body():
    assert bodies("大會", "(一)會晤與會人士（4月10日）") == ()
