"""A draft that was handed in waits for staff, in the order of handing in, until it is decided or outdated."""

from datetime import timedelta

import pytest

from drafting.review import ReturnReason, Status, approve
from storage.errors import DraftMoved, DraftUnknown


def test_what_was_handed_in_waits_in_order(store, trip, written, at):
    other = written(store.trips.create(at))
    mine = written(trip)
    store.drafts.submit(mine.id, "林測試", at)
    store.drafts.submit(other.id, "王測試", at + timedelta(minutes=1))
    store.drafts.submit(mine.id, "林測試", at + timedelta(minutes=2))
    assert [(s.draft.id, s.by, s.at) for s in store.drafts.submitted()] == [
        (mine.id, "林測試", at),
        (other.id, "王測試", at + timedelta(minutes=1)),
    ]
    assert [d.what for d in store.audit.list(trip)].count("submit") == 1


def test_what_was_decided_or_written_anew_waits_no_more(store, trip, written, at):
    for decide in ("approve", "return", "anew"):
        draft = written(trip)
        store.drafts.submit(draft.id, "林測試", at)
        assert [s.draft.id for s in store.drafts.submitted()] == [draft.id]
        handed_in = store.drafts.get(draft.id)
        if decide == "approve":
            store.drafts.keep(approve(handed_in, "陳審核", at))
        elif decide == "return":
            store.drafts.send_back(handed_in, ReturnReason.HOLLOW, "", "陳審核", at)
        else:
            written(trip)
        assert store.drafts.submitted() == []


def test_only_an_open_draft_is_handed_in(store, trip, written, at):
    draft = written(trip)
    store.drafts.keep(approve(draft, "陳審核", at))
    with pytest.raises(DraftMoved):
        store.drafts.submit(draft.id, "林測試", at)
    with pytest.raises(DraftUnknown):
        store.drafts.submit(99, "林測試", at)
    assert store.drafts.get(draft.id).status is Status.APPROVED
