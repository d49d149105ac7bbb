"""Nobody is let in by default, whichever way they knock."""

import re
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
    await listener.settled(guest.presses("consent:201:yes"))
    await listener.settled(guest.says("第一則"))
    late = listener.person(202, role=None)
    await listener.settled(late.says("/start abc123"))
    assert [re.split("，|（個", text)[0] for text in listener.said()] == [
        "王來賓您好",
        "請勿傳送：密件、護照或身分證影像、他人之個人資料（除報告所需之姓名職稱外）。\n\n個人資料告知",
        "謝謝。\n把簽呈或公文轉傳給我",
        "這組邀請碼不正確、已被使用或已過期",
    ]
    assert [piece.text for piece in listener.store.trips.material(1)] == ["第一則"]


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
