"""Nobody may talk to the bot unless added or invited; an invitation works once."""

from datetime import timedelta

import pytest

from storage.deed import Deed
from storage.errors import PersonUnknown
from storage.person import Person
from storage.role import Role


def test_nobody_is_known_by_default(store):
    assert (store.people.list(), store.people.role(1)) == ([], None)


def test_who_is_added_again_gets_the_new_role_and_name(store, at):
    store.people.add(2, Role.STAFF, "陳審核", at)
    store.people.add(1, Role.TRAVELLER, "王小明", at)
    store.people.add(1, Role.ADMIN, "王大明", at + timedelta(days=1))
    assert store.people.list() == [Person(1, Role.ADMIN, "王大明", at), Person(2, Role.STAFF, "陳審核", at)]


def test_who_is_removed_is_unknown(store, at):
    store.people.add(1, Role.STAFF, "陳審核", at)
    store.people.remove(1)
    assert store.people.role(1) is None
    with pytest.raises(PersonUnknown, match="名單上沒有編號 1 的人員，請"):
        store.people.remove(1)


def test_an_invitation_lets_one_person_in(store, at):
    store.people.invite(Role.TRAVELLER, "x7", at, at + timedelta(days=7))
    assert store.people.redeem("x7", 1, "王小明", at) is Role.TRAVELLER
    assert store.people.redeem("x7", 2, "林小華", at) is None
    assert [person.id for person in store.people.list()] == [1]


def test_the_message_with_the_code_may_come_twice(store, at):
    store.people.invite(Role.TRAVELLER, "x7", at, at + timedelta(days=7))
    for _ in range(2):
        assert store.people.redeem("x7", 1, "王小明", at) is Role.TRAVELLER


def test_who_was_removed_does_not_come_back_with_the_old_code(store, at):
    store.people.invite(Role.TRAVELLER, "x7", at, at + timedelta(days=7))
    store.people.redeem("x7", 1, "王小明", at)
    store.people.remove(1)
    assert store.people.redeem("x7", 1, "王小明", at) is None


@pytest.mark.parametrize(("code", "days"), [("x8", 1), ("", 1), ("x7", 7), ("x7", 8)])
def test_a_wrong_or_old_code_lets_nobody_in(store, at, code, days):
    store.people.invite(Role.TRAVELLER, "x7", at, at + timedelta(days=7))
    assert store.people.redeem(code, 1, "王小明", at + timedelta(days=days)) is None
    assert store.people.list() == []


def test_an_invitation_never_takes_a_higher_role_away(store, at):
    store.people.add(1, Role.ADMIN, "管理員", at)
    store.people.invite(Role.TRAVELLER, "x7", at, at + timedelta(days=7))
    assert store.people.redeem("x7", 1, "管理員", at) is Role.ADMIN


def test_the_code_itself_is_not_in_the_database(store, home, at):
    store.people.invite(Role.ADMIN, "very-secret-code", at, at + timedelta(days=7))
    assert b"very-secret-code" not in b"".join(path.read_bytes() for path in home.glob("suixing.sqlite*"))


def test_deeds_are_listed_for_one_trip_or_all(store, trip, at):
    store.audit.note(at, "陳審核", "approve", trip, "LEN-1")
    store.audit.note(at, "管理員", "people add")
    assert store.audit.list(trip) == [Deed(at, "陳審核", "approve", trip, "LEN-1")]
    assert [deed.what for deed in store.audit.list()] == ["approve", "people add"]


def test_a_line_of_the_audit_can_be_neither_changed_nor_taken_out(store, trip, at):
    store.trips.correct(trip, "regions", "日本", "陳審核", at)
    for statement in ("update audit set who = 'x'", "delete from audit"):
        with pytest.raises(Exception, match="audit"):
            store.trips._db.run(statement)
    assert [(d.who, d.what, d.detail) for d in store.audit.list(trip)] == [("陳審核", "set", "regions=日本")]
