"""The itinerary against the body, with what is let pass and what is stopped."""

from datetime import date

import pytest

from drafting.report import Section, Table
from drafting.trip import Period


def only(found: list[str]) -> str:
    """The one message there is."""
    assert len(found) == 1, found
    return found[0]


@pytest.fixture
def told(sample, write):
    """Makes the sample with these activities on two days and these sentences in 過程."""

    def make(first: str, second: str, *sentences: str, abstract: str = ""):
        rows = (("107年4月9日", "海城", first), ("107年4月10日", "海城", second))
        table = Section(
            key="itinerary",
            heading="一、行程表",
            blocks=(Table(columns=("日期", "地點", "行程"), rows=rows),),
        )
        body = Section(key="meeting", heading="二、經過", blocks=(write(*sentences),))
        changed = sample.body("process", sections=(table, body))
        return changed.body("abstract", write(abstract)) if abstract else changed

    return make


def test_an_activity_that_nothing_tells_of(told):
    message = only(told("參訪海城港務局", "出席開幕典禮", "開幕典禮由市長主持。").messages("CON-1"))
    assert (
        message == "行程表 107年4月9日 有「海城港務局」，「過程」沒有寫到，請補寫經過，或說明未成行的原因。"
    )


@pytest.mark.parametrize(
    "activity", ["搭機前往海城", "抵達，入住飯店", "自由活動", "大會最後一天", "回程，一樣曼谷轉"]
)
def test_travelling_and_resting_need_not_be_told(told, activity):
    assert told(activity, "搭機返國", "會議順利。").messages("CON-1") == []


def test_a_visit_that_the_itinerary_does_not_know(told):
    message = only(told("搭機", "參加會議", "參加會議。", "會後拜會「山城區政府」。").messages("CON-1"))
    assert message.startswith("「過程」寫了參訪或拜會「山城區政府」，行程表卻沒有")


@pytest.mark.parametrize(
    "sentence",
    [
        "邀請海城市長參訪臺中世界花卉博覽會。",
        "未來將參訪山城防災中心。",
        "參訪過程順利。",
        "現場議員期藉訪團到訪對外發聲。",
        "參訪三站。",
        "拜會「海城港務局」，由局長接待。",
    ],
)
def test_what_is_no_visit_of_ours_or_is_planned(told, sentence):
    assert told("參訪海城港務局", "搭機返國", "海城港務局的簡報很清楚。", sentence).messages("CON-1") == []


def test_the_same_event_on_other_days(told, sample):
    event = "參加「2018港灣城市聯合會執行局委員會會議」"
    name = "「港灣城市聯合會2018年第1次執行局委員會會議」"
    changed = told(
        event, event, "執行局委員會會議由港灣城市聯合會主辦。", abstract=f"參加2018年4月8日至9日{name}。"
    )
    longer = changed.trip_with(period=Period(start=date(2018, 4, 8), end=date(2018, 4, 10)))
    message = only(longer.messages("CON-1"))
    assert message.startswith("內文說「2018年4月8日至9日」，行程表在 107年4月10日 仍列")


def test_the_days_of_the_whole_trip_are_no_days_of_an_event(told):
    event = "參加「2018港灣城市聯合會執行局委員會會議」"
    said = "於107年4月9日至10日執行「參加2018港灣城市聯合會執行局委員會會議」。"
    assert (
        told(event, "搭機返國", "執行局委員會會議由港灣城市聯合會主辦。", abstract=said).messages("CON-1")
        == []
    )
