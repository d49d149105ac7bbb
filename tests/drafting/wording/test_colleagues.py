"""Colleagues are called by their full names."""

import pytest

from drafting.wording.colleagues import in_full
from tests.drafting.plan.invented import trip_of

ALONE = trip_of()
TOGETHER = ALONE.model_copy(
    update={"travellers": (*ALONE.travellers, ALONE.travellers[0].model_copy(update={"name": "陳大同"}))}
)


@pytest.mark.parametrize(
    ("typed", "report"),
    [
        ("王小芸在B組，大同去C組旁聽。", "王小芸在B組，陳大同去C組旁聽。"),
        ("水壓門大同也推不開。", "水壓門大同也推不開。"),
        ("與大同一起簡報。", "與陳大同一起簡報。"),
        ("陳大同在場，參觀大同公司。", "陳大同在場，參觀大同公司。"),
        ("站長說：「大同去過了。」", "站長說：「大同去過了。」"),
    ],
)
def test_a_given_name_becomes_the_full_one_where_only_a_person_can_stand(typed, report):
    assert in_full(typed, TOGETHER) == report


def test_nobody_of_that_name_travelled():
    assert in_full("大同去C組旁聽。", ALONE) == "大同去C組旁聽。"
