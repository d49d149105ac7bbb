"""Checks of sources, grounding and photos, with what they let pass and what they stop."""

from datetime import date

import pytest

from drafting.material import Kind
from drafting.report import PhotoItem, Photos, Section
from drafting.trip import Period


def only(found: list[str]) -> str:
    """The one message there is."""
    assert len(found) == 1, found
    return found[0]


class TestSources:
    def test_a_sentence_without_source(self, sample, write):
        bare = sample.body("purpose", write("本次會議討論合作。", sources=()))
        assert only(bare.messages("SRC-1")).startswith("這句沒有素材為據")
        link = sample.body("purpose", write("以下分述。", sources=(), kind="link"))
        assert link.messages("SRC-1") == []

    def test_a_source_that_does_not_exist(self, sample, write):
        assert only(sample.body("purpose", write("合作。", sources=("N99",))).messages("SRC-1")).startswith(
            "引用的素材 N99 不存在"
        )

    @pytest.mark.parametrize("kind", [Kind.PRIVATE, Kind.ASIDE])
    def test_material_that_may_not_be_used(self, sample, write, say, kind):
        private = sample.trip_with(material=(*sample.trip.material, say("N9", "累了", label=kind)))
        assert len(private.body("purpose", write("累了。", sources=("N9",))).messages("SRC-1")) == 1

    def test_an_opinion_needs_the_travellers_own_words(self, sample, write, say):
        theirs = say("N9", "港口應該開放", Kind.IMPRESSION, own=False)
        forwarded = sample.trip_with(material=(*sample.trip.material, theirs))
        changed = forwarded.body("impressions", write("港口應該開放。" * 10, sources=("N9",), kind="opinion"))
        assert only(changed.messages("SRC-3")).startswith("這句心得或建議不是出國人員自己的話")
        fact = sample.body("impressions", write("值得學習。", sources=("N1",), kind="opinion"))
        assert only(fact.messages("SRC-3")).startswith("這句看法沒有依據")


class TestGrd1:
    def test_a_number_that_the_note_does_not_have(self, sample, write):
        wrong = sample.body("purpose", write("共有89位會員。", sources=("N4",)))
        assert wrong.messages("GRD-1") == ["數字「89位」不在所引的素材裡，請查證後更正，或補上依據。"]

    def test_the_right_number_from_the_wrong_note(self, sample, write):
        assert len(sample.body("purpose", write("共有88位會員。", sources=("N1",))).messages("GRD-1")) == 1

    def test_the_day_of_a_note_may_be_written(self, sample, write):
        assert sample.body("purpose", write("4月10日有88位會員。", sources=("N4",))).messages("GRD-1") == []
        assert (
            len(sample.body("purpose", write("4月11日有88位會員。", sources=("N4",))).messages("GRD-1")) == 1
        )

    def test_a_misspelled_name_and_a_caption(self, sample, write, show):
        assert (
            len(sample.body("purpose", write("Mr. Adam Harborman 致詞。", sources=("N4",))).messages("GRD-1"))
            == 1
        )
        assert len(sample.body("purpose", write("合作。"), show("第3場會議")).messages("GRD-1")) == 1

    def test_a_day_in_the_itinerary_table_comes_from_the_fields(self, sample):
        assert (
            sample.trip_with(period=Period(start=date(2018, 4, 8), end=date(2018, 4, 9))).messages("GRD-1")
            == []
        )
        found = sample.trip_with(itinerary=(), period=None).messages("GRD-1")
        assert len([message for message in found if message.startswith("日期")]) == 2


class TestPhotos:
    def test_captions_missing_and_repeated(self, sample, write, show):
        assert (
            sample.body("purpose", write("合作。"), show("", "合影"))
            .messages("PHO-1")[0]
            .endswith("補上說明。")
        )
        same = sample.body("process", write("合作。"), show("開幕式", "開幕式 "))
        assert same.messages("PHO-1") == ["有 2 張照片的圖說都是「開幕式」，請分別寫明人物、場合或動作。"]

    def test_a_badge(self, sample, say, write, show):
        badge = sample.trip_with(
            material=(*sample.trip.material[:-2], say("P1", "識別證拿到了"), say("P2", "閉幕式"))
        )
        assert badge.messages("PHO-2") == ["照片可能拍到識別證，請換一張，或確認已遮蔽個人資料。"]
        assert sample.messages("PHO-2") == []

    def test_a_photo_twice(self, sample, write):
        twice = Photos(
            items=(PhotoItem(ref="P1", caption="開幕式"), PhotoItem(ref="P1", caption="開幕式全景"))
        )
        assert "照片 P1 重複放了兩次，請刪去一張。" in sample.body(
            "process", write("合作。"), twice
        ).messages("PHO-1")


class TestGrd1BeyondSentences:
    def test_a_heading_may_not_claim_what_its_sources_do_not_say(self, sample, write):
        inner = Section(
            key="x",
            heading="一、與 Jonas Fakeman 簽約98765件",
            blocks=(write("路況良好。", sources=("N2",)),),
        )
        assert sample.body("impressions", sections=(inner,)).messages("GRD-1")

    def test_a_linking_phrase_states_nothing_or_is_found(self, sample, write):
        claim = write("本次共有98765人與會。", sources=(), kind="link")
        assert sample.body("purpose", claim).messages("GRD-1")
        assert not sample.body("purpose", write("重點如下：", sources=(), kind="link")).messages("GRD-1")
