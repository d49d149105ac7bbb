"""Which form a trip needs: the category decides in Taichung, the city decides elsewhere."""

import pytest

from drafting.errors import FormBroken, FormUnknown
from drafting.form import all_forms, form_for, form_named, read_form
from drafting.trip import Category


@pytest.mark.parametrize(
    ("agency", "categories", "form"),
    [
        ("臺中市政府秘書處", [Category.OTHER], "taichung-summary"),
        ("台中市政府秘書處", [Category.STUDY_VISIT], "taichung-report"),
        ("臺中市政府", [Category.OTHER, Category.STUDY_VISIT], "taichung-report"),
        ("", [], "taichung-summary"),
        ("臺北市政府", [Category.OTHER], "taipei-a"),
        ("桃園市政府", [Category.OTHER, Category.RESEARCH], "taoyuan"),
        ("新北市政府", [Category.OTHER], "central"),
        ("交通部", [Category.MEETING], "central"),
    ],
)
def test_category_and_agency_choose_the_form(agency: str, categories: list[Category], form: str):
    """Taichung point 三; a city without a form here gets the central one, which names no city."""
    assert form_for(categories, agency).key == form


def test_every_value_says_where_it_comes_from():
    for form in all_forms():
        for value in (form.serves, form.front, form.deadline, form.numbering, *form.fields, *form.parts):
            assert value.source, form.key


def test_an_unknown_form_names_those_there_are():
    with pytest.raises(FormUnknown, match="taichung-summary"):
        form_named("mars")


def test_a_broken_form_names_the_file_and_the_value():
    with pytest.raises(FormBroken, match=r"mine\.toml.*name"):
        read_form('key = "mine"', "mine.toml")
    with pytest.raises(FormBroken, match=r"mine\.toml"):
        read_form("key = ", "mine.toml")
