"""How dates, marks, foreign names and damaged text are judged."""

import pytest

from drafting.trip import Name


def only(found: list[str]) -> str:
    """The one message there is."""
    assert len(found) == 1, found
    return found[0]


class TestDates:
    @pytest.mark.parametrize(
        ("text", "advice"),
        [
            ("107年4月9日（星期三）開幕。", "「107年4月9日（星期三）」不對，107年4月9日 是星期一。"),
            ("昨天下午參訪港區。", "「昨天」要看哪天寫的才知道，請改寫成日期。"),
            ("下午14時開會。", "「下午14時」請擇一寫法：上午、下午用 12 小時制，或只用 24 小時制。"),
            ("2月30日開會。", "沒有「2月30日」這一天，請更正。"),
        ],
    )
    def test_what_cannot_be_or_cannot_be_known(self, sample, write, text, advice):
        assert only(sample.body("purpose", write(text)).messages("DAT-1")) == advice

    @pytest.mark.parametrize(
        "text",
        [
            "107年4月9日（星期一）開幕。",
            "司儀說「明天見」。",
            "下午2時開會，14時30分結束。",
            "颱風天的演練。",
            "2月29日。",
        ],
    )
    def test_what_is_right(self, sample, write, text):
        assert sample.body("purpose", write(text)).messages("DAT-1") == []

    def test_three_ways_of_writing_a_day_are_named_with_how_often(self, sample, write):
        text = write("2018年4月9日開幕，本年4月10日閉幕，2018.04.11返國。")
        message = only(sample.body("purpose", text).body("process").messages("DAT-1"))
        assert message == (
            "日期有 3 種寫法：西元（2018年4月9日，1 處）、數字加點或斜線（2018.04.11，1 處）、相對（本年4月10日，1 處），請統一。"
        )

    def test_the_year_of_an_event_is_part_of_its_name(self, sample, write):
        text = write("107年4月9日參加「2018年4月9日港灣論壇」。")
        assert sample.body("purpose", text).body("process").findings("DAT-1") == []

    def test_this_year_without_a_date_of_the_report(self, sample, write):
        undated = sample.body("purpose", write("大會將於本年舉行。")).trip_with(report_date=None)
        assert only(undated.messages("DAT-1")).startswith("沒有報告日期，「本年」是哪一年推不出來")

    def test_the_blanks_of_the_form_use_the_calendar_of_the_republic(self, sample):
        western = sample.field("period", "2018年4月9日至2018年4月10日")
        assert "表單欄位的日期請用國曆" in western.messages("DAT-1")[0]


class TestPunctuation:
    @pytest.mark.parametrize(
        ("text", "advice"),
        [
            ("會議順利,市長致詞。", "中文之間用了半形標點「,」（1 處），請改用全形。"),
            ("會議順利。。市長致詞。", "標點重複或相連「。。」（1 處），請刪去多餘的。"),
            ("會議順利，。市長致詞。", "標點重複或相連「，。」（1 處），請刪去多餘的。"),
            ("會議順利...市長致詞。", "刪節號寫作「...」（1 處），請寫「……」。"),
            ('市長說"歡迎"。', '中文用了英文引號（1 處，如 "歡迎"），請改用「」。'),
            ("參加「港灣會議。", "「「」不成對，請補上另一半。"),
            ("參加港灣會議）。", "「）」不成對，請補上另一半。"),
        ],
    )
    def test_marks_that_are_wrong(self, sample, write, text, advice):
        assert only(sample.body("purpose", write(text)).messages("PUN-1")) == advice

    @pytest.mark.parametrize(
        "text",
        [
            "參加「『港灣』會議」（海城）。",
            "會議順利……市長致詞。",
            "「Harbour Cities Union」(HCU, founded 2001)主辦。",
            "比分3:2，時間10:30，第1.5節，網址example.org.",
        ],
    )
    def test_marks_that_are_right(self, sample, write, text):
        assert sample.body("purpose", write(text)).findings("PUN-1") == []

    def test_a_quotation_may_run_over_several_sentences(self, sample, write):
        assert sample.body("purpose", write("市長說：「歡迎大家。", "明年再見。」")).findings("PUN-1") == []

    def test_brackets_of_two_widths_round_chinese_are_told(self, sample, write):
        text = "海城(港口)、山城(高地)、河城（平原）、湖城（盆地）。"
        (finding,) = sample.body("purpose", write(text)).findings("PUN-1")
        assert finding.severity == "info"
        assert "半形（2 處，如(港口)）也有全形（2 處，如（平原））" in finding.message


class TestForeignNames:
    @pytest.mark.parametrize(
        ("text", "right"),
        [("21-Century Forum", "21st Century"), ("the 2th Meeting", "2nd"), ("第3屆(3th Congress)", "3rd")],
    )
    def test_ordinals(self, sample, write, text, right):
        assert f"的序數應為「{right}" in only(sample.body("purpose", write(text)).messages("TRM-3"))

    @pytest.mark.parametrize(
        "text", ["21st Century", "12th Meeting", "2018 Forum", "Pier 7 Forum", "112th Congress"]
    )
    def test_numbers_that_are_right(self, sample, write, text):
        assert sample.body("purpose", write(text)).messages("TRM-3") == []

    def test_one_that_a_later_part_explains_is_told_with_both_places(self, sample, write):
        late = "「聯盟」(Harbour Cities Union, HCU)的看板由居民維護。"
        used = sample.body("purpose", write("本府加入HCU。"), heading="參、目的")
        found = used.body("impressions", write(late), heading="伍、心得").findings("TRM-3")
        assert [(f.severity, f.where) for f in found] == [("info", "參、目的")]
        assert "縮寫 HCU 在「參、目的」已經使用，到「伍、心得」才註明全名" in found[0].message

    @pytest.mark.parametrize(
        "told", ["泗水海灣市 (Surabaya)", "泗水海灣市（Surabaya, East Java）", "泗水海灣市"]
    )
    def test_a_city_that_was_introduced_with_its_original_needs_no_country(self, sample, write, told):
        name = Name(zh="泗水海灣市", foreign="Surabaya, Indonesia", kind="place")
        found = (
            sample.trip_with(names=(name,)).body("purpose", write(f"大會在{told}舉行。")).findings("TRM-3")
        )
        assert [f.message for f in found] == (
            [] if "Sura" in told else ["「泗水海灣市」首次出現時請加註原文（Surabaya, Indonesia）。"]
        )

    def test_an_abbreviation_that_nobody_explained_is_told(self, sample, write):
        (finding,) = sample.body("purpose", write("本府加入HCU與UNESCO。")).findings("TRM-3")
        assert (finding.severity, finding.message) == ("info", "縮寫 HCU 首次出現時請附中文全名與原文。")

    @pytest.mark.parametrize(
        "text",
        [
            "經費由TFG德國技術援助機構(Technische Foerderung Germania)贊助。",
            "技術支援：UNFP聯合國漁業計劃署。",
            "由聯合國漁業計劃署UNFP提供技術支援。",
            "經「聯合國漁業計劃署」UNFP同意。",
            "HCU＝港灣城市防災聯盟，成員27個。",
            "United Nations Fishery Programme UNFP提供技術支援。",
            "會晤SLGA (Federation of Sea Land Government Authorities)代表。",
            "HCUN：Harbour Cities United Network，27個城市。",
        ],
    )
    def test_an_abbreviation_right_beside_its_full_name_is_explained(self, sample, write, text):
        assert sample.body("purpose", write(text)).findings("TRM-3") == []

    @pytest.mark.parametrize(
        ("text", "unexplained"),
        [
            ("本府加入HCU會員大會。", "HCU"),
            ("UNFP曼谷辦公室派員出席。", "UNFP"),
            ("UNFP與亞太港灣城市聯盟合辦。", "UNFP"),
            ("HCUN亞太協會的會員。", "HCUN"),
            ("HCU主席拜會港灣城市防災協會。", "HCU"),
            ("歡迎會上遇到HCU代表。", "HCU"),
        ],
    )
    def test_words_beside_an_abbreviation_that_are_not_its_name_explain_nothing(
        self, sample, write, text, unexplained
    ):
        (finding,) = sample.body("purpose", write(text)).findings("TRM-3")
        assert finding.message == f"縮寫 {unexplained} 首次出現時請附中文全名與原文。"

    @pytest.mark.parametrize(
        "text", ["「聯盟」(Harbour Cities Union, HCU)，本府加入HCU。", "HCU（港灣城市聯盟）的會議。"]
    )
    def test_one_that_was_explained(self, sample, write, text):
        assert sample.body("purpose", write(text)).findings("TRM-3") == []


class TestDamagedText:
    @pytest.mark.parametrize(
        ("text", "severity"),
        [
            ("會議\ufffd\ufffd順利。", "error"),
            ("會議&nbsp;順利。", "error"),
            ("會議**順利**。", "warning"),
            ("<b>會議</b>順利。", "warning"),
            ("參訪原野原野公園。", "warning"),
            ("asdf 會議。", "warning"),
        ],
    )
    def test_what_came_out_wrong(self, sample, write, text, severity):
        found = sample.body("purpose", write(text)).findings("TXT-1")
        assert [f.severity for f in found] == [severity]

    @pytest.mark.parametrize(
        "text", ["一個一個討論討論。", "慢慢走，看看港區。", "3*4*5=60", "哈哈", "每年每年都辦。", "……"]
    )
    def test_what_people_write(self, sample, write, text):
        assert sample.body("purpose", write(text)).findings("TXT-1") == []

    def test_the_same_long_sentence_twice(self, sample, write):
        text = "本次會議由港灣城市聯合會主辦，在海城舉行三天。"
        assert only(sample.body("purpose", write(text, "另有說明。", text)).messages("TXT-1")) == (
            "同一句寫了 2 次，請刪去重複的。"
        )
