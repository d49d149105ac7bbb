"""A Bot API that hands out a fixed backlog as fast as it is asked: raw asyncio, a process of its own.

``python -m benchmarks.fake_telegram UPDATES CHATS SEED RATE`` prints its port. The updates are those of the crash drill, and
so many a second become available. It honours offset and limit as Telegram does, counts what it was sent, and tells it at
``/stats``: {"sent": …, "asked": …, "left": …}. It answers every other method with the least that python-telegram-bot can
read. turns.py serves several bots by it.
"""

import asyncio
import io
import json
import re
import sys
import time
from typing import Protocol

from PIL import Image

from benchmarks.drill_updates import backlog

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_OFFSET = re.compile(rb"(?:^|&)offset=(-?\d+)")
_FILE = re.compile(rb"file_id=([\w-]+)")
_MESSAGE = b'{"ok":true,"result":{"message_id":1,"date":1790000000,"chat":{"id":1,"type":"private","first_name":"A"},"text":"x"}}'
_ME = b'{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"B","username":"bench_bot"}}'
_HOOK = b'{"ok":true,"result":{"url":"","has_custom_certificate":false,"pending_update_count":0}}'
TRUE = b'{"ok":true,"result":true}'
NONE = b'{"ok":true,"result":[]}'
_LIMIT = 100


class Answering(Protocol):
    """``more`` ends when it is worth asking again for updates that there were none of, and at the latest after a second."""

    def answer(self, target: bytes, body: bytes) -> bytes: ...

    async def more(self) -> None: ...


class Bot:
    """The backlog, encoded beforehand, so that the server costs as little as it can. ``rate`` is a second, 0 all at once."""

    def __init__(self, updates: list[bytes], rate: float = 0) -> None:
        self.updates = updates
        self.rate = rate
        self.allowed = len(updates)  # how many of them may be had by now
        self.begun = 0.0
        self.first = 0  # index of the first that is not confirmed
        self.sent = 0
        self.asked = 0
        self.handed_out = 0.0  # perf_counter as the first update left

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
            return b'{"ok":true,"result":[' + b",".join(batch) + b"]}" if batch else NONE
        if method == b"sendMessage":
            self.sent += 1
            return _MESSAGE
        if method == b"stats":
            left = len(self.updates) - self.first
            return json.dumps({"sent": self.sent, "asked": self.asked, "left": left}).encode()
        if method == b"getFile":
            name = _FILE.search(body)
            path = name[1].decode() if name else "none"
            return (
                b'{"ok":true,"result":{"file_id":"f","file_unique_id":"f","file_path":"%b"}}' % path.encode()
            )
        return {b"getMe": _ME, b"getWebhookInfo": _HOOK}.get(method, TRUE)

    def available(self) -> int:
        """How many updates there are by now."""
        if not self.rate:
            return self.allowed
        self.begun = self.begun or time.monotonic()
        return min(self.allowed, int((time.monotonic() - self.begun) * self.rate))

    async def more(self) -> None:
        await asyncio.sleep(0.02)  # nothing is left: the asker must not spin


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (320, 240), "navy").save(out, "JPEG")
    return out.getvalue()


PICTURE = _picture()


async def serve(answering: Answering) -> None:
    """Print the port, and answer for ever."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                found = _LENGTH.search(head)
                body = await reader.readexactly(int(found[1])) if found else b""
                target = head.split(b" ", 2)[1]
                answer = answering.answer(target, body)
                if answer is NONE:
                    await answering.more()
                    answer = answering.answer(target, body)
                writer.write(
                    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
                    % (len(answer), answer)
                )
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0, limit=1 << 20)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def main(count: int, chats: int, seed: int, rate: float) -> None:
    updates = backlog(count, chats, seed).updates
    asyncio.run(serve(Bot([json.dumps(update).encode() for update in updates], rate)))


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:4]), float(sys.argv[4]))
