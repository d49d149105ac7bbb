"""Carries the invented demonstration trip: a Telegram Desktop export with pictures, and a way to show its chat."""

import json
from contextlib import AbstractContextManager
from datetime import datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

PRIVATE = "#私"
_PLACES = (
    ("photo", "[照片]"),
    ("contact_information", "[聯絡人]"),
    ("place_name", "[地點]"),
    ("location_information", "[位置]"),
)
_FILES = {"audio": "[語音]", "image": "[照片原檔]"}


def demo_export() -> AbstractContextManager[Path]:
    """The folder of the export (``result.json`` and its media), as long as the context lasts."""
    return as_file(files(__name__))


def transcript(limit: int | None = None, width: int = 78) -> list[str]:
    """The chat, one line a message, each at most ``width`` columns wide.

    With a ``limit`` that many lines taken evenly from the whole trip, the first and the last among them.
    What is marked as private is not shown.
    """
    export = json.loads((files(__name__) / "result.json").read_text("utf-8"))
    lines = [shorten(line(message), width) for message in export["messages"]]
    if limit is None or limit >= len(lines):
        return lines
    if limit < 2:
        return lines[: max(limit, 0)]
    return [lines[round(place * (len(lines) - 1) / (limit - 1))] for place in range(limit)]


def line(message: dict[str, Any]) -> str:
    """``藍渡川 9/16 08:41  [照片] 會議開幕式``: who, when on the clock of the export, what."""
    said = datetime.fromisoformat(message["date"])
    passed_on = message.get("forwarded_from")
    who = f"{message['from']}（轉傳{passed_on}）" if passed_on else message["from"]
    return f"{who} {said.month}/{said.day} {said:%H:%M}  {_what(message)}"


def columns(text: str) -> int:
    """How many columns of a terminal ``text`` takes: two for a wide character, one for any other."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def shorten(text: str, width: int) -> str:
    """``text`` if it fits into ``width`` columns, else its beginning and 「…」."""
    if columns(text) <= width:
        return text
    kept = ""
    for character in text:
        if columns(kept) + columns(character) > width - 1:
            break
        kept += character
    return kept.rstrip() + "…"


def _what(message: dict[str, Any]) -> str:
    said = " ".join("".join(part["text"] for part in message["text_entities"]).split())
    if PRIVATE in said:
        return "[私人，不使用]"
    mark = next((mark for key, mark in _PLACES if key in message), "")
    if "file" in message:
        mark = _FILES.get(
            message["mime_type"].partition("/")[0],
            f"[檔案] {message['file_name']}" if "file_name" in message else "[檔案]",
        )
    return " ".join(part for part in (mark, message.get("place_name", ""), said) if part)
