"""One message as any messenger gives it: what reading.py understands, whoever delivered it."""

from typing import Literal

from pydantic import AwareDatetime

from drafting.frozen import Frozen

AttachmentKind = Literal["photo", "document", "voice", "audio", "video", "video_note", "sticker", "animation"]


class Attachment(Frozen):
    """A file with a message. ``handle`` fetches it: a Telegram file_id, or a path in an export's folder.

    ``missing`` says in zh-TW why there is nothing to fetch; then ``handle`` is "". ``file_id`` is the handle again if it
    is Telegram's, which stays of use where a path does not.
    """

    kind: AttachmentKind
    handle: str = ""
    name: str = ""
    mime: str = ""
    size: int = 0
    duration: int = 0  # seconds
    missing: str = ""
    file_id: str = ""


class Location(Frozen):
    """Degrees north and east; a venue also has a name and an address."""

    latitude: float
    longitude: float
    name: str = ""
    address: str = ""


class Contact(Frozen):
    """A person from somebody's address book; ``organisation`` and ``title`` as the card gives them."""

    name: str
    phone: str
    organisation: str = ""
    title: str = ""


class Incoming(Frozen):
    """One message. ``forwarded_from`` is None when it was not forwarded, "" when the source hides its name."""

    chat_id: int
    message_id: int
    sent_at: AwareDatetime
    edited_at: AwareDatetime | None = None
    sender_id: int = 0
    sender_name: str = ""
    is_bot: bool = False
    chat_title: str = ""
    text: str = ""  # the text or the caption
    links: tuple[str, ...] = ()  # addresses that lie behind words of the text
    forwarded_from: str | None = None
    reply_to_message_id: int | None = None
    album: str = ""
    attachment: Attachment | None = None
    location: Location | None = None
    contact: Contact | None = None
