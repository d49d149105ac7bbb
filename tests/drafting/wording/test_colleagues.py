"""Colleagues are called by their full names."""

import pytest

from drafting.wording.colleagues import in_full
from tests.drafting.plan.invented import trip_of

ALONE = trip_of()


def together(*names: str):
    colleagues = tuple(ALONE.travellers[0].model_copy(update={"name": name}) for name in names)
    return ALONE.model_copy(update={"travellers": (*ALONE.travellers, *colleagues)})


@pytest.mark.parametrize(
    ("typed", "report"),
    [
        ("王小芸在B組，聽雨去C組旁聽。", "王小芸在B組，晏聽雨去C組旁聽。"),
        ("門太重，聽雨也推不開。", "門太重，晏聽雨也推不開。"),
        ("聽雨負責簡報。", "晏聽雨負責簡報。"),
        ("水壓門聽雨也推不開。", "水壓門聽雨也推不開。"),
        ("與聽雨一起簡報。", "與聽雨一起簡報。"),
        ("晏聽雨在場，參觀聽雨軒。", "晏聽雨在場，參觀聽雨軒。"),
        ("站長說：「聽雨去過了。」", "站長說：「聽雨去過了。」"),
    ],
)
def test_a_given_name_becomes_the_full_one_where_only_a_person_can_stand(typed, report):
    assert in_full(typed, together("晏聽雨")) == report


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("怡君去C組旁聽。", ("陳怡君", "林怡君")),
        ("會議主題是永續、和平與繁榮。", ("林和平",)),
        ("和平在世界各地都難。", ("林和平",)),
        ("與信義、大安兩區一起辦理。", ("張信義",)),
        ("信義與大安一起辦理。", ("張信義",)),
        ("由文山和中正兩所國小示範。", ("周文山",)),
        ("主題是永續、平安、健康。", ("王平安",)),
    ],
)
def test_a_name_that_two_share_and_words_and_places_stay(typed, names):
    assert in_full(typed, together(*names)) == typed


def test_nobody_of_that_name_travelled():
    assert in_full("聽雨去C組旁聽。", ALONE) == "聽雨去C組旁聽。"
