"""What Telegram refuses beside messages: presses that are too old, edits that change nothing, 429, people who left."""

import logging

import pytest

from bot.telling import Progress
from storage.role import Role
from storage.store import Store
from tests.bot.conftest import Listener, listening
from tests.bot.desks import FixedDesk
from tests.bot.test_capturing import as_photo, photo
from tests.bot.test_paging import WrittenDesk
from tests.emulator import Emulator, eventually

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
AS_IT_WAS = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
BLOCKED = "Forbidden: bot was blocked by the user"


@pytest.mark.parametrize(
    ("status", "description"), [(400, TOO_OLD), (403, BLOCKED), (502, "Bad Gateway"), (404, "Not Found")]
)
async def test_a_press_that_can_no_longer_be_answered_counts_all_the_same(
    emulator: Emulator, store: Store, status: int, description: str
):
    async with listening(emulator, store, FixedDesk(store, errors=())) as listener:
        officer = listener.person(101, Role.STAFF, "陳審核")
        for words in ("一則", "/draft"):
            await listener.settled(officer.says(words))
        said = len(listener.said())
        emulator.fault(listener.token, "answerCallbackQuery", status, times=9, description=description)
        assert await listener.settled(officer.presses("approve:1")) == "done"
        assert store.drafts.approval(1) is not None
        assert [text.split("（")[0] for text in listener.said()[said:]] == ["案件 1 的報告已由 陳審核 核可"]


@pytest.mark.parametrize("role", [None, Role.TRAVELLER])
async def test_nobody_hears_an_apology_for_an_old_press_that_decides_nothing(
    listener: Listener, role: Role | None
):
    """A stranger, and somebody who has not agreed to the notice yet."""
    person = listener.person(666, role, agreed=False)
    listener.emulator.fault(listener.token, "answerCallbackQuery", 400, times=9, description=TOO_OLD)
    assert await listener.settled(person.presses("approve:1")) == "done"
    assert listener.said() == []


async def test_a_page_that_stands_there_already_is_not_sent_once_more(emulator: Emulator, store: Store):
    async with listening(emulator, store, WrittenDesk(store)) as listener:
        traveller = listener.person(101)
        for words in ("一則", "/draft"):
            await listener.settled(traveller.says(words))
        said = listener.said()
        emulator.fault(listener.token, "editMessageText", 400, description=AS_IT_WAS)
        assert await listener.settled(traveller.presses("page:1:2")) == "done"
        assert listener.said() == said


@pytest.mark.parametrize(
    "description", ["Bad Request: message can't be edited", "Bad Request: message to edit not found"]
)
async def test_a_page_that_cannot_be_put_in_place_is_sent_below(
    emulator: Emulator, store: Store, description: str
):
    async with listening(emulator, store, WrittenDesk(store)) as listener:
        traveller = listener.person(101)
        for words in ("一則", "/draft"):
            await listener.settled(traveller.says(words))
        emulator.fault(listener.token, "editMessageText", 400, description=description)
        assert await listener.settled(traveller.presses("page:1:2")) == "done"
        assert listener.said()[-1].startswith("草稿 1　2／3")


@pytest.mark.parametrize(
    ("status", "description", "once_more"),
    [
        (400, AS_IT_WAS, False),
        (400, "Bad Request: message to edit not found", True),
        (502, "Bad Gateway", True),
    ],
)
async def test_the_end_of_a_draft_is_told_once(
    listener: Listener, status: int, description: str, *, once_more: bool
):
    """In the progress message, or below it where that cannot be edited."""
    traveller = listener.person(101)
    await listener.settled(traveller.says("一則"))
    listener.emulator.fault(listener.token, "editMessageText", status, description=description)
    assert await listener.settled(traveller.says("/draft")) == "done"
    told = [text for text in listener.said() if text.startswith("草稿完成（第 1 號")]
    assert len(told) == (1 if once_more else 0)
    assert any(text.startswith("錯誤") or "字數不足" in text for text in listener.said())


async def test_whoever_blocked_the_bot_still_gets_the_draft_written(listener: Listener):
    traveller = listener.person(101)
    await listener.settled(traveller.says("一則"))
    for method in ("sendMessage", "editMessageText", "setMessageReaction"):
        listener.emulator.fault(listener.token, method, 403, times=50, description=BLOCKED)
    assert await listener.settled(traveller.says("/draft")) == "done"
    latest = listener.store.drafts.latest(1)
    assert latest is not None
    assert latest.status == "written"
    assert listener.store.jobs.list("dead") == []
    assert listener.store.outbox.list("dead") == []


async def test_one_of_two_who_blocked_the_bot_holds_up_no_news_for_the_other(listener: Listener):
    one, officer = listener.person(101), listener.person(102, Role.STAFF, "陳審核")
    two = listener.person(103, Role.STAFF, "許審核")
    for words in ("一則", "/draft"):
        await listener.settled(one.says(words))
    listener.emulator.fault(listener.token, "sendMessage", 403, times=2, description=BLOCKED)
    await listener.settled(one.presses("submit:1"))
    await listener.everything_done()
    assert [s.state for s in listener.store.outbox.list() if s.state != "sent"] == []
    reached = {int(c["chat_id"]) for c in listener.calls("sendMessage")}
    assert {officer.user, two.user} <= reached


async def test_a_file_is_fetched_after_as_long_as_telegram_asks_to_wait(listener: Listener):
    traveller = listener.person(101)
    file_id = listener.emulator.upload(listener.token, "photo", photo(), "a.jpg")
    listener.emulator.fault(listener.token, "getFile", 429, times=2, retry_after=1)
    await listener.settled(traveller.sends(**as_photo(file_id)))
    await eventually(lambda: bool(listener.store.trips.material(1)[0].file.content))  # type: ignore[union-attr]
    assert len(listener.calls("getFile")) == 3
    assert [text for text in listener.said() if "取檔" in text] == []


async def test_updates_are_asked_for_again_after_as_long_as_telegram_asks_to_wait(
    listener: Listener, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.INFO)
    traveller = listener.person(101)
    listener.emulator.fault(listener.token, "getUpdates", 429, times=2, retry_after=1)
    assert await listener.settled(traveller.says("要留住")) == "done"
    assert [piece.text for piece in listener.store.trips.material(1)] == ["要留住"]


async def test_a_menu_that_telegram_will_not_take_stops_nothing(emulator: Emulator, store: Store):
    running = listening(emulator, store, FixedDesk(store))
    emulator.fault(
        running.token, "setMyCommands", 400, times=9, description="Bad Request: BOT_COMMAND_INVALID"
    )
    async with running as listener:
        assert await listener.settled(listener.person(101).says("一則")) == "done"


async def test_progress_is_shown_at_most_every_two_seconds_and_its_end_in_any_case(listener: Listener):
    now = [0.0]
    bot_calls: list[str] = []

    class Shown:
        """A message that remembers what it was made to say."""

        async def edit_text(self, text: str) -> None:
            bot_calls.append(text)

    class Telephone:
        async def send_message(self, _chat: int, text: str) -> Shown:
            bot_calls.append(text)
            return Shown()

    progress = Progress(Telephone(), 101, clock=lambda: now[0])  # type: ignore[arg-type]
    await progress.begin("開始")
    for tenth in range(100):
        now[0] = tenth / 10
        await progress.show(f"第 {tenth} 步")
    now[0] = 9.95
    await progress.end("完成")
    assert bot_calls == ["開始", *(f"第 {n} 步" for n in (20, 40, 60, 80)), "完成"]
