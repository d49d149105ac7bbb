"""How numbers are read, in digits, in Chinese and mixed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.numerals import find_numbers


def read(text: str) -> list[tuple[Decimal, str]]:
    return [(n.value, n.unit) for n in find_numbers(text)]


@pytest.mark.parametrize(
    "text", ["37億6千萬", "37.6億", "3,760,000,000", "37 億 6 千萬", "三十七億六千萬", "３７億６千萬"]
)
def test_one_value_in_many_writings(text):
    assert read(f"{text}人") == [(Decimal(3_760_000_000), "人")]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1萬4,286元", "14286", "元"), ("十二人", "12", "人"), ("一百一十五位", "115", "位"), ("三千個", "3000", "個"),
        ("百分之十二點五", "12.5", "%"), ("12％", "12", "%"), ("三成", "30", "%"), ("三分之一", "0.333333", ""), ("6個月", "6", "個月"),
        ("半年", "0.5", "年"), ("7000多個", "7000", "個"), ("二〇一八年", "2018", "年"), ("25 km", "25", "km"), ("兩位", "2", "位"),
    ],
)  # fmt: skip
def test_the_value_and_the_unit_after_it(text, value, unit):
    assert read(text + "。") == [(Decimal(value), unit)]


@pytest.mark.parametrize("text", ["第3屆", "第三屆", "第 3 屆", "3rd"])
def test_ordinals_are_marked(text):
    assert [(n.value, n.ordinal) for n in find_numbers(text)] == [(Decimal(3), True)]


@pytest.mark.parametrize(
    "text",
    ["一般", "一帶一路", "十分感謝", "進一步", "G20會議", "COVID-19", "星期三", "兩岸", "千萬別忘", "B2B"],
)
def test_what_is_no_number(text):
    assert read(text) == []


@given(st.integers(0, 10**12))
def test_digits_with_and_without_commas_have_one_value(number):
    assert read(f"{number:,}") == read(f"{number}") == [(Decimal(number), "")]


@given(st.text(alphabet="0123456789,.%萬億千百十一二兩三〇第半年個月/分之點 ％AZ", max_size=40))
def test_any_text_is_read_and_what_is_found_stands_there(text):
    for number in find_numbers(text):
        assert text[number.start : number.end] == number.text
        assert number.value >= 0
