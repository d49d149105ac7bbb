"""今天 and 今年 when the report is read later."""

from datetime import date

from drafting.wording.relative_days import settled
from tests.drafting.plan.invented import said, trip_of

TRIP = trip_of(report_date=date(2026, 6, 1))


def test_today_during_the_trip_is_that_day_for_the_heading_names_it():
    assert settled("今天參訪三站", said("N1"), TRIP) == "當日參訪三站"


def test_today_before_and_after_the_trip_is_named():
    assert settled("今天開行前會", said("N1", day=8), TRIP) == "5月8日開行前會"


def test_until_today_and_the_world_of_today_stay():
    assert settled("營運到今天，今天的社會不同", said("N1"), TRIP) == "營運到今天，今天的社會不同"


def test_yesterday_is_the_day_before_unless_the_note_speaks_of_yesterday_itself():
    note = said("N1", day=12)
    assert settled("與昨天的說法相同", note, TRIP) == "與前一日的說法相同"
    backdated = note.model_copy(update={"meant_on": date(2026, 5, 11)})
    assert settled("昨天下午：站長說昨天停電", backdated, TRIP) == "站長說當日停電"


def test_the_occasion_in_a_backdating_bracket_is_kept():
    backdated = said("N1", day=12).model_copy(update={"meant_on": date(2026, 5, 11)})
    assert settled("昨天的（11號下午茶敘）：處長同意", backdated, TRIP) == "茶敘，處長同意"


def test_this_year_is_the_reports_year_only_if_it_is_the_same():
    assert settled("今年辦理，明年檢討", said("N1"), TRIP) == "本年辦理，明年檢討"
    later = trip_of(report_date=date(2027, 1, 5))
    assert settled("今年辦理，明年檢討，去年開始", said("N1"), later) == "當年辦理，次年檢討，前一年開始"


def test_quotations_keep_their_days():
    assert settled("他說「今天不做，明天後悔」", said("N1"), TRIP) == "他說「今天不做，明天後悔」"
