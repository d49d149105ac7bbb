"""The name of a report on its cover: lines break where a person would break them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.lines import em_width, hanging, line_count
from export.title_lines import broken

COVER = 17.4  # em across a page at 26 pt


@pytest.mark.parametrize(
    "title",
    [
        "臺中市政府出席日本福岡|「2026亞太港灣城市防災交流會議」|暨參訪防災設施",
        "臺中市政府出席巴基斯坦伊斯蘭馬巴德|「2018城市與地方政府聯合會亞太分會|執行局委員會議暨國際會議」(新南向)",
        "赴美國加州考察智慧交通|及公共運輸系統整合規劃業務報告",
        "參加2025年歐洲氣象學會|年會及參訪德國氣象局",
        "Participation in the Asia-Pacific Forum|on Resilient Port Cities, Fukuoka",
        "參加國際氣象年會",
    ],
)
def test_it_breaks_at_brackets_and_between_words_never_within_one(title):
    assert broken(title.replace("|", "" if "Forum" not in title else " "), COVER).split("\n") == title.split(
        "|"
    )


def test_line_breaks_that_a_person_put_in_stay():
    assert broken("參加國際\n氣象年會", COVER) == "參加國際\n氣象年會"


@given(st.text(alphabet="臺中市政府出席「」『』（）、。，會議與及暨20 ABc", max_size=70))
def test_nothing_is_lost_and_no_line_begins_with_a_closing_mark(title):
    lines = broken(title, COVER)
    assert lines.replace("\n", "").replace(" ", "") == title.replace(" ", "")
    for line in lines.split("\n")[1:]:
        assert line[0] not in "」』）、。，"


def test_a_list_hangs_behind_its_widest_number():
    assert hanging(["一、", "二、"]) == pytest.approx(2.1)
    assert hanging(["1.", "10."]) > hanging(["1.", "2."])


@given(st.integers(1, 300), st.integers(8, 40))
def test_ideographs_fill_lines_one_em_each(count, width):
    assert line_count("水" * count, width) == -(-count // width)
    assert em_width("水" * count) == count


def test_a_closing_mark_never_opens_a_line_and_a_long_address_is_cut():
    assert line_count("水" * 10 + "。", 10) == 1
    assert line_count("a" * 100, 10) > 3
