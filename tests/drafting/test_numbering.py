"""Marks of headings."""

import pytest

from drafting.numbering import chinese, mark, numbered

LEVELS = ("壹、", "一、", "(一)", "1.", "(1)")


def test_each_level_has_its_own_series():
    assert [mark(LEVELS, depth, 3) for depth in range(1, 6)] == ["參、", "三、", "(三)", "3.", "(3)"]


def test_below_the_last_level_the_last_one_serves():
    assert mark(LEVELS, 9, 2) == "(2)"


def test_tens_are_written_as_people_count():
    assert [chinese(n) for n in (1, 10, 11, 20, 21, 99)] == ["一", "十", "十一", "二十", "二十一", "九十九"]
    assert mark(LEVELS, 1, 12) == "拾貳、"


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
    assert numbered(pattern, number) == written
