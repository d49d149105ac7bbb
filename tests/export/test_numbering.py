import pytest

from drafting.counting import Counting
from drafting.form import Length, form_named
from export.numbering import chinese, mark
from export.wording import length_note


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (35, "三十五"),
        (100, "一百"),
        (101, "一百零一"),
        (115, "一百一十五"),
    ],
)
def test_chinese_numbers(number, written):
    assert chinese(number) == written


@pytest.mark.parametrize(
    ("pattern", "number", "written"),
    [
        ("壹、", 3, "參、"),
        ("壹、", 12, "拾貳、"),
        ("一、", 2, "二、"),
        ("(一)", 14, "(十四)"),
        ("1.", 7, "7."),
        ("(1)", 10, "(10)"),
    ],
)
def test_a_mark_counts_in_the_series_of_its_pattern(pattern, number, written):
    assert mark(pattern, number) == written


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
    assert length_note(length) == note
