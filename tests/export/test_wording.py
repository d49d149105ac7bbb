import pytest

from drafting.counting import Counting
from drafting.form import Length, form_named
from drafting.form_words import WORDS
from export.wording import length_note


@pytest.mark.parametrize(
    ("least", "most", "note"),
    [(500, None, "(500字以上)"), (None, 300, "(300字以內)"), (200, 300, "(200至300字)"), (None, None, "")],
)
def test_the_length_in_brackets_is_made_from_the_rule(least, most, note):
    known = form_named("central").parts[0]
    length = Length(
        least=least,
        most=most,
        counted=Counting.WORD,
        source=known.source,
        verified_on=known.verified_on,
        confidence=known.confidence,
    )
    assert length_note(length, WORDS["zh-TW"]) == note
