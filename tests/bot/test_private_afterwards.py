"""What is marked #私 after a draft was written stands in nothing that is shown or handed out from then on, unless approved."""

import json
from collections.abc import AsyncIterator
from datetime import date

import pytest

from bot.desk import Desk
from bot.documents import documents
from drafting.errors import NotAllowed
from drafting.material import Kind, Ref
from drafting.offline.writer import OfflineWriter
from storage.role import Role
from storage.store import Store
from tests.bot.conftest import NOW, Listener, listening
from tests.bot.test_amending import answering
from tests.emulator import Emulator, Person

TODAY = date(2026, 9, 30)
MARK = "龜山"
OPEN = (
    "計畫名稱：測試市政府赴日本東京考察都市公園管理\n主辦機關 測試市政府綠政處\n類別 考察，附件沒有",
    "出國的是我：林測試，測試市政府綠政處／公園科／科員",
    "期間115年9月21日到115年9月23日，地區日本",
    "行程\n9/21 臺北—東京 搭機\n9/22 東京 09:30 拜會東京都公園協會\n9/23 東京—臺北 回程",
    "9/22 由公園協會佐藤理事長接待，協會受託管理 63 座公園",
    "9/22 龜山會長說明志工每月清掃 2 次，由協會付保險費",
    "#心得 公園交給專責協會管理，品質穩定",
)
SECRET = 6  # the message that is marked later


@pytest.fixture
async def heard(emulator: Emulator, store: Store) -> AsyncIterator[Listener]:
    async with listening(emulator, store, Desk(store, {"offline": OfflineWriter()})) as running:
        yield running


@pytest.fixture
async def traveller(heard: Listener) -> Person:
    """Of a trip whose draft, by a real desk, tells of the sixth message."""
    traveller = heard.person(101)
    for text in OPEN:
        await heard.settled(traveller.says(text))
    await heard.settled(traveller.says("/draft"))
    draft = heard.store.drafts.latest(1)
    assert draft is not None
    assert draft.report is not None
    assert MARK in draft.report.model_dump_json()
    return traveller


async def marked(heard: Listener, traveller: Person) -> None:
    await heard.settled(answering(traveller, "#私", to=SECRET))


def newest_said(listener: Listener, since: int) -> str:
    return "\n".join(listener.said()[since:])


async def test_neither_file_nor_page_nor_finding_shows_it_and_a_new_draft_is_asked_for(
    heard: Listener, traveller: Person
):
    await marked(heard, traveller)
    sent, since = len(heard.files()), len(heard.said())
    staff = heard.person(900, Role.STAFF, "王測試")
    await heard.settled(traveller.says("/export pdf"))
    number = heard.store.drafts.latest(1).id
    for person in (traveller, staff):
        await heard.settled(person.presses(f"read:{number}:1"))
    assert heard.files()[sent:] == []
    assert "N6 改為 #私" in newest_said(heard, since)
    assert "請重新產生草稿" in newest_said(heard, since)
    assert MARK not in newest_said(heard, since)
    for row in heard.store.drafts.versions(1):
        assert MARK not in row.model_dump_json()


async def test_after_a_new_draft_everything_is_shown_but_that(heard: Listener, traveller: Person):
    await marked(heard, traveller)
    sent = len(heard.files())
    await heard.settled(traveller.says("/draft"))
    await heard.settled(traveller.says("/export odt"))
    assert len(heard.files()) == sent + 1
    draft = heard.store.drafts.latest(1)
    assert "佐藤" in draft.report.model_dump_json()
    assert MARK not in draft.report.model_dump_json()
    desk = Desk(heard.store, {"offline": OfflineWriter()})
    with pytest.raises(NotAllowed, match="N6 改為 #私"):
        desk.compare(1)  # with the version before
    with pytest.raises(NotAllowed, match="N6 改為 #私"):
        desk.restore(1, 1, "林測試", NOW, TODAY)


async def test_own_words_about_it_rest_until_it_is_open_again(heard: Listener, traveller: Person):
    desk = Desk(heard.store, {"offline": OfflineWriter()})
    sentence = next(
        s.text for top in heard.store.drafts.latest(1).report.sections for s in top.sentences() if "N6" in s.sources
    )  # fmt: skip
    desk.edit(1, sentence, "龜山會長自付志工保險費。", "林測試", NOW, TODAY)
    await marked(heard, traveller)
    again = await desk.draft(1, "offline", NOW, TODAY)
    assert MARK not in again.model_dump_json(exclude={"trip_then"})
    heard.store.trips.label(1, Ref("N6"), Kind.FACT)
    opened = await desk.draft(1, "offline", NOW, TODAY)
    assert "龜山會長自付志工保險費。" in opened.report.model_dump_json()


async def test_the_draft_is_back_when_the_mark_is_taken_off(heard: Listener, traveller: Person):
    await marked(heard, traveller)
    heard.store.trips.label(1, Ref("N6"), Kind.FACT)
    assert MARK in heard.store.drafts.latest(1).report.model_dump_json()


async def test_taking_the_marked_piece_out_of_the_trip_brings_nothing_back(
    heard: Listener, traveller: Person
):
    """Marked, then dropped: neither the draft nor its account shows it. Put back and open again, all of it is there."""
    await marked(heard, traveller)
    heard.store.trips.withdraw(1, [Ref("N6")], "101:99", NOW)
    assert heard.store.trips.load(1).piece(Ref("N6")) is None
    for row in heard.store.drafts.versions(1):
        assert MARK not in row.model_dump_json()
    with pytest.raises(NotAllowed, match="N6 改為 #私"):
        Desk(heard.store, {"offline": OfflineWriter()}).export(1, ["odt"])
    heard.store.trips.bring_back(1, "101:99")
    heard.store.trips.label(1, Ref("N6"), Kind.FACT)
    assert MARK in heard.store.drafts.latest(1).report.model_dump_json()


async def test_a_piece_that_the_draft_did_not_use_takes_nothing_but_its_words_from_it(
    heard: Listener, traveller: Person
):
    """It stands in the account of the material, and there it is blank from now on."""
    await heard.settled(traveller.says("龜山今晚吃拉麵好飽"))
    await heard.settled(traveller.says("/draft"))
    piece = next(m for m in heard.store.trips.load(1).material if "拉麵" in m.text)
    heard.store.trips.label(1, piece.ref, Kind.PRIVATE)
    files = documents(heard.store.drafts.latest(1), ["json"], heard.store.files.read, "internal")
    account = json.loads(next(iter(files.values())))
    assert "佐藤" in str(account["sections"])
    assert "拉麵" not in str(account)


async def test_what_was_approved_stays_as_it_was_approved(heard: Listener, traveller: Person):
    desk = Desk(heard.store, {"offline": OfflineWriter()})
    draft = heard.store.drafts.latest(1)
    reasons = {f.check: "測試" for f in draft.findings if f.severity == "error"}
    desk.approve(1, "王測試", NOW, reasons)
    before = desk.export(1, ["odt"])
    await marked(heard, traveller)
    assert desk.export(1, ["odt"]) == before
