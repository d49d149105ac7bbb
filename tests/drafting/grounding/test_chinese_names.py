"""Persons, organisations and places with Chinese names, in both scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.grounding import unsupported
from drafting.grounding.script import plain


def stopped(text: str, *sources: str) -> list[tuple[str, str]]:
    return [(u.text, u.kind) for u in unsupported(text, sources)]


@pytest.mark.parametrize(
    ("text", "source", "wrong", "kind"),
    [
        ("趙某二副秘書長表示歡迎。", "趙某一副秘書長表示歡迎", "趙某二", "person"),
        ("由局長林測甲致詞。", "由局長林測乙致詞", "林測甲", "person"),
        ("市長阿里·卡卡卡致詞。", "市長阿里·巴巴巴致詞", "阿里·卡卡卡", "person"),
        ("拜會臺北市政府。", "拜會新北市政府", "臺北市政府", "organisation"),
        ("參訪中央民族大學。", "參訪西南民族大學", "中央民族大學", "organisation"),
        ("環境保護局主辦。", "水利局主辦", "環境保護局", "organisation"),
        ("前往虛構縣考察。", "前往想像縣考察", "虛構縣", "place"),
    ],
)
def test_a_near_miss_is_stopped(text, source, wrong, kind):
    found = stopped(text, source)
    assert [k for _, k in found] == [kind]
    assert wrong in found[0][0] or found[0][0] in text


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("拜會台中市政府。", "拜會臺中市政府"),
        ("拜會国立虚构大学。", "拜會國立虛構大學"),
        ("林測甲局長表示，將持續合作。", "局長林測甲說會繼續合作"),
        ("高度重視方案的程序，成效良好。", "會議重點"),
        ("此次會議於市中心的餐廳舉行，農村與城市代表齊聚。", "會議"),
        ("測試甲·乙說歡迎。", "測試甲·乙說歡迎"),
    ],
)
def test_the_same_name_and_common_words_are_not(text, source):
    assert stopped(text, source) == []


@given(st.text(max_size=80))
def test_one_script_keeps_every_place(text):
    assert len(plain(text)) == len(text)
    assert plain(plain(text)) == plain(text)


def test_both_scripts_come_to_the_same():
    assert plain("臺中市議會與開發後的灣區") == plain("台中市议会与开发后的湾区")
