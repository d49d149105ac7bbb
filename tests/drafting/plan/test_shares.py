"""How the abstract is shared out among the sections that it speaks of."""

import pytest

from drafting.counting import Counting
from drafting.form import Length, Role
from drafting.plan.shares import sentences_in, with_shares
from drafting.writer import Slot
from tests.drafting.plan.invented import said, trip_of

TRIP = trip_of(said("N1", "短"), said("N2", "長" * 400), said("N3", "目的"), said("N4", "心得"))


def length(least: int | None, most: int | None) -> Length:
    return Length.model_construct(least=least, most=most, counted=Counting.WORD)


def slot(key: str, role: Role, *refs: str, of: Length | None = None) -> Slot:
    return Slot(key=key, role=role, title=key, material=refs, length=of)


def shares(*slots: Slot) -> dict[str, float]:
    return {key: s.share for key, s in with_shares({s.key: s for s in slots}, TRIP).items()}


ABSTRACT = slot("abstract", Role.ABSTRACT, of=length(500, None))
BODY = (
    slot("short", Role.PROCESS, "N1"), slot("long", Role.PROCESS, "N2"), slot("why", Role.PURPOSE, "N3"),
    slot("thought", Role.IMPRESSIONS, "N4"),
)  # fmt: skip


def test_all_shares_make_an_abstract_of_the_length_that_the_form_demands() -> None:
    assert sum(shares(ABSTRACT, *BODY).values()) == pytest.approx(13)
    assert sentences_in(ABSTRACT.length) * 42 > 500


def test_a_long_section_has_more_to_say_though_not_in_proportion() -> None:
    found = shares(ABSTRACT, *BODY)
    assert found["short"] < found["long"] < 400 * found["short"]


def test_what_parts_without_material_leave_falls_to_the_others() -> None:
    found = shares(ABSTRACT, slot("short", Role.PROCESS, "N1"), slot("empty", Role.SUGGESTIONS))
    assert found == {"abstract": 0, "short": pytest.approx(13), "empty": 0}


def test_where_the_form_has_no_abstract_nobody_is_asked_for_one() -> None:
    assert set(shares(*BODY).values()) == {0}


@pytest.mark.parametrize(
    ("least", "most", "sentences"), [(500, None, 13), (200, 300, 5), (None, 300, 6), (None, None, 8)]
)
def test_sentences_for_each_kind_of_bound(least: int | None, most: int | None, sentences: int) -> None:
    assert sentences_in(length(least, most)) == sentences
