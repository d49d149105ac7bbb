"""From a draft to an approved report, in the chat."""

import asyncio

from drafting.phrase import phrase
from drafting.review import Recipe
from storage.role import Role
from storage.store import Store
from tests.bot.conftest import NOW, Listener, keyboard, listening
from tests.bot.desks import FixedDesk
from tests.emulator import Emulator


async def test_an_error_stops_approval_until_staff_give_a_reason(listener: Listener):
    officer = listener.person(101, Role.STAFF, "陳審核")
    await listener.settled(officer.says("一則"))
    await listener.settled(officer.says("/draft"))
    await listener.settled(officer.says("/approve"))
    assert listener.store.drafts.approval(1) is None
    assert listener.said()[-1].startswith("還有 1 項錯誤未處理（LEN-1）")
    await listener.settled(officer.says("/approve LEN-1=併入附件"))
    approval = listener.store.drafts.approval(1)
    assert approval is not None
    assert (approval.by, [(o.check, o.reason) for o in approval.overrides]) == (
        "陳審核",
        [("LEN-1", "併入附件")],
    )


async def test_staff_decide_about_the_trip_of_a_traveller_by_its_number(listener: Listener):
    traveller, officer = listener.person(101), listener.person(102, Role.STAFF, "陳審核")
    await listener.settled(traveller.says("一則"))
    await listener.settled(traveller.says("/draft"))
    await listener.settled(officer.says("/return #1 3 請補心得"))
    latest = listener.store.drafts.latest(1)
    assert latest is not None
    assert latest.status == "returned"
    assert set(listener.said()[-2:]) == {  # two chats: neither waits for the other
        next(
            text
            for text in listener.said()
            if text.startswith("草稿第 1 號已退回補正，原因：內容空洞或未涵蓋要項：請補心得。")
        ),
        "草稿 1 由 陳審核 退回補正。\n內容空洞或未涵蓋要項：請補心得\n補上素材後輸入 /draft 重新撰寫。",
    }


async def test_files_are_handed_out_marked_as_draft_until_approval(listener: Listener):
    officer = listener.person(101, Role.ADMIN)
    for text in ("一則", "/draft", "/export all", "/approve LEN-1=同意", "/export all"):
        await listener.settled(officer.says(text))
    sent = [
        list(call["files"])
        for call in listener.emulator.calls(listener.token)
        if call["method"] == "sendDocument"
    ]
    assert sent == [
        ["草稿-報告.odt"], ["草稿-報告.docx"], ["草稿-報告.pdf"], ["報告.odt"], ["報告.docx"], ["報告.pdf"],
    ]  # fmt: skip


async def test_what_the_files_cannot_show_is_told_after_them(emulator: Emulator, store: Store):
    note = phrase("照片 {refs} 的檔案已損壞，文件中以方框標示，請補傳原檔後重新產生草稿。", refs="P3")
    async with listening(emulator, store, FixedDesk(store, notes=(note,))) as listener:
        traveller = listener.person(101)
        for text in ("一則", "/draft", "/export odt"):
            await listener.settled(traveller.says(text))
        assert listener.files() == ["草稿-報告.odt"]
        assert listener.said()[-1] == (
            "檔案已完成，但請留意：\n• 照片 P3 的檔案已損壞，文件中以方框標示，請補傳原檔後重新產生草稿。"
        )


async def test_one_format_is_one_file_and_without_a_format_there_are_buttons(listener: Listener):
    traveller = listener.person(101)
    for text in ("一則", "/export pdf"):
        await listener.settled(traveller.says(text))
    await listener.settled(traveller.says("/export"))
    assert listener.said()[-1] == "還沒有草稿，輸入 /draft 開始撰寫。"
    for text in ("/draft", "/export", "/export pdf"):
        await listener.settled(traveller.says(text))
    (offer,) = [c for c in listener.calls("sendMessage") if c["text"] == "要哪一種檔案？"]
    assert [b["callback_data"] for row in keyboard(offer) for b in row] == [
        "export:1:odt", "export:1:docx", "export:1:pdf", "export:1:all",
    ]  # fmt: skip
    await listener.settled(traveller.presses("export:1:odt"))
    assert listener.files() == ["草稿-報告.pdf", "草稿-報告.pdf", "草稿-報告.odt"]


async def test_the_button_of_an_older_draft_decides_nothing(listener: Listener):
    officer = listener.person(101, Role.STAFF)
    for text in ("一則", "/draft", "/draft"):
        await listener.settled(officer.says(text))
    await listener.settled(officer.presses("approve:1"))
    assert [fields["text"] for fields in listener.calls("answerCallbackQuery")] == [
        "這個按鈕的內容已經更新，請以 /status 查看最新狀態。"
    ]
    await listener.settled(officer.presses("export:2"))
    assert len(listener.calls("sendDocument")) == 3


async def test_progress_is_one_message_that_is_edited_seldom(emulator: Emulator, store: Store):
    async with listening(emulator, store, FixedDesk(store, stages=40)) as listener:
        traveller = listener.person(101)
        await listener.settled(traveller.says("一則"))
        await listener.settled(traveller.says("/draft"))
        assert [fields["text"] for fields in listener.calls("editMessageText")] == [
            "草稿完成（第 1 號，案件 1）。請補素材 1。"
        ]


async def test_many_findings_come_as_a_file(emulator: Emulator, store: Store):
    desk = FixedDesk(store, errors=[f"LONG-{n}" for n in range(600)])
    async with listening(emulator, store, desk) as listener:
        traveller = listener.person(101)
        await listener.settled(traveller.says("一則"))
        assert await listener.settled(traveller.says("/draft")) == "done"
        documents = [c for c in emulator.calls(listener.token) if c["method"] == "sendDocument"]
        assert [list(call["files"]) for call in documents] == [["說明.txt"]]


async def test_a_draft_that_was_broken_off_is_written_at_the_next_start(emulator: Emulator, store: Store):
    async with listening(emulator, store, FixedDesk(store)) as listener:
        traveller = listener.person(101)
        await listener.settled(traveller.says("一則"))
    store.inbox.commit([traveller.update(text="/draft")], NOW)
    desk = FixedDesk(store)
    async with listening(emulator, store, desk) as again:
        (row,) = store.inbox.list("waiting") or store.inbox.list()[-1:]
        assert await again.settled(row.update_id) == "done"
    assert desk.drafted == [(1, "offline")]


async def test_a_field_can_be_set_by_its_label(listener: Listener):
    traveller = listener.person(101)
    await listener.settled(traveller.says("一則"))
    await listener.settled(traveller.says("/set 聯絡人 許測試"))
    assert listener.store.trips.corrections(1) == {"contact_person": "許測試"}
    await listener.settled(traveller.says("/set 出國期間 看不懂"))
    assert listener.said()[-1].startswith("看不懂欄位「出國期間」的內容")


class HangingDesk(FixedDesk):
    """A desk whose writer never answers."""

    async def draft(self, trip_id, writer, at, today, progress=None, *, person=0):
        self.drafted.append((trip_id, writer))
        self._store.drafts.request(trip_id, Recipe(writer=writer), at)
        await asyncio.Event().wait()


async def test_a_draft_blocks_no_message_and_a_stop_in_its_midst_leaves_it_for_the_next_start(
    emulator: Emulator, store: Store
):
    async with listening(emulator, store, HangingDesk(store)) as listener:
        traveller = listener.person(101)
        await listener.settled(traveller.says("一則"))
        asked = traveller.says("/draft")
        assert await listener.handled(traveller.says("第二則")) == "done"
        await listener.handled(traveller.says("/draft"))
        assert listener.said()[-1] == "這個案件的草稿正在撰寫中，完成後會通知您。"
    assert [job.key for job in store.jobs.waiting("draft")] == [str(asked)]
    async with listening(emulator, store, FixedDesk(store)) as again:
        await again.settled(asked)
    assert [(d.id, d.status) for d in map(store.drafts.get, (1, 2))] == [(1, "failed"), (2, "written")]
    assert [piece.text for piece in store.trips.material(1)] == ["一則", "第二則"]


async def test_every_button_of_an_older_draft_says_that_it_is_out_of_date(listener: Listener):
    """Whatever stands below a draft, and below its pages and questions, is tried."""
    officer = listener.person(101, Role.STAFF)
    for text in ("一則", "/draft"):
        await listener.settled(officer.says(text))
    below = [b["callback_data"] for row in keyboard(listener.calls("sendMessage")[-1]) for b in row]
    assert {data.split(":")[0] for data in below} == {
        "read",
        "export",
        "redraft",
        "submit",
        "approve",
        "return",
    }
    await listener.settled(officer.says("/draft"))
    for data in (*below, "page:1:2", "ask:1", "asked:1"):
        await listener.settled(officer.presses(data))
        assert (data, listener.calls("answerCallbackQuery")[-1].get("text")) == (
            data,
            "這個按鈕的內容已經更新，請以 /status 查看最新狀態。",
        )
    drafts = [listener.store.drafts.get(n).status for n in (1, 2)]
    assert drafts == ["superseded", "written"]
    assert listener.files() == []
