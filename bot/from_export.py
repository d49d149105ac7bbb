"""One message of a Telegram Desktop export -> Incoming (pure, and strict about nothing that a report can do without)."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from bot.incoming import Attachment, AttachmentKind, Contact, Incoming, Location

EXPORTER_ZONE = ZoneInfo("Asia/Taipei")
"""Exports before 2021 lack date_unixtime; their clock is the exporting computer's, so Taiwan's."""

_KINDS: dict[str, AttachmentKind] = {
    "voice_message": "voice",
    "audio_file": "audio",
    "video_file": "video",
    "video_message": "video_note",
    "sticker": "sticker",
    "animation": "animation",
}
_NOT_THERE = re.compile(
    r"^\(.*\)$", re.DOTALL
)  # "(File not included. Change data exporting settings to download.)"


def read_message(
    entry: Mapping[str, Any], chat_id: int, title: str = "", *, is_bot: bool = False
) -> Incoming | None:
    """One exported message; None for service messages. Raises ValueError if it has no usable number or time."""
    if entry.get("type", "message") != "message":
        return None
    return Incoming(
        chat_id=chat_id,
        message_id=_number(entry["id"]) if "id" in entry else _no("id"),
        sent_at=_moment(entry, "date") or _no("date"),
        edited_at=_moment(entry, "edited"),
        sender_id=sender_id(entry),
        sender_name=_word(entry.get("from")) or "（已刪除帳號）",
        is_bot=is_bot,
        chat_title=title,
        text=plain_text(entry.get("text", "")),
        links=_links(entry.get("text", "")),
        forwarded_from=_word(entry["forwarded_from"]) if "forwarded_from" in entry else None,
        reply_to_message_id=_reply(entry),
        attachment=_attachment(entry),
        location=_location(entry),
        contact=_contact(entry),
    )


def plain_text(value: object) -> str:
    """The words of a text that may be a string or a list of strings and entities."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "".join(plain_text(piece) for piece in value)
    if isinstance(value, Mapping):
        return plain_text(value.get("text", ""))
    return ""


def _links(value: object) -> tuple[str, ...]:
    """Addresses behind words."""
    pieces = value if isinstance(value, list) else []
    return tuple(
        address for piece in pieces if isinstance(piece, Mapping) and (address := _word(piece.get("href")))
    )


def sender_id(entry: Mapping[str, Any]) -> int:
    """The digits of "user5000000101"; 0 if there are none."""
    digits = re.sub(r"\D", "", str(entry.get("from_id", "")))
    return int(digits[:18]) if digits else 0


def _attachment(entry: Mapping[str, Any]) -> Attachment | None:
    if "photo" in entry:
        return _file(entry, "photo", "photo", entry.get("photo_file_size"))
    if "file" in entry:
        kind = _KINDS.get(str(entry.get("media_type", "")), "document")
        return _file(entry, "file", kind, entry.get("file_size"))
    return None


def _file(entry: Mapping[str, Any], key: str, kind: AttachmentKind, size: object) -> Attachment:
    path = _word(entry.get(key))
    absent = not path or bool(_NOT_THERE.match(path))
    name = _word(entry.get("file_name")) or ("" if absent else PurePosixPath(path).name)
    return Attachment(
        kind=kind,
        handle="" if absent else path,
        name=name,
        mime=_word(entry.get("mime_type")) or ("image/jpeg" if kind == "photo" else ""),
        size=size if isinstance(size, int) else 0,
        duration=seconds if isinstance(seconds := entry.get("duration_seconds"), int) else 0,
        missing=_why(path) if absent else "",
    )


def _why(path: str) -> str:
    if "maximum size" in path:
        return "檔案超過匯出時設定的大小，請調高後重新匯出"
    return "匯出時沒有包含這個檔案，請勾選照片與檔案後重新匯出"


def _location(entry: Mapping[str, Any]) -> Location | None:
    found = entry.get("location_information")
    if not isinstance(found, Mapping):
        return None
    try:
        latitude, longitude = float(found["latitude"]), float(found["longitude"])
    except (KeyError, TypeError, ValueError):
        return None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    return Location(
        latitude=latitude,
        longitude=longitude,
        name=_word(entry.get("place_name")),
        address=_word(entry.get("address")),
    )


def _contact(entry: Mapping[str, Any]) -> Contact | None:
    found = entry.get("contact_information")
    if not isinstance(found, Mapping):
        return None
    names = (_word(found.get("first_name")), _word(found.get("last_name")))
    return Contact(name=" ".join(n for n in names if n), phone=_word(found.get("phone_number")))


def _reply(entry: Mapping[str, Any]) -> int | None:
    elsewhere = "reply_to_peer_id" in entry  # a reply to a message of another chat
    target = entry.get("reply_to_message_id")
    return target if isinstance(target, int) and not elsewhere else None


def _moment(entry: Mapping[str, Any], key: str) -> datetime | None:
    exact, local = entry.get(f"{key}_unixtime"), entry.get(key)
    if exact not in (None, ""):
        try:
            return datetime.fromtimestamp(_number(exact), UTC)
        except (OverflowError, OSError) as error:
            raise ValueError(f"{key}_unixtime") from error
    return (
        datetime.fromisoformat(local).replace(tzinfo=EXPORTER_ZONE)
        if isinstance(local, str) and local
        else None
    )


def _number(value: object) -> int:
    if isinstance(value, int | str) and not isinstance(value, bool):
        return int(value)
    raise ValueError(f"not a number: {value!r}")


def _word(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _no(key: str) -> Any:
    raise ValueError(f"no {key}")
