"""The desk: what may be approved, and what is said when it may not."""

import asyncio
from datetime import UTC, date, datetime

import pytest

from bot.desk import Desk, file_stem
from bot.importing import import_export
from drafting.errors import NotAllowed
from drafting.offline.writer import OfflineWriter
from drafting.review import ReturnReason
from storage.store import Store
from suixing.demo import demo_export

NOW = datetime(2026, 10, 30, 4, tzinfo=UTC)
TODAY = date(2026, 10, 30)


@pytest.fixture
def drafted(tmp_path):
    with Store.open(tmp_path / "home") as store, demo_export() as folder:
        trip = import_export(store, folder, "", NOW).trip
        desk = Desk(store, {"offline": OfflineWriter()})
        asyncio.run(desk.draft(trip, "offline", NOW, TODAY))
        yield store, desk, trip


def test_a_draft_older_than_the_fields_is_not_approved(drafted):
    """Staff would sign what the traveller has since corrected."""
    store, desk, trip = drafted
    store.trips.correct(trip, "contact_person", "汐見遙", "晏聽雨", NOW)
    with pytest.raises(NotAllowed, match="請重新產生草稿"):
        desk.approve(trip, "穆知潮", NOW, {})
    asyncio.run(desk.draft(trip, "offline", NOW, TODAY))
    assert desk.approve(trip, "穆知潮", NOW, {}).by == "穆知潮"


def test_decisions_and_corrections_are_in_the_audit(drafted):
    store, desk, trip = drafted
    desk.send_back(trip, "穆知潮", ReturnReason.HOLLOW, "請補數字", NOW)
    store.trips.correct(trip, "report_date", "115年10月31日", "晏聽雨", NOW)
    asyncio.run(desk.draft(trip, "offline", NOW, TODAY))
    approval = desk.approve(trip, "穆知潮", NOW, {})
    told = [(deed.who, deed.what) for deed in store.audit.list(trip)]
    assert told == [
        ("系統", "完成草稿"), ("穆知潮", "return"), ("晏聽雨", "set"), ("系統", "完成草稿"), ("穆知潮", "approve"),
    ]  # fmt: skip
    assert approval.digest[:12] in store.audit.list(trip)[-1].detail


def test_what_a_crash_broke_off_is_not_taken_for_work_in_progress(drafted):
    store, desk, trip = drafted
    left = store.drafts.request(trip, store.drafts.latest(trip).recipe, NOW)
    asyncio.run(desk.draft(trip, "offline", NOW, TODAY))
    assert store.drafts.requested() == []
    assert store.drafts.get(left).status.value == "failed"


def test_the_file_names_say_what_is_still_a_draft(drafted):
    _, desk, trip = drafted
    assert file_stem(desk.newest(trip)).endswith("_1151030_草稿1")
    assert file_stem(desk.approve(trip, "穆知潮", NOW, {})).endswith("_1151030")
