"""The 提要 card: what is known of each field, under the label of that field, in the order of the form."""

import pytest

from drafting.form import form_named
from drafting.starting.card import card
from drafting.trip import Category, Traveller, Trip

PERSON = Traveller(name="藍渡川", agency="試驗部", unit="水文司", title="技正")


def shown(trip: Trip, form: str) -> dict[str, str]:
    return {row.label: row.shown for row in card(trip, form_named(form))}


def test_an_office_is_not_shown_as_who_travels():
    assert shown(Trip(host_agency="試驗部"), "central")["出國人員"] == ""


@pytest.mark.parametrize("form", ["central", "taichung-summary", "taipei-a", "taoyuan"])
def test_who_travels_is_shown_with_name_office_and_title(form: str):
    known = Trip(travellers=(PERSON,), sources={"travellers": ()})
    assert shown(known, form)["出國人員"] == "藍渡川/試驗部/水文司/技正"


@pytest.mark.parametrize("form", ["central", "taichung-summary", "taipei-a", "taoyuan", "us-map-trip-report"])
def test_each_field_stands_on_the_card_once(form: str):
    known = Trip(travellers=(PERSON,), categories=(Category.STUDY_VISIT,))
    keys = [row.key for row in card(known, form_named(form))]
    assert len(keys) == len(set(keys))
