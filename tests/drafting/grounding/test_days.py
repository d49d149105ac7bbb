"""Days: shifted ones, days of the week, thirds of a month."""

from datetime import date

import pytest

from drafting.grounding import unsupported

NEAR = date(2018, 4, 10)


def stopped(text: str, *sources: str) -> list[tuple[str, str]]:
    return [(u.text, u.kind) for u in unsupported(text, sources, NEAR)]


@pytest.mark.parametrize(
    ("text", "source", "wrong"),
    [
        ("4月11日開幕。", "4/10 開幕，4/12 閉幕", "4月11日"),
        ("107年5月10日開幕。", "4/10 開幕", "107年5月10日"),
        ("4月10日（星期三）開幕。", "4/10 開幕", "星期三"),
        ("星期五抵達。", "週四抵達", "星期五"),
        ("4月上旬舉行。", "4月下旬舉行", "4月"),
        ("2019年成立。", "2018年成立", "2019年"),
    ],
)
def test_a_shifted_day_is_stopped(text, source, wrong):
    found = stopped(text, source)
    assert found
    assert all(kind == "date" for _, kind in found)
    assert found[0][0].strip("（）") == wrong


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("4月10日（星期二）開幕。", "4/10 開幕"),
        ("星期二開幕。", "2018/4/10 開幕"),
        ("週三閉幕。", "Wednesday 閉幕"),
        ("107年4月10日開幕。", "4/10 開幕"),
        ("4月上旬舉行。", "4月5日舉行"),
        ("一週三次。", "一週三次"),
    ],
)
def test_the_same_day_in_another_writing_is_not(text, source):
    assert stopped(text, source) == []
