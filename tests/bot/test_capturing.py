"""What people send is kept, and shown to be kept."""

import io
import json

from PIL import Image

from drafting.material import Kind, Medium, Position
from storage.role import Role
from tests.bot.conftest import Listener
from tests.emulator import eventually


def photo(colour: str = "navy", exif: bool = False) -> bytes:
    out = io.BytesIO()
    picture = Image.new("RGB", (640, 480), colour)
    if exif:
        tags = Image.Exif()
        tags.get_ifd(0x8769)[0x9003] = "2026:09:21 09:30:00"
        tags.get_ifd(0x8769)[0x9011] = "+09:00"
        picture.save(out, "JPEG", exif=tags)
    else:
        picture.save(out, "JPEG")
    return out.getvalue()


def as_photo(file_id: str, size: int = 1000) -> dict[str, object]:
    return {
        "photo": [
            {"file_id": file_id, "file_unique_id": file_id, "width": 640, "height": 480, "file_size": size}
        ]
    }


async def test_a_text_is_a_note_and_gets_a_thumb(listener: Listener):
    traveller = listener.person(101)
    assert await listener.settled(traveller.says("抵達東京，天氣晴")) == "done"
    (piece,) = listener.store.trips.material(1)
    assert (piece.ref, piece.medium, piece.text, piece.author) == (
        "N1",
        Medium.NOTE,
        "抵達東京，天氣晴",
        "林測試",
    )
    await eventually(lambda: bool(listener.calls("setMessageReaction")))
    (reaction,) = listener.calls("setMessageReaction")
    assert [shown["emoji"] for shown in json.loads(reaction["reaction"])] == ["👍"]
    assert listener.said() == []


async def test_every_item_of_an_album_is_kept_whichever_carries_the_caption(listener: Listener):
    traveller = listener.person(101)
    ids = [listener.emulator.upload(listener.token, "photo", photo(c), f"{c}.jpg") for c in ("red", "blue")]
    first = traveller.sends(**as_photo(ids[0]), media_group_id="77")
    second = traveller.sends(**as_photo(ids[1]), media_group_id="77", caption="開幕式")
    await listener.settled(first)
    await listener.settled(second)
    kept = [(p.album, p.text, bool(p.file and p.file.content)) for p in listener.store.trips.material(1)]
    assert kept == [("77", "", True), ("77", "開幕式", True)]


async def test_a_photo_sent_as_a_file_keeps_when_it_was_taken(listener: Listener):
    traveller = listener.person(101)
    file_id = listener.emulator.upload(listener.token, "document", photo(exif=True), "IMG_1.jpg")
    document = {
        "file_id": file_id,
        "file_unique_id": "u",
        "file_name": "IMG_1.jpg",
        "mime_type": "image/jpeg",
    }
    await listener.settled(traveller.sends(document=document))
    (piece,) = listener.store.trips.material(1)
    assert piece.medium is Medium.PHOTO
    assert piece.taken_at is not None
    assert piece.taken_at.isoformat() == "2026-09-21T09:30:00+09:00"


async def test_a_location_is_a_place(listener: Listener):
    traveller = listener.person(101)
    await listener.settled(traveller.sends(location={"latitude": 35.68, "longitude": 139.76}))
    (piece,) = listener.store.trips.material(1)
    assert (piece.medium, piece.position) == (Medium.PLACE, Position(latitude=35.68, longitude=139.76))


async def test_an_edited_message_changes_its_piece_even_after_another_trip_was_opened(listener: Listener):
    traveller = listener.person(101)
    original = traveller.message(text="會議 5/17")
    listener.emulator.push(listener.token, {"update_id": 5, "message": original})
    await listener.settled(5)
    await listener.settled(traveller.says("/new"))
    edit = traveller.edits(original["message_id"], original["date"], original["date"] + 60, text="會議 5/7")
    await listener.settled(edit)
    assert [piece.text for piece in listener.store.trips.material(1)] == ["會議 5/7"]
    assert listener.store.trips.material(2) == ()


async def test_an_unreadable_picture_stays_as_a_piece_and_the_traveller_hears_why(listener: Listener):
    traveller = listener.person(101)
    file_id = listener.emulator.upload(listener.token, "photo", b"no picture at all", "x.jpg")
    update = traveller.sends(**as_photo(file_id), caption="合影")
    assert await listener.settled(update) == "done"
    (piece,) = listener.store.trips.material(1)
    assert piece.text == "合影"
    assert piece.file is not None
    assert (piece.file.content, bool(piece.file.missing)) == ("", True)
    (told,) = listener.said()
    assert piece.file.missing.rstrip("。") in told


async def test_a_file_above_twenty_megabytes_is_not_fetched_but_its_caption_is_kept(listener: Listener):
    traveller = listener.person(101)
    await listener.settled(traveller.sends(**as_photo("any", size=21 * 1024 * 1024), caption="全景"))
    (piece,) = listener.store.trips.material(1)
    assert piece.text == "全景"
    assert listener.calls("getFile") == []
    assert ["20 MB" in text for text in listener.said()] == [True]


async def test_a_chat_that_refuses_reactions_loses_nothing(listener: Listener):
    traveller = listener.person(101)
    listener.emulator.fault(
        listener.token, "setMessageReaction", 400, description="Bad Request: REACTION_INVALID"
    )
    assert await listener.settled(traveller.says("已報到")) == "done"
    assert len(listener.store.trips.material(1)) == 1


async def test_a_sticker_is_neither_kept_nor_answered(listener: Listener):
    traveller = listener.person(101)
    sticker = {
        "file_id": "s", "file_unique_id": "s", "width": 1, "height": 1, "type": "regular",
        "is_animated": False, "is_video": False,
    }  # fmt: skip
    assert await listener.settled(traveller.sends(sticker=sticker)) == "done"
    assert listener.store.trips.ids() == []
    assert listener.said() == []


async def test_words_before_a_command_are_kept_and_the_command_is_obeyed(listener: Listener):
    traveller = listener.person(101)
    await listener.settled(traveller.says("照片挑兩張就好 /status"))
    assert [piece.text for piece in listener.store.trips.material(1)] == ["照片挑兩張就好"]
    assert [text.startswith("案件 1") for text in listener.said()] == [True]


async def test_messages_of_one_chat_keep_their_order_while_files_are_fetched(listener: Listener):
    traveller = listener.person(101)
    file_id = listener.emulator.upload(listener.token, "photo", photo(), "a.jpg")
    traveller.sends(**as_photo(file_id))
    for number in range(5):
        last = traveller.says(f"第 {number} 則")
    await listener.settled(last)
    await eventually(lambda: not listener.store.inbox.waiting())
    assert [piece.ref for piece in listener.store.trips.material(1)] == ["P1", "N1", "N2", "N3", "N4", "N5"]


async def test_staff_and_travellers_have_their_own_trips(listener: Listener):
    await listener.settled(listener.person(101).says("甲"))
    await listener.settled(listener.person(102, Role.STAFF).says("乙"))
    assert [[p.text for p in listener.store.trips.material(t)] for t in listener.store.trips.ids()] == [
        ["甲"],
        ["乙"],
    ]


async def test_films_are_refused_politely_once_for_an_album_and_their_captions_are_kept(listener: Listener):
    traveller = listener.person(101)
    film = {"file_id": "f", "file_unique_id": "f", "width": 1, "height": 1, "duration": 9}
    for caption in ("市長致詞約 10 分鐘", "", ""):
        more = {"caption": caption} if caption else {}
        await listener.settled(traveller.sends(video=film, media_group_id="88", **more))
    assert [piece.text for piece in listener.store.trips.material(1)] == ["市長致詞約 10 分鐘", "", ""]
    (said,) = listener.said()
    assert "報告放不進影片，請改傳照片，或用一句話寫下影片裡的重點" in said
    assert len(listener.calls("setMessageReaction")) == 1  # for the words; a film that is not kept earns none
    assert listener.calls("getFile") == []


async def test_a_file_of_no_use_is_told_what_to_send_instead(listener: Listener):
    document = {"file_id": "z", "file_unique_id": "z", "file_name": "all.zip", "mime_type": "application/zip"}
    await listener.settled(listener.person(101).sends(document=document))
    assert listener.said() == ["「all.zip」：不支援這種檔案，請改傳照片、PDF、DOCX、ODT、XLSX、TXT 或 ICS。"]


async def test_of_a_file_that_is_too_large_its_number_with_telegram_is_kept(listener: Listener):
    await listener.settled(listener.person(101).sends(**as_photo("AgAC-large", size=21 * 1024 * 1024)))
    (piece,) = listener.store.trips.material(1)
    assert piece.file is not None
    assert (piece.file.handle, piece.file.content) == ("AgAC-large", "")


async def test_a_label_in_reply_says_what_a_note_is_and_is_no_note_itself(listener: Listener):
    traveller = listener.person(101)
    await listener.settled(traveller.says("港區的排水站由志工維護"))
    replied = {"message_id": 1, "date": 1_790_000_000, "chat": {"id": 101, "type": "private"}}
    await listener.settled(traveller.says("#建議", reply_to_message=replied))
    assert [(m.ref, m.kind) for m in listener.store.trips.load(1).material] == [("N1", Kind.SUGGESTION)]
    await eventually(lambda: len(listener.calls("setMessageReaction")) == 2)
