"""Cards of people (vCard), as telephones attach them to contacts and as files hold them (pure)."""

import quopri
import re

from bot.incoming import Contact

_LONGEST = 200
_MOST = 50
"""People of one file; an address book is no material of a trip."""
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CARD = re.compile(r"BEGIN:VCARD(?P<body>.*?)END:VCARD", re.IGNORECASE | re.DOTALL)


def people_in(text: str) -> tuple[Contact, ...]:
    """The people of a file of cards, at most fifty; those without a name are left out."""
    bodies = [card["body"] for card in _CARD.finditer(text[:2_000_000])][:_MOST]
    found = (
        Contact(
            name=of_card(body, "FN") or _plain_name(body),
            phone=of_card(body, "TEL"),
            organisation=of_card(body, "ORG"),
            title=of_card(body, "TITLE"),
        )
        for body in bodies
    )
    return tuple(person for person in found if person.name)


def shown(contact: Contact) -> str:
    """What is kept of a card as text: the name, and below it 「機關／職稱」; no number and no address."""
    what = f"{contact.organisation}／{contact.title}" if contact.title else contact.organisation
    return "\n".join(part for part in (contact.name, what) if part)


def of_card(card: str, field: str) -> str:
    """The value of a field (ORG, TITLE …) of a vCard, its parts in a row; "" if it has none."""
    unfolded = re.sub(r"\r?\n[ \t]|=\r?\n", "", card[:20_000])
    found = re.search(
        rf"^(?:item\d+\.)?{field}(?P<how>;[^:\r\n]*)?:(?P<value>[^\r\n]*)",
        unfolded,
        re.IGNORECASE | re.MULTILINE,
    )
    if not found:
        return ""
    value = found["value"]
    if "QUOTED-PRINTABLE" in (found["how"] or "").upper():
        value = quopri.decodestring(value.encode()).decode("utf-8", "replace")
    parts = re.split(r"(?<!\\);", value)
    return " ".join(p.strip() for part in parts if (p := re.sub(r"\\(.)", r"\1", part)).strip())[:_LONGEST]


def _plain_name(card: str) -> str:
    """Old cards have only N: surname first, as it is written here too."""
    parts = of_card(card, "N").split(" ")
    han = any(map(_HAN.search, parts))
    return "".join(parts) if han else " ".join(reversed(parts))
