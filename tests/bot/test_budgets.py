"""What one person may use in a day: refused with a clear answer, counted by Taiwan's day, and for each person alone."""

from datetime import datetime, timedelta

import pytest

from bot.budgets import Budgets, budget_day
from drafting.errors import OverBudget
from drafting.model_book import Asking
from drafting.review import Recipe
from storage.model_book import Allowance
from storage.spending import Spent
from storage.store import Store
from tests.bot.conftest import NOW, listening
from tests.bot.desks import FixedDesk
from tests.emulator import Emulator

REFUSED = "今天的草稿額度（1 份）已用完，明天 0 時（臺灣時間）起可以再用；素材照常保存。"


async def test_a_second_draft_is_refused_today_but_not_tomorrow_nor_for_others(
    emulator: Emulator, store: Store
):
    now = [NOW]

    def clock() -> datetime:
        return now[0]

    desk = FixedDesk(store)
    async with listening(emulator, store, desk, clock, Budgets(drafts=1)) as listener:
        one, other = listener.person(101), listener.person(102)
        for person in (one, other):
            for text in ("一則", "/draft"):
                await listener.settled(person.says(text))
        await listener.settled(one.says("/draft"))
        assert listener.said()[-1] == REFUSED
        assert desk.drafted == [(1, "offline"), (2, "offline")]
        now[0] = NOW + timedelta(hours=2)  # 00:13 in Taiwan
        await listener.settled(one.says("/draft"))
        assert desk.drafted[-1] == (1, "offline")
        assert len(desk.drafted) == 3


def test_a_day_ends_at_midnight_in_taiwan():
    assert budget_day(NOW).day == 21
    assert budget_day(NOW + timedelta(hours=2)).day == 22


def test_a_file_that_does_not_fit_is_refused_and_no_limit_is_no_limit():
    assert Budgets(bytes=1_000_000).refuses_file(Spent(bytes=900_000), 100_000) == ""
    assert "（1 MB）已用完" in Budgets(bytes=1_000_000).refuses_file(Spent(bytes=900_000), 100_001)
    assert Budgets(0, 0).refuses_file(Spent(bytes=10**12), 10**9) == ""
    assert Budgets(0, 0).refuses_draft(Spent(drafts=10**6)) == ""


def test_models_are_asked_no_more_once_the_days_requests_or_tokens_are_used_up():
    """Tokens of drafts and of voices and photos are one purse."""
    limits = Budgets(requests=3, tokens=1000)
    assert not limits.refuses_asking(Spent(requests=2, tokens=400), 599)
    assert limits.refuses_asking(Spent(requests=3), 0)
    assert limits.refuses_asking(Spent(tokens=400), 600)
    assert not Budgets().refuses_asking(Spent(requests=10**6, tokens=10**9), 10**9)


def test_tokens_of_voices_and_photos_leave_less_for_drafts(store: Store):
    trip = store.trips.create(NOW, source="test")
    store.spending.add(101, budget_day(NOW), requests=1, tokens=900)
    draft = store.drafts.request(trip, Recipe(writer="openai"), NOW)
    book = store.models.book(trip, draft, NOW, person=101, allowance=Allowance(day=1000))
    book.reserve(Asking(section="purpose", purpose="write", model="m", request="{}", reserved=100))
    with pytest.raises(OverBudget):
        book.reserve(Asking(section="purpose", purpose="write", model="m", request="{}", reserved=1))


async def test_a_file_over_the_budget_is_refused_clearly_and_its_words_are_kept(
    emulator: Emulator, store: Store
):
    async with listening(emulator, store, FixedDesk(store), budgets=Budgets(bytes=100)) as listener:
        traveller = listener.person(101)
        file_id = emulator.upload(listener.token, "document", b"x" * 90, "a.txt")
        document = {"file_id": file_id, "file_unique_id": "a", "file_name": "a.txt", "file_size": 90}
        await listener.settled(traveller.sends(document=document, caption="議程"))
        await listener.settled(traveller.sends(document={**document, "file_unique_id": "b"}, caption="附件"))
        first, second = store.trips.material(1)
        assert (first.file and first.file.missing, second.text) == ("", "附件")
        assert second.file is not None
        assert second.file.missing.startswith("今天的檔案額度（0 MB）已用完")
        assert (
            listener.said()[-1]
            == "「a.txt」：今天的檔案額度（0 MB）已用完，請明天（臺灣時間 0 時起）再傳一次。"
        )
        assert store.spending.of(101, budget_day(NOW)).bytes == 90
