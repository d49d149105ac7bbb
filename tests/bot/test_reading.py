"""What a message is good for."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.cards import of_card
from bot.commands import Spoken, take_apart
from bot.incoming import Attachment, Contact, Incoming, Location
from bot.reading import label_alone, read
from drafting.material import Kind, Medium, Ref


def message(text: str = "", **more: Any) -> Incoming:
    at = datetime(2026, 9, 21, tzinfo=UTC)
    return Incoming(chat_id=1, message_id=9, sent_at=at, sender_name="林測試", text=text, **more)


def file(kind: Any, name: str = "", mime: str = "", **more: Any) -> Attachment:
    return Attachment(kind=kind, name=name, mime=mime, handle="h", **more)


def nothing(_: int) -> None:
    return None


@pytest.mark.parametrize(
    "text", ["/start", "/start abc", "/draft", "/draft@suixing_bot", "/unheard_of", "", "  \n "]
)
def test_commands_and_emptiness_are_no_material(text: str):
    assert read(message(text), nothing) is None


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("/draft", Spoken("draft", "", "")),
        ("/approve LEN-1=同意", Spoken("approve", "LEN-1=同意", "")),
        ("先這樣 要草稿了 /draft", Spoken("draft", "", "先這樣 要草稿了")),
        ("/status\n到飯店了", Spoken("status", "", "到飯店了")),
        ("/date昨天下午", Spoken("date", "昨天下午", "")),
        ("/unheard 但是這句要留", Spoken("", "", "/unheard 但是這句要留")),
        ("路徑 a/draft 不是指令", Spoken("", "", "路徑 a/draft 不是指令")),
        ("/home/me/photo.jpg", Spoken("", "", "/home/me/photo.jpg")),
        ("我和同事各住 1/2", Spoken("", "", "我和同事各住 1/2")),
    ],
)
def test_a_command_is_found_at_the_start_or_the_end_and_the_rest_is_kept(text: str, spoken: Spoken):
    assert take_apart(text) == spoken


@pytest.mark.parametrize(
    ("attachment", "medium"),
    [
        (file("photo"), Medium.PHOTO),
        (file("document", "IMG.HEIC"), Medium.PHOTO),
        (file("document", "scan", "image/png"), Medium.PHOTO),
        (file("document", "議程.pdf", "application/pdf"), Medium.PAPER),
        (file("document", "行程.ics"), Medium.PAPER),
        (file("document", "x.zip"), Medium.PAPER),
        (file("voice"), Medium.VOICE),
        (file("audio", "a.mp3"), Medium.VOICE),
        (file("video", "v.mp4"), Medium.PAPER),
        (file("sticker"), None),
        (file("animation"), None),
    ],
)
def test_a_file_becomes_what_a_report_can_use(attachment: Attachment, medium: Medium | None):
    piece = read(message(attachment=attachment), nothing)
    assert (piece.medium if piece else None) == medium


def test_a_file_that_no_report_can_use_says_so():
    piece = read(message(attachment=file("document", "x.zip")), nothing)
    assert piece is not None
    assert piece.file is not None
    assert piece.file.missing == "不支援這種檔案，請改傳照片、PDF、DOCX、ODT、XLSX、TXT 或 ICS"


def test_what_is_said_under_a_video_is_a_note():
    piece = read(message("市長致詞約 10 分鐘", attachment=file("video", "v.mp4")), nothing)
    assert piece is not None
    assert (piece.medium, piece.text) == (Medium.NOTE, "市長致詞約 10 分鐘")


def test_places_and_contacts():
    place = read(message(location=Location(latitude=1, longitude=2, name="會場", address="東京")), nothing)
    person = read(message(contact=Contact(name="聯絡人甲", phone="+81 0")), nothing)
    assert place is not None
    assert person is not None
    assert (place.medium, place.place_name, place.address) == (Medium.PLACE, "會場", "東京")
    assert (person.medium, person.text, person.phone) == (Medium.CONTACT, "聯絡人甲", "+81 0")


@pytest.mark.parametrize(
    ("text", "bare", "label"),
    [
        ("#心得 城市外交走得通", "城市外交走得通", Kind.IMPRESSION),
        ("應派員參加 #建議", "應派員參加", Kind.SUGGESTION),
        ("#行程：\n4/9 臺北—東京", "4/9 臺北—東京", Kind.PARTICULARS),
        ("#私 女兒生日", "女兒生日", Kind.PRIVATE),
        ("#心得 #私 別寫", "別寫", Kind.PRIVATE),
        ("#心得報告的寫法", "#心得報告的寫法", None),
    ],
)
def test_the_travellers_own_labels(text: str, bare: str, label: Kind | None):
    piece = read(message(text), nothing)
    assert piece is not None
    assert (piece.text, piece.label) == (bare, label)


def test_words_of_others_are_not_the_travellers_own():
    own = [
        piece.own
        for source in (None, "許測試", "", "林測試")
        if (piece := read(message("字", forwarded_from=source), nothing))
    ]
    assert own == [True, False, False, True]


def test_a_reply_names_the_piece_it_answers():
    piece = read(message("改好了", reply_to_message_id=4), {4: Ref("N3")}.get)
    assert piece is not None
    assert piece.reply_to == "N3"


def test_bots_are_not_heard():
    assert read(message("收到", is_bot=True), nothing) is None


def test_a_private_end_stays_marked_and_the_beginning_stays_usable():
    """#私 further on keeps back only what stands behind it; drafting uses what stands before."""
    piece = read(message("展後資料請於月底前下載。\n#私 明天買伴手禮"), nothing)
    assert piece is not None
    assert (piece.text, piece.label) == ("展後資料請於月底前下載。\n#私 明天買伴手禮", None)


def test_addresses_are_kept_as_sources_those_behind_words_too():
    piece = read(
        message("議程在 https://example.org/agenda ，見附件", links=("https://example.org/map",)), nothing
    )
    assert piece is not None
    assert piece.links == ("https://example.org/agenda", "https://example.org/map")
    assert piece.text == "議程在 https://example.org/agenda ，見附件"


def test_a_contact_brings_what_the_person_is():
    card = Contact(name="聯絡人甲", phone="+81 0", organisation="東埔市政府 河川課", title="課長")
    piece = read(message(contact=card), nothing)
    assert piece is not None
    assert piece.text == "聯絡人甲\n東埔市政府 河川課／課長"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("#心得", Kind.IMPRESSION), (" ＃建議 ", Kind.SUGGESTION), ("#行程", Kind.PARTICULARS), ("#心得 很好", None), ("心得", None), ("", None)],
)  # fmt: skip
def test_a_label_alone_says_what_another_message_is(text: str, kind: Kind | None):
    assert label_alone(text) == kind


def test_a_file_of_telegram_can_be_asked_for_again_by_its_number_and_a_path_cannot():
    handles = [
        piece.file.handle
        for attachment in (file("document", "a.pdf", file_id="BQAC"), file("document", "a.pdf"))
        if (piece := read(message(attachment=attachment), nothing)) and piece.file
    ]
    assert handles == ["BQAC", ""]


@pytest.mark.parametrize(
    ("card", "field", "value"),
    [
        ("BEGIN:VCARD\nORG:東埔市政府;河川課\nTITLE:課長\nEND:VCARD", "ORG", "東埔市政府 河川課"),
        ("BEGIN:VCARD\r\nitem1.TITLE;CHARSET=UTF-8:Direc\r\n tor\\, Rivers\r\nEND:VCARD", "TITLE", "Director, Rivers"),
        ("BEGIN:VCARD\nNOTE:TITLE:no\nEND:VCARD", "TITLE", ""),
        ("", "ORG", ""),
    ],
)  # fmt: skip
def test_a_card_of_an_address_book_is_read_line_by_line(card: str, field: str, value: str):
    assert of_card(card, field) == value


@pytest.mark.parametrize(
    ("text", "kind", "kept"),
    [
        ("#private had a fight, do not write", Kind.PRIVATE, "had a fight, do not write"),
        ("#Private. nobody's business", Kind.PRIVATE, ". nobody's business"),
        ("#reflection warning is not informing", Kind.IMPRESSION, "warning is not informing"),
        ("#Suggestion test the sirens", Kind.SUGGESTION, "test the sirens"),
        ("#plan is a word too: #planning", Kind.PARTICULARS, "is a word too: #planning"),
    ],
)
def test_tags_in_english_mean_the_same(text: str, kind: Kind, kept: str):
    piece = read(message(text), nothing)
    assert piece is not None
    assert piece.label is kind
    assert piece.text.lstrip(". ") == kept.lstrip(". ")


def test_what_stands_behind_private_is_kept_back_in_english_too():
    piece = read(message("the gate closes at 5.8 m #private chief was late"), nothing)
    assert piece is not None
    assert (piece.label, piece.text) == (None, "the gate closes at 5.8 m\n#私 chief was late")
