"""What a message is good for: Incoming -> Material, or nothing (pure; for the bot and for imports alike)."""

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from bot.cards import shown
from bot.commands import take_apart
from bot.incoming import Attachment, Incoming
from drafting.material import Kind, Material, Medium, Position, Ref, StoredFile
from drafting.phrase import phrase

PAPERS = frozenset({".pdf", ".docx", ".odt", ".txt", ".md", ".ics", ".xlsx", ".csv"})
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".heic", ".heif", ".webp", ".tif", ".tiff", ".bmp"})
LABELS: dict[str, Kind] = {
    "心得": Kind.IMPRESSION,
    "感想": Kind.IMPRESSION,
    "建議": Kind.SUGGESTION,
    "行程": Kind.PARTICULARS,
    "私": Kind.PRIVATE,
    "私人": Kind.PRIVATE,
    "impression": Kind.IMPRESSION,
    "reflection": Kind.IMPRESSION,
    "thoughts": Kind.IMPRESSION,
    "suggestion": Kind.SUGGESTION,
    "recommendation": Kind.SUGGESTION,
    "itinerary": Kind.PARTICULARS,
    "plan": Kind.PARTICULARS,
    "private": Kind.PRIVATE,
}
"""What a traveller may call a message, with a # before it; capitals do not matter."""

NOT_FETCHED = phrase("尚未取得檔案")
_UNUSABLE_VIDEO = phrase("報告放不進影片，請改傳照片，或用一句話寫下影片裡的重點")
_UNUSABLE_FILE = phrase("不支援這種檔案，請改傳照片、PDF、DOCX、ODT、XLSX、TXT 或 ICS")
_LINK = re.compile(r"https?://[^\s<>\"「」『』（）()，。、；！？\u3000]+")
_TAG = re.compile(
    rf"[#＃]({'|'.join(sorted(LABELS, key=len, reverse=True))})(?=$|[\s：:，,。；;.#＃])",
    re.MULTILINE | re.IGNORECASE,
)


def read(message: Incoming, ref_of: Callable[[int], Ref | None]) -> Material | None:
    """The material in a message, or None for commands, bots, stickers and empty messages.

    ``ref_of`` finds the piece that a message id of this chat became. ``ref`` stays "": storage gives it.
    The sender's own words forwarded by the sender stay own; anybody else's do not.
    """
    if message.is_bot:
        return None
    text, label = _labelled(take_apart(message.text).rest)
    medium = _medium(message, text)
    if medium is None:
        return None
    if message.album and not text and label is Kind.PRIVATE:
        text = "#私"  # a caption of nothing but the mark is still the caption of the album
    contact, place = message.contact, message.location
    return Material(
        ref=Ref(""),
        medium=medium,
        author=message.sender_name,
        said_at=message.sent_at,
        text=text or (shown(contact) if contact else ""),
        chat_id=message.chat_id,
        message_ids=(message.message_id,),
        label=label,
        own=message.forwarded_from is None or message.forwarded_from == message.sender_name,
        forwarded_from=_source(message),
        reply_to=ref_of(message.reply_to_message_id) if message.reply_to_message_id is not None else None,
        album=message.album,
        edited_at=message.edited_at,
        file=_file(message.attachment) if message.attachment else None,
        position=Position(latitude=place.latitude, longitude=place.longitude) if place else None,
        place_name=place.name if place else "",
        address=place.address if place else "",
        phone=contact.phone if contact else "",
        links=tuple(dict.fromkeys((*_LINK.findall(text), *message.links))),
    )


def label_alone(text: str) -> Kind | None:
    """The kind that a message names and says nothing else: 「#心得」 in reply to a note labels the note."""
    bare, label = _labelled(text.strip())
    return label if not bare else None


def is_material(message: Incoming) -> bool:
    """Whether there is anything in a message for a report."""
    return read(message, lambda _: None) is not None


def refused(piece: Material) -> bool:
    """Whether a file came that no report can use, so that nobody fetches it."""
    return piece.file is not None and piece.file.missing in (_UNUSABLE_VIDEO, _UNUSABLE_FILE)


def is_paper(name: str) -> bool:
    """Whether a file of this name has a text that can be read."""
    return _ending(name) in PAPERS


def is_card(name: str) -> bool:
    """Whether a file of this name holds cards of people."""
    return _ending(name) == ".vcf"


def _medium(message: Incoming, text: str) -> Medium | None:
    if message.location:
        return Medium.PLACE
    if message.contact:
        return Medium.CONTACT
    if message.attachment is None:
        return Medium.NOTE if text else None
    match message.attachment.kind:
        case "photo":
            return Medium.PHOTO
        case "voice" | "audio":
            return Medium.VOICE
        case "sticker" | "animation":
            return Medium.NOTE if text else None
        case "video" | "video_note":
            return (
                Medium.NOTE if text else Medium.PAPER
            )  # what was said under a video counts; the video does not
        case "document" if is_card(message.attachment.name):
            return Medium.CONTACT
        case "document":
            return Medium.PHOTO if _is_picture(message.attachment) else Medium.PAPER


def _file(attachment: Attachment) -> StoredFile:
    missing = attachment.missing
    if not missing and attachment.kind in ("video", "video_note", "animation", "sticker"):
        missing = _UNUSABLE_VIDEO
    elif not missing and attachment.kind == "document":
        usable = _is_picture(attachment) or is_paper(attachment.name) or is_card(attachment.name)
        missing = "" if usable else _UNUSABLE_FILE
    return StoredFile(
        name=attachment.name,
        mime=attachment.mime,
        handle=attachment.file_id,
        size=attachment.size,
        missing=missing or NOT_FETCHED,
    )


def _is_picture(attachment: Attachment) -> bool:
    named = _ending(attachment.name) in PICTURES
    return named or (attachment.mime.startswith("image/") and not is_paper(attachment.name))


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _source(message: Incoming) -> str:
    if message.forwarded_from is None:
        return ""
    return message.forwarded_from or "未顯示名稱者"


def _labelled(text: str) -> tuple[str, Kind | None]:
    """Take out what the traveller called the message; the strictest word wins if there are several.

    #私 keeps back what stands behind it: at the beginning that is the whole message; further on the tag stays in the
    text, and drafting uses only what stands before it.
    """
    private = next((m for m in _TAG.finditer(text) if LABELS[m[1].lower()] is Kind.PRIVATE), None)
    if private and _TAG.sub("", text[: private.start()]).strip():
        open_part, label = _labelled(text[: private.start()])
        return f"{open_part.rstrip()}\n#私 {text[private.end() :].strip()}", label
    found = [LABELS[tag.lower()] for tag in _TAG.findall(text)]
    if not found:
        return text, None
    bare = _TAG.sub("", text)
    lines = (line.strip().lstrip("：:，,").strip() for line in bare.splitlines())
    return "\n".join(lines).strip(), Kind.PRIVATE if Kind.PRIVATE in found else found[0]
