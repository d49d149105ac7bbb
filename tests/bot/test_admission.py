"""Nobody is let in by default, whichever way they knock."""

from datetime import timedelta

from storage.role import Role
from tests.bot.conftest import NOW, Listener


async def test_a_stranger_hears_one_calm_sentence_once_and_nothing_is_kept(listener: Listener):
    stranger = listener.person(666, role=None)
    await listener.settled(stranger.says("你好"))
    await listener.settled(stranger.says("在嗎"))
    (told,) = listener.said()
    assert told.startswith("您好，這個機器人只服務已登錄的")
    assert listener.store.trips.ids() == []


async def test_a_stranger_cannot_press_buttons_or_edit(listener: Listener):
    owner = listener.person(101, Role.ADMIN)
    await listener.settled(owner.says("一則"))
    await listener.settled(owner.says("/draft"))
    stranger = listener.person(666, role=None)
    await listener.settled(stranger.presses("approve:1"))
    await listener.settled(stranger.edits(owner.message()["message_id"], 1, 2, text="改"))
    assert listener.store.drafts.approval(1) is None
    assert len(listener.calls("answerCallbackQuery")) == 1
    assert [piece.text for piece in listener.store.trips.material(1)] == ["一則"]


async def test_an_invitation_lets_one_person_in(listener: Listener):
    listener.store.people.invite(Role.TRAVELLER, "abc123", NOW, NOW + timedelta(days=1))
    guest = listener.person(201, role=None, name="王來賓")
    await listener.settled(guest.says("/start abc123"))
    await listener.settled(guest.says("第一則"))
    late = listener.person(202, role=None)
    await listener.settled(late.says("/start abc123"))
    assert [text.split("，")[0] for text in listener.said()] == [
        "王來賓您好",
        "這組邀請碼不正確、已被使用或已過期",
    ]
    assert [piece.text for piece in listener.store.trips.material(1)] == ["第一則"]


async def test_the_greeting_tells_what_the_law_asks_for_and_what_must_not_be_sent(listener: Listener):
    await listener.settled(listener.person(101).says("/start"))
    (told,) = listener.said()
    assert [word in told for word in ("個人資料保護法第 8 條", "請勿傳送：密件", "刪除您的資料")] == [
        True
    ] * 3


async def test_a_traveller_can_neither_approve_nor_see_the_trip_of_another(listener: Listener):
    first, second = listener.person(101), listener.person(102)
    await listener.settled(first.says("甲"))
    await listener.settled(second.says("乙"))
    await listener.settled(second.says("/draft"))
    await listener.settled(second.says("/approve"))
    await listener.settled(second.says("/status #1"))
    assert listener.store.drafts.approval(2) is None
    assert listener.said()[-2:] == [
        "這個動作限審核人員使用，請洽貴機關承辦人。",
        "沒有編號 1 的案件，請先列出案件再選擇。",
    ]
