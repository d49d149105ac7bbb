"""Checks of the form page, of lengths and of structure, with what they let pass and what they stop."""

import pytest

from drafting.numbering import numbered
from drafting.report import ListBlock, Section, Sentence
from drafting.trip import Category, Traveller


def only(found: list[str]) -> str:
    """The one message there is."""
    assert len(found) == 1, found
    return found[0]


class TestCat1:
    def test_a_study_visit_needs_the_full_report(self, sample):
        message = only(sample.trip_with(categories=(Category.STUDY_VISIT,), purposes=()).messages("CAT-1"))
        assert (
            message
            == "類別「考察」不適用「臺中市政府出國報告提要」，請改用「臺中市政府出國報告」（表單代碼 taichung-report）。"
        )

    def test_two_categories_need_the_full_report(self, sample):
        both = sample.trip_with(categories=(Category.STUDY_VISIT, Category.OTHER))
        assert len(both.messages("CAT-1")) == 1
        assert both.using("taichung-report").messages("CAT-1") == []


class TestFrm1:
    def test_an_empty_blank_is_named_and_how_to_fill_it(self, sample):
        message = only(sample.field("contact_person", " ").messages("FRM-1"))
        assert (
            message
            == "請補「聯絡人」：在對話中告訴我，或用 /set 填寫（指令列為 suixing set … contact_person …）。"
        )

    @pytest.mark.parametrize("text", ["○○○", "XXX", "待填", "TODO", "【待確認】", "〇〇", "電話____"])
    def test_placeholders_are_found_in_fields(self, sample, text):
        assert len(sample.field("host_agency", text).messages("FRM-1")) == 1

    @pytest.mark.parametrize("text", ["二〇〇八年", "期待補充說明", "XX 型", "【會議】", "二○一八年"])
    def test_what_only_looks_like_a_placeholder(self, sample, text):
        assert sample.field("host_agency", text).messages("FRM-1") == []

    def test_a_traveller_without_post(self, sample):
        traveller = Traveller(name="甲某", agency="臺中市政府", unit="秘書處")
        assert only(sample.trip_with(travellers=(traveller,)).messages("FRM-1")).startswith(
            "請補「甲某」的職稱"
        )


class TestFrm2:
    def test_no_attachment_ticked_but_one_named(self, sample, write):
        assert len(sample.body("purpose", write("議程詳附件一。")).messages("FRM-2")) == 1
        assert (
            sample.body("purpose", write("議程詳附件一。")).trip_with(has_attachments=True).messages("FRM-2")
            == []
        )

    def test_an_attachment_ticked_but_none_named(self, sample):
        assert len(sample.trip_with(has_attachments=True).messages("FRM-2")) == 1

    def test_a_purpose_ticked_under_another_category(self, sample):
        assert len(sample.trip_with(categories=(Category.STUDY_VISIT,)).messages("FRM-2")) == 1


class TestLen1:
    def test_too_short_says_by_how_much_and_shows_all_counts(self, sample, write):
        assert sample.body("abstract", write("太短 too short。")).messages("LEN-1") == [
            "摘要應有 500 字以上，目前文書軟體計字 5 字（只計中文字 2、不計空白的字元 11），請再補 495 字。"
        ]

    def test_enough_is_told_with_the_three_counts(self, sample):
        assert [(f.severity, f.message) for f in sample.findings("LEN-1")] == [
            ("info", "摘要文書軟體計字 640 字（只計中文字 600、不計空白的字元 640），符合 500 字以上的規定。")
        ]

    def test_too_long_for_the_central_form(self, sample):
        assert only(sample.using("central").messages("LEN-1")).endswith("請刪減 300 字。")


class TestLen2:
    def test_three_signs_are_no_impression(self, sample, write):
        short = sample.body("impressions", write("妖受讚", sources=("N2",)))
        assert "心得只有 3 個中文字，請補充與主題相關的省思。" in short.messages("LEN-2")

    def test_a_small_share_of_the_whole(self, sample, write):
        long = sample.body(
            "purpose", write("本次會議討論港灣城市的合作與永續發展，各城市分享經驗並交換意見。" * 60)
        )
        assert "心得與建議占本文" in only(long.messages("LEN-2"))


class TestSec1:
    def test_a_missing_part(self, sample):
        assert sample.without("purpose").messages("SEC-1") == ["缺少「目的」，請補上這一節。"]

    def test_an_empty_part(self, sample):
        assert only(sample.body("impressions").messages("SEC-1")).startswith("「心得」沒有內容")

    def test_none_is_no_impression(self, sample, write):
        assert only(sample.body("impressions", write("無。")).messages("SEC-1")).startswith(
            "「心得」不可只寫「無」"
        )


class TestSec2:
    def test_a_comma_in_place_of_the_mark(self, sample):
        process = next(s for s in sample.report.sections if s.key == "process")
        changed = sample.body("process", heading="肆，過程", sections=process.sections)
        assert changed.messages("SEC-2") == ["標題編號寫作「肆，」，表單的寫法是「肆、」。"]

    def test_a_number_left_out(self, sample):
        assert "標題編號不連續，此處應為「參、」，請更正。" in sample.without("purpose").messages("SEC-2")

    def test_a_heading_without_number(self, sample):
        part = sample.body(
            "purpose", sections=(Section(key="a", heading="背景"), Section(key="b", heading="二、緣由"))
        )
        assert part.messages("SEC-2") == ["標題沒有編號，應為「一、」。"]

    @pytest.mark.parametrize(
        ("level", "place", "written"),
        [
            ("壹、", 12, "拾貳、"),
            ("一、", 21, "二十一、"),
            ("(一)", 10, "(十)"),
            ("1.", 3, "3."),
            ("壹、", 20, "貳拾、"),
        ],
    )
    def test_marks(self, level, place, written):
        assert numbered(level, place) == written


class TestRec1:
    WHOLE = "為提升效率，建議由國際科於明年編列預算辦理{}。"

    def points(self, names: str) -> ListBlock:
        return ListBlock(items=tuple(Sentence(text=self.WHOLE.format(n), sources=("N3",)) for n in names))

    def test_a_form_that_asks_for_three_suggestions_gets_two(self, sample):
        message = only(sample.using("taipei-a").body("suggestions", self.points("甲乙")).messages("REC-1"))
        assert message.startswith("建議應有 3 項以上，目前 2 項")

    def test_three_are_enough(self, sample):
        assert sample.using("taipei-a").body("suggestions", self.points("甲乙丙")).messages("REC-1") == []

    def test_other_forms_ask_for_no_number(self, sample):
        assert sample.body("suggestions", self.points("甲")).messages("REC-1") == []

    @pytest.mark.parametrize(
        ("text", "missing"),
        [
            ("值得借鏡。", "由哪個單位辦理、要做什麼、何時辦理或所需經費、依據或理由"),
            ("建議派員出席明年的大會。", "由哪個單位辦理、依據或理由"),
            ("為維護席次，建議派員出席。", "由哪個單位辦理、何時辦理或所需經費"),
        ],
    )
    def test_what_nobody_could_follow_up_is_asked_for(self, sample, write, text, missing):
        (finding,) = sample.body("suggestions", write(text)).findings("REC-1")
        assert finding.severity == "warning"
        assert f"沒有寫明{missing}，" in finding.message
        assert finding.quote == text

    def test_one_thing_left_open_is_told_and_no_more(self, sample, write):
        (finding,) = sample.body("suggestions", write("為維護席次，建議派員出席9月12日的大會。")).findings(
            "REC-1"
        )
        assert (finding.severity, "由哪個單位辦理" in finding.message) == ("info", True)

    @pytest.mark.parametrize(
        "text",
        [
            "為利聯繫，姊妹市名冊由國際事務科於年底前完成。",
            "姊妹市名冊國際事務科十月可完成，以利聯繫。",
            "為利聯繫，國際事務科兩個月內可以做完名冊，不用另編預算。",
            "因名冊過時，交由秘書處於下次市政會議前提出。",
            "因名冊過時，由本科於9月底前彙整。",
            "為防淹水，水利局明年汛期前裝設感應器。",
            "為防淹水，環保局與水利局共同辦理，第三季完成。",
            "因會場壅塞，可由交通局評估接駁車，兩週內回報。",
        ],
    )
    def test_who_when_and_what_are_seen_however_they_are_said(self, sample, write, text):
        assert sample.body("suggestions", write(text)).findings("REC-1") == []

    @pytest.mark.parametrize("text", ["因過時，國際處的做法可以參考。", "為利聯繫，會議室可以整理。"])
    def test_an_office_that_is_only_spoken_of_does_nothing(self, sample, write, text):
        (finding,) = sample.body("suggestions", write(text)).findings("REC-1")
        assert "由哪個單位辦理" in finding.message

    def test_what_the_body_tells_is_the_reason(self, sample, write):
        """社區水位看板 was seen on the trip; the suggestion need not say so again."""
        told = sample.body("impressions", write("遊水公園的社區水位看板連長者也看得懂，平常由居民維護。"))
        suggested = told.body("suggestions", write("由防災科於明年5月前裝設社區水位看板，由居民維護。"))
        assert suggested.findings("REC-1") == []

    def test_none_is_no_suggestion_to_grade(self, sample, write):
        assert sample.body("suggestions", write("無。")).findings("REC-1") == []
