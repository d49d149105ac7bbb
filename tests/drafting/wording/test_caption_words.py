"""Captions keep what is to be seen and lose what was said around the picture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.wording.caption_words import captioned


@pytest.mark.parametrize(
    ("said", "caption"),
    [
        ("這是他們的抽水站喔", "抽水站喔"),
        ("這張是簡報室", "簡報室"),
        ("上一張是水門，這張是操作盤", "操作盤"),
        ("補一張：水門操作盤", "水門操作盤"),
        ("我拍的抽水站外觀", "抽水站外觀"),
        ("PPT拍一下：經費分攤", "經費分攤"),
        ("市長致詞，拍得有點糊", "市長致詞"),
        ("與李局長合照 笑死", "與李局長合照"),
        ("控制室裡面，好酷", "控制室裡面"),
        ("終於到會場了！！", "到會場"),
        ("會場長這樣", "會場"),
        ("開幕式 開幕式", "開幕式"),
        ("場內滿滿的人，500人有吧", "場內滿滿的人，約500人"),
        ("議員歡迎我們", "議員歡迎本府人員"),
        ("市長送我們的紀念品", "市長送本府的紀念品"),
        ("我們的攤位", "本府攤位"),
        ("早安", ""),
        ("早餐，好吃", ""),
    ],
)
def test_what_is_said_around_a_picture_goes(said: str, caption: str) -> None:
    assert captioned(said, "本府") == caption


@pytest.mark.parametrize(
    "said",
    [
        "簡報第3頁：防洪標準",
        "看板，居民自己維護的",
        "與好美里社區居民合影",
        "與會人員團體拍照",
        "為居民解說如何除了污泥",
        "左邊是王局長，右邊是陳科長",
        "市長 王小芸致詞",
        "晚宴，市長致詞",
        "Mr. Adam Harbor 致詞",
    ],
)
def test_what_tells_of_the_picture_stays_as_it_was_said(said: str) -> None:
    assert captioned(said, "本府") == said


@given(st.text(max_size=60))
def test_nothing_is_added_but_what_the_office_calls_itself_and_about(said: str) -> None:
    assert set(captioned(said, "本府")) <= set(said) | set("本府人員約")
