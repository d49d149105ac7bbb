"""Where vision is turned on, a caption is suggested for a photo without words; it counts once it is tapped."""

import io
import json
from collections.abc import Callable

import pytest
from PIL import Image

from bot.budgets import Budgets, budget_day
from drafting.errors import WriterUnavailable
from drafting.material import Material
from drafting.senses import Seen, Senses
from drafting.trip import Trip
from storage.store import Store
from tests.bot.conftest import NOW, Listener, listening
from tests.bot.desks import FixedDesk
from tests.emulator import Emulator, Person


class FixedEye:
    """Sees what it is told to; ``shown`` counts the pictures."""

    model = "seeing-model"
    base_url = "https://models.example.org/v1"

    def __init__(self, seen: Seen | Exception, *, off_premises: bool = False) -> None:
        self._seen = seen
        self.off_premises = off_premises
        self.shown = 0

    async def look(self, picture: bytes, photo: Material, trip: Trip, spend: Callable[[int], None]) -> Seen:
        assert picture.startswith(b"\xff\xd8")
        spend(70)
        self.shown += 1
        if isinstance(self._seen, Exception):
            raise self._seen
        return self._seen


STAGE = Seen(caption="會場主舞臺", faces=True, badges=True)


def photo(listener: Listener, traveller: Person, **more: object) -> int:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "navy").save(out, "JPEG")
    file_id = listener.emulator.upload(listener.token, "photo", out.getvalue(), "x.jpg")
    size = {"file_id": file_id, "file_unique_id": file_id, "width": 64, "height": 48}
    return traveller.sends(photo=[size], **more)


@pytest.mark.parametrize(("label", "caption"), [("採用", "會場主舞臺"), ("不用", "")])
async def test_a_suggestion_is_tapped_or_left(emulator: Emulator, store: Store, label: str, caption: str):
    async with listening(emulator, store, FixedDesk(store), senses=Senses(eye=FixedEye(STAGE))) as listener:
        traveller = listener.person(101)
        await listener.settled(photo(listener, traveller))
        asked = next(call for call in listener.calls("sendMessage") if "圖說" in str(call["text"]))
        assert asked["text"] == (
            "P1 可以用這句圖說嗎？\n「會場主舞臺」\n照片裡可能有路人的臉孔、看得清姓名的識別證，要不要放進報告請您決定。"
        )
        assert [piece.text for piece in store.trips.material(1)] == [""]
        rows = json.loads(asked["reply_markup"])["inline_keyboard"]
        await listener.settled(
            traveller.presses(next(b["callback_data"] for b in rows[0] if b["text"] == label))
        )
        assert [piece.text for piece in store.trips.material(1)] == [caption]


async def test_a_caption_edited_later_goes_before_the_one_that_was_tapped(emulator: Emulator, store: Store):
    async with listening(emulator, store, FixedDesk(store), senses=Senses(eye=FixedEye(STAGE))) as listener:
        traveller = listener.person(101)
        original = traveller.message()
        out = io.BytesIO()
        Image.new("RGB", (64, 48), "navy").save(out, "JPEG")
        file_id = listener.emulator.upload(listener.token, "photo", out.getvalue(), "x.jpg")
        size = {"file_id": file_id, "file_unique_id": file_id, "width": 64, "height": 48}
        listener.emulator.push(listener.token, {"update_id": 7, "message": {**original, "photo": [size]}})
        await listener.settled(7)
        await listener.settled(traveller.presses("seen:1:P1"))
        edited = traveller.edits(
            original["message_id"], original["date"], original["date"] + 60, photo=[size], caption="東側舞臺"
        )
        await listener.settled(edited)
        assert [piece.text for piece in store.trips.material(1)] == ["東側舞臺"]


async def test_a_photo_with_words_of_its_own_or_of_its_album_or_private_is_not_looked_at(
    emulator: Emulator, store: Store
):
    eye = FixedEye(STAGE)
    async with listening(emulator, store, FixedDesk(store), senses=Senses(eye=eye)) as listener:
        traveller = listener.person(101)
        await listener.settled(photo(listener, traveller, caption="開幕式"))
        await listener.settled(photo(listener, traveller, caption="#私"))
        await listener.settled(photo(listener, traveller, caption="會場", media_group_id="9"))
        await listener.settled(photo(listener, traveller, media_group_id="9"))
        assert (eye.shown, listener.said()) == (0, [])


async def test_a_model_off_the_premises_sees_nothing_without_consent(emulator: Emulator, store: Store):
    eye = FixedEye(STAGE, off_premises=True)
    async with listening(emulator, store, FixedDesk(store), senses=Senses(eye=eye)) as listener:
        traveller = listener.person(101)
        await listener.settled(photo(listener, traveller))
        assert eye.shown == 0
        store.models.consent("models.example.org", "seeing-model", "許範例", NOW, given=True)
        await listener.settled(photo(listener, traveller))
        assert eye.shown == 1


async def test_a_photo_of_a_classified_trip_is_shown_to_no_model(emulator: Emulator, store: Store):
    eye = FixedEye(STAGE)
    async with listening(emulator, store, FixedDesk(store), senses=Senses(eye=eye)) as listener:
        traveller = listener.person(101)
        await listener.settled(traveller.says("先開一個案件"))
        store.trips.correct(1, "classification", "密", "林測試", NOW)
        await listener.settled(photo(listener, traveller))
        assert eye.shown == 0


async def test_a_day_of_looking_ends_and_the_photo_is_kept_all_the_same(emulator: Emulator, store: Store):
    eye, budgets = FixedEye(STAGE), Budgets(requests=1)
    async with listening(
        emulator, store, FixedDesk(store), budgets=budgets, senses=Senses(eye=eye)
    ) as listener:
        traveller = listener.person(101)
        for _ in range(2):
            await listener.settled(photo(listener, traveller))
        assert (eye.shown, len(store.trips.material(1))) == (1, 2)
        spent = store.spending.of(101, budget_day(NOW))
        assert (spent.requests, spent.tokens) == (1, 70)


async def test_where_the_model_fails_nobody_is_bothered(emulator: Emulator, store: Store):
    eye = FixedEye(WriterUnavailable("連線失敗或中斷"))
    async with listening(emulator, store, FixedDesk(store), senses=Senses(eye=eye)) as listener:
        await listener.settled(photo(listener, listener.person(101)))
        assert (eye.shown, store.jobs.list("dead")) == (1, [])
        assert not any("圖說" in text for text in listener.said())


async def test_without_an_eye_nothing_is_asked_for(listener: Listener):
    await listener.settled(photo(listener, listener.person(101)))
    assert "look" not in [job.kind for job in listener.store.jobs.list()]
