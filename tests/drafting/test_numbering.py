"""Marks of headings."""

from drafting.numbering import chinese, mark

LEVELS = ("壹、", "一、", "(一)", "1.", "(1)")


def test_each_level_has_its_own_series():
    assert [mark(LEVELS, depth, 3) for depth in range(1, 6)] == ["參、", "三、", "(三)", "3.", "(3)"]


def test_below_the_last_level_the_last_one_serves():
    assert mark(LEVELS, 9, 2) == "(2)"


def test_tens_are_written_as_people_count():
    assert [chinese(n) for n in (1, 10, 11, 20, 21, 99)] == ["一", "十", "十一", "二十", "二十一", "九十九"]
    assert mark(LEVELS, 1, 12) == "拾貳、"
