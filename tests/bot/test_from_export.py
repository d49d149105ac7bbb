"""What an exported message says, however Telegram Desktop happened to write it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.albums import with_albums
from bot.export_folder import open_export
from bot.from_export import read_message
from bot.incoming import Incoming, Location
from tests.bot import exports


def one(entry) -> Incoming:
    message = read_message(entry, exports.BOT)
    assert message is not None
    return message


def test_the_exact_time_counts_and_not_the_clock_of_the_exporting_computer():
    entry = exports.entry(1, "早") | {"date": "1999-01-01T00:00:00"}
    assert one(entry).sent_at == datetime.fromtimestamp(exports.NOON + 1, UTC)


def test_an_old_export_without_exact_time_is_read_on_taiwans_clock():
    entry = exports.entry(1, "早")
    del entry["date_unixtime"]
    assert one(entry).sent_at.isoformat() == "2026-09-21T21:33:20+08:00"


def test_a_text_of_pieces_is_put_together():
    entry = exports.entry(
        1, ["見 ", {"type": "link", "text": "https://example.org"}, {"type": "bold", "text": " 議程"}]
    )
    assert one(entry).text == "見 https://example.org 議程"


def test_service_messages_are_no_messages():
    assert read_message({"id": 1, "type": "service", "action": "pin_message"}, exports.BOT) is None


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("(File not included. Change data exporting settings to download.)", "匯出時沒有包含這個檔案"),
        (
            "(File exceeds maximum size. Change data exporting settings to download.)",
            "檔案超過匯出時設定的大小",
        ),
        ("", "匯出時沒有包含這個檔案"),
    ],
)
def test_a_file_that_was_not_exported_is_missing_with_a_reason(said: str, why: str):
    attachment = one(exports.entry(1, "合影", photo=said)).attachment
    assert attachment is not None
    assert (attachment.handle, attachment.missing.split("，")[0]) == ("", why)


def test_a_forward_from_a_hidden_person_is_still_a_forward():
    assert one(exports.entry(1, "轉", forwarded_from=None)).forwarded_from == ""
    assert one(exports.entry(1, "轉", forwarded_from="許測試")).forwarded_from == "許測試"
    assert one(exports.entry(1, "自己的")).forwarded_from is None


def test_a_place_has_its_name_and_nonsense_is_no_place():
    where = {"latitude": 35.7, "longitude": 139.7}
    venue = exports.entry(1, location_information=where, place_name="會場", address="東京")
    assert one(venue).location == Location(latitude=35.7, longitude=139.7, name="會場", address="東京")
    assert one(exports.entry(1, location_information={"latitude": 900, "longitude": 0})).location is None


def test_photos_of_one_moment_are_one_album_and_others_are_not():
    def photo(number: int, after: int, **more) -> Incoming:
        return one(exports.entry(number, photo=f"p{number}.jpg", after=after, **more))

    messages = [photo(1, 0), photo(3, 1), photo(4, 9), photo(5, 30), photo(6, 30, from_id="user9")]
    messages += [one(exports.entry(7, "字", after=50)), photo(8, 50)]
    assert [m.album for m in with_albums(messages)] == ["export-1", "export-1", "", "", "", "", ""]


def test_an_album_has_at_most_ten_items():
    messages = [one(exports.entry(n, photo=f"p{n}.jpg", after=0)) for n in range(1, 13)]
    assert [m.album for m in with_albums(messages)] == ["export-1"] * 10 + ["export-11"] * 2


def test_what_bots_say_is_marked(tmp_path: Path):
    folder = exports.write(
        tmp_path,
        exports.chat(
            exports.entry(1, "我說的"),
            exports.entry(2, "您好", from_id=f"user{exports.BOT}"),
            exports.entry(3, "按鈕", from_id="user42", inline_bot_buttons=[[{"type": "callback"}]]),
            exports.entry(4, "另一句", from_id="user42"),
            exports.entry(5, "經由別的機器人", via_bot="@pic", inline_bot_buttons=[[{"type": "url"}]]),
        ),
    )
    _, chat = open_export(folder)
    assert [m.is_bot for m in chat.messages] == [False, True, True, True, False]


def test_a_group_with_several_travellers_keeps_who_said_what(tmp_path: Path):
    folder = exports.write(
        tmp_path,
        exports.chat(
            exports.entry(1, "甲的"),
            exports.entry(2, "乙的", **{"from": "王同行", "from_id": "user77"}),
            kind="private_supergroup",
        ),
    )
    _, chat = open_export(folder)
    assert [(m.sender_name, m.text) for m in chat.messages] == [("林測試", "甲的"), ("王同行", "乙的")]


def test_damaged_entries_are_told_and_the_rest_is_read(tmp_path: Path):
    content = exports.chat(
        exports.entry(1, "好的"), {"type": "message", "text": "沒有編號"}, exports.entry(3, "也好")
    )
    content["messages"].append("not a message")
    _, chat = open_export(exports.write(tmp_path, content))
    assert [m.text for m in chat.messages] == ["好的", "也好"]
    assert chat.problems == [
        "匯出檔的第 2 則訊息缺少編號或時間，已略過。",
        "匯出檔的第 4 則訊息缺少編號或時間，已略過。",
    ]
