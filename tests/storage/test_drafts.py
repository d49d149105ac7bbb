"""A draft is its own job; an approval never changes."""

import os
import sqlite3
import subprocess
import sys
from datetime import datetime, timedelta, timezone

import pytest

from drafting.review import ReturnReason, Status, Usage, approve, digest_of
from drafting.trip import Trip
from storage.errors import DraftMoved, DraftUnknown, Tampered, TripUnknown
from storage.store import Store

TAIPEI = timezone(timedelta(hours=8))


def test_a_requested_draft_waits_until_it_is_finished_even_over_a_restart(home, report, finding, recipe, at):
    with Store.open(home) as store:
        draft = store.drafts.request(store.trips.create(at), recipe, at)
    with Store.open(home) as store:
        assert [d.id for d in store.drafts.requested()] == [draft]
        store.drafts.finish(draft, report, Trip(), [finding], Usage(), recipe, at)
        assert store.drafts.requested() == []


def test_a_finished_draft_holds_all_that_it_was_made_of(store, trip, report, finding, recipe):
    draft = store.drafts.request(trip, recipe, datetime(2024, 5, 6, 7, tzinfo=TAIPEI))
    then = Trip(id=trip, report_name="考察")
    made = recipe.model_copy(update={"model": "m"})
    written = store.drafts.finish(
        draft, report, then, [finding, finding], Usage(calls=3), made, datetime(2024, 5, 6, 8, tzinfo=TAIPEI)
    )
    assert written == store.drafts.get(draft) == store.drafts.latest(trip)
    assert (written.status, written.report, written.trip_then) == (Status.WRITTEN, report, then)
    assert (written.findings, written.usage, written.recipe) == ((finding, finding), Usage(calls=3), made)
    assert written.written_at.isoformat() == "2024-05-06T08:00:00+08:00"


def test_a_new_draft_supersedes_those_before_it_that_wait_for_a_decision(store, trip, written):
    first, second = written(trip), written(trip)
    assert [store.drafts.get(d.id).status for d in (first, second)] == [Status.SUPERSEDED, Status.WRITTEN]
    assert store.drafts.latest(trip) == second


def test_a_new_draft_leaves_approved_and_returned_ones_and_other_trips_alone(store, trip, written, at):
    other = written(store.trips.create(at))
    approved = written(trip)
    store.drafts.keep(approve(approved, "陳審核", at))
    returned = written(trip)
    store.drafts.send_back(returned, ReturnReason.HOLLOW, "請補過程", "陳審核", at)
    written(trip)
    assert [store.drafts.get(d.id).status for d in (other, approved, returned)] == [
        Status.WRITTEN,
        Status.APPROVED,
        Status.RETURNED,
    ]


def test_a_failed_draft_keeps_the_reason_and_is_never_the_latest(store, trip, recipe, at):
    draft = store.drafts.request(trip, recipe, at)
    store.drafts.fail(draft, "語言模型沒有回應。", at)
    assert (store.drafts.get(draft).status, store.drafts.get(draft).problem) == (
        Status.FAILED,
        "語言模型沒有回應。",
    )
    assert (store.drafts.latest(trip), store.drafts.requested()) == (None, [])


def test_a_draft_is_finished_once(store, trip, written, report, recipe, at):
    draft = written(trip)
    with pytest.raises(DraftMoved, match=f"草稿 {draft.id} .*請重新查看後再決定。"):
        store.drafts.finish(draft.id, report, Trip(), [], Usage(), recipe, at)
    assert store.drafts.get(draft.id) == draft


def test_who_decides_second_is_told_so(store, trip, written, at):
    draft = written(trip)
    store.drafts.send_back(draft, ReturnReason.COPIED, "", "陳審核", at)
    with pytest.raises(DraftMoved):
        store.drafts.keep(approve(draft, "林審核", at))
    with pytest.raises(DraftMoved):
        store.drafts.send_back(draft, ReturnReason.COPIED, "", "林審核", at)
    assert store.drafts.approval(trip) is None


def test_why_and_by_whom_a_draft_was_sent_back_is_kept(store, trip, written, at):
    draft = written(trip)
    store.drafts.send_back(draft, ReturnReason.UNSOURCED, "第 2 段", "陳審核", at)
    assert store._db.rows("select draft, reason, note, by from returns") == [
        (draft.id, "5", "第 2 段", "陳審核")
    ]


def test_an_approval_comes_back_as_it_was_given(store, trip, written):
    then = Trip(id=trip, by_hand=frozenset({"regions", "period", "host_agency"}))
    approval = approve(
        written(trip, then), "陳審核", datetime(2024, 5, 7, 9, tzinfo=TAIPEI), {"LEN-1": "已補充"}
    )
    store.drafts.keep(approval)
    kept = store.drafts.approval(trip)
    assert kept == approval
    assert kept.at.isoformat() == "2024-05-07T09:00:00+08:00"
    assert store.drafts.get(approval.draft.id).status is Status.APPROVED


def test_the_same_approval_twice_is_one(store, trip, written, at):
    approval = approve(written(trip), "陳審核", at)
    store.drafts.keep(approval)
    store.drafts.keep(approval)
    assert store._db.value("select count(*) from approvals") == 1


def test_the_newest_approval_counts(store, trip, written, at):
    for name in ("陳審核", "林審核"):
        store.drafts.keep(approve(written(trip), name, at))
    assert store.drafts.approval(trip).by == "林審核"


def test_an_approval_that_does_not_match_its_own_digest_is_not_kept(store, trip, written, at):
    approval = approve(written(trip), "陳審核", at)
    with pytest.raises(Tampered):
        store.drafts.keep(approval.model_copy(update={"by": "林審核"}))
    assert store.drafts.get(approval.draft.id).status is Status.WRITTEN


@pytest.mark.parametrize(
    "sql",
    [
        "update approvals set by = 'x'",
        "update approvals set snapshot = '{}'",
        "delete from approvals",
        "insert or replace into approvals select id, trip, draft, 'x', at, digest, snapshot from approvals",
        "replace into approvals select id + 1, trip, draft, 'x', at, digest, snapshot from approvals",
        "delete from drafts",
        "delete from trips",
    ],
)
def test_nothing_done_to_the_file_changes_an_approved_report(store, home, trip, written, at, sql):
    store.drafts.keep(approve(written(trip), "陳審核", at))
    connection = sqlite3.connect(home / "suixing.sqlite")
    connection.execute("pragma foreign_keys = on")
    with pytest.raises(sqlite3.IntegrityError, match=r"an approved report never changes|FOREIGN KEY"):
        connection.execute(sql)
    connection.close()
    assert store.drafts.approval(trip).by == "陳審核"


@pytest.mark.parametrize(
    "change",
    [
        "snapshot = replace(snapshot, '會場位於市中心', '會場位於郊區')",
        "snapshot = '{}'",
        "digest = replace(hex(zeroblob(32)), '00', 'ab')",
    ],
)
def test_who_gets_past_the_trigger_is_found_out(store, home, trip, written, at, change):
    store.drafts.keep(approve(written(trip), "陳審核", at))
    connection = sqlite3.connect(home / "suixing.sqlite")
    connection.execute("drop trigger approvals_are_not_updated")
    connection.execute(f"update approvals set {change}")  # noqa: S608 — written above
    connection.commit()
    connection.close()
    with pytest.raises(
        Tampered, match=rf"案件 {trip} 的核可版本與核可當時不符.*請停止使用並由管理人員還原備份。"
    ):
        store.drafts.approval(trip)


def test_the_digest_that_is_verified_is_that_of_the_review(store, trip, written, at):
    approval = approve(written(trip), "陳審核", at)
    store.drafts.keep(approval)
    assert store._db.value("select digest from approvals") == digest_of(approval)


READ = """
import sys
from pathlib import Path
from storage.store import Store
with Store.open(Path(sys.argv[1])) as store:
    print(store.drafts.approval(int(sys.argv[2])).digest)
"""


@pytest.mark.parametrize("seed", ["1", "2", "3"])
def test_another_process_finds_the_approval_whole(store, home, trip, written, at, seed):
    """Sets have another order in each process; that must not look like tampering."""
    then = Trip(id=trip, by_hand=frozenset({"regions", "period", "host_agency", "report_name"}))
    approval = approve(written(trip, then), "陳審核", at)
    store.drafts.keep(approval)
    done = subprocess.run(
        [sys.executable, "-c", READ, str(home), str(trip)],
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == approval.digest


def test_unknown_drafts_and_trips_are_named(store, recipe, at):
    with pytest.raises(DraftUnknown, match="沒有編號 4 的草稿，請"):
        store.drafts.get(4)
    with pytest.raises(DraftUnknown):
        store.drafts.fail(4, "", at)
    with pytest.raises(TripUnknown):
        store.drafts.request(9, recipe, at)
    assert (store.drafts.latest(9), store.drafts.approval(9)) == (None, None)
