"""The names desk: gathered by itself, changed by a tap or a line, and what then is written and checked reads as changed."""

from collections.abc import AsyncIterator
from datetime import date

import pytest

from bot.desk import Desk
from drafting.offline.writer import OfflineWriter
from storage.store import Store
from tests.bot.conftest import NOW, Listener, keyboard, listening
from tests.emulator import Emulator, Person

NOTES = (
    "計畫名稱：測試市政府赴日本東京考察都市公園管理\n期間115年9月18日到115年9月21日，地區日本",
    "9/20 上午拜會東浦市政府（Dongpu City Government），由河川課接待",
    "9/20 東浦市政府每年維護 63 座公園",
)


@pytest.fixture
async def desk(emulator: Emulator, store: Store) -> AsyncIterator[tuple[Listener, Person]]:
    async with listening(emulator, store, Desk(store, {"offline": OfflineWriter()})) as listener:
        traveller = listener.person(101)
        for text in NOTES:
            await listener.settled(traveller.says(text))
        yield listener, traveller


def names(listener: Listener) -> list[tuple[str, str, str]]:
    return [(n.zh, n.foreign, n.abbreviation) for n in listener.store.trips.load(1).names]


async def change(listener: Listener, traveller: Person, name: str, to: str) -> None:
    """/names, the button of a name, and how it should read."""
    await listener.settled(traveller.says("/names"))
    rows = keyboard(listener.calls("sendMessage")[-1])
    button = next(b["callback_data"] for row in rows for b in row if b["text"] == f"✎ {name}")
    await listener.settled(traveller.presses(button))
    await listener.settled(traveller.says(to))


async def test_a_name_that_was_put_right_is_what_the_draft_says_and_the_checks_expect(
    desk: tuple[Listener, Person],
):
    listener, traveller = desk
    assert names(listener) == [("東浦市政府", "Dongpu City Government", "")]
    await change(listener, traveller, "東浦市政府", "東埔市政府＝Dongpu City Government＝DCG")
    await listener.settled(traveller.says("/draft"))
    draft = listener.store.drafts.latest(1)
    assert draft is not None
    assert draft.report is not None
    written = "".join(section.text for _, section in draft.report.walk())
    assert "東埔市政府" in written
    assert "東浦市政府" not in written
    assert not [f for f in draft.findings if "東浦" in f.message + f.quote or f.check == "GRD-1"]


async def test_a_name_added_by_a_line_is_asked_for_by_the_checks_where_its_original_is_missing(
    desk: tuple[Listener, Person],
):
    listener, traveller = desk
    await listener.settled(traveller.says("9/20 下午拜會城市聯盟秘書處，秘書處管理 12 個工作小組"))
    for expected in (False, True):
        draft = await Desk(listener.store, {"offline": OfflineWriter()}).draft(
            1, "offline", NOW, date(2026, 9, 30)
        )
        told = [f for f in draft.findings if "League of Cities Secretariat" in f.message]
        assert bool(told) is expected
        await listener.settled(traveller.says("/names 城市聯盟秘書處＝League of Cities Secretariat＝LOC"))


async def test_a_name_may_be_changed_again_and_taken_out_and_stays_one_name(desk: tuple[Listener, Person]):
    listener, traveller = desk
    await change(listener, traveller, "東浦市政府", "東埔市政府＝Dongpu City Gov")
    await change(listener, traveller, "東埔市政府", "東埔市政府＝Dongpu City Hall＝DCH")
    assert names(listener) == [("東埔市政府", "Dongpu City Hall", "DCH")]
    await listener.settled(traveller.says("/names 東埔市役所＝Dongpu City Hall＝DCH"))
    assert names(listener) == [("東埔市役所", "Dongpu City Hall", "DCH")]
    await listener.settled(traveller.says("/names"))
    button = keyboard(listener.calls("sendMessage")[-1])[0][0]["callback_data"]
    await listener.settled(traveller.presses(button))
    out = next(b for b in keyboard(listener.calls("sendMessage")[-1])[0] if b["text"] == "刪掉這筆")
    await listener.settled(traveller.presses(out["callback_data"]))
    assert names(listener) == []
    await listener.settled(traveller.presses(out["callback_data"]))
    assert "已經更新" in str(listener.calls("answerCallbackQuery")[-1]["text"])


async def test_a_contact_and_an_agenda_fill_the_desk_and_private_notes_do_not(desk: tuple[Listener, Person]):
    listener, traveller = desk
    person = {"phone_number": "+81 0", "first_name": "林試作"}
    await listener.settled(traveller.sends(contact=person))
    await listener.settled(traveller.says("#私 龜山庵（Kameyama Temple）"))

    assert [zh for zh, _, _ in names(listener)] == ["東浦市政府", "林試作"]
