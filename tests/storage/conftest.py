"""An empty store, and makers of the values that go into it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from drafting.finding import Finding, Severity
from drafting.material import Material, Medium, StoredFile
from drafting.report import Paragraph, Report, Section, Sentence
from drafting.review import Draft, Recipe, Usage
from drafting.trip import Trip
from storage.store import Store

NOON = datetime(2024, 5, 6, 12, 0, tzinfo=UTC)


@pytest.fixture
def at() -> datetime:
    return NOON


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    with Store.open(home) as opened:
        yield opened


@pytest.fixture
def trip(store: Store) -> int:
    return store.trips.create(NOON)


@pytest.fixture
def note() -> Callable[..., Material]:
    """Makes note number n of chat 5, said n minutes after noon; anything else by name."""

    def make(number: int, text: str = "", edited: int | None = None, **more) -> Material:
        fields = {
            "ref": "",
            "medium": Medium.NOTE,
            "author": "王小明",
            "said_at": NOON + timedelta(minutes=number),
            "text": text or f"第 {number} 則紀錄",
            "chat_id": 5,
            "message_ids": (number,),
            "edited_at": None if edited is None else NOON + timedelta(days=1, seconds=edited),
        }
        return Material(**(fields | more))

    return make


@pytest.fixture
def photo(note: Callable[..., Material]) -> Callable[..., Material]:
    """Makes photo number n, with the bytes of this digest or, for "", none yet."""

    def make(number: int, content: str = "", **more) -> Material:
        file = StoredFile(name="photo.jpg", mime="image/jpeg", content=content)
        return note(number, medium=Medium.PHOTO, file=file, **more)

    return make


@pytest.fixture
def report() -> Report:
    sentence = Sentence(text="會場位於市中心。", sources=("N1",))
    section = Section(key="process", heading="參、過程", blocks=(Paragraph(sentences=(sentence,)),))
    return Report(
        form="taichung-report", title="出國報告書", fields={"report_name": "考察"}, sections=(section,)
    )


@pytest.fixture
def finding() -> Finding:
    return Finding(check="LEN-1", severity=Severity.WARNING, where="摘要", message="摘要太短，請補充。")


@pytest.fixture
def recipe() -> Recipe:
    return Recipe(writer="offline", form_digest="ab")


@pytest.fixture
def written(store: Store, report: Report, finding: Finding, recipe: Recipe) -> Callable[..., Draft]:
    """Requests and finishes a draft of a trip."""

    def write(trip: int, trip_then: Trip | None = None) -> Draft:
        draft = store.drafts.request(trip, recipe, NOON)
        then = trip_then or Trip(id=trip, report_name="考察")
        return store.drafts.finish(draft, report, then, [finding], Usage(calls=2), recipe, NOON)

    return write
