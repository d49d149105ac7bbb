"""What a new report is compared with: the newest approval of every other trip, else what is being written there."""

import pytest

from drafting.review import approve
from drafting.trip import Classification, Trip


@pytest.fixture
def drafted(store, report, recipe, at):
    """Makes a trip with a draft that holds this sentence."""

    def make(text: str, trip: int | None = None, **known) -> tuple[int, object]:
        number = trip or store.trips.create(at)
        sections = report.model_dump()
        sections["sections"][0]["blocks"][0]["sentences"][0]["text"] = text
        written = type(report).model_validate(sections)
        draft = store.drafts.request(number, recipe, at)
        from drafting.review import Usage

        then = Trip(id=number, **known)
        return number, store.drafts.finish(draft, written, then, [], Usage(), recipe, at)

    return make


def texts(found) -> list[tuple[bool, str]]:
    return [(each.approved, each.text) for each in found]


def test_other_trips_give_their_newest_approval_or_their_newest_draft(store, drafted, at):
    first, draft = drafted("核可的文字。", regions=("日本",))
    store.drafts.keep(approve(draft, "陳審核", at))
    second, _ = drafted("撰寫中的文字。")
    mine, _ = drafted("自己的文字。")
    assert texts(store.earlier.than(mine)) == [(False, "撰寫中的文字。"), (True, "核可的文字。")]
    assert store.earlier.than(mine)[1].places == ("日本",)
    assert texts(store.earlier.than(second)) == [(False, "自己的文字。"), (True, "核可的文字。")]
    assert first != mine


def test_a_newer_draft_of_an_approved_trip_does_not_stand_before_the_approval(store, drafted, at):
    trip, draft = drafted("核可的文字。")
    store.drafts.keep(approve(draft, "陳審核", at))
    drafted("改過的文字。", trip=trip)
    assert texts(store.earlier.than(0)) == [(True, "核可的文字。")]


def test_what_was_read_before_follows_the_trip(store, drafted):
    trip, _ = drafted("第一版。")
    assert texts(store.earlier.than(0)) == [(False, "第一版。")]
    drafted("第二版，寫得比較長。", trip=trip)
    assert texts(store.earlier.than(0)) == [(False, "第二版，寫得比較長。")]


def test_classified_trips_are_not_shown_to_others(store, drafted):
    drafted("密件的文字。", classification=Classification.CONFIDENTIAL)
    assert store.earlier.than(0) == ()
