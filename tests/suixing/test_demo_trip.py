"""The built-in trip is whole, invented, and says everything that its truth file claims."""

import json
import re
import unicodedata
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from icalendar import Calendar
from PIL import Image, ImageChops, ImageStat

from drafting.counting import count
from suixing.demo import columns, demo_export, line, shorten, transcript

TRUTH = json.loads((Path(__file__).parent / "demo_truth.json").read_text("utf-8"))
BOT = "隨行小幫手"


@pytest.fixture
def folder():
    with demo_export() as path:
        yield path


@pytest.fixture
def messages(folder):
    return {m["id"]: m for m in json.loads((folder / "result.json").read_text("utf-8"))["messages"]}


def words(message):
    return "".join(part["text"] for part in message["text_entities"])


def plain(text):
    """As facts are looked up: NFKC, no spaces nor most punctuation, lower case, 臺 = 台."""
    return (
        re.sub(r"[\s,，、()（）「」『』\"“”.]", "", unicodedata.normalize("NFKC", text))
        .lower()
        .replace("臺", "台")
    )


def said_by_travellers(messages):
    return [m for m in messages.values() if m["from"] != BOT]


def named_ids(value):
    """Every list of message ids anywhere in the truth file."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key.endswith(("message_ids", "_messages", "_notes")) or key in {"impressions", "suggestions"}:
                yield from inner
            elif key == "message_id":
                yield inner
            else:
                yield from named_ids(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from named_ids(inner)


def test_it_has_the_shape_of_a_telegram_desktop_export(folder, messages):
    export = json.loads((folder / "result.json").read_text("utf-8"))
    assert (export["name"], export["type"], export["id"]) == (BOT, "bot_chat", 7000000002)
    assert len(messages) == len(export["messages"]) == TRUTH["chat"]["total"]
    assert list(messages) == sorted(messages)
    for message in messages.values():
        text = message["text"] if isinstance(message["text"], list) else [message["text"]]
        assert words(message) == "".join(p if isinstance(p, str) else p["text"] for p in text)


def test_the_clock_is_that_of_taipei_and_never_runs_back(messages):
    said = [m["date"] for m in messages.values()]
    assert said == sorted(said)
    for message in messages.values():
        exact = datetime.fromtimestamp(int(message["date_unixtime"]), ZoneInfo("Asia/Taipei"))
        assert exact.replace(tzinfo=None).isoformat() == message["date"]


def test_every_medium_is_there_with_the_size_that_the_message_tells(folder, messages):
    named = set()
    for message in messages.values():
        for key, size in (
            ("photo", "photo_file_size"),
            ("file", "file_size"),
            ("thumbnail", "thumbnail_file_size"),
        ):
            if key in message:
                named.add(message[key])
                assert (folder / message[key]).stat().st_size == message[size]
        if "width" in message:
            with Image.open(folder / message.get("photo", message.get("file"))) as picture:
                assert picture.size == (message["width"], message["height"])
    lying = {
        p.relative_to(folder).as_posix()
        for p in folder.rglob("*/*")
        if p.is_file() and "__pycache__" not in p.parts
    }
    assert lying == named


def test_it_stays_small_enough_for_a_package(folder):
    assert sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) < 2_500_000


def test_it_holds_what_a_real_trip_holds(messages):
    told = said_by_travellers(messages)
    kinds = {
        "photo": sum("photo" in m for m in told),
        "place": sum("place_name" in m for m in told),
        "location": sum("location_information" in m and "place_name" not in m for m in told),
        "contact": sum("contact_information" in m for m in told),
        "voice": sum(m.get("media_type") == "voice_message" for m in told),
        "file": sum("file" in m and "media_type" not in m for m in told),
        "edited": sum("edited" in m for m in told),
        "reply": sum("reply_to_message_id" in m for m in told),
        "forwarded": sum("forwarded_from" in m for m in told),
    }
    assert len(told) == 103
    assert kinds == {
        "photo": 16, "place": 1, "location": 1, "contact": 1, "voice": 1, "file": 3, "edited": 1, "reply": 1, "forwarded": 10,
    }  # fmt: skip
    assert len(TRUTH["impressions"]) == 6
    assert len(TRUTH["suggestions"]) == 5


def test_the_album_carries_its_caption_on_the_second_picture(messages):
    album = [m for m in messages.values() if m["date"] == "2026-09-16T10:31:27"]
    assert [words(m) for m in album] == ["", "展覽區，最多人圍的是即時水位看板", ""]


def test_the_original_picture_tells_when_and_where_it_was_taken(folder, messages):
    [original] = [m for m in messages.values() if m.get("mime_type") == "image/jpeg"]
    with Image.open(folder / original["file"]) as picture:
        exif = picture.getexif()
    taken, position = exif.get_ifd(0x8769), exif.get_ifd(0x8825)
    assert (taken[36867], taken[36881], position[1], position[3]) == (
        "2026:09:18 09:52:12",
        "+09:00",
        "N",
        "E",
    )


def test_the_agenda_names_times_and_their_zone(folder):
    calendar = Calendar.from_ical((folder / "files" / "genpo-2026.ics").read_bytes())
    starts = [event.decoded("dtstart") for event in calendar.walk("VEVENT")]
    assert len(starts) == 11
    assert starts[1].astimezone(UTC) == datetime(2026, 9, 16, 0, 30, tzinfo=UTC)


def test_the_agenda_in_word_is_a_table_with_the_same_number_of_items(folder):
    agenda = Document(str(folder / "files" / "APPRN2026_agenda_zh.docx"))
    [table] = agenda.tables
    assert [cell.text for cell in table.rows[0].cells] == ["日期", "時間", "議程", "地點"]
    assert len(table.rows) == 12


def test_the_voice_message_is_ogg_opus_of_the_length_told(folder, messages):
    [voice] = [m for m in messages.values() if m.get("media_type") == "voice_message"]
    content = (folder / voice["file"]).read_bytes()
    last = content.rindex(b"OggS")
    samples = int.from_bytes(content[last + 6 : last + 14], "little")
    assert content[28:36] == b"OpusHead"
    assert samples == voice["duration_seconds"] * 48000


def test_the_travellers_own_words_can_carry_a_full_report(messages):
    """3,000 字 for the long form without what the office passed on, 500 for the abstract of the short one."""
    own = [
        m
        for m in said_by_travellers(messages)
        if m.get("forwarded_from") != "穆知潮" and m["id"] > TRUTH["itinerary"][0]["message_ids"][0]
    ]
    assert count("\n".join(words(m) for m in own)).word > 3500


def test_no_telephone_number_could_be_anybodys(folder, messages):
    """Invented numbers only: area codes followed by 00 or 000, which no office hands out."""
    told = (folder / "result.json").read_text("utf-8")
    texts = " ".join(words(m) for m in messages.values())
    assert re.findall(r"0\d{1,3}-\d{6,8}|09\d{8}", texts) == ["04-00228811"]
    assert re.findall(r'"phone_number": "([^"]+)"', told) == ["+81 92 000 0155"]
    assert re.findall(r"https?://|@\w+\.\w+|[A-Z][12]\d{8}", texts) == []


def test_every_message_that_the_truth_names_exists(messages):
    assert set(named_ids(TRUTH)) - set(messages) == set()


def test_every_fact_stands_in_the_messages_that_it_names(messages):
    """All keywords of a fact, in one of their spellings, within the words of its messages."""
    missing = {
        (fact["id"], keyword)
        for fact in TRUTH["facts"]
        for keyword in fact["keywords"]
        if not any(
            plain(spelling) in plain("\n".join(words(messages[i]) for i in fact["message_ids"]))
            for spelling in keyword.split("|")
        )
    }
    assert missing == set()
    assert len(TRUTH["facts"]) >= 60
    assert len({fact["id"] for fact in TRUTH["facts"]}) == len(TRUTH["facts"])


def test_every_message_of_the_travellers_has_its_day(messages):
    dated = [i for ids in TRUTH["message_days"].values() for i in ids]
    assert sorted(dated) == [m["id"] for m in said_by_travellers(messages)]


def test_a_note_after_midnight_belongs_to_the_day_it_speaks_of(messages):
    for late, day in zip(TRUTH["late_notes"], ("2026-09-16", "2026-09-18"), strict=True):
        local = datetime.fromtimestamp(int(messages[late]["date_unixtime"]), ZoneInfo("Asia/Tokyo"))
        assert local.hour == 0
        assert local.date().isoformat() > day
        assert late in TRUTH["message_days"][day]


def test_no_suggestion_is_over_before_the_report_is_due(messages):
    for suggestion in TRUTH["suggestions"]:
        years = re.findall(r"(\d{3})年(\d{1,2})月", words(messages[suggestion]))
        assert years
        assert all((int(year), int(month)) > (115, 10) for year, month in years)


def test_the_transcript_shows_every_message_on_one_line_that_fits():
    lines = transcript(width=60)
    assert len(lines) == TRUTH["chat"]["total"]
    assert max(map(columns, lines)) <= 60
    assert "\n" not in "".join(lines)


def test_a_limited_transcript_spans_the_whole_trip():
    every, some = transcript(), transcript(5)
    assert len(some) == 5
    assert (some[0], some[-1]) == (every[0], every[-1])
    assert transcript(1) == every[:1]
    assert transcript(0) == []


def test_the_transcript_keeps_private_words_to_itself(messages):
    [private] = TRUTH["private_messages"]
    assert line(messages[private]) == "藍渡川 9/15 22:31  [私人，不使用]"


@pytest.mark.parametrize(
    ("photo", "shown"),
    [
        (0, "藍渡川 9/15 06:58  [照片] 桃園機場出發"),
        (12, "藍渡川 9/18 08:58  [照片原檔] 汐見川遊水公園全景 傳原檔"),
    ],
)
def test_a_picture_is_shown_by_its_caption(messages, photo, shown):
    assert line(messages[TRUTH["photos"][photo]["message_id"]]) == shown


def test_wide_characters_take_two_columns():
    assert columns("防災 ok") == 7
    assert shorten("防災士防災士", 12) == "防災士防災士"
    assert shorten("防災士防災士", 8) == "防災士…"


def test_the_painter_draws_the_pictures_that_are_carried(tmp_path, monkeypatch, folder):
    """To within what another build of the font renderer may change; needs the font of the banners."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "benchmarks"))
    font = import_module("demo_pictures.canvas").FONT
    if not font.exists():
        pytest.skip(f"the font of the banners is not installed: {font.name}")
    import_module("paint_demo").paint(tmp_path)
    drawn = sorted(p.relative_to(tmp_path) for p in tmp_path.rglob("*.jpg"))
    assert len(drawn) == 17
    for name in drawn:
        with Image.open(tmp_path / name) as new, Image.open(folder / name) as old:
            difference = ImageStat.Stat(ImageChops.difference(new.convert("RGB"), old.convert("RGB")))
        assert max(difference.mean) < 1
