"""What is marked #私 or #private stands nowhere: in no draft, check, file, list, card, status, question or recap."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.desk import Desk
from bot.documents import documents
from bot.replies import findings, names, pages, recaps, status
from bot.replies.together import who
from drafting.form import form_of
from drafting.interview.recap import recap
from drafting.interview.told import missing, told_of
from drafting.material import Material, Medium, Ref
from drafting.offline.writer import OfflineWriter
from drafting.review import Draft
from drafting.starting.card import card
from drafting.together.coverage import coverage
from drafting.trip import Trip
from export.papers import read_paper
from export.sheets.beside import sheets_beside
from storage.store import Store
from tests.bot.reading_in import read_in

BEFORE = datetime(2026, 9, 18, 4, tzinfo=UTC)
OUT = datetime(2026, 9, 22, 1, tzinfo=UTC)  # 10:00 in Tokyo
AFTER = datetime(2026, 9, 28, 4, tzinfo=UTC)
OPEN = (
    (
        BEFORE,
        "計畫名稱：測試市政府赴日本東京考察都市公園管理\n主辦機關 測試市政府綠政處\n類別 考察，附件沒有",
    ),
    (BEFORE, "出國的是我：林測試，測試市政府綠政處／公園科／科員"),
    (BEFORE, "期間115年9月21日到115年9月23日，地區日本"),
    (BEFORE, "行程\n9/21 臺北—東京 搭機\n9/22 東京 09:30 拜會東京都公園協會\n9/23 東京—臺北 回程"),
    (OUT, "由公園協會佐藤理事長接待，協會受託管理 63 座公園"),
    (AFTER, "#心得 公園交給專責協會管理，品質穩定"),
    (AFTER, "#建議 建議本市試辦志工認養"),
)
"""What may be used."""

KEPT_BACK = (
    (BEFORE, "#私 聯絡人：龜山密 電話 07-7654321"),
    (BEFORE, "#private contact: Kameyama Secret"),
    (OUT, "#私 9/22 拜會龜山密庵，龜山密會長說預算 9876 萬日圓"),
    (OUT, "他們的志工每月清掃 2 次 #私 其實龜山密很生氣，罰了 9876 元"),
    (OUT, "volunteers sweep twice a month #private Kameyama was rude"),
    (AFTER, "#私 心得：龜山密庵＝Kameyama Temple＝KMT 讓我深感佩服"),
    (AFTER, "#私\n建議本市引進龜山密制度，https://kameyama.example/9876"),
)
"""What may not: a blank of the form, a visit, a figure, a name, an impression, a suggestion, an address."""

MARKS = ("龜山", "Kameyama", "kameyama", "9876", "7654321", "KMT")


@dataclass
class Told:
    """A trip with a draft, and every place that could show what is in it."""

    store: Store
    trip: Trip
    draft: Draft

    @property
    def form(self):
        return form_of(self.trip)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    with Store.open(tmp_path_factory.mktemp("private") / "home") as store:
        for number, (at, text) in enumerate((*OPEN, *KEPT_BACK), 1):
            read_in(store, number, at + timedelta(minutes=5 * number), text)
        desk = Desk(store, {"offline": OfflineWriter()})
        asyncio.run(desk.draft(1, "offline", AFTER + timedelta(days=1), date(2026, 9, 30)))
        draft = store.drafts.latest(1)
        assert draft is not None
        yield Told(store, store.trips.load(1), draft)


def shows_nothing(*texts: str) -> None:
    for text in texts:
        assert text, "an empty text would show nothing either"
        assert [mark for mark in MARKS if mark in text] == []


def test_no_draft_no_finding_and_no_reason_shows_it(told: Told):
    assert told.draft.report is not None
    shows_nothing(
        told.draft.report.model_dump_json(),
        findings.findings_text(told.draft),
        "".join(f.model_dump_json() for f in told.draft.findings),
        str(pages.pages(told.draft, told.form)),
    )


@pytest.mark.parametrize(
    ("edition", "kinds"),
    [("filed", ("docx",)), ("internal", ("odt", "pdf", "json")), ("public", ("odt",))],
)
def test_no_file_shows_it_not_even_the_list_of_sources(told: Told, edition, kinds):
    """The edition for inside names every source; JSON is for programs of the same office. All formats lay out one text."""
    made = documents(told.draft, kinds, told.store.files.read, edition)
    assert len(made) == len(kinds)
    for name, content in made.items():
        text = content.decode() if name.endswith(".json") else read_paper(name, content)
        assert "佐藤" in text or edition == "public"
        shows_nothing(text)
    if edition == "internal":
        (account,) = (json.loads(c) for n, c in made.items() if n.endswith(".json"))
        private = [m for m in account["material"] if m["kind"] == "private"]
        assert [m["text"] for m in private] == [""] * 5
        assert len(account["material"]) == len(OPEN) + len(KEPT_BACK), "that there was something is no secret"


def test_no_sheet_beside_the_report_shows_it(told: Told):
    made = sheets_beside(told.draft, told.form, told.store.files.read, ["docx"], ["a.docx"])
    shows_nothing(*(read_paper(name, content) for name, content in made.items() if name.endswith("docx")))


def test_nothing_that_the_bot_says_of_itself_shows_it(told: Told):
    trip = told.trip
    days = [date(2026, 9, day) for day in (21, 22, 23)]
    shows_nothing(
        status.status_text(trip, told.form, date(2026, 9, 30), told.draft),
        names.names_text(trip.names),
        "".join(f"{row}" for row in card(trip, told.form)),
        who(trip.id, coverage(trip, ["林測試"], days[-1])),
        *(recaps.recap_text(recap(trip, day)) for day in days),
        "".join(t.activity.title for t in told_of(trip)),
    )
    (visit,) = [t for t in told_of(trip) if t.worth_asking]
    assert "figures" not in {str(ask) for ask in missing(trip, visit)}, "the open note told of 63 parks"


def test_it_is_not_counted_as_material(told: Told):
    shown = status.status_text(told.trip, told.form, date(2026, 9, 30), told.draft)
    assert f"素材：文字 {len(OPEN) + 2}\n" in shown  # two notes are open up to the mark
    assert recap(told.trip, date(2026, 9, 22)).came_in == {Medium.NOTE: 3}


def test_the_note_itself_is_kept_for_its_sender(told: Told):
    kept = told.store.trips.material(1)
    assert isinstance(kept[0], Material)
    assert sum("龜山" in piece.text or "Kameyama" in piece.text for piece in kept) == len(KEPT_BACK)
    assert kept[-1].ref == Ref(f"N{len(kept)}")
