"""One Bot API for several bots that take turns: while one handles its updates the others get none.

``python -m benchmarks.turns CHATS SLICE TOKEN…`` prints its port. The tokens are the order of the turns; each turn is so many
updates, of so many chats. A bot says ``turnOver`` with its seconds of CPU so far when it is done with what it got. ``/stats`` tells
{"turns": [{"token", "seconds", "cpu"}, …], "sent": {token: …}}: seconds from the first update that left to that word, both
by the clock of this process. Why turns: another program on the machine slows down whatever runs just then, for seconds.
"""

import asyncio
import json
import sys
import time
from typing import Any

from benchmarks.fake_telegram import TRUE, Bot, serve

_TEXT = "第 {} 則：上午拜會東京都公園協會，協會受託管理 63 座公園，員工約 700 人，由專責單位維護。"
_LONGEST = 1.0  # seconds that an empty answer is kept back


class Turns:
    def __init__(self, chats: int, slice_: int, order: list[str]) -> None:
        self.slice = slice_
        self.order = order
        self.turn = 0
        self.taken: list[dict[str, Any]] = []
        self.cpu = dict.fromkeys(order, 0.0)
        longest = max(map(order.count, self.cpu)) * slice_
        updates = [_note(number, 1 + number % chats) for number in range(1, longest + 1)]
        self.bots = {token: Bot(updates) for token in self.cpu}
        for bot in self.bots.values():
            bot.allowed = 0
        self.next = asyncio.Event()
        self._begin()

    def answer(self, target: bytes, body: bytes) -> bytes:
        """``/botTOKEN/method``."""
        path, _, words = target.decode().partition("?")
        if path == "/stats":
            sent = {token: bot.sent for token, bot in self.bots.items()}
            return json.dumps({"turns": self.taken, "sent": sent}).encode()
        token, method = path.removeprefix("/bot").split("/", 1)
        if method == "turnOver":
            self._over(token, float(words))
            return TRUE
        return self.bots[token].answer(target, body)

    async def more(self) -> None:
        begun = self.next
        try:
            await asyncio.wait_for(begun.wait(), _LONGEST)
        except TimeoutError:
            return

    def _over(self, token: str, cpu: float) -> None:
        assert token == self.order[self.turn], f"it is not the turn of {token}"
        seconds = time.perf_counter() - self.bots[token].handed_out
        self.taken.append({"token": token, "seconds": seconds, "cpu": cpu - self.cpu[token]})
        self.cpu[token] = cpu
        self.turn += 1
        if self.turn < len(self.order):
            self._begin()

    def _begin(self) -> None:
        bot = self.bots[self.order[self.turn]]
        bot.allowed += self.slice
        bot.handed_out = 0.0
        self.next.set()
        self.next = asyncio.Event()


def _note(number: int, chat: int) -> bytes:
    person = {"id": chat, "is_bot": False, "first_name": "林測試"}
    message = {
        "message_id": number,
        "date": 1_790_000_000 + number,
        "chat": {"id": chat, "type": "private", "first_name": "林測試"},
        "from": person,
        "text": _TEXT.format(number),
    }
    return json.dumps({"update_id": number, "message": message}).encode()


async def main(chats: int, slice_: int, order: list[str]) -> None:
    await serve(Turns(chats, slice_, order))


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]))
