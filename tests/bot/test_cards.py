"""Cards of people, as telephones write them, become names and offices; numbers and addresses are not kept."""

import pytest

from bot.cards import people_in, shown
from drafting.gather.names import names_in
from drafting.material import Medium
from storage.store import Store
from tests.bot.conftest import Listener

CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Nejka Brdavs\r\nORG:Voda Snaga;Odpadki\r\nTITLE:Head of Circular\r\n  Economy\r\n"
    "TEL:+386 1 000\r\nADR:;;Ulica 1;;;;\r\nEND:VCARD\r\n"
)
OLD = "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=86=89;=E6=B8=85=E5=92=8C\nEND:VCARD\n"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (CARD, ["Nejka Brdavs\nVoda Snaga Odpadki／Head of Circular Economy"]),
        (OLD, ["冉清和"]),
        (CARD + OLD, ["Nejka Brdavs\nVoda Snaga Odpadki／Head of Circular Economy", "冉清和"]),
        ("BEGIN:VCARD\nTEL:1\nEND:VCARD", []),
        ("no card", []),
    ],
)
def test_people_of_a_file_of_cards(text: str, kept: list[str]):
    assert [shown(person) for person in people_in(text)] == kept


async def test_a_file_of_cards_fills_the_names_desk_and_is_not_kept_itself(listener: Listener, store: Store):
    content = (CARD + OLD).encode()
    file_id = listener.emulator.upload(listener.token, "document", content, "people.vcf")
    document = {
        "file_id": file_id,
        "file_unique_id": "p",
        "file_name": "people.vcf",
        "file_size": len(content),
    }
    traveller = listener.person(101)
    await listener.settled(traveller.sends(document=document))
    (card,) = store.trips.material(1)
    assert (card.medium, card.file and card.file.content, card.file and card.file.missing) == (
        Medium.CONTACT, "", "",
    )  # fmt: skip
    assert "+386" not in card.text
    assert [(n.zh or n.foreign, n.kind) for n in names_in([card])] == [
        ("Nejka Brdavs", "person"), ("Voda Snaga Odpadki", "organisation"), ("冉清和", "person"),
    ]  # fmt: skip


async def test_a_file_without_people_says_what_to_do(listener: Listener):
    file_id = listener.emulator.upload(listener.token, "document", b"BEGIN:VCARD", "x.vcf")
    document = {"file_id": file_id, "file_unique_id": "p", "file_name": "x.vcf", "file_size": 11}
    await listener.settled(listener.person(101).sends(document=document))
    assert listener.said() == ["「x.vcf」：名片檔裡找不到姓名，請改打一行「姓名　機關　職稱」。"]
