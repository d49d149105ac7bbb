"""Foreigners are introduced with their whole name and called by the given one after; reports use the family name."""

import pytest

from drafting.given_names import given_names, named_in_full
from drafting.material import Kind, Ref
from drafting.proof import unproven
from tests.drafting.model_trip import TRIP, piece

NOTES = TRIP.model_copy(
    update={
        "material": (
            piece(
                "N1",
                "接待的是執行長Anneke Turfveen女士、查核組長Joris van der Veldmeer，還有Dr. Lotte Wiersveld",
            ),
            piece("N2", "Joris說最常見的問題是漏報"),
            piece("N3", "Green Harbour說每年漏報的有3家"),
            piece("N4", "參觀Green Harbour Institute的展示"),
            piece("N5", "副組長Pim Hoogerbeek跟我說別寫", Kind.PRIVATE),
            piece("N6", "Pim帶路看人工線"),
        )
    }
)


@pytest.mark.parametrize(
    ("text", "ref", "wrong"),
    [
        ("Veldmeer組長指出，最常見之問題為漏報。", "N2", ""),
        ("Joris van der Veldmeer組長指出，最常見之問題為漏報。", "N2", ""),
        ("Turfveen執行長指出，最常見之問題為漏報。", "N2", "Turfveen"),
        ("Green Harbour Institute每年有3家漏報。", "N3", "Institute"),
        ("Hoogerbeek副組長帶領參觀人工線。", "N6", "Hoogerbeek"),
    ],
)
def test_a_given_name_stands_for_the_person_who_was_introduced(text: str, ref: str, wrong: str) -> None:
    """Only of persons, only of one who has it, and nothing is known from what is private."""
    found = [u.text for u in unproven(NOTES, text, (Ref(ref),))]
    assert found == ([wrong] if wrong else [])


def test_a_name_that_two_have_is_nobodys_and_a_word_within_a_name_calls_nobody() -> None:
    known = given_names(["組長Joris Veldmeer", "主任Joris Turfveen", "處長Lotte Wiersveld"])
    assert known == {"Lotte": "Lotte Wiersveld"}
    assert named_in_full("Lotte問起，Dr. Lotte Other也在", known) == ("Lotte Wiersveld",)
    assert named_in_full("Lotte Other說", known) == ()
