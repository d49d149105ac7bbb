"""What comes late or is changed afterwards: the rest of an album, an edit after a draft or on another day, live photos."""

from datetime import timedelta

import pytest

from drafting.material import Medium
from drafting.plan.vicinity import Vicinity
from storage.store import Store
from tests.bot.conftest import NOW, Listener, listening
from tests.bot.desks import FixedDesk
from tests.bot.test_capturing import as_photo, photo
from tests.emulator import Emulator, eventually

AT = 1_790_000_000


async def test_a_late_photo_of_an_album_belongs_to_it_though_others_spoke_and_the_bot_was_started_anew(
    emulator: Emulator, store: Store
):
    """Ten seconds later is usual on a slow network; nothing waits for it, and the caption may be on any of them."""
    first_start = listening(emulator, store, FixedDesk(store))
    async with first_start as listener:
        traveller = listener.person(101)
        ids = [
            emulator.upload(listener.token, "photo", photo(c), f"{c}.jpg") for c in ("red", "blue", "green")
        ]
        await listener.settled(traveller.sends(**as_photo(ids[0]), media_group_id="77", date=AT))
        await listener.settled(
            traveller.sends(**as_photo(ids[1]), media_group_id="77", caption="開幕式", date=AT)
        )
        await listener.settled(traveller.says("別的事", date=AT + 5))
    async with listening(emulator, store, FixedDesk(store), token=first_start.token) as listener:
        await listener.settled(traveller.sends(**as_photo(ids[2]), media_group_id="77", date=AT + 10))
        material = store.trips.load(1).material
        late = next(m for m in material if m.medium is Medium.PHOTO and m.said_at.timestamp() == AT + 10)
        assert [m.text for m in Vicinity(material).album(late)] == ["", "開幕式"]
        assert [bool(m.file and m.file.content) for m in material if m.medium is Medium.PHOTO] == [True] * 3


@pytest.mark.parametrize("later", [timedelta(minutes=5), timedelta(days=1), timedelta(days=3)])
async def test_an_edit_after_a_draft_changes_the_piece_and_the_draft_stays_as_it_was(
    emulator: Emulator, store: Store, later: timedelta
):
    now = [NOW]
    async with listening(emulator, store, FixedDesk(store), lambda: now[0]) as listener:
        traveller = listener.person(101)
        original = traveller.message(text="協會受託管理 36 座公園", date=int(NOW.timestamp()))
        emulator.push(listener.token, {"update_id": 50, "message": original})
        await listener.settled(50)
        await listener.settled(traveller.says("/draft"))
        now[0] = NOW + later
        text = "協會受託管理 63 座公園"
        edited = int(now[0].timestamp())
        await listener.settled(traveller.edits(original["message_id"], original["date"], edited, text=text))
        (piece,) = store.trips.load(1).material
        assert (piece.text, piece.meant_on) == (
            text,
            NOW.date(),
        )  # it speaks of the day on which it was written
        draft = store.drafts.latest(1)
        assert draft is not None
        assert draft.trip_then is not None
        assert [m.text for m in draft.trip_then.material] == ["協會受託管理 36 座公園"]
        history = store._db.rows("select text from material_history where trip = 1")
        assert history == [("協會受託管理 36 座公園",)]
        await listener.settled(traveller.says("/draft"))
        redrafted = store.drafts.latest(1)
        assert redrafted is not None
        assert redrafted.trip_then is not None
        assert [m.text for m in redrafted.trip_then.material] == [text]


async def test_an_edit_of_what_was_never_received_is_a_piece(listener: Listener):
    """Telegram gives an edit of an unknown message when the bot was let in only afterwards."""
    traveller = listener.person(101)
    await listener.settled(traveller.edits(44, AT, AT + 60, text="改過的第一句"))
    assert [m.text for m in listener.store.trips.material(1)] == ["改過的第一句"]


async def test_of_a_live_photo_the_still_picture_is_fetched(listener: Listener):
    traveller = listener.person(101)
    file_id = listener.emulator.upload(listener.token, "photo", photo(), "still.jpg")
    live = {
        "file_id": "film",
        "file_unique_id": "f",
        "width": 640,
        "height": 480,
        "duration": 2,
        **as_photo(file_id),
    }
    await listener.settled(traveller.sends(live_photo=live, caption="開幕"))
    (piece,) = listener.store.trips.material(1)
    await eventually(lambda: bool(listener.store.trips.material(1)[0].file.content))  # type: ignore[union-attr]
    assert (piece.medium, piece.text) == (Medium.PHOTO, "開幕")
    assert [fields["file_id"] for fields in listener.calls("getFile")] == [file_id]


async def test_a_venue_is_a_place_with_its_name(listener: Listener):
    place = {"latitude": 35.67, "longitude": 139.75}
    venue = {"location": place, "title": "日比谷公園", "address": "東京都千代田區"}
    await listener.settled(listener.person(101).sends(venue=venue, location=place))
    (piece,) = listener.store.trips.material(1)
    assert piece.medium is Medium.PLACE
    assert piece.place_name == "日比谷公園"
