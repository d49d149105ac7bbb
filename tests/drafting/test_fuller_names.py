"""An abbreviation that the trip spells out elsewhere supports its fuller form, where it can be only one."""

import time

import pytest

from drafting.fuller_names import fuller_names
from drafting.material import Kind, Ref
from drafting.proof import unproven
from tests.drafting.model_trip import TRIP, piece

NOTES = TRIP.model_copy(
    update={
        "material": (
            piece("N1", "我們在亞太 UCLG ASPAC，辦公室在雅加達"),
            piece("N2", "ASPAC第7屆大會9月在泗水"),
            piece("N3", "UCLG世界大會在南非德班"),
        )
    }
)


@pytest.mark.parametrize(
    ("text", "ref", "claims"),
    [
        ("UCLG ASPAC第7屆大會於9月在泗水舉行。", "N2", []),
        ("ASPAC辦公室設於雅加達。", "N1", []),
        ("UCLG ASPAC世界大會在南非德班舉行。", "N3", ["ASPAC"]),
        ("ICLEI第7屆大會於9月在泗水舉行。", "N2", ["ICLEI"]),
    ],
)
def test_the_last_word_stands_for_the_whole_and_the_first_does_not(
    text: str, ref: str, claims: list[str]
) -> None:
    """Of UCLG there are a world body and several regional ones."""
    found = unproven(NOTES, text, (Ref(ref),))
    assert [claim for u in found for claim in claims if claim in u.text] == claims
    assert bool(found) == bool(claims)


def test_a_word_that_ends_two_runs_stands_for_neither() -> None:
    assert fuller_names(["UN ESCAP", "UNIDO WTO，另有 GATT WTO", "ISO 9001"]) == {"ESCAP": "UN ESCAP"}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("UNDP簡報說有32國參加。", ["UNDP"]),
        ("UNDP WHO簡報說有32國參加，UNDP會後發言。", ["UNDP"]),
        ("UNDP WHO簡報說有32國參加。", []),
        ("WHO簡報說有32國參加。", []),
    ],
)
def test_two_bodies_side_by_side_count_only_as_the_traveller_wrote_them(text: str, claims: list[str]) -> None:
    """Nothing tells them from one body with a name of two words, so that the half of such a name proves nothing."""
    notes = (piece("N1", "遇到UNDP WHO的代表"), piece("N2", "WHO簡報說有32國參加"))
    found = unproven(TRIP.model_copy(update={"material": notes}), text, (Ref("N2"),))
    assert sorted({u.text for u in found}) == claims


@pytest.mark.parametrize("kind", [Kind.PRIVATE, Kind.ASIDE])
def test_what_is_not_for_the_report_spells_out_nothing(kind: Kind) -> None:
    first, *others = NOTES.material
    notes = NOTES.model_copy(update={"material": (first.model_copy(update={"label": kind}), *others)})
    assert unproven(notes, "UCLG ASPAC第7屆大會於9月在泗水舉行。", (Ref("N2"),))


def test_a_long_code_is_read_in_one_go() -> None:
    began = time.process_time()
    assert fuller_names(["A1" * 20000]) == {}
    assert time.process_time() - began < 1
