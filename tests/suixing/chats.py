"""Small invented chats, written down as Telegram Desktop exports them."""

import io
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PIL import Image, ImageDraw

CHAT = 7200000001
TRAVELLER = ("林測試", "user5200000101")
LEFT_OUT = "(File not included. Change data exporting settings to download.)"

SAID: tuple[tuple[str, str], ...] = (
    (
        "2026-09-20T20:01:00",
        "計畫名稱：測試市政府赴日本東京考察都市公園管理\n主辦機關 綠政處\n類別 考察\n附件沒有，含附件請勾否",
    ),
    ("2026-09-20T20:03:00", "出國的是我：林測試，測試市政府綠政處／公園科／科員"),
    ("2026-09-20T20:05:00", "期間115年9月21日到115年9月23日，地區日本\n聯絡人 許範例 電話 02-00000000"),
    (
        "2026-09-20T20:09:00",
        "行程\n- 9/21 臺北—東京 搭機\n- 9/22 東京 拜會東京都公園協會\n- 9/23 東京—臺北 回程",
    ),
    ("2026-09-20T20:12:00", "此行目的是了解東京都公園委外管理的作法，作為本市公園管理之參考"),
    ("2026-09-22T11:30:00", "9/22 上午拜會東京都公園協會，協會受託管理 63 座公園，員工約 700 人"),
    ("2026-09-22T15:40:00", "下午看了日比谷公園，志工每月清掃 2 次"),
    ("2026-09-23T21:00:00", "#心得 公園交給專責協會管理，品質穩定，志工也願意長期投入"),
    ("2026-09-23T21:05:00", "#建議 建議本市挑選 2 座公園試辦志工認養，每月清掃 2 次"),
)
"""When the traveller said what on a short trip; too little for a report without errors."""


def message(number: int, said_at: str, text: str = "", **more: Any) -> dict[str, Any]:
    """One message of the traveller."""
    moment = datetime.fromisoformat(said_at).replace(tzinfo=ZoneInfo("Asia/Taipei"))
    name, sender = TRAVELLER
    return {
        "id": number, "type": "message", "date": said_at, "date_unixtime": str(int(moment.timestamp())),
        "from": name, "from_id": sender, "text": text, "text_entities": [{"type": "plain", "text": text}], **more,
    }  # fmt: skip


def photo(number: int, said_at: str, file: str, text: str = "") -> dict[str, Any]:
    """A message with a picture; ``file`` is its place in the folder, or what stands there when it was left out."""
    return message(number, said_at, text, photo=file, photo_file_size=1000, width=320, height=240)


def short_trip() -> list[dict[str, Any]]:
    """The short trip with one picture, photos/1.jpg."""
    words = [message(number, at, text) for number, (at, text) in enumerate(SAID, 101)]
    return [*words[:6], photo(150, "2026-09-22T11:50:00", "photos/1.jpg", "與協會合影"), *words[6:]]


def lay(
    folder: Path, messages: Sequence[Mapping[str, Any]], files: Mapping[str, bytes] | None = None
) -> Path:
    """Write the export; its folder."""
    content = {"name": "小幫手", "type": "bot_chat", "id": CHAT, "messages": list(messages)}
    return lay_text(folder, json.dumps(content, ensure_ascii=False), files)


def lay_text(folder: Path, text: str, files: Mapping[str, bytes] | None = None) -> Path:
    """Write a folder with this very result.json."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "result.json").write_text(text, "utf-8")
    for name, content in (files or {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def picture() -> bytes:
    """A JPEG with something to see in it."""
    image = Image.new("RGB", (640, 480), "lightblue")
    draw = ImageDraw.Draw(image)
    for place in range(0, 640, 40):
        draw.line((place, 0, 640 - place, 480), fill="darkgreen", width=5)
    out = io.BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()
