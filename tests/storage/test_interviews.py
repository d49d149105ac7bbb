"""What was asked is never asked again, what was said is said once, and a chat keeps its quiet hours."""

from datetime import date, time, timedelta

from drafting.interview.asks import Ask
from drafting.interview.quiet import Quiet
from storage.spending import Spent
from storage.store import Store


def test_questions_are_known_by_activity_and_by_the_words_of_their_message(store, trip, at):
    store.interviews.ask(trip, "0922-0930", [Ask.WHO, Ask.METHOD], 5, "「拜會協會」…", at)
    store.interviews.ask(trip, "0922-0930", [Ask.WHO], 5, "「拜會協會」…", at + timedelta(hours=1))
    store.interviews.ask(trip, "0923-0000", [Ask.FIGURES], 5, "「參觀公園」…", at)
    assert store.interviews.asked(trip) == {
        "0922-0930": {Ask.WHO, Ask.METHOD},
        "0923-0000": {Ask.FIGURES},
    }
    assert store.interviews.mark_of(trip, 5, "「參觀公園」…") == "0923-0000"
    assert store.interviews.mark_of(trip, 6, "「參觀公園」…") is None
    assert store.interviews.mark_of(trip, 5, "別的訊息") is None


def test_what_was_said_in_a_chat_is_known_even_over_a_restart(home, at):
    with Store.open(home) as store:
        trip = store.trips.create(at)
        store.interviews.note_said(trip, 5, "recap:20260922", at)
        store.interviews.note_said(trip, 5, "recap:20260922", at)
    with Store.open(home) as store:
        assert store.interviews.said(trip, 5, "recap:20260922")
        assert not store.interviews.said(trip, 6, "recap:20260922")


def test_quiet_hours_are_kept_for_each_chat(store):
    assert store.interviews.quiet(5) == Quiet()
    store.interviews.set_quiet(5, Quiet(start=time(21)))
    store.interviews.set_quiet(5, Quiet(always=True))
    assert store.interviews.quiet(5) == Quiet(always=True)
    assert store.interviews.quiet(6) == Quiet()


def test_what_was_asked_and_said_goes_with_its_trip(store, trip, at):
    store.interviews.ask(trip, "0922-0930", [Ask.WHO], 5, "…", at)
    store.interviews.note_said(trip, 5, "recap", at)
    store.trips.erase(trip, "管理者", at)
    assert store.interviews.asked(trip) == {}
    assert not store.interviews.said(trip, 5, "recap")


def test_people_are_spoken_to_in_their_group_or_each_in_private(store, at):
    assert store.interviews.audience(store.trips.create(at, chat_id=-100)) == [-100]
    assert store.interviews.audience(store.trips.create(at, chat_id=7)) == [7]
    assert store.interviews.audience(store.trips.create(at)) == []


def test_what_a_person_uses_is_counted_by_day(store):
    monday, tuesday = date(2026, 9, 21), date(2026, 9, 22)
    store.spending.add(7, monday, drafts=1)
    store.spending.add(7, monday, drafts=1)
    store.spending.add(7, tuesday, bytes=5)
    assert store.spending.of(7, monday) == Spent(drafts=2)
    assert store.spending.of(7, tuesday) == Spent(bytes=5)
    assert store.spending.of(8, monday) == Spent()
