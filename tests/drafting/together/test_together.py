"""Who covered what, and where two people give different numbers for the same thing."""

from datetime import UTC, date, datetime

import pytest

from drafting.gather import gather
from drafting.gather.settled import number_value
from drafting.material import Kind, Material, Medium, Ref
from drafting.together.coverage import coverage
from drafting.together.differences import differences
from drafting.trip import Period, Trip

DAY = datetime(2026, 9, 16, 3, tzinfo=UTC)
PERIOD = Period(start=date(2026, 9, 15), end=date(2026, 9, 19))


def said(
    ref: str, author: str, text: str, *, day: int = 16, kind: Kind = Kind.FACT, chat: int = 0
) -> Material:
    at = DAY.replace(day=day)
    return Material(
        ref=Ref(ref), medium=Medium.NOTE, author=author, said_at=at, text=text, kind=kind,
        meant_on=at.date(), chat_id=chat or len(author), message_ids=(int(ref[1:]),),
    )  # fmt: skip


def numbers(*material: Material) -> list[tuple[str, str]]:
    return [(d.first.number, d.second.number) for d in differences(Trip(material=material))]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("開幕式出席150人", "開幕式有180人出席", [("150人", "180人")]),
        ("開幕式出席約150人", "開幕式出席152人", []),  # rough, and near enough
        ("開幕式出席約150人", "開幕式出席300人", [("150人", "300人")]),
        ("開幕式出席150位", "開幕式出席150人", []),  # the same, counted with another word
        ("開幕式出席150人", "晚宴席開12桌", []),  # another kind of number
        ("開幕式出席150人", "港務局全體員工共620人", []),  # another subject
        ("會議於9點開始，開幕式出席150人", "會議於10點開始", []),  # when, not how many
    ],
)  # fmt: skip
def test_only_numbers_of_the_same_thing_that_cannot_both_be_right_differ(one: str, other: str, differ: list):
    assert numbers(said("N1", "藍渡川", one), said("N2", "晏聽雨", other)) == differ


def test_one_person_may_say_two_things_and_another_day_is_another_event():
    assert numbers(said("N1", "藍渡川", "開幕式出席150人"), said("N2", "藍渡川", "開幕式出席180人")) == []
    assert (
        numbers(said("N1", "藍渡川", "開幕式出席150人"), said("N2", "晏聽雨", "開幕式出席180人", day=17))
        == []
    )


def test_what_was_settled_no_longer_differs_and_is_what_everybody_reads():
    notes = (said("N1", "藍渡川", "開幕式出席150人，場面熱烈"), said("N2", "晏聽雨", "開幕式有180人出席"))
    assert len(differences(gather(1, notes, {}))) == 1
    trip = gather(1, notes, {"number:N1": number_value("150人", "180人")})
    assert differences(trip) == []
    assert [m.text for m in trip.material] == ["開幕式出席180人，場面熱烈", "開幕式有180人出席"]


def test_each_person_is_shown_with_what_they_sent_and_those_who_sent_nothing_too():
    trip = Trip(
        period=PERIOD,
        material=(
            said("N1", "藍渡川", "開幕", day=15),
            said("N2", "藍渡川", "論壇", day=16),
            said("N3", "晏聽雨", "私事", kind=Kind.PRIVATE),
        ),
    )
    found = coverage(trip, ["藍渡川", "晏聽雨"], date(2026, 9, 17))
    assert [(s.name, s.pieces, [d.day for d in s.days]) for s in found.shares] == [
        ("藍渡川", ((Medium.NOTE, 2),), [15, 16]),
        ("晏聽雨", (), []),
    ]
    assert [d.day for d in found.silent] == [17]


def test_days_to_come_are_not_called_silent():
    assert coverage(Trip(period=PERIOD), [], date(2026, 9, 14)).silent == ()
    assert coverage(Trip(), [], date(2026, 9, 14)).silent == ()
