"""Small invented exports, as Telegram Desktop writes them."""

import io
import json
from pathlib import Path
from typing import Any

from PIL import Image

BOT = 7100000001
ME = "user5100000101"
NOON = 1_790_000_000  # 2026-09-21 21:33:20 in Taipei


def entry(number: int, text: Any = "", *, after: int | None = None, **more: Any) -> dict[str, Any]:
    """One message of the traveller; ``after`` is in seconds."""
    moment = NOON + (number if after is None else after)
    return {
        "id": number,
        "type": "message",
        "date": "2026-09-21T21:33:20",
        "date_unixtime": str(moment),
        "from": "林測試",
        "from_id": ME,
        "text": text,
        **more,
    }


def chat(
    *messages: dict[str, Any], kind: str = "bot_chat", number: int = BOT, name: str = "小幫手"
) -> dict[str, Any]:
    return {"name": name, "type": kind, "id": number, "messages": list(messages)}


def write(folder: Path, content: Any, files: dict[str, bytes] | None = None) -> Path:
    """Lay an export down; its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    (folder / "result.json").write_text(text, "utf-8")
    for name, data in (files or {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def jpeg(colour: str = "navy") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (320, 240), colour).save(out, "JPEG")
    return out.getvalue()
