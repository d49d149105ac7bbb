"""Every form in which the Bot API delivers what a report could use."""

from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Message

from bot.from_telegram import read_message
from bot.incoming import Incoming

SENDER = {"id": 101, "is_bot": False, "first_name": "林測試"}
AT = 1_790_000_000
SIZE = {"file_unique_id": "u", "width": 640, "height": 480, "file_size": 1000}


def incoming(**content: Any) -> Incoming:
    raw = {"message_id": 7, "date": AT, "chat": {"id": 101, "type": "private"}, "from": SENDER, **content}
    found = Message.de_json(raw, None)
    return read_message(found)


@pytest.mark.parametrize(
    ("origin", "name"),
    [
        ({"type": "user", "sender_user": {"id": 2, "is_bot": False, "first_name": "許", "last_name": "測試"}}, "許 測試"),
        ({"type": "hidden_user", "sender_user_name": "陳導遊"}, "陳導遊"),
        ({"type": "chat", "sender_chat": {"id": -5, "type": "group", "title": "訪問團"}}, "訪問團"),
        ({"type": "channel", "chat": {"id": -6, "type": "channel", "title": "主辦單位公告"}, "message_id": 3}, "主辦單位公告"),
    ],
)  # fmt: skip
def test_a_forward_tells_whose_words_they_are(origin: dict[str, Any], name: str):
    assert incoming(text="字", forward_origin={"date": AT, **origin}).forwarded_from == name


def test_a_message_of_ones_own_has_no_other_source():
    assert incoming(text="字").forwarded_from is None


def test_an_address_behind_words_is_not_lost():
    entity = {"type": "text_link", "offset": 0, "length": 2, "url": "https://example.org/agenda"}
    assert incoming(text="議程", entities=[entity]).links == ("https://example.org/agenda",)
    assert incoming(caption="議程", caption_entities=[entity], photo=[{"file_id": "f", **SIZE}]).links != ()


def test_of_a_live_photo_the_still_picture_counts():
    live = {"file_id": "film", "file_unique_id": "u", "width": 1, "height": 1, "duration": 2, "photo": [{"file_id": "still", **SIZE}]}  # fmt: skip
    found = incoming(live_photo=live, caption="開幕").attachment
    assert found is not None
    assert (found.kind, found.handle, found.file_id) == ("photo", "still", "still")


def test_the_largest_size_of_a_photo_is_taken():
    sizes = [{"file_id": "small", **SIZE}, {"file_id": "large", **SIZE}]
    found = incoming(photo=sizes).attachment
    assert found is not None
    assert found.handle == "large"


def test_a_venue_has_a_name_and_an_address():
    place = {"latitude": 35.0, "longitude": 139.0}
    found = incoming(venue={"location": place, "title": "會場", "address": "東京"}, location=place).location
    assert found is not None
    assert (found.name, found.address) == ("會場", "東京")


def test_a_contact_brings_its_card():
    card = "BEGIN:VCARD\nORG:東埔市政府\nTITLE:課長\nEND:VCARD"
    found = incoming(contact={"first_name": "甲", "phone_number": "+81", "vcard": card}).contact
    assert found is not None
    assert (found.name, found.organisation, found.title) == ("甲", "東埔市政府", "課長")


def test_a_sound_and_a_film_tell_their_length_in_seconds():
    voice = {"file_id": "v", "file_unique_id": "u", "duration": 61}
    film = {"file_id": "f", "file_unique_id": "u", "duration": 5, "length": 240}
    heard, filmed = incoming(voice=voice).attachment, incoming(video_note=film).attachment
    assert heard is not None
    assert filmed is not None
    assert (heard.duration, filmed.kind) == (61, "video_note")


def test_times_are_those_of_telegram():
    found = incoming(text="字", edit_date=AT + 60)
    assert (found.sent_at, found.edited_at) == (
        datetime.fromtimestamp(AT, UTC),
        datetime.fromtimestamp(AT + 60, UTC),
    )
