"""A draft is read page by page; a reply to a page is a wish about its part; questions are answered one after another."""

from datetime import date, datetime
from typing import Any

import pytest

from drafting.finding import Finding, Severity
from drafting.report import ListBlock, Paragraph, Report, Section, Sentence
from drafting.review import Draft, Recipe, Usage
from storage.store import Store
from tests.bot.conftest import Listener, keyboard, listening
from tests.bot.desks import FixedDesk
from tests.emulator import Emulator, Person

DOUBTFUL = "協會受託管理 99 座公園。"


class WrittenDesk(FixedDesk):
    """Its report has two parts with text, and one sentence that no material carries."""

    async def draft(
        self, trip_id: int, writer: str, at: datetime, today: date, progress: Any = None, *, person: int = 0
    ) -> Draft:
        number = self._store.drafts.request(trip_id, Recipe(writer=writer), at)
        purpose = Paragraph(sentences=(Sentence(text="了解公園委外管理。", sources=("N1",)),))
        process = Paragraph(sentences=(Sentence(text=f"{DOUBTFUL}【待確認】", sources=("N1",)),))
        advice = ListBlock(items=(Sentence(text="試辦認養。", sources=("N1",)),))
        report = Report(
            form="taichung-summary",
            title="赴日考察",
            fields={"report_name": "赴日考察"},
            sections=(
                Section(key="purpose", heading="參、目的", blocks=(purpose,)),
                Section(key="process", heading="肆、過程", blocks=(process, advice)),
            ),
        )
        doubt = Finding(
            check="GRD-1", severity=Severity.ERROR, where="肆、過程", message="「99 座」不在素材裡。",
            quote=f"{DOUBTFUL}【待確認】", sources=("N1",),
        )  # fmt: skip
        trip = self._store.trips.load(trip_id)
        self.drafted.append((trip_id, writer))
        return self._store.drafts.finish(number, report, trip, [doubt], Usage(), Recipe(writer=writer), at)


@pytest.fixture
async def reader(emulator: Emulator, store: Store):
    desk = WrittenDesk(store)
    async with listening(emulator, store, desk) as listener:
        traveller = listener.person(101)
        for text in ("9/20 拜會協會，協會管理 63 座公園", "/draft"):
            await listener.settled(traveller.says(text))
        yield listener, traveller, desk


def reply(listener: Listener, to: str) -> dict[str, Any]:
    """The message of the bot with this text, as Telegram repeats it in a reply."""
    me = listener.emulator._client.post(f"{listener.emulator.url}/bot{listener.token}/getMe").json()["result"]
    chat = {"id": 101, "type": "private", "first_name": "林測試"}
    return {"reply_to_message": {"message_id": 5000, "date": 1, "chat": chat, "from": me, "text": to}}


async def test_pages_are_turned_in_place(reader: tuple[Listener, Person, FixedDesk]):
    listener, traveller, _ = reader
    await listener.settled(traveller.presses("read:1:1"))
    first = listener.calls("sendMessage")[-1]
    assert str(first["text"]).startswith("草稿 1　1／3　赴日考察\n\n")
    assert [b["callback_data"] for row in keyboard(first) for b in row] == ["page:1:2"]
    await listener.settled(traveller.presses("page:1:3"))
    last = listener.calls("editMessageText")[-1]
    assert last["text"] == f"草稿 1　3／3　肆、過程\n\n{DOUBTFUL}【待確認】\n1. 試辦認養。"
    assert [b["callback_data"] for row in keyboard(last) for b in row] == ["page:1:2"]


async def test_a_page_that_there_is_not_is_out_of_date(reader: tuple[Listener, Person, FixedDesk]):
    listener, traveller, _ = reader
    await listener.settled(traveller.presses("page:1:9"))
    assert listener.calls("answerCallbackQuery")[-1]["text"].startswith("這個按鈕的內容已經更新")


async def test_a_reply_to_a_page_is_a_wish_about_its_part(reader: tuple[Listener, Person, FixedDesk]):
    listener, traveller, desk = reader
    await listener.settled(traveller.presses("read:1:1"))
    page = "草稿 1　3／3　肆、過程\n\n…"
    await listener.settled(traveller.says("再具體一點", **reply(listener, page)))
    assert desk.wished == [("肆、過程　再具體一點", "林測試")]
    assert "照您的意思改寫「肆、過程」。" in listener.said()
    assert [m.text for m in listener.store.trips.material(1)] == ["9/20 拜會協會，協會管理 63 座公園"]


async def test_a_reply_to_a_page_of_an_older_draft_is_a_note(reader: tuple[Listener, Person, FixedDesk]):
    listener, traveller, desk = reader
    await listener.settled(traveller.says("/draft"))
    await listener.settled(traveller.says("再具體一點", **reply(listener, "草稿 1　3／3　肆、過程\n\n…")))
    assert desk.wished == []
    assert [m.text for m in listener.store.trips.material(1)][-1] == "再具體一點"


async def test_a_doubtful_sentence_is_a_question_and_the_answer_becomes_material(
    reader: tuple[Listener, Person, FixedDesk],
):
    listener, traveller, desk = reader
    below = keyboard(listener.calls("sendMessage")[-1])
    assert [b["text"] for row in below for b in row] == ["回答 1 個問題", "閱讀", "PDF", "重寫", "送審"]
    await listener.settled(traveller.presses("ask:1"))
    assert listener.said()[-1] == (
        f"問題 1／1　肆、過程\n「{DOUBTFUL}」\n「99 座」不在素材裡。正確的是什麼？"
    )
    await listener.settled(traveller.says("協會受託管理 63 座公園"))
    answer = listener.store.trips.load(1).material[-1]
    assert (answer.text, answer.meant_on) == ("協會受託管理 63 座公園", date(2026, 9, 20))
    last = listener.calls("sendMessage")[-1]
    assert last["text"] == "收到 1 則回答，按「重寫」就會用上。"
    await listener.settled(traveller.presses(keyboard(last)[0][0]["callback_data"]))
    assert len(desk.drafted) == 2


async def test_a_question_may_be_left_out(reader: tuple[Listener, Person, FixedDesk]):
    listener, traveller, _ = reader
    await listener.settled(traveller.presses("ask:1"))
    await listener.settled(traveller.presses("ask:1:1"))
    assert listener.said()[-1] == "好，之後再回答也可以。"
    await listener.settled(traveller.says("明天再說"))
    assert listener.said()[-1] == "好，之後再回答也可以。"
