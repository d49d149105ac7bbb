"""A Bot API that hands out a fixed backlog as fast as it is asked: raw asyncio, a process of its own.

``python -m benchmarks.fake_telegram UPDATES CHATS`` prints its port. With ``drill SEED RATE`` behind it the updates are
those of the crash drill, and so many a second become available. It honours offset and limit as Telegram does,
counts what it was sent, and tells it at ``/stats``: {"sent": …, "asked": …, "left": …, "handed_out": …}. It answers every
other method with the least that python-telegram-bot can read.
"""

import asyncio
import io
import json
import re
import sys
import time

from PIL import Image

from benchmarks.drill_updates import backlog

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_OFFSET = re.compile(rb"(?:^|&)offset=(-?\d+)")
_FILE = re.compile(rb"file_id=([\w-]+)")
_TEXT = "第 {} 則：上午拜會東京都公園協會，協會受託管理 63 座公園，員工約 700 人，由專責單位維護。"
_MESSAGE = b'{"ok":true,"result":{"message_id":1,"date":1790000000,"chat":{"id":1,"type":"private","first_name":"A"},"text":"x"}}'
_ME = b'{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"B","username":"bench_bot"}}'
_HOOK = b'{"ok":true,"result":{"url":"","has_custom_certificate":false,"pending_update_count":0}}'
_TRUE = b'{"ok":true,"result":true}'
_NONE = b'{"ok":true,"result":[]}'
_LIMIT = 100


class Bot:
    """The backlog, encoded beforehand, so that the server costs as little as it can."""

    def __init__(self, updates: list[bytes], rate: float = 0) -> None:
        self.updates = updates
        self.rate = rate  # a second; 0: all at once
        self.begun = 0.0
        self.first = 0  # index of the first that is not confirmed
        self.sent = 0
        self.asked = 0
        self.handed_out = 0.0  # perf_counter as the first update left: one clock for all processes
        self.seen: set[int] = set()

    def answer(self, target: bytes, body: bytes) -> bytes:
        method = target.rsplit(b"/", 1)[-1].partition(b"?")[0]
        if target.startswith(b"/file/"):
            return PICTURE if method.startswith(b"photo") else "09:00 開幕\n10:30 座談".encode()
        if method == b"getUpdates":
            self.asked += 1
            found = _OFFSET.search(body)
            offset = int(found[1]) if found else 0
            self.first = max(self.first, min(offset - 1, len(self.updates)))
            batch = self.updates[self.first : min(self.first + _LIMIT, self.available())]
            if batch:
                self.handed_out = self.handed_out or time.perf_counter()
            return b'{"ok":true,"result":[' + b",".join(batch) + b"]}" if batch else _NONE
        if method == b"sendMessage":
            self.sent += 1
            return _MESSAGE
        if method == b"stats":
            return json.dumps(
                {
                    "sent": self.sent,
                    "asked": self.asked,
                    "left": len(self.updates) - self.first,
                    "handed_out": self.handed_out,
                }
            ).encode()
        if method == b"getFile":
            name = _FILE.search(body)
            path = name[1].decode() if name else "none"
            return (
                b'{"ok":true,"result":{"file_id":"f","file_unique_id":"f","file_path":"%b"}}' % path.encode()
            )
        return {b"getMe": _ME, b"getWebhookInfo": _HOOK}.get(method, _TRUE)

    def available(self) -> int:
        """How many updates there are by now."""
        if not self.rate:
            return len(self.updates)
        self.begun = self.begun or time.monotonic()
        return min(len(self.updates), int((time.monotonic() - self.begun) * self.rate))


def _update(number: int, chat: int) -> bytes:
    person = {"id": chat, "is_bot": False, "first_name": "林測試"}
    message = {
        "message_id": number,
        "date": 1_790_000_000 + number,
        "chat": {"id": chat, "type": "private", "first_name": "林測試"},
        "from": person,
        "text": _TEXT.format(number),
    }
    return json.dumps({"update_id": number, "message": message}).encode()


def _made(words: list[str]) -> Bot:
    count, chats = int(words[0]), int(words[1])
    if words[2:3] == ["drill"]:
        updates = backlog(count, chats, int(words[3])).updates
        return Bot([json.dumps(update).encode() for update in updates], float(words[4]))
    return Bot([_update(number, 1 + number % chats) for number in range(1, count + 1)])


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (320, 240), "navy").save(out, "JPEG")
    return out.getvalue()


PICTURE = _picture()


async def _serve(bot: Bot) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                found = _LENGTH.search(head)
                body = await reader.readexactly(int(found[1])) if found else b""
                answer = bot.answer(head.split(b" ", 2)[1], body)
                if answer is _NONE:
                    await asyncio.sleep(0.02)  # nothing is left: the asker must not spin
                writer.write(
                    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
                    % (len(answer), answer)
                )
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0, limit=1 << 20)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(_made(sys.argv[1:])))
