"""Old sentences are found again in a text that somebody changed, whether or not they end with a mark."""

from hypothesis import given
from hypothesis import strategies as st

from drafting.revising.aligned import aligned, plain


def test_what_is_unchanged_is_found_though_sentences_have_no_end():
    olds = ["邀大家來臺中", "巴基斯坦是新南向國家。"]
    assert aligned(olds, "邀大家來臺中 巴基斯坦是新南向國家。") == [
        (0, "邀大家來臺中"),
        (1, "巴基斯坦是新南向國家。"),
    ]


def test_other_words_stand_for_the_sentence_between_the_others():
    olds = ["抽水機4台。", "閘門每月測試。", "站長接待。"]
    assert aligned(olds, "抽水機4台。閘門每週測試一次。站長接待。")[1] == (1, "閘門每週測試一次。")


def test_one_sentence_in_the_place_of_one_is_that_one_however_different():
    assert aligned(["甲。", "乙丙丁。", "戊。"], "甲。風雨雷電。戊。")[1] == (1, "風雨雷電。")


def test_what_is_like_no_old_one_is_new():
    assert aligned(["甲乙丙。"], "甲乙丙。風雨雷電。") == [(0, "甲乙丙。"), (-1, "風雨雷電。")]


def test_white_space_is_no_difference():
    assert aligned(["抽水機4台。"], "抽水機 4 台。") == [(0, "抽水機 4 台。")]


@given(st.lists(st.text("甲乙丙丁。", min_size=1, max_size=8), max_size=6))
def test_an_unchanged_text_is_its_sentences(olds):
    stretches = aligned(olds, "\n".join(olds))
    assert plain("".join(s.text for s in stretches)) == plain("".join(olds))


@given(
    st.lists(st.text("甲乙丙丁。", min_size=1, max_size=8), max_size=5), st.text("甲乙風雨。\n", max_size=40)
)
def test_nothing_of_the_new_text_is_lost(olds, text):
    assert plain("".join(s.text for s in aligned(olds, text))) == plain(text)
