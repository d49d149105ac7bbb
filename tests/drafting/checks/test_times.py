"""Checks of time, with what they let pass and what they stop."""

from datetime import date

import pytest

from drafting.checks.times import last_day
from drafting.form import Deadline
from drafting.report import Section, Table
from drafting.trip import ItineraryDay, Period


def only(found: list[str]) -> str:
    """The one message there is."""
    assert len(found) == 1, found
    return found[0]


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
        untabled = sample.without("process").trip_with(itinerary=tuple(days))
        assert untabled.messages("TIM-2") == [
            "行程表缺 107年4月10日，請補上當天的地點與行程。",
            "行程表的 107年4月9日 重複，請合併成一列。",
            "行程表的 107年4月20日 不在出國期間內，請更正日期或出國期間。",
        ]

    def test_the_table_in_the_report_counts_before_what_the_trip_knows(self, sample):
        assert sample.trip_with(itinerary=()).messages("TIM-2") == []

    def test_a_day_missing_in_the_table_of_the_report(self, sample):
        rows = (("107年4月9日（一）", "海城", "會議"), ("107年4月11日（三）", "海城", "參訪"))
        table = Section(
            key="itinerary",
            heading="一、行程表",
            blocks=(Table(columns=("日期", "地點", "行程"), rows=rows),),
        )
        period = Period(start=date(2018, 4, 9), end=date(2018, 4, 11))
        short = sample.trip_with(period=period).body("process", sections=(table,))
        assert "行程表缺 107年4月10日" in only(short.messages("TIM-2"))

    def test_the_end_before_the_start(self, sample):
        period = Period(start=date(2018, 4, 10), end=date(2018, 4, 9))
        assert "晚於迄日" in only(sample.trip_with(period=period).messages("TIM-2"))


class TestTim3:
    @pytest.mark.parametrize(
        "text",
        [
            "大會將於本年5月23日至26日舉行，建議派員出席。",
            "會議5月23日至26日在海城。會上會談永續，建議派員參加。",
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

    def test_elsewhere_only_what_is_told_as_to_come(self, sample, write):
        assert len(sample.body("purpose", write("大會將於5月7日至9日舉行。")).messages("TIM-3")) == 1
        assert sample.body("purpose", write("大會5月7日至9日舉行。")).messages("TIM-3") == []

    def test_what_a_meeting_resolved_is_told_without_blame(self, sample, write):
        """It was ahead when it was resolved; 「重要活動如下：」 says that what follows is the record of a meeting."""
        told = sample.body("process", write("會中決議的重要活動如下："), write("大會將於5月7日至9日舉行。"))
        assert [f.severity for f in told.findings("TIM-3")] == ["info"]
        unled = sample.body("process", write("大會將於5月7日至9日舉行。"))
        assert [f.severity for f in unled.findings("TIM-3")] == ["warning"]
