"""The approved plan, trips to the mainland, the use of AI, numbers of persons, and what a file tells."""

from datetime import date

import pytest

from drafting.checks import FileFacts, check, check_file
from drafting.checks.identity import is_identity
from drafting.form import form_named
from drafting.review import Recipe
from drafting.trip import Period

PLAN = "核定出國計畫\n出國期間：107年4月9日至107年4月12日\n派員2人\n前往地區：海國、山國\n參訪單位：山城防災中心、海城會議廳"


def only(found: list[str]) -> str:
    """The one message there is."""
    assert len(found) == 1, found
    return found[0]


class TestPlan:
    def planned(self, sample, say, text):
        return sample.trip_with(material=(*sample.trip.material, say("N9", text)))

    def test_each_difference_from_the_plan_is_named(self, sample, say):
        messages = self.planned(sample, say, PLAN).messages("PLN-1")
        assert [m.partition("，內文沒有說明")[0] for m in messages] == [
            "核定計畫的期間是 107年4月9日至107年4月12日，實際是 107年4月9日至107年4月10日",
            "核定計畫是 2 人，名單有 1 人",
            "核定計畫的地區有「山國」，出國地區是「海國」",
            "核定計畫要參訪「山城防災中心、海城會議廳」，「過程」沒有寫到",
        ]

    def test_a_difference_that_is_explained_is_none(self, sample, say, write):
        explained = self.planned(sample, say, PLAN).body("purpose", write("因颱風，行程縮短為兩天。"))
        assert explained.messages("PLN-1") == []

    def test_a_trip_that_kept_to_its_plan(self, sample, say):
        plan = "出國計畫書\n期間：107年4月9日至4月10日\n派員1人\n地區：海國"
        assert self.planned(sample, say, plan).messages("PLN-1") == []

    def test_a_note_that_only_speaks_of_plans(self, sample, say):
        assert self.planned(sample, say, "對方說明年的計畫期間：5月1日至5月9日").messages("PLN-1") == []


class TestMainland:
    def test_how_the_destination_is_called(self, sample, write):
        there = sample.trip_with(regions=("中國",)).body("purpose", write("前往中國參訪，增進兩國交流。"))
        assert there.messages("CHN-1") == [
            "「中國」請寫「大陸地區」，並註明城市。",
            "「前往中國」請改用「赴大陸地區」「兩岸」等用語。",
            "「兩國」請改用「赴大陸地區」「兩岸」等用語。",
        ]

    def test_the_report_on_return_is_due_after_seven_working_days(self, sample):
        (finding,) = sample.trip_with(
            regions=("香港",), period=Period(start=date(2018, 4, 9), end=date(2018, 4, 10))
        ).findings("CHN-1")
        assert (finding.severity, "約至 107年4月19日" in finding.message) == ("info", True)

    def test_trips_elsewhere_are_left_alone(self, sample, write):
        assert sample.body("purpose", write("大會將於中國杭州舉行，兩國代表出席。")).findings("CHN-1") == []


class TestMachine:
    def found(self, sample, **recipe):
        made = Recipe(writer="openai", **recipe)
        every = check(sample.report, sample.trip, form_named(sample.form), date(2018, 5, 1), recipe=made)
        return [(f.check, f.severity) for f in every if f.check.startswith("AI-")]

    def test_a_model_without_a_place(self, sample):
        assert self.found(sample, model="gpt-4o") == [("AI-1", "warning")]
        assert self.found(sample, model="gpt-4o", place="機關內") == []

    def test_a_model_that_no_agency_may_use(self, sample):
        assert self.found(sample, model="deepseek-r1", place="機關內") == [("AI-2", "error")]

    def test_what_a_chatbot_says_of_itself(self, sample, write):
        text = "身為AI語言模型，我無法參加會議。"
        assert len(sample.body("purpose", write(text)).messages("AI-1")) == 1
        assert sample.body("purpose", write("會議以下是重點：人工智慧的應用。")).messages("AI-1") == []


class TestNumbersOfPersons:
    @pytest.mark.parametrize(
        ("letter", "digits", "right"),
        [
            ("A", "123456789", True),
            ("A", "123456788", False),
            ("F", "131104093", True),
            ("A", "800000014", True),
        ],
    )
    def test_the_check_digit_of_an_identity_card(self, letter, digits, right):
        assert is_identity(letter, digits) is right

    @pytest.mark.parametrize(
        "text",
        [
            "身分證A123456789",
            "證號A123456788，身分證字號有誤",
            "護照號碼300123456",
            "卡號4111 1111 1111 1111",
            "匯入帳號012-345-678901",
            "出生日期：70年1月1日",
        ],
    )
    def test_numbers_that_must_not_be_published(self, sample, write, text):
        found = sample.body("purpose", write(text)).findings("PRV-1")
        assert [f.severity for f in found] == ["error"]

    @pytest.mark.parametrize(
        "text", ["型號A123456788", "編號1234 5678 9012 3456", "收入1,234,567,890元", "ISBN 9789571234567"]
    )
    def test_other_numbers(self, sample, write, text):
        assert sample.body("purpose", write(text)).findings("PRV-1") == []


class TestFiles:
    def found(self, sample, **facts):
        every = check_file(
            sample.report,
            sample.trip,
            form_named(sample.form),
            date(2018, 5, 1),
            file=FileFacts(**facts),
        )
        return [(f.check, f.severity) for f in every if f.where == "檔案"]

    def test_what_the_bytes_tell(self, sample):
        assert self.found(sample, kind="pdf", pages=3) == []
        assert self.found(sample, kind="pdf", pages=3, numbered_pages=False) == [("OUT-1", "warning")]
        assert self.found(sample, kind="pdf", pages=3, loose_fonts=("標楷體",)) == [("OUT-1", "warning")]
        assert self.found(sample, kind="docx") == [("OUT-1", "info")]
        assert self.found(sample, kind="odt", located_pictures=2) == [("PHO-2", "error")]
