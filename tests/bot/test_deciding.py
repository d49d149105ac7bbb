"""Handing in and deciding with buttons: the queue, reasons one after another, and what the traveller is told."""

import pytest

from storage.role import Role
from storage.store import Store
from tests.bot.conftest import Listener, keyboard, listening
from tests.bot.desks import FixedDesk
from tests.emulator import Emulator, Person

TRAVELLER, OFFICER = 101, 102


async def handed_in(listener: Listener) -> tuple[Person, Person]:
    """A traveller who has handed in draft 1, and an officer."""
    traveller, officer = listener.person(TRAVELLER), listener.person(OFFICER, Role.STAFF, "陳審核")
    for text in ("一則", "/draft"):
        await listener.settled(traveller.says(text))
    await listener.settled(traveller.presses("submit:1"))
    return traveller, officer


def told(listener: Listener, chat: int) -> list[str]:
    """What the bot said in one chat."""
    return [str(c["text"]) for c in listener.calls("sendMessage") if int(c["chat_id"]) == chat]


async def test_staff_hear_of_what_is_handed_in_and_find_it_in_the_queue(listener: Listener):
    _, officer = await handed_in(listener)
    assert told(listener, TRAVELLER)[-1] == "草稿 1 已送審，核可或退回時會通知您。"
    assert told(listener, OFFICER) == ["有新的送審：\n#1　提要\n　林測試　9/21 送審"]
    await listener.settled(officer.says("/queue"))
    shown = listener.calls("sendMessage")[-1]
    assert str(shown["text"]).startswith("待審 1 件\n\n#1　提要")
    assert [b["callback_data"] for row in keyboard(shown) for b in row] == [
        "read:1:1", "approve:1", "return:1",
    ]  # fmt: skip


async def test_handed_in_twice_staff_hear_of_it_once(listener: Listener):
    traveller, _ = await handed_in(listener)
    await listener.settled(traveller.presses("submit:1"))
    assert len(told(listener, OFFICER)) == 1


async def test_a_traveller_sees_no_queue_and_decides_nothing(listener: Listener):
    traveller, _ = await handed_in(listener)
    await listener.settled(traveller.says("/queue"))
    for button in ("approve:1", "return:1", "reason:1:3", "noted:1:3"):
        await listener.settled(traveller.presses(button))
    latest = listener.store.drafts.latest(1)
    assert latest is not None
    assert latest.status == "submitted"
    assert told(listener, TRAVELLER)[-5:] == ["這個動作限審核人員使用，請洽貴機關承辦人。"] * 5


async def test_a_reason_is_asked_for_each_error_and_then_it_is_approved(emulator: Emulator, store: Store):
    desk = FixedDesk(store, errors=["LEN-1", "FRM-1"])
    async with listening(emulator, store, desk) as listener:
        _, officer = await handed_in(listener)
        await listener.settled(officer.presses("approve:1"))
        assert told(listener, OFFICER)[-1].startswith("核可前要寫明理由（1／2）\nFRM-1")
        await listener.settled(officer.says("主辦機關另行補填"))
        assert told(listener, OFFICER)[-1].startswith("核可前要寫明理由（2／2）\nLEN-1")
        await listener.settled(officer.says("依主管指示精簡"))
        approval = store.drafts.approval(1)
        assert approval is not None
        assert [(o.check, o.reason) for o in approval.overrides] == [
            ("FRM-1", "主辦機關另行補填"), ("LEN-1", "依主管指示精簡"),
        ]  # fmt: skip
        assert told(listener, TRAVELLER)[-1] == "草稿 1 已由 陳審核 核可，輸入 /export 取得正式檔案。"
        assert store.trips.current(OFFICER) is None, "reasons are no material"


async def test_approved_twice_is_approved_once(emulator: Emulator, store: Store):
    async with listening(emulator, store, FixedDesk(store, errors=())) as listener:
        _, officer = await handed_in(listener)
        for _ in range(2):
            await listener.settled(officer.presses("approve:1"))
        assert [d.what for d in store.audit.list(1)].count("approve") == 1
        assert listener.calls("answerCallbackQuery")[-1]["text"] == "這份草稿已由 陳審核 核可。"
        assert len([t for t in told(listener, TRAVELLER) if "核可，輸入" in t]) == 1


async def test_whoever_thinks_better_of_it_leaves_the_draft_open(listener: Listener):
    _, officer = await handed_in(listener)
    await listener.settled(officer.presses("approve:1"))
    await listener.settled(officer.presses("keepopen:1"))
    await listener.settled(officer.says("這是一則筆記"))
    assert listener.store.drafts.approval(1) is None
    assert [s.draft.id for s in listener.store.drafts.submitted()] == [1]


@pytest.mark.parametrize("note", ["請補心得", ""])
async def test_a_draft_is_returned_with_an_official_reason_and_a_word_or_none(listener: Listener, note: str):
    _, officer = await handed_in(listener)
    await listener.settled(officer.presses("return:1"))
    reasons = keyboard(listener.calls("sendMessage")[-1])
    assert [row[0]["text"] for row in reasons][2] == "3 內容空洞或未涵蓋要項"
    await listener.settled(officer.presses("reason:1:3"))
    await listener.settled(officer.says(note) if note else officer.presses("noted:1:3"))
    latest = listener.store.drafts.latest(1)
    assert latest is not None
    assert latest.status == "returned"
    why = f"內容空洞或未涵蓋要項：{note}" if note else "內容空洞或未涵蓋要項"
    assert told(listener, TRAVELLER)[-1] == (
        f"草稿 1 由 陳審核 退回補正。\n{why}\n補上素材後輸入 /draft 重新撰寫。"
    )


async def test_a_button_in_the_queue_is_stale_once_a_newer_draft_stands(listener: Listener):
    traveller, officer = await handed_in(listener)
    await listener.settled(traveller.says("/draft"))
    await listener.settled(officer.presses("approve:1"))
    assert listener.calls("answerCallbackQuery")[-1]["text"].startswith("這個按鈕的內容已經更新")
    await listener.settled(officer.says("/queue"))
    assert told(listener, OFFICER)[-1] == "目前沒有待審的草稿。"
