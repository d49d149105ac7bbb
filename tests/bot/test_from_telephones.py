"""What telephones send, through the bot to the trip: pictures with clock and place, albums, papers, films, forwards."""

import io
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

import pillow_heif
import pytest
from docx import Document as Word
from odfdo import Document, Paragraph
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from xlsxwriter import Workbook

from drafting.interview.recap import bare_photos
from drafting.material import Medium
from drafting.plan.vicinity import Vicinity
from tests.bot.conftest import Listener, keyboard
from tests.bot.test_capturing import as_photo, photo

PLAN = (
    "出國期間：115年9月15日至115年9月21日\n出國地區：日本\n"
    "行程\n9/15 臺北—東京 搭機\n9/18 東京 拜會東京都公園協會\n9/21 東京—臺北 回程"
)
BERLIN = {"N": (52.0, 31.0, 12.0), "E": (13.0, 24.0, 18.0)}


def taken(clock: str, offset: str = "", place: dict[str, tuple[float, ...]] | None = None) -> Image.Exif:
    """What a camera writes into a picture."""
    exif = Image.Exif()
    exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = clock
    if offset:
        exif.get_ifd(IFD.Exif)[Base.OffsetTimeOriginal] = offset
    for side, degrees in (place or {}).items():
        name = "Latitude" if side in "NS" else "Longitude"
        exif.get_ifd(IFD.GPSInfo)[GPS[f"GPS{name}Ref"]] = side
        exif.get_ifd(IFD.GPSInfo)[GPS[f"GPS{name}"]] = degrees
    return exif


def jpeg(exif: Image.Exif) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((640, 480), 60).convert("RGB").save(out, "JPEG", exif=exif)
    return out.getvalue()


def heic(exif: Image.Exif) -> bytes:
    out = io.BytesIO()
    pillow_heif.from_pillow(Image.effect_noise((640, 480), 60).convert("RGB")).save(out, exif=exif.tobytes())
    return out.getvalue()


def as_file(listener: Listener, content: bytes, name: str, mime: str) -> dict[str, Any]:
    """A file that is on the server, as a message names it."""
    file_id = listener.emulator.upload(listener.token, "document", content, name)
    return {"document": {"file_id": file_id, "file_unique_id": file_id, "file_name": name, "mime_type": mime}}


@pytest.mark.parametrize(
    ("name", "mime", "made"),
    [("IMG_1.JPG", "image/jpeg", jpeg), ("IMG_2.heic", "", heic)],
)
@pytest.mark.parametrize(
    ("clock", "offset", "place", "day", "at", "zone"),
    [
        ("2026:09:18 09:30:00", "+09:00", {}, date(2026, 9, 18), time(9, 30), "Asia/Tokyo"),
        ("2026:09:18 23:30:00", "+08:00", {}, date(2026, 9, 19), time(0, 30), "Asia/Tokyo"),
        ("2026:09:18 23:30:00", "+02:00", BERLIN, date(2026, 9, 18), time(23, 30), "Europe/Berlin"),
        ("2026:09:18 23:30:00", "", BERLIN, date(2026, 9, 18), time(23, 30), "Europe/Berlin"),
    ],
)
async def test_a_picture_sent_as_a_file_belongs_to_the_day_and_the_place_where_it_was_taken(
    listener: Listener,
    name: str,
    mime: str,
    made: Callable[[Image.Exif], bytes],
    clock: str,
    offset: str,
    place: dict[str, tuple[float, ...]],
    day: date,
    at: time,
    zone: str,
):
    """Sent days later; a camera still at Taipei's offset is put right by the place where the trip was."""
    traveller = listener.person(101)
    await listener.settled(traveller.says(PLAN, date=int(datetime(2026, 9, 14, tzinfo=UTC).timestamp())))
    content = made(taken(clock, offset, place))
    await listener.settled(traveller.sends(**as_file(listener, content, name, mime)))
    piece = listener.store.trips.load(1).material[-1]
    assert piece.medium is Medium.PHOTO
    assert (piece.meant_on, piece.meant_at, piece.zone) == (day, at, zone)
    assert piece.file is not None
    kept = listener.store.files.read(piece.file.content)
    assert kept is not None
    assert Image.open(io.BytesIO(kept)).format == "JPEG"


@pytest.mark.parametrize("captioned", [0, 6])
async def test_an_album_of_ten_is_one_album_whichever_carries_the_caption(listener: Listener, captioned: int):
    """Each gets its reaction, none is told about, and nobody asks what they show: the caption speaks for all."""
    traveller = listener.person(101)
    await listener.settled(traveller.says(PLAN))
    for number in range(10):
        file_id = listener.emulator.upload(
            listener.token, "photo", photo(f"#{number}0{number}0{number}0"), "p.jpg"
        )
        caption = {"caption": "開幕式"} if number == captioned else {}
        update = traveller.sends(**as_photo(file_id), media_group_id="77", **caption)
    await listener.settled(update)
    await listener.everything_done()
    material = listener.store.trips.load(1).material
    pictures = [m for m in material if m.medium is Medium.PHOTO]
    assert [(m.album, bool(m.file and m.file.content)) for m in pictures] == [("77", True)] * 10
    assert [m.text for m in pictures].index("開幕式") == captioned
    assert len(Vicinity(material).album(pictures[3])) == 9, "the others"
    assert bare_photos(listener.store.trips.load(1)) == ()
    reactions = listener.calls("setMessageReaction")
    assert len(reactions) == len({call["message_id"] for call in reactions}) == 11


def word() -> bytes:
    out, paper = io.BytesIO(), Word()
    paper.add_paragraph("9月18日拜會東京都公園協會")
    paper.save(out)
    return out.getvalue()


def odt() -> bytes:
    out, paper = io.BytesIO(), Document("text")
    paper.body.append(Paragraph("9月18日拜會東京都公園協會"))
    paper.save(out)
    return out.getvalue()


def workbook(*rows: list[str]) -> bytes:
    out = io.BytesIO()
    with Workbook(out) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return out.getvalue()


ICS = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    "DTSTART;TZID=Asia/Tokyo:20260918T093000\r\nSUMMARY:拜會東京都公園協會\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("函.docx", word), ("函.odt", odt), ("行程.xlsx", lambda: workbook(["9月18日", "拜會東京都公園協會"])), ("議程.ics", ICS.encode), ("函.txt", "拜會東京都公園協會".encode),
        ("big5.TXT", lambda: "拜會東京都公園協會".encode("cp950")), ("表.csv", "9/18,拜會東京都公園協會".encode),
    ],
)  # fmt: skip
async def test_the_text_of_a_paper_stands_behind_what_was_said_about_it(
    listener: Listener, name: str, made: Callable[[], bytes]
):
    traveller = listener.person(101)
    content = made()
    await listener.settled(
        traveller.sends(**as_file(listener, content, name, "application/octet-stream"), caption="對方給的")
    )
    piece = listener.store.trips.load(1).material[-1]
    assert piece.medium is Medium.PAPER
    said, _, text = piece.text.partition("\n")
    assert said == "對方給的"
    assert "拜會東京都公園協會" in text
    assert piece.file is not None
    assert listener.store.files.read(piece.file.content) == content


async def test_a_calendar_and_a_workbook_make_the_itinerary(listener: Listener):
    traveller = listener.person(101)
    await listener.settled(traveller.says("出國期間：115年9月15日至115年9月21日\n出國地區：日本"))
    await listener.settled(traveller.sends(**as_file(listener, ICS.encode(), "議程.ics", "text/calendar")))
    (event,) = listener.store.trips.load(1).events
    assert (event.day, event.start, event.title) == (date(2026, 9, 18), time(9, 30), "拜會東京都公園協會")
    rows = [["日期", "地點", "行程"], ["9/15", "臺北—東京", "搭機"], ["9/19", "橫濱", "參觀港區"]]
    await listener.settled(traveller.sends(**as_file(listener, workbook(*rows), "行程.xlsx", "")))
    assert [(r.day.day, r.activity) for r in listener.store.trips.load(1).itinerary] == [
        (15, "搭機"),
        (19, "參觀港區"),
    ]


@pytest.mark.parametrize("kind", ["video_note", "video", "animation"])
async def test_a_film_is_refused_with_what_to_send_instead_and_never_fetched(listener: Listener, kind: str):
    film = {"file_id": "f", "file_unique_id": "f", "length": 240, "width": 1, "height": 1, "duration": 9}
    await listener.settled(listener.person(101).sends(**{kind: film}))
    assert listener.calls("getFile") == []
    if kind != "animation":  # a moving picture is a joke, as a sticker is: neither kept nor answered
        (said,) = listener.said()
        assert "請改傳照片，或用一句話寫下影片裡的重點" in said
    assert listener.calls("setMessageReaction") == []


ORIGINS: list[tuple[dict[str, Any], str]] = [
    ({"type": "user", "sender_user": {"id": 7, "is_bot": False, "first_name": "陳導遊"}}, "陳導遊"),
    ({"type": "hidden_user", "sender_user_name": "許測試"}, "許測試"),
    ({"type": "chat", "sender_chat": {"id": -5, "type": "group", "title": "考察團"}}, "考察團"),
    ({"type": "channel", "message_id": 3, "chat": {"id": -6, "type": "channel", "title": "大會公告"}}, "大會公告"),
]  # fmt: skip


@pytest.mark.parametrize(("origin", "source"), ORIGINS)
async def test_a_forward_keeps_whose_words_they_are_and_its_addresses(
    listener: Listener, origin: dict[str, Any], source: str
):
    text = "我覺得很棒，議程在 https://example.org/agenda"
    await listener.settled(listener.person(101).says(text, forward_origin={**origin, "date": 1_789_000_000}))
    (piece,) = listener.store.trips.load(1).material
    assert (piece.own, piece.forwarded_from, piece.kind.value) == (False, source, "fact")
    assert piece.links == ("https://example.org/agenda",)


async def test_each_edit_changes_the_piece_in_place_and_leaves_what_it_was(listener: Listener):
    traveller = listener.person(101)
    first = traveller.message(text="協會管 36 座公園")
    listener.emulator.push(listener.token, {"update_id": 5, "message": first})
    await listener.settled(5)
    for minute, text in ((1, "協會管 63 座公園"), (2, "協會管 64 座公園")):
        edit = traveller.edits(first["message_id"], first["date"], first["date"] + 60 * minute, text=text)
        await listener.settled(edit)
    (piece,) = listener.store.trips.material(1)
    assert (piece.ref, piece.text) == ("N1", "協會管 64 座公園")
    history = listener.store._db.rows("select text from material_history where trip = 1 order by rowid")
    assert [text for (text,) in history] == ["協會管 36 座公園", "協會管 63 座公園"]


async def test_a_reply_to_one_picture_of_an_album_is_about_that_picture(listener: Listener):
    traveller = listener.person(101)
    for colour in ("red", "blue"):
        file_id = listener.emulator.upload(listener.token, "photo", photo(colour), "p.jpg")
        await listener.settled(traveller.sends(**as_photo(file_id), media_group_id="77"))
    replied = {"message_id": 2, "date": 1_790_000_000, "chat": {"id": 101, "type": "private"}}
    await listener.settled(traveller.says("簽署備忘錄", reply_to_message=replied))
    material = listener.store.trips.load(1).material
    assert material[-1].reply_to == "P2"
    told = [[m.text for m in Vicinity(material).replies(p)] for p in material if p.medium is Medium.PHOTO]
    assert told == [[], ["簽署備忘錄"]]


LETTER = (
    "臺中市政府 函",
    "主旨：奉派本局藍渡川科長等2人赴日本福岡參加「2026亞太港灣城市防災交流會議」一案。",
    "出國期間：115年9月15日至115年9月19日",
    "出國地區：日本",
    "主辦機關：臺中市政府水利局",
)


def letter_as_word() -> bytes:
    out, paper = io.BytesIO(), Word()
    for line in LETTER:
        paper.add_paragraph(line)
    paper.save(out)
    return out.getvalue()


def letter_as_odt() -> bytes:
    out, paper = io.BytesIO(), Document("text")
    paper.body.clear()
    for line in LETTER:
        paper.body.append(Paragraph(line))
    paper.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("name", "made"), [("公文.docx", letter_as_word), ("公文.odt", letter_as_odt)])
async def test_a_paper_alone_begins_a_trip_and_its_card_shows_what_was_recognised(
    listener: Listener, name: str, made: Callable[[], bytes]
):
    traveller = listener.person(101)
    await listener.settled(traveller.sends(**as_file(listener, made(), name, "")))
    card = next(fields for fields in listener.calls("sendMessage") if "【提要】" in str(fields["text"]))
    lines = str(card["text"]).splitlines()
    assert "出國期間：115年9月15日至115年9月19日" in lines
    assert "出國地區：日本" in lines
    buttons = [b["text"].removeprefix("✎ ") for row in keyboard(card) for b in row]
    fields = [line.split("：")[0] for line in lines[1:] if "：" in line]
    assert buttons == fields, "a button for each field"
    assert listener.said()[-1].startswith("這趟是密件嗎？"), "and one question, which decides about the rest"


@pytest.mark.parametrize("caption", ["#私 家人合照", "#private", "#私"])
async def test_no_photo_of_an_album_with_a_private_caption_is_used(listener: Listener, caption: str):
    traveller = listener.person(101)
    await listener.settled(traveller.says(PLAN))
    for number, colour in enumerate(("red", "blue", "green")):
        file_id = listener.emulator.upload(listener.token, "photo", photo(colour), "p.jpg")
        more = {"caption": caption} if number == 1 else {}
        await listener.settled(traveller.sends(**as_photo(file_id), media_group_id="77", **more))
    trip = listener.store.trips.load(1)
    assert [m.kind.value for m in trip.material if m.medium is Medium.PHOTO] == ["private"] * 3
    assert bare_photos(trip) == ()


async def test_an_edit_can_make_a_note_private_and_open_again(listener: Listener):
    traveller = listener.person(101)
    first = traveller.message(text="會場有 400 個攤位")
    listener.emulator.push(listener.token, {"update_id": 5, "message": first})
    await listener.settled(5)
    kinds = []
    for minute, text in ((1, "#私 會場有 400 個攤位"), (2, "會場有 400 個攤位")):
        edit = traveller.edits(first["message_id"], first["date"], first["date"] + 60 * minute, text=text)
        await listener.settled(edit)
        kinds.append(listener.store.trips.load(1).material[0].kind.value)
    assert kinds == ["private", "fact"]
