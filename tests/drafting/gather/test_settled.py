"""What was settled by hand about names and numbers: written and checked as settled, kept as it was sent."""

import pytest

from drafting.gather import gather
from drafting.gather.names import key_of, kind_of
from drafting.gather.settled import name_in, name_value
from drafting.material import Material, Medium
from drafting.trip import Name
from tests.drafting.gather.told import BEFORE, said


def notes_of(*texts: str) -> list[Material]:
    return [said(text, BEFORE, number) for number, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("東埔市政府＝Dongpu City Government＝DCG", ("東埔市政府", "Dongpu City Government", "DCG")),
        ("Dongpu City Government | 東埔市政府", ("東埔市政府", "Dongpu City Government", "")),
        ("城市與地方政府聯合會｜UCLG", ("城市與地方政府聯合會", "UCLG", "")),
        ("東埔市政府", None),
        ("A＝B", None),
        ("", None),
    ],
)
def test_a_name_is_read_in_any_order(typed: str, name: tuple[str, str, str] | None):
    found = name_in(typed)
    assert (found and (found.zh, found.foreign, found.abbreviation)) == name


@pytest.mark.parametrize(
    ("zh", "foreign", "kind"),
    [
        ("東埔市政府", "Dongpu City Government", "organisation"),
        ("林試作", "", "person"),
        ("", "Dr. Sample Person", "person"),
        ("東埔港", "Dongpu Harbour", "place"),
        ("韌性", "resilience", ""),
    ],
)
def test_the_kind_of_a_name_is_told_by_its_words(zh: str, foreign: str, kind: str):
    assert kind_of(zh, foreign) == kind


def test_a_corrected_name_is_what_everybody_reads_and_the_message_stays():
    notes = notes_of("上午拜會東浦市政府（Dongpu City Government）", "東浦市政府簡報防汛")
    (old,) = gather(1, notes, {}).names
    new = Name(zh="東埔市政府", foreign="Dongpu City Government", abbreviation="DCG")
    trip = gather(1, notes, {f"name:{key_of(old)}": name_value(new)})
    assert [(n.zh, n.abbreviation, n.kind) for n in trip.names] == [("東埔市政府", "DCG", "organisation")]
    assert [m.text for m in trip.material] == [
        "上午拜會東埔市政府（Dongpu City Government）",
        "東埔市政府簡報防汛",
    ]
    assert "東浦" in notes[0].text


def test_a_name_can_be_added_and_taken_out():
    notes = notes_of("上午拜會東埔市政府（Dongpu City Government）")
    (old,) = gather(1, notes, {}).names
    added = Name(zh="城市聯盟", foreign="League of Cities")
    trip = gather(1, notes, {f"name:{key_of(old)}": "", f"name:{key_of(added)}": name_value(added)})
    assert [n.zh for n in trip.names] == ["城市聯盟"]


def test_a_contact_that_was_sent_is_a_person():
    (piece,) = notes_of("林試作")
    contact = piece.model_copy(update={"medium": Medium.CONTACT})
    assert [(n.zh, n.kind) for n in gather(1, [contact], {}).names] == [("林試作", "person")]
