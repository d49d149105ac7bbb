"""Whoever asks is told what a piece is taken for, of which day, where it stands and why, and how to move it."""

import pytest

from drafting.form import form_named
from drafting.material import Kind, Ref
from drafting.plan.routing import Why, route
from drafting.plan.why import explained
from drafting.report import Paragraph, Report, Section, Sentence
from drafting.revision import Wish
from tests.drafting.plan.invented import event, said, trip_of

FORM = form_named("taichung-summary")
TRIP = trip_of(
    said("N1", "想了解海城如何抽水", day=9), said("N2", "抽水機4台", hour=15), said("N3", "開幕約500人", hour=10),
    said("N4", "深感演練重要", kind=Kind.IMPRESSION), said("N5", "好吃", kind=Kind.ASIDE), said("P1", hour=15.01),
    said("N6", "建議比照", kind=Kind.FACT, label=Kind.SUGGESTION), said("N7", "平安抵達桃園機場", day=13, hour=20),
    events=(event(12, 9, "海城港灣論壇開幕式", 11), event(12, 14, "參訪海城抽水站", 17)),
)  # fmt: skip


def told(ref: str, trip=TRIP, report=None) -> str:
    return "\n".join(explained(trip, FORM, Ref(ref), report))


@pytest.mark.parametrize(
    ("ref", "why"),
    [
        ("N1", Why.BEFORE),
        ("N2", Why.HOUR),
        ("N3", Why.HOUR),
        ("P1", Why.BESIDE),
        ("N4", Why.OWN),
        ("N7", Why.WAY),
    ],
)
def test_every_piece_that_was_put_somewhere_has_a_reason(ref, why):
    assert route(TRIP).why[Ref(ref)] is why


def test_the_place_and_the_reason_are_told():
    assert "它放在「參訪海城抽水站（5月12日）」：它的時間落在這個活動裡。" in told("N2")
    assert "它講的是 5/12 15:00" in told("N2")


def test_what_the_traveller_called_it_comes_first():
    assert told("N6").startswith("N6 您標為「建議」。")
    assert told("N4").startswith("N4 依內容看作「心得」")


def test_what_stands_nowhere_has_a_reason_too():
    assert "它不在任何段落：" in told("N5")
    assert "它講的是路程，放進行程表。" in told("N7")


def test_who_cites_it_is_told():
    sentence = Sentence(text="抽水機4台。", sources=(Ref("N2"),))
    section = Section(key="activity-2", heading="(二)參訪", blocks=(Paragraph(sentences=(sentence,)),))
    report = Report(form="", title="", fields={}, sections=(section,))
    assert "草稿在這裡引用它：(二)參訪。" in told("N2", report=report)


def test_what_was_added_somewhere_by_hand_stands_in_both_places():
    added = TRIP.model_copy(update={"wishes": (Wish(section="purpose", refs=(Ref("N2"),)),)})
    assert "它放在「目的」：您指定放在這裡。" in told("N2", added)
    assert "它放在「參訪海城抽水站（5月12日）」：" in told("N2", added)


def test_what_was_moved_somewhere_by_hand_leaves_where_it_was():
    moved = TRIP.model_copy(update={"wishes": (Wish(section="purpose", refs=(Ref("N2"),), moved=True),)})
    assert "它放在「目的」：您指定放在這裡。" in told("N2", moved)
    unknown = TRIP.model_copy(update={"wishes": (Wish(section="gone", refs=(Ref("N2"),)),)})
    assert "參訪海城抽水站" in told("N2", unknown)
