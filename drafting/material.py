"""What a traveller sent: one piece of material for each note, photo, voice message, place, contact or paper."""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Literal, NewType

from pydantic import AwareDatetime

from drafting.frozen import Frozen

Ref = NewType("Ref", str)
"""The short name of one piece of material, unique within a trip: N12, P3, V1, L2, C1, D1."""


class Medium(StrEnum):
    """How a piece of material arrived; its letter begins the reference."""

    NOTE = "note"
    PHOTO = "photo"
    VOICE = "voice"
    PLACE = "place"
    CONTACT = "contact"
    PAPER = "paper"

    @property
    def letter(self) -> str:
        """N, P, V, L, C or D (design: "`N12`, `P3`, `V1`, `L2`, `D1`")."""
        return {"note": "N", "photo": "P", "voice": "V", "place": "L", "contact": "C", "paper": "D"}[
            self.value
        ]


class Kind(StrEnum):
    """What a piece of material is good for in a report."""

    FACT = "fact"
    QUOTE = "quote"
    IMPRESSION = "impression"  # 心得: only the traveller's own
    SUGGESTION = "suggestion"  # 建議: only the traveller's own
    PARTICULARS = "particulars"  # fills a field of the form or the itinerary table
    ASIDE = "aside"  # said to the bot or to oneself: makes no sense in a report
    PRIVATE = "private"  # never used


class StoredFile(Frozen):
    """A file that came with a message.

    ``content`` is the SHA-256 of the kept bytes, or "" while the bytes are not here; then ``missing`` says why,
    in the reader's language. ``handle`` is Telegram's file_id, by which bytes that are too many for a bot can still
    be asked for through a server of one's own.
    """

    name: str
    mime: str = ""
    handle: str = ""
    size: int = 0
    content: str = ""
    missing: str = ""
    width: int = 0
    height: int = 0


class Position(Frozen):
    """Degrees north and east (WGS 84)."""

    latitude: float
    longitude: float


class Material(Frozen):
    """One piece of material.

    ``said_at`` is when the message was sent; ``meant_on`` (and ``meant_at``, if a time of day is known) the local
    day at the place that it speaks of, so a note at 23:50 about "昨天下午" belongs to yesterday.
    ``dated_on`` and ``dated_at`` are that day and time as the traveller set them by hand.
    ``text`` is the note, the caption, the confirmed transcript or the text of the paper; ``heard`` is what a model
    understood of a voice message, and no part of the material until the traveller says that it is right. ``seen`` is
    the same for what a model saw in a picture. ``links`` are the addresses in it, those behind words too.
    """

    ref: Ref
    medium: Medium
    author: str
    said_at: AwareDatetime
    text: str = ""
    chat_id: int = 0
    message_ids: tuple[int, ...] = ()
    kind: Kind = Kind.FACT
    label: Kind | None = None  # what the traveller called it (#心得, #私 …); wins over what the rules think
    meant_on: date = date.min
    meant_at: time | None = None
    dated_on: date | None = None
    dated_at: time | None = None
    zone: str = "Asia/Taipei"
    own: bool = True  # said by a traveller of this trip, not forwarded from somebody else
    forwarded_from: str = ""
    reply_to: Ref | None = None
    album: str = ""
    edited_at: AwareDatetime | None = None
    file: StoredFile | None = None
    taken_at: datetime | None = None  # EXIF; naive if the camera did not say its offset
    position: Position | None = None
    place_name: str = ""
    address: str = ""
    phone: str = ""
    links: tuple[str, ...] = ()
    heard: str = ""
    seen: str = ""
    choice: Literal["", "keep", "leave"] = ""  # of a photo: what the traveller decided about showing it
    sharpness: float = 0.0  # variance of edges of the shrunk picture; 0 if unknown
    fingerprint: str = (
        ""  # 64-bit difference hash of the shrunk picture, as hex; near pictures differ in few bits
    )

    @property
    def day(self) -> date:
        """The local day that this speaks of."""
        return self.meant_on
