"""Whatever kind of update comes: from a stranger it changes nothing, and none stays in the inbox."""

from typing import Any

from telegram import Update

from bot.intake import ALLOWED_UPDATES
from bot.replies import notice
from storage.role import Role
from storage.store import Store
from tests.bot.conftest import NOW, Listener
from tests.bot.kinds import every_kind
from tests.emulator import Person

ANSWERED = {"message": "sendMessage", "callback_query": "answerCallbackQuery"}
"""What a stranger is told once, so that they know whom to ask; all else is passed over in silence."""

_OF_THE_MACHINERY = ("inbox", "outbox", "_sqlite_migrations")


def kept(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the database but for the post that comes in and goes out."""
    store.flush()
    names = [name for (name,) in store._db.rows("select name from sqlite_schema where type = 'table'")]
    return {
        name: store._db.rows(f"select * from {name}")  # noqa: S608 - the names come from the database
        for name in names
        if name not in _OF_THE_MACHINERY and not name.startswith("sqlite_")
    }


def answers(listener: Listener) -> list[str]:
    """Which methods were called because of somebody; the menu of commands is offered in any case."""
    calls = listener.emulator.calls(listener.token)
    about = [call["method"] for call in calls if call["method"] not in ("getMe", "setMyCommands")]
    return [method for method in about if not method.endswith("WebhookInfo")]


async def received(listener: Listener, updates: dict[str, dict[str, Any]]) -> list[str]:
    """What is in the inbox when all of them were handled: their states."""
    listener.emulator.push(listener.token, *updates.values())
    for update in updates.values():
        await listener.handled(update["update_id"])
    await listener.everything_done()
    return sorted({row.state for row in listener.store.inbox.list()})


async def with_a_draft(listener: Listener) -> None:
    """A trip of somebody else, with a draft that could be approved."""
    owner = listener.person(101)
    for words in ("一則", "/draft"):
        await listener.settled(owner.says(words))


def test_the_kinds_are_all_that_the_library_knows():
    """A newer library brings newer kinds; then somebody has to think of them here."""
    assert set(every_kind(Person(None, "", 1, "", None))) == set(Update.ALL_TYPES)  # type: ignore[arg-type]


async def test_of_a_stranger_nothing_is_kept_and_nothing_waits(listener: Listener):
    await with_a_draft(listener)
    stranger = listener.person(666, role=None)
    before = kept(listener.store)
    for kind, update in every_kind(stranger).items():
        said = answers(listener)
        assert await received(listener, {kind: update}) == ["done"], kind
        assert kept(listener.store) == before, kind
        assert answers(listener)[len(said) :] == ([ANSWERED[kind]] if kind in ANSWERED else []), kind


async def test_of_somebody_who_has_not_agreed_only_messages_are_held(listener: Listener):
    guest = listener.person(202, agreed=False)
    updates = every_kind(guest)
    assert await received(listener, updates) == ["done"]
    assert listener.store.consents.held(202) == 2  # the message and its edit
    assert listener.store.trips.ids() == []


async def test_of_a_traveller_only_what_the_bot_listens_to_counts(listener: Listener):
    """A channel, a business account or a poll is no conversation with the bot, whoever is behind it."""
    await with_a_draft(listener)
    traveller = listener.person(101)
    others = {k: u for k, u in every_kind(traveller).items() if k not in ALLOWED_UPDATES}
    before, said = kept(listener.store), answers(listener)
    assert await received(listener, others) == ["done"]
    assert kept(listener.store) == before
    assert answers(listener) == said


async def test_an_update_without_a_person_counts_for_nobody(listener: Listener):
    """Administrators who write as the group, and channels that are linked to it, come as bots or without a sender."""
    await with_a_draft(listener)
    traveller = listener.person(101)
    before = kept(listener.store)
    as_group = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    anonymous, nobody = (
        traveller.update(text="/approve", **{"from": as_group}),
        traveller.update(text="/draft"),
    )
    del nobody["message"]["from"]
    assert await received(listener, {"a": anonymous, "b": nobody}) == ["done"]
    assert kept(listener.store) == before


async def test_people_are_known_by_their_number_not_by_their_name(listener: Listener):
    await with_a_draft(listener)
    boss = listener.person(300, Role.ADMIN, "主管甲")
    await listener.settled(boss.says("/queue"))
    before = kept(listener.store)
    same_name = listener.person(301, role=None, name="主管甲")
    update = same_name.update(text="/approve #1 LEN-1=好")
    update["message"]["from"]["username"] = "boss"
    assert await received(listener, {"message": update}) == ["done"]
    assert kept(listener.store) == before


async def test_who_is_put_off_the_list_is_a_stranger_from_the_next_word_on(listener: Listener):
    await with_a_draft(listener)
    officer = listener.person(300, Role.STAFF)
    await listener.settled(officer.says("/queue"))
    listener.store.people.remove(300)
    before = kept(listener.store)
    await listener.settled(officer.says("/approve #1 LEN-1=好"))
    await listener.settled(officer.presses("return:1"))
    assert kept(listener.store) == before
    assert listener.calls("answerCallbackQuery")[-1]["text"].startswith("您好，這個機器人只服務已登錄的")


async def test_a_role_that_was_lowered_counts_at_once_for_buttons_that_stand_in_the_chat(listener: Listener):
    await with_a_draft(listener)
    officer = listener.person(300, Role.STAFF)
    await listener.settled(officer.says("/queue"))
    listener.store.people.add(300, Role.TRAVELLER, "前承辦", NOW)
    await listener.settled(officer.presses("approve:1"))
    assert listener.store.drafts.approval(1) is None


async def test_the_invitation_of_yesterday_lets_nobody_in(listener: Listener):
    listener.store.people.invite(Role.ADMIN, "too-old", NOW, NOW)
    guest = listener.person(202, role=None)
    await listener.settled(guest.says("/start too-old"))
    assert listener.store.people.role(202) is None
    assert listener.said() == ["這組邀請碼不正確、已被使用或已過期，請向承辦人重新索取。"]


async def test_a_new_version_of_the_notice_is_put_to_everybody_again(listener: Listener):
    listener.person(202, agreed=False)
    listener.store.consents.agree(202, "1999-01-01", NOW)
    person = listener.person(202, agreed=False)
    await listener.settled(person.says("抵達"))
    assert listener.store.trips.ids() == []
    assert [answer.version for answer in listener.store.consents.list(202)] == ["1999-01-01"]
    assert "consent:202:yes" in str(listener.calls("sendMessage")[-1]["reply_markup"])
    await listener.settled(person.presses("consent:202:yes"))
    await listener.everything_done()
    assert [answer.version for answer in listener.store.consents.list(202)] == ["1999-01-01", notice.VERSION]
