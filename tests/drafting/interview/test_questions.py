"""After an activity: two or three questions about what is missing, none twice, none that a message has answered."""

import pytest

from drafting.interview.asks import WANTED, Ask, Occasion
from drafting.interview.occasion import occasion_of
from drafting.interview.questions import chosen, questions
from drafting.interview.told import Told, told_of
from drafting.plan.activities import Activity, Sort
from drafting.trip import Category, Trip
from tests.drafting.interview.trips import note, tokyo, trip_of

DURING, OVER = tokyo(22, 10), tokyo(22, 14, 30)


def association(trip: Trip) -> Told:
    """The visit of 22 September, 09:30."""
    return next(t for t in told_of(trip) if t.mark == "0922-0930")


def asks(trip: Trip, already=None) -> tuple[Ask, ...]:
    found = questions(trip, association(trip), OVER, already or {})
    return found.asks if found else ()


def test_nothing_is_asked_before_an_activity_is_over():
    trip = trip_of()
    assert questions(trip, association(trip), DURING, {}) is None
    assert questions(trip, association(trip), OVER, {}) is not None


def test_about_a_visit_of_which_nothing_was_told_the_three_most_wanted_things_are_asked():
    assert asks(trip_of()) == (Ask.WHO, Ask.METHOD, Ask.FIGURES)


def test_what_a_message_tells_by_itself_is_not_asked():
    trip = trip_of(note(1, tokyo(22, 10), "由公園協會佐藤理事長接待，協會受託管理 63 座公園"))
    assert asks(trip) == (Ask.METHOD, Ask.MEANING, Ask.COST)


def test_where_much_was_told_one_question_less_is_asked():
    told = ("協會的佐藤理事長接待我們", "這裡種了很多樹", "門口有一個噴水池")
    trip = trip_of(*(note(i, tokyo(22, 10, i), text) for i, text in enumerate(told, 1)))
    assert len(asks(trip)) == 2


def test_after_the_first_activity_of_a_day_one_question_less_is_asked():
    assert len(asks(trip_of(), {"0922-0800": frozenset((Ask.WHO,))})) == 2
    assert len(asks(trip_of(), {"0921-0800": frozenset((Ask.WHO,))})) == 3


def test_an_activity_is_asked_about_once_whether_or_not_an_answer_came():
    trip = trip_of()
    assert asks(trip, {"0922-0930": frozenset((Ask.WHO,))}) == ()


def test_for_one_missing_thing_alone_nobody_is_disturbed():
    trip = trip_of(
        note(1, tokyo(22, 10), "佐藤理事長接待，協會受託管理 63 座公園，採委託方式，每年經費 3 億日圓")
    )
    assert asks(trip) == ()


def test_a_private_remark_answers_nothing():
    trip = trip_of(note(1, tokyo(22, 10), "#私 佐藤理事長接待，63 座公園"))
    assert asks(trip) == (Ask.WHO, Ask.METHOD, Ask.FIGURES)


def test_dinners_and_days_without_a_plan_are_not_asked_about():
    trip = trip_of()
    visit = association(trip)
    dinner = visit.model_copy(
        update={"activity": visit.activity.model_copy(update={"sort": Sort.SOCIAL, "title": "歡迎晚宴"})}
    )
    assert questions(trip, dinner, OVER, {}) is None


def test_after_a_run_of_sessions_one_is_asked_about_the_one_that_was_told_least():
    trip = trip_of(note(1, tokyo(22, 10), "佐藤理事長接待"))
    block = [t for t in told_of(trip) if t.activity.day.day == 22]
    found = chosen(trip, block, tokyo(22, 19), {})
    assert found is not None
    assert found.told.activity.title == "參觀日比谷公園"


@pytest.mark.parametrize(
    ("title", "occasion"),
    [
        ("拜會東京都公園協會", Occasion.VISIT),
        ("Site Visit: Recycling Plant", Occasion.VISIT),
        ("參觀日比谷公園", Occasion.SITE),
        ("城市論壇開幕式", Occasion.CONFERENCE),
        ("簽署姊妹市備忘錄", Occasion.BUSINESS),
        ("臺灣館參展", Occasion.FAIR),
        ("決賽", Occasion.CONTEST),
        ("踩街演出", Occasion.STAGE),
        ("空調性能測試", Occasion.TESTING),
        ("專題講座", Occasion.STUDY),
    ],
)
def test_the_title_of_an_activity_tells_what_it_is(title, occasion):
    activity = Activity(key="a", day=tokyo(22, 9).date(), title=title)
    assert occasion_of(Trip(categories=(Category.OTHER,), purposes=("國際會議",)), activity) is occasion


def test_what_the_title_leaves_open_the_purpose_of_the_trip_decides():
    activity = Activity(key="a", day=tokyo(22, 9).date(), title="第二天")
    assert occasion_of(Trip(categories=(Category.OTHER,), purposes=("洽展",)), activity) is Occasion.FAIR
    assert occasion_of(Trip(categories=(Category.RESEARCH,)), activity) is Occasion.STUDY
    assert occasion_of(Trip(), activity) is Occasion.OTHER


def test_every_occasion_wants_two_or_more_things_and_none_twice():
    assert set(WANTED) == set(Occasion)
    assert all(len(wants) >= 3 and len(set(wants)) == len(wants) for wants in WANTED.values())
