"""A Telegram Desktop export on disk: finds the one chat in it, and its files without leaving the folder."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bot.albums import with_albums
from bot.errors import (
    DamagedResult,
    FileMissing,
    NoResult,
    NoSuchPath,
    NotAnExport,
    NothingUsable,
    PathEscapes,
    SeveralChats,
    Unopened,
)
from bot.from_export import read_message, sender_id
from bot.incoming import Incoming
from bot.reading import is_material
from drafting.phrase import phrase


class Chat(NamedTuple):
    """One exported chat: its messages in order, and what could not be understood (zh-TW, for the person)."""

    id: int
    title: str
    messages: list[Incoming]
    problems: list[str]


def open_export(path: Path, chat_id: int = 0) -> tuple[Path, Chat]:
    """The folder and the chat of an export (a folder or its result.json); raises ExportUnreadable kinds.

    An export of a whole account must hold one chat that fits, or ``chat_id`` must choose.
    """
    file = _result(path)
    content = _json(file)
    chats = [chat for entry in _entries(content, file) if (chat := _read_chat(entry)) is not None]
    if not chats:
        raise NotAnExport(str(file))
    usable = [chat for chat in chats if any(is_material(m) for m in chat.messages)]
    if chat_id:
        usable = [chat for chat in usable if chat.id == chat_id]
    if not usable:
        raise NothingUsable(str(file))
    if len(usable) > 1:
        raise SeveralChats(
            [f"{chat.title or '未命名'}（{chat.id}，{len(chat.messages)} 則）" for chat in usable]
        )
    for message in usable[0].messages:
        if message.attachment and message.attachment.handle:
            inside(file.parent, message.attachment.handle, message.message_id)
    return file.parent, usable[0]


def inside(folder: Path, name: str, message_id: int) -> Path:
    """The file of this name in the folder; raises PathEscapes if name or link lead out of it."""
    try:
        found = (folder / name).resolve()
    except (OSError, ValueError, RuntimeError) as error:
        raise PathEscapes(message_id, name) from error
    if not found.is_relative_to(folder.resolve()):
        raise PathEscapes(message_id, name)
    return found


def fetch(folder: Path, message: Incoming) -> bytes:
    """The bytes of a message's file; raises FileMissing with the reason."""
    handle = message.attachment.handle if message.attachment else ""
    try:
        content = inside(folder, handle, message.message_id).read_bytes()
    except OSError as error:
        raise FileMissing(phrase("匯出資料夾裡沒有這個檔案，請重新匯出")) from error
    if not content:
        raise FileMissing(phrase("檔案是空的（0 位元組），請重新匯出或重傳"))
    return content


def _result(path: Path) -> Path:
    try:
        if path.is_dir():
            file = path / "result.json"
            if not file.is_file():
                raise NoResult(str(path))
            return file
        if path.is_file():
            return path
    except (OSError, ValueError) as error:
        raise NoSuchPath(str(path)) from error
    raise NoSuchPath(str(path))


def _json(file: Path) -> object:
    try:
        return json.loads(file.read_text("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise DamagedResult(str(file), f"第 {error.lineno} 行第 {error.colno} 字起無法解讀") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise DamagedResult(str(file), f"第 {line} 行不是 UTF-8 文字") from error
    except RecursionError as error:
        raise DamagedResult(str(file), "層次過深") from error
    except ValueError as error:  # a number of thousands of digits
        raise DamagedResult(str(file), "數字過長") from error
    except OSError as error:
        raise Unopened(str(file), error.strerror or "") from error


def _entries(content: object, file: Path) -> Sequence[object]:
    """The chats in the file: the file itself, or those in the list of a whole account."""
    if isinstance(content, Mapping):
        if isinstance(content.get("messages"), list):
            return [content]
        chats = content.get("chats")
        if isinstance(chats, Mapping) and isinstance(chats.get("list"), list):
            found: list[object] = chats["list"]
            return [c for c in found if isinstance(c, Mapping) and "channel" not in str(c.get("type", ""))]
    raise NotAnExport(str(file))


def _read_chat(entry: object) -> Chat | None:
    if not isinstance(entry, Mapping) or not isinstance(entry.get("messages"), list):
        return None
    identity = entry.get("id")
    if not isinstance(identity, int):
        return None
    title = entry["name"] if isinstance(entry.get("name"), str) else ""
    entries: list[object] = entry["messages"]
    bots = _bots(entry, identity, entries)
    messages: list[Incoming] = []
    problems: list[str] = []
    for number, each in enumerate(entries, start=1):
        try:
            if not isinstance(each, Mapping):
                raise TypeError("not an object")  # noqa: TRY301 - one damaged entry is one problem, told below
            message = read_message(each, identity, title, is_bot=sender_id(each) in bots)
        except (ValueError, TypeError, KeyError):
            problems.append(f"匯出檔的第 {number} 則訊息缺少編號或時間，已略過。")
            continue
        if message is not None:
            messages.append(message)
    return Chat(identity, title, with_albums(messages), problems)


def _bots(chat: Mapping[str, Any], identity: int, entries: Sequence[object]) -> frozenset[int]:
    """Who is a bot: the other side of a bot chat, and whoever shows buttons of their own."""
    found = {identity} if chat.get("type") == "bot_chat" else set()
    for entry in entries:
        if isinstance(entry, Mapping) and "inline_bot_buttons" in entry and "via_bot" not in entry:
            found.add(sender_id(entry))
    return frozenset(found - {0})
