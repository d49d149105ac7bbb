"""The first message is the notice; nothing is kept before it was agreed to, and nothing is lost meanwhile."""

import hashlib

from bot.replies import notice
from storage.role import Role
from tests.bot.conftest import NOW, Listener


def test_whoever_changes_the_notice_gives_it_a_new_version():
    """What people agreed to is kept by its version, so a version is one text for ever."""
    assert (notice.VERSION, hashlib.sha256(notice.TEXT.encode()).hexdigest()[:16]) == (
        "2026-11-25",
        "c09a993faa6fe85d",
    )


async def test_the_first_message_is_the_notice_and_what_must_not_be_sent(listener: Listener):
    await listener.settled(listener.person(101, agreed=False).says("/start"))
    greeting, told = listener.said()
    assert greeting.startswith("林測試您好，我是隨行")
    assert [word in told for word in ("個人資料保護法第 8 條", "請勿傳送：密件", "刪除您的資料")] == [
        True
    ] * 3
    assert "consent:101:yes" in str(listener.calls("sendMessage")[-1]["reply_markup"])


async def test_what_comes_before_the_answer_is_held_unread_and_taken_in_afterwards(listener: Listener):
    person = listener.person(101, agreed=False)
    await listener.settled(person.says("抵達福岡"))
    await listener.settled(person.says("#心得 整潔"))
    assert listener.store.trips.ids() == []
    assert [text[:6] for text in listener.said()] == ["您傳的先替您", "請勿傳送：密"]
    await listener.settled(person.presses("consent:101:yes"))
    await listener.everything_done()
    assert [m.text for m in listener.store.trips.material(1)] == ["抵達福岡", "整潔"]
    (answer,) = listener.store.consents.list(101)
    assert (answer.version, answer.yes, answer.at) == (notice.VERSION, True, NOW)
    assert listener.said()[2].startswith("謝謝。先前傳的 2 則現在收進案件。")


async def test_whoever_does_not_agree_leaves_nothing_behind(listener: Listener):
    person = listener.person(101, agreed=False)
    await listener.settled(person.says("抵達福岡"))
    await listener.settled(person.presses("consent:101:no"))
    assert (listener.store.consents.held(101), listener.store.trips.ids()) == (0, [])
    await listener.settled(person.says("再試一次"))
    assert listener.store.consents.held(101) == 1
    assert listener.said()[-1].startswith("請勿傳送")


async def test_a_button_before_the_answer_decides_nothing_and_says_so(listener: Listener):
    owner = listener.person(101)
    await listener.settled(owner.says("一則"))
    await listener.settled(owner.says("/draft"))
    await listener.everything_done()
    staff = listener.person(102, Role.STAFF, agreed=False)
    await listener.settled(staff.presses("approve:1"))
    assert listener.store.drafts.approval(1) is None
    assert listener.calls("answerCallbackQuery")[-1]["text"] == notice.NOT_YET


async def test_nobody_agrees_for_somebody_else(listener: Listener):
    listener.person(101, agreed=False)
    other = listener.person(102)
    await listener.settled(other.presses("consent:101:yes"))
    assert listener.store.consents.list(101) == []


async def test_help_and_language_keep_nothing_and_need_no_consent(listener: Listener):
    person = listener.person(101, agreed=False)
    await listener.settled(person.says("/help"))
    await listener.settled(person.says("/language en"))
    assert listener.said()[1] == "OK, English from now on."
    await listener.settled(person.says("/start"))
    assert "Personal Data Protection Act" in listener.said()[-1]


async def test_a_command_that_would_keep_something_waits_for_consent(listener: Listener):
    person = listener.person(101, agreed=False)
    await listener.settled(person.says("/new"))
    assert listener.store.trips.ids() == []
    await listener.settled(person.presses("consent:101:yes"))
    await listener.everything_done()
    assert listener.store.trips.ids() == [1]
