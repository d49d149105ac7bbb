"""One question at a time, in the order in which people know the answers, and none twice."""

from datetime import date

from drafting.form import form_named
from drafting.starting.questions import next_question, open_questions
from drafting.trip import Category, DestinationKind, Period, Traveller, Trip

FORM = form_named("taichung-summary")
TODAY = date(2026, 9, 14)
PERIOD = Period(start=date(2026, 9, 15), end=date(2026, 9, 19))


def trip(**known) -> Trip:
    sources = dict.fromkeys(known, ())
    return Trip(**known, sources=sources)


def test_what_decides_about_writing_is_asked_first():
    assert open_questions(Trip(), FORM, TODAY)[:4] == ["classification", "destination", "period", "regions"]


def test_the_destination_is_not_asked_for_where_the_country_says_it():
    assert "destination" not in open_questions(trip(regions=("日本",)), FORM, TODAY)


def test_a_destination_chosen_by_hand_is_not_asked_for_again():
    chosen = Trip(destination=DestinationKind.MAINLAND, by_hand=("destination",))
    assert "destination" not in open_questions(chosen, FORM, TODAY)


def test_nothing_is_asked_that_the_messages_said_whatever_the_order():
    known = trip(period=PERIOD, travellers=(Traveller(name="藍渡川", agency="臺中市政府"),))
    assert {"period", "travellers"} & set(open_questions(known, FORM, TODAY)) == set()


def test_what_is_only_known_at_home_is_asked_at_home():
    known = trip(period=PERIOD)
    abroad, home = (open_questions(known, FORM, day) for day in (PERIOD.end, date(2026, 9, 20)))
    assert {"has_attachments", "report_date"} & set(abroad) == set()
    assert {"has_attachments", "report_date"} <= set(home)


def test_what_was_left_out_is_not_asked_again_and_the_next_one_is():
    assert next_question(Trip(), FORM, TODAY) == "classification"
    assert next_question(Trip(), FORM, TODAY, {"classification"}) == "destination"
    assert next_question(Trip(), FORM, TODAY, open_questions(Trip(), FORM, TODAY)) is None


def test_a_form_that_does_not_ask_for_purposes_of_other_categories_is_not_filled_with_them():
    study = trip(categories=(Category.STUDY_VISIT,))
    assert "purposes" not in open_questions(study, FORM, TODAY)
