"""Checks of sums, names, terms and privacy, with what they let pass and what they stop."""

import pytest

from drafting.report import ListBlock, Sentence
from drafting.trip import Classification


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
            ("拜會馬爾丹區政府", "馬爾單議會"),
            ("Toba Tek Singh District", "Toba Tak Singh District圖巴區"),
            ("「港灣省地方議會協會」", "「港灣地方議會協會」"),
        ],
    )
    def test_two_spellings_of_one_name(self, sample, write, often, seldom):
        both = sample.body("purpose", write(*[f"{often}致意。"] * 4, f"{seldom}致意。"))
        assert len(both.messages("CON-3")) == 1

    def test_a_name_that_the_agenda_spells_otherwise(self, sample, write, say):
        agenda = sample.trip_with(
            material=(*sample.trip.material, say("D1", "Speakers: Ms. Hannah Lakewood (KCA)"))
        )
        found = agenda.body("purpose", write("Ms. Hannah Lakwood 致詞。")).messages("CON-3")
        assert found == ["「Hannah Lakwood」與「Hannah Lakewood」疑為同一名稱的兩種寫法，請查證後統一。"]

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
            ("伊斯蘭馬巴德", "伊斯坦堡"),
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


class TestWho:
    """TRM-4 asks about what the writer left, for it was not sure."""

    def test_who_is_not_said_is_asked_about_once(self, sample, write):
        (finding,) = sample.body("purpose", write("這個題目對我們敏感。", "我們沒有發言。")).findings("TRM-4")
        assert (finding.severity, finding.message) == (
            "warning", "有 2 處「我們」，請改寫為本府、本團或所指的人。"
        )  # fmt: skip

    def test_words_of_others_without_marks_are_a_hint_only(self, sample, write):
        (finding,) = sample.body("purpose", write("對方表示我們可以共用值班室。")).findings("TRM-4")
        assert (finding.severity, finding.message) == (
            "info", "有 1 處「我們」，請改寫為本府、本團或所指的人（轉述他人的話請寫明是誰，或加引號）。"
        )  # fmt: skip

    def test_quotations_and_reflections_may_say_it(self, sample, write):
        assert sample.body("purpose", write("主席說：「我們每年演練。」")).findings("TRM-4") == []
        own = sample.body("impressions", write("我們可以學習。"), heading="伍、心得")
        assert own.findings("TRM-4") == []


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
