"""The bot in a group: it says what it sees there, and goes along when the group becomes another chat."""

from typing import Any

import pytest

from bot.replies.together import how_groups_work
from storage.role import Role
from storage.store import Store
from tests.bot.conftest import NOW, Listener
from tests.emulator import Person

GROUP = {"id": -501, "type": "group", "title": "福岡團"}
LARGER = {"id": -100_501, "type": "supergroup", "title": "福岡團"}


def taken_in(person: Person, chat: dict[str, Any], before: str, now: str, number: int) -> dict[str, Any]:
    """Somebody changed what the bot is in a chat."""
    bot = {"id": 42, "is_bot": True, "first_name": "隨行"}
    rights = dict.fromkeys(
        (
            "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
            "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
            "can_edit_stories", "can_delete_stories", "can_manage_tags",
        ),
        True,
    )  # fmt: skip
    left = {"until_date": 0} if now == "kicked" else {}
    change = {
        "chat": chat,
        "from": {"id": person.user, "is_bot": False, "first_name": person.name},
        "date": 1_790_000_000,
        "old_chat_member": {"status": before, "user": bot, "until_date": 0},
        "new_chat_member": {
            "status": now,
            "user": bot,
            **(rights if now == "administrator" else {}),
            **left,
        },
    }
    return {"update_id": number, "my_chat_member": change}


async def told(listener: Listener, *updates: dict[str, Any]) -> list[str]:
    """What is said in the group because of these."""
    listener.emulator.push(listener.token, *updates)
    for update in updates:
        assert await listener.handled(update["update_id"]) == "done"
    return [str(c["text"]) for c in listener.calls("sendMessage") if int(c["chat_id"]) < 0]


async def test_when_it_is_taken_in_it_says_what_it_sees_and_again_when_that_changes(listener: Listener):
    person = listener.person(101)
    said = await told(
        listener,
        taken_in(person, GROUP, "left", "member", 900),
        taken_in(person, GROUP, "member", "administrator", 901),
    )
    assert said == [how_groups_work(sees_all=False), how_groups_work(sees_all=True)]
    assert "隱私模式" in said[0]


@pytest.mark.parametrize(("before", "now"), [("member", "left"), ("member", "kicked"), ("member", "member")])
async def test_when_it_is_put_out_it_says_nothing(listener: Listener, before: str, now: str):
    assert await told(listener, taken_in(listener.person(101), GROUP, before, now, 900)) == []


async def test_a_stranger_who_takes_it_in_hears_nothing_and_the_group_has_no_trip(listener: Listener):
    stranger = listener.person(666, role=None)
    in_group = Person(stranger.emulator, stranger.token, 666, "路人", stranger._updates, group=GROUP)
    update = in_group.update(text="這個群組的事")
    assert await told(listener, taken_in(stranger, GROUP, "left", "member", 900), update) == []
    assert listener.store.trips.ids() == []


async def test_who_blocks_the_bot_and_comes_back_is_not_put_the_notice_for_that(listener: Listener):
    person = listener.person(101, agreed=False)
    private = {"id": 101, "type": "private", "first_name": "林測試"}
    listener.emulator.push(listener.token, taken_in(person, private, "kicked", "member", 900))
    assert await listener.handled(900) == "done"
    assert (listener.said(), listener.store.consents.held(101)) == ([], 0)


@pytest.mark.parametrize("heard_in", ["old", "new", "both"])
async def test_the_trip_of_a_group_goes_on_when_the_group_becomes_a_larger_one(
    listener: Listener, heard_in: str
):
    """Telegram gives it another number, and tells so in both chats, in the name of whoever did it."""
    member, stranger = listener.person(101), listener.person(666, role=None, name="路人")

    def talking(person: Person, chat: dict[str, Any]) -> Person:
        return Person(person.emulator, person.token, person.user, person.name, person._updates, group=chat)

    before, after = talking(member, GROUP), talking(member, LARGER)
    await listener.settled(before.says("/new 9/21至9/25 赴日本福岡參加會議"))
    await listener.settled(before.says("/quiet 21-7"))
    quiet = listener.store.interviews.quiet(GROUP["id"])
    moves = {
        "old": talking(stranger, GROUP).update(migrate_to_chat_id=LARGER["id"]),
        "new": talking(stranger, LARGER).update(migrate_from_chat_id=GROUP["id"]),
    }
    for where in ("old", "new") if heard_in == "both" else (heard_in,):
        listener.emulator.push(listener.token, moves[where])
        assert await listener.settled(moves[where]["update_id"]) == "done"
    await listener.settled(after.says("開幕式座無虛席"))
    assert listener.store.trips.ids() == [1]
    assert listener.store.trips.material(1)[-1].text == "開幕式座無虛席"
    assert listener.store.interviews.audience(1) == [LARGER["id"]]
    assert listener.store.interviews.quiet(LARGER["id"]) == quiet
    assert listener.store.trips.current(GROUP["id"]) is None


def test_what_the_larger_group_has_already_stands(store: Store):
    """A message there may be handled before the word that the group moved."""
    old, new = (store.trips.create(NOW, chat_id=chat) for chat in (-1, -2))
    store.trips.make_current(-1, old)
    store.trips.make_current(-2, new)
    assert store.trips.move_chat(-1, -2)
    assert not store.trips.move_chat(-1, -2)
    assert (store.trips.current(-1), store.trips.current(-2)) == (None, new)


async def test_in_a_group_everybody_is_who_they_are(listener: Listener):
    """A traveller decides nothing in a group in which staff may."""
    officer, traveller = listener.person(300, Role.STAFF, "陳審核"), listener.person(101)
    talking = [
        Person(p.emulator, p.token, p.user, p.name, p._updates, group=GROUP) for p in (officer, traveller)
    ]
    for words in ("/new", "一則", "/draft"):
        await listener.settled(talking[1].says(words))
    await listener.settled(talking[1].says("/approve LEN-1=好"))
    assert listener.store.drafts.approval(1) is None
    await listener.settled(talking[0].says("/approve LEN-1=好"))
    approval = listener.store.drafts.approval(1)
    assert approval is not None
    assert approval.by == "陳審核"
