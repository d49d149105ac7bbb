"""Each check with what it lets pass and what it stops."""

from datetime import date

import pytest

from drafting.checks.structure import mark
from drafting.checks.times import last_day
from drafting.form import Deadline, form_named
from drafting.material import Kind
from drafting.report import ListBlock, PhotoItem, Photos, Section, Sentence
from drafting.trip import Category, Classification, ItineraryDay, Period, Traveller


def only(found: list) -> str:
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
        assert message == "請補「聯絡人」：在對話中告訴我，或用 suixing set 填寫（contact_person）。"

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
        assert mark(level, place) == written


class TestTim1:
    @pytest.mark.parametrize(
        ("back", "day_one", "last"),
        [
            (date(2018, 4, 14), "return", date(2018, 7, 13)),
            (date(2018, 4, 14), "next_day", date(2018, 7, 14)),
            (date(2018, 11, 30), "return", date(2019, 2, 28)),
            (date(2018, 11, 30), "next_day", date(2019, 2, 28)),
            (date(2018, 9, 30), "next_day", date(2018, 12, 31)),
        ],
    )
    def test_the_last_day_of_the_limit(self, back, day_one, last):
        deadline = Deadline(months=3, day_one=day_one, source="", verified_on=back, confidence="read")
        assert last_day(back, deadline) == last

    def test_days_left(self, sample):
        assert sample.findings("TIM-1", date(2018, 6, 29))[-1].message.endswith("還有 10 天。")

    def test_overdue_without_report_date(self, sample):
        late = sample.trip_with(report_date=None)
        assert "已經逾期 1 天" in only(late.messages("TIM-1", date(2018, 7, 10)))

    def test_a_report_date_after_the_limit(self, sample):
        assert "超過期限" in only(sample.trip_with(report_date=date(2018, 8, 1)).messages("TIM-1"))

    def test_a_report_date_before_the_return(self, sample):
        assert "早於返國日" in only(sample.trip_with(report_date=date(2018, 4, 9)).messages("TIM-1"))


class TestTim2:
    def test_days_missing_double_and_outside(self, sample):
        days = [ItineraryDay(day=date(2018, 4, d), activity="會議") for d in (9, 9, 20)]
        assert sample.trip_with(itinerary=tuple(days)).messages("TIM-2") == [
            "行程表缺 107年4月10日，請補上當天的地點與行程。",
            "行程表的 107年4月9日 重複，請合併成一列。",
            "行程表的 107年4月20日 不在出國期間內，請更正日期或出國期間。",
        ]

    def test_the_end_before_the_start(self, sample):
        period = Period(start=date(2018, 4, 10), end=date(2018, 4, 9))
        assert "晚於迄日" in only(sample.trip_with(period=period).messages("TIM-2"))


class TestTim3:
    @pytest.mark.parametrize(
        "text",
        [
            "大會將於本年5月23日至26日舉行，建議派員出席。",
            "建議派員參加107年5月召開的大會。",
            "論壇訂於5/23舉行，建議派員。",
        ],
    )
    def test_an_event_that_is_over(self, sample, write, text):
        assert len(sample.body("suggestions", write(text, sources=("N3",))).messages("TIM-3")) == 1

    @pytest.mark.parametrize(
        "text",
        [
            "大會將於本年9月12日至15日舉行，建議派員出席。", "本次4月10日的會議已有決議，建議持續參與。", "建議於3月前提出計畫。",
            "分會於2004年4月成立。",
        ],
    )  # fmt: skip
    def test_an_event_to_come_or_only_told_of(self, sample, write, text):
        assert sample.body("suggestions", write(text, sources=("N3",))).messages("TIM-3") == []


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
        assert len(sample.trip_with(itinerary=(), period=None).messages("GRD-1")) == 2


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


class TestCon2:
    @pytest.mark.parametrize(
        "text",
        [
            "超過150位代表，包括88位市長，以及62位會員。",
            "共149位代表，包括88位市長及62位會員。",
            "代表團一行3人出席。",
        ],
    )
    def test_sums_that_do_not_agree(self, sample, write, text):
        assert len(sample.body("purpose", write(text)).messages("CON-2")) == 1

    @pytest.mark.parametrize(
        "text",
        [
            "共150位代表，包括88位市長及62位會員。", "超過140位，包括88位市長及62位會員。", "共150位，其中88位為市長。",
            "共23個國家的49個政府，包括3個城市及2個協會。"[:12], "約500位與會者。", "一行一人。", "約160位，包括88位市長及62位會員。",
        ],
    )  # fmt: skip
    def test_sums_that_agree_or_are_none(self, sample, write, text):
        assert sample.body("purpose", write(text)).messages("CON-2") == []

    def test_announced_items_are_counted(self, sample, write):
        items = ListBlock(items=tuple(Sentence(text=t, sources=("N1",)) for t in "甲乙丙"))
        assert len(sample.body("purpose", write("通過以下4個申請案："), items).messages("CON-2")) == 1
        assert sample.body("purpose", write("3場平行會議如下："), items).messages("CON-2") == []


class TestCon3:
    @pytest.mark.parametrize(
        ("often", "seldom"),
        [
            ("Mr. Syed Muhammad Asghar Shah Gillani", "Mr. Shed Mohammad Asghar Gillani"),
            ("「海灣省馬爾丹區政府議會」", "「海灣省馬爾單區政府議會」"),
            ("拜會馬爾丹區政府", "拜會馬爾單區政府"),
            ("「港灣省地方議會協會」", "「港灣地方議會協會」"),
        ],
    )
    def test_two_spellings_of_one_name(self, sample, write, often, seldom):
        both = sample.body("purpose", write(*[f"{often}致意。"] * 4, f"{seldom}致意。"))
        assert len(both.messages("CON-3")) == 1

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Local Councils Association of Punjab", "Local Council Association Sindh"),
            ("City Forum", "City Forums"),
            ("Urbanisation Summit", "Urbanization Summit"),
            ("「港灣城市第七屆大會」", "「港灣城市第八屆大會」"),
            ("「東港灣城市大會」", "「西港灣城市大會」"),
            ("Asia Pacific", "UCLG Asia Pacific"),
            ("馬來西亞吉隆坡", "馬來西亞檳城州"),
        ],
    )
    def test_two_names(self, sample, write, one, other):
        assert sample.body("purpose", write(*[f"{one}致意。"] * 4, f"{other}致意。")).messages("CON-3") == []


class TestTerms:
    @pytest.mark.parametrize(
        ("text", "advice"),
        [
            ("台北市", "「台北」（1 處）請改為「臺北」。"),
            ("播放視頻", "「視頻」（1 處）請改為「影片或視訊」。"),
            ("我的身份", "「身份」（1 處）請改為「身分」。"),
            ("发展过程", "有簡化字（发、过），請改為正體字；若是抄錄他人文字，請註明出處。"),
        ],
    )
    def test_words_that_are_not_ours(self, sample, write, text, advice):
        assert sample.body("purpose", write(text)).messages("TRM-1") == [advice]

    @pytest.mark.parametrize(
        "text",
        [
            "臺中的人脈網絡",
            "在平台上發表",
            "公里、皇后、台積電",
            "范先生與会社のひと",
            "國會、學習、國家發展",
        ],
    )
    def test_words_that_are_ours(self, sample, write, text):
        assert sample.body("purpose", write(text)).messages("TRM-1") == []

    @pytest.mark.parametrize(
        "text",
        [
            "Taiwan, China",
            "Taiwan, Province of China",
            "Taipei, China",
            "Chinese Taiwan",
            "中國臺灣",
            "中國台北",
        ],
    )
    def test_forbidden_names_of_taiwan(self, sample, write, text):
        found = sample.body("purpose", write(f"以{text}名義。")).findings("TRM-2")
        assert [f.severity for f in found] == ["error"]

    @pytest.mark.parametrize(
        "text",
        ["Republic of China (Taiwan)", "美國、中國、臺灣", "Taiwan and China Airlines", "Taichung, Taiwan"],
    )
    def test_names_that_are_right(self, sample, write, text):
        assert sample.body("purpose", write(text)).findings("TRM-2") == []


class TestPrivacy:
    @pytest.mark.parametrize(
        "text", ["身分證A123456789", "電話04-22223333", "手機0900-000-000", "信箱a.b@example.org"]
    )
    def test_personal_data_in_the_body(self, sample, write, text):
        assert len(sample.body("purpose", write(text)).messages("PRV-1")) == 1

    def test_the_contact_of_the_form_may_stand(self, sample, write):
        assert sample.body("purpose", write("洽04-00000000分機1。")).messages("PRV-1") == []

    def test_secrets(self, sample, write):
        assert len(sample.trip_with(classification=Classification.SECRET).messages("SEN-1")) == 1
        assert len(sample.body("purpose", write("本件屬密件。")).messages("SEN-1")) == 1
        assert sample.messages("SEN-1") == []


def test_every_form_names_the_parts_that_the_checks_ask_for():
    assert {r for p in form_named("taichung-summary").parts for r in p.roles} >= {
        "impressions",
        "suggestions",
    }
