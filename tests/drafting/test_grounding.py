"""What the gate lets pass and what it stops."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.grounding import unsupported

NEAR = date(2018, 4, 10)
SOURCES = (
    "人數：甲國市長＋副市長88，會員代表62，司儀一直說超過150位",
    "① The 7th Harbour Cities Congress 第7屆大會 2018/9/12－9/15 印尼泗水(Surabaya, Indonesia)",
    "37.6億人，重頭：往後半年工作計畫",
    "到曼谷了 要等到晚上7點",
    "跟 KCA（Korean Cities Association 韓國城市協會）副秘書長趙某一 Mr. Cho Moil 聊到，他說「港口是大家的客廳」",
    "城市形象與觀光合作論壇，台中市",
    "Takht i Bahi 西元1世紀 1980年",
    "電話04-00228811分機11499",
)


def flagged(text: str) -> list[tuple[str, str]]:
    return [(u.text, u.kind) for u in unsupported(text, SOURCES, NEAR)]


@pytest.mark.parametrize(
    "text",
    [
        "超過150位代表，包括88位市長和副市長及62位會員代表。",
        "「第7屆大會」(The 7th Harbour Cities Congress)將於2018年9月12日至15日在泗水(Surabaya, Indonesia)舉行。",
        "大會將於107年9月12日開幕。", "第七屆大會於九月十二日開始。", "含括37億6千萬人口，未來6個月", "19時抵達，晚間7時出發",
        "副秘書長趙某一 (Mr. Cho Moil)", "「城市形象與觀光合作論壇」", "臺中市", "Takht-i-Bahi建於西元1世紀，69年列入",
        "聯絡電話：(04)0022-8811分機11499", "1. 一般而言，一個城市", "一、半年工作計畫", "「韓國城市協會第7屆大會」",
        "會中指出「港口，是大家的客廳」。",
    ],
)  # fmt: skip
def test_the_same_in_another_writing_passes(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("超過151位", ("151位", "number")),
        ("占88%", ("88", "number")),
        ("38億人", ("38億人", "number")),
        ("第8屆大會", ("8屆", "number")),
        ("20時抵達", ("20時", "number")),
        ("上午7時抵達", ("上午7時", "number")),
        ("電話04-00228812", ("04-00228812", "number")),
        ("2018年9月13日至15日", ("2018年9月13日至15日", "date")),
        ("2019年9月12日", ("2019年9月12日", "date")),
        ("5月舉行", ("5月", "date")),
        ("Mr. Cho Moel", ("Moel", "person")),
        ("趙某二（Mr. Cho Moil）", ("趙某二", "person")),
        ("、陳某某市長致詞", ("陳某某", "person")),
        ("Lakeside Chamber of Commerce", ("Lakeside Chamber of Commerce", "organisation")),
        ("LCCI", ("LCCI", "organisation")),
        ("(Bandung, Indonesia)", ("Bandung", "place")),
        ("「城市形象與觀光論壇合作」", ("城市形象與觀光論壇合作", "quote")),
        ("他表示：「港口是客廳，大家都來」", ("港口是客廳，大家都來", "quote")),
    ],
)
def test_what_no_source_says_is_named(text, missing):
    assert [
        (u, k) for u, k in flagged(text) if (u.removesuffix("%"), k) == missing or (u, k) == missing
    ] == flagged(text)
    assert flagged(text)


def test_without_sources_everything_is_unsupported():
    assert [u.text for u in unsupported("4月10日有88位。", [])] == ["4月10日", "88位"]


def test_a_quotation_is_not_named_again_for_a_number_within_it():
    assert flagged("「第9屆大會圓滿閉幕」") == [("9屆", "number")]


@given(st.sampled_from(SOURCES))
def test_a_source_supports_itself(source):
    assert unsupported(source, [source], NEAR) == ()


@given(st.text(max_size=60))
def test_any_text_supports_itself(text):
    assert unsupported(text, [text], NEAR) == ()


@given(st.text(alphabet="0123456789年月日/「」甲乙丙丁戊己 AbC.分個", max_size=40))
def test_what_is_named_stands_in_the_text(text):
    for missing in unsupported(text, ["甲乙"], NEAR):
        assert text[missing.start : missing.end] == missing.text


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("補助500元。", "距離500公尺"),
        ("預算3億元。", "人口3億人"),
        ("氣溫12度。", "票價12元"),
        ("重達3公噸。", "全長3公里"),
        ("市長說：「要合作」。", "市長來了"),
        ("票價500元。", "票價500日圓"),
        ("年預算新臺幣1,450萬元。", "年預算1450萬歐元"),
    ],
)
def test_the_right_number_of_the_wrong_thing_and_short_words_put_in_a_mouth_are_found(text, source):
    assert unsupported(text, [source])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("以日圓計，票價500元。", "票價500日圓"),
        ("重2,000公斤。", "重2公噸"),
        ("建議118年前先建置。", "建議：\n1.118年前要先蓋\n2.120年再看"),
        ("厚度13至15 mm。", "厚度 13–15 mm"),
        ("下午4時許搭機返國。", "下午4時許搭機"),
        ("市長說：「要合作」。", "市長說要合作"),
        ("一組12萬日圓。", "一組12萬元日圓"),
    ],
)
def test_the_same_amount_otherwise_said_is_supported(text, source):
    assert unsupported(text, [source]) == ()
