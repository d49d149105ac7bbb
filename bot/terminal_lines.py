"""A typed line as the update that Telegram would have made of it: a text, a command, a photo or a file."""

import mimetypes
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.reading import PICTURES

_VOICES = frozenset({".ogg", ".oga", ".opus"})
_SOUNDS = frozenset({".mp3", ".m4a", ".wav", ".flac", ".aac"})
_BUTTON = re.compile(r"\A\s*\[(\d{1,2})\]\s*\Z")
_REPLY = re.compile(r"\A\s*>>\s*(\S.*)\Z", re.DOTALL)


@dataclass
class Numbers:
    """Who sits at the terminal, and the next free number for messages and updates alike."""

    user_id: int
    name: str
    last: int = 0

    def next(self) -> int:
        self.last += 1
        return self.last


def update_for(
    line: str,
    numbers: Numbers,
    at: datetime,
    last: Mapping[str, Any] | None = None,
    buttons: Sequence[str] = (),
) -> dict[str, Any]:
    """The update for one line. The path of an existing file stands for that file; words behind it are its caption.

    「[2]」 presses the second of ``buttons``; 「>> 文字」 replies to ``last``, the newest message of the bot.
    """
    message_id = numbers.next()
    if (pressed := _BUTTON.match(line)) and 0 < int(pressed[1]) <= len(buttons) and last:
        query = {
            "id": str(message_id),
            "from": _person(numbers),
            "chat_instance": "terminal",
            "data": buttons[int(pressed[1]) - 1],
            "message": last,
        }
        return {"update_id": message_id, "callback_query": query}
    message: dict[str, Any] = {
        "message_id": message_id,
        "date": int(at.timestamp()),
        "chat": {"id": numbers.user_id, "type": "private", "first_name": numbers.name},
        "from": _person(numbers),
    }
    if (reply := _REPLY.match(line)) and last:
        message["reply_to_message"] = last
        line = reply[1]
    path, caption = file_in(line)
    if path is None:
        message["text"] = line
    else:
        message |= _attached(path)
        if caption:
            message["caption"] = caption
    return {"update_id": message_id, "message": message}


def _person(numbers: Numbers) -> dict[str, Any]:
    return {"id": numbers.user_id, "is_bot": False, "first_name": numbers.name}


def file_in(line: str) -> tuple[Path | None, str]:
    """The file that a line names, and the caption behind it; (None, "") for every other line."""
    bare = line.strip()
    for quote in ("'", '"'):
        if bare.startswith(quote) and (end := bare.find(quote, 1)) > 0:
            return _existing(bare[1:end]), bare[end + 1 :].strip()
    if whole := _existing(bare):
        return whole, ""
    first, _, rest = bare.partition(" ")
    found = _existing(first) if "/" in first or "\\" in first else None
    return (found, rest.strip()) if found else (None, "")


def _existing(text: str) -> Path | None:
    try:
        path = Path(text).expanduser()
        return path.resolve() if text and path.is_file() else None
    except (OSError, ValueError, RuntimeError):  # too long, or not a path at all
        return None


def _attached(path: Path) -> dict[str, Any]:
    size = path.stat().st_size
    identity = {"file_id": str(path), "file_unique_id": path.name, "file_size": size}
    if path.suffix.lower() in PICTURES:
        return {"photo": [{**identity, "width": 1280, "height": 960}]}
    if path.suffix.lower() in _VOICES:
        return {"voice": {**identity, "duration": 0, "mime_type": "audio/ogg"}}
    if path.suffix.lower() in _SOUNDS:
        sound = {**identity, "duration": 0, "file_name": path.name}
        return {"audio": {**sound, "mime_type": mimetypes.guess_type(path.name)[0] or "audio/mpeg"}}
    mime = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return {"document": {**identity, "file_name": path.name, "mime_type": mime}}
