"""Who is in a trip, and how a link lets others in: to twenty people, for as long as it holds."""

from datetime import timedelta

from storage.members import MOST_JOIN, Invitation
from storage.role import Role
from storage.store import Store


def test_people_of_a_trip_are_listed_in_the_order_in_which_they_joined(store, trip, at):
    assert store.members.join(trip, 1, "藍渡川", at)
    assert store.members.join(trip, 2, "晏聽雨", at + timedelta(hours=1))
    assert not store.members.join(trip, 1, "藍渡川", at)
    assert [m.name for m in store.members.list(trip)] == ["藍渡川", "晏聽雨"]
    store.members.leave(trip, 1)
    assert [m.person for m in store.members.list(trip)] == [2]


def test_travellers_see_their_own_trips_and_staff_every_one(store, trip, at):
    other = store.trips.create(at)
    store.members.join(trip, 1, "藍渡川", at)
    assert store.members.trips_of(1) == [trip]
    seen = [
        store.members.may_see(n, 1, role) for n in (trip, other, 99) for role in (Role.TRAVELLER, Role.STAFF)
    ]
    assert seen == [True, True, False, True, False, False]


def test_a_link_leads_into_its_trip_until_it_is_too_old(store, trip, at):
    store.members.invite(trip, "abc", 1, at, at + timedelta(days=7))
    assert store.members.redeem("wrong", 2, "晏聽雨", at) is None
    assert store.members.opens("abc", at)
    assert store.members.redeem("abc", 2, "晏聽雨", at) == Invitation(trip, 1, new=True)
    assert store.members.redeem("abc", 2, "晏聽雨", at) == Invitation(trip, 1, new=False)
    assert not store.members.opens("abc", at + timedelta(days=7))
    assert store.members.redeem("abc", 3, "路人", at + timedelta(days=7)) is None


def test_a_link_is_used_up_and_only_newcomers_use_it(store, trip, at):
    store.members.invite(trip, "abc", 1, at, at + timedelta(days=7))
    for person in range(MOST_JOIN):
        store.members.redeem("abc", person, "", at)
        if person == 0:
            store.members.redeem("abc", person, "", at)
    assert store.members.redeem("abc", 99, "", at) is None
    assert not store.members.opens("abc", at)


def test_a_copied_database_lets_nobody_in(home, at):
    with Store.open(home) as store:
        trip = store.trips.create(at)
        store.members.invite(trip, "a-secret-code", 1, at, at + timedelta(days=7))
    content = b"".join(path.read_bytes() for path in home.glob("suixing.sqlite*"))
    assert b"a-secret-code" not in content
