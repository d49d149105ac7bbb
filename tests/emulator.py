"""The independent Bot API emulator as a process of its own, and what a test says to it.

``python -m tests.emulator`` is the process: the unmodified package lo-bot-api-emulator plus what a test of our bot
needs and the package leaves out: a user name, edited messages, raw updates (doubled, senseless), a transcript with
texts, faults on demand, webhooks over loopback, and the one method that it does not know (setMessageReaction).
"""

import asyncio
import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Self

import httpx

ROOT = Path(__file__).parent.parent
UPLOADS = "999"
"""The chat that a file is sent to so that people can then send it."""


@dataclass
class Emulator:
    """The process and the way to it. Use ``with Emulator.start() as emulator``."""

    process: subprocess.Popen[str]
    url: str
    _client: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=10, trust_env=False))
    _numbers: dict[str, "count[int]"] = field(default_factory=lambda: defaultdict(lambda: count(100)))

    @classmethod
    def start(cls) -> Self:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.emulator"], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        port = int(process.stdout.readline())
        return cls(process, f"http://127.0.0.1:{port}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()
        self.process.terminate()
        self.process.wait(timeout=10)
        if self.process.stdout is not None:
            self.process.stdout.close()

    def chat(self, token: str, user: int, name: str = "林測試") -> "Person":
        """Somebody who writes to the bot with this token."""
        return Person(self, token, user, name, self._numbers[token])

    def push(self, token: str, *updates: dict[str, Any]) -> None:
        """Queue updates exactly as they are, in one batch."""
        self._post("/__fixture/raw", {"token": token, "updates": list(updates)})

    def fault(self, token: str, method: str, status: int, times: int = 1, **more: Any) -> None:
        """Let the next calls of a method fail."""
        self._post(
            "/__fixture/faults", {"token": token, "method": method, "status": status, "times": times, **more}
        )

    def calls(self, token: str) -> list[dict[str, Any]]:
        """Everything the bot called, but getUpdates; ``made`` is the number of the message that it made, or None."""
        answer = self._client.get(f"{self.url}/__fixture/calls", params={"token": token})
        found: list[dict[str, Any]] = answer.json()
        return found

    def deliver(self, token: str) -> None:
        """Try the webhook again with what is queued, as Telegram does after a while."""
        self._post("/__fixture/deliver", {"token": token})

    def upload(self, token: str, kind: str, content: bytes, name: str) -> str:
        """Put bytes onto the server; the file_id to mention in a message."""
        method = f"send{kind.capitalize()}"
        answer = self._client.post(
            f"{self.url}/bot{token}/{method}", data={"chat_id": UPLOADS}, files={kind: (name, content)}
        ).json()
        found = answer["result"][kind]
        return str(found[-1]["file_id"] if isinstance(found, list) else found["file_id"])

    def _post(self, path: str, body: dict[str, Any]) -> None:
        answer = self._client.post(self.url + path, json=body)
        assert answer.status_code == 200, answer.text


@dataclass
class Person:
    """Somebody in a private chat. Updates are numbered for each bot, messages for each chat, as Telegram does."""

    emulator: Emulator
    token: str
    user: int
    name: str
    _updates: "count[int]"
    _messages: "count[int]" = field(default_factory=lambda: count(1))
    group: dict[str, Any] | None = None

    def says(self, text: str, **more: Any) -> int:
        """Send a text; the update's number."""
        return self.sends(text=text, **more)

    def sends(self, **content: Any) -> int:
        update = self.update(**content)
        self.emulator.push(self.token, update)
        return int(update["update_id"])

    def edits(self, message_id: int, date: int, edit_date: int, **content: Any) -> int:
        message = {**self.message(**content), "message_id": message_id, "date": date, "edit_date": edit_date}
        update = {"update_id": next(self._updates), "edited_message": message}
        self.emulator.push(self.token, update)
        return int(update["update_id"])

    def presses(self, button: str, message_id: int = 1) -> int:
        """Press a button with this callback data, below that message of the bot."""
        number = next(self._updates)
        query = {
            "id": str(number),
            "from": self._user(),
            "chat_instance": "1",
            "data": button,
            "message": {"message_id": message_id, "date": 1_700_000_000, "chat": self._chat(), "text": "…"},
        }
        self.emulator.push(self.token, {"update_id": number, "callback_query": query})
        return number

    def update(self, **content: Any) -> dict[str, Any]:
        """An update that is not sent yet."""
        return {"update_id": next(self._updates), "message": self.message(**content)}

    def message(self, **content: Any) -> dict[str, Any]:
        number = next(self._messages)
        common = {
            "message_id": number,
            "date": 1_790_000_000 + number,
            "chat": self._chat(),
            "from": self._user(),
        }
        return {**common, **content}

    def _chat(self) -> dict[str, Any]:
        return self.group or {"id": self.user, "type": "private", "first_name": self.name}

    def _user(self) -> dict[str, Any]:
        return {"id": self.user, "is_bot": False, "first_name": self.name}


async def eventually(condition: Callable[[], bool], seconds: float = 30) -> None:
    """Wait until something holds; fail when it does not in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it never came true"
        await asyncio.sleep(0.02)


def _serve() -> None:
    import socket

    import lo_bot_api_emulator
    import lo_bot_api_emulator.updates
    from aiohttp import web

    lo_bot_api_emulator.updates.ALLOWED_UPDATE_TYPES |= {"managed_bot", "guest_message"}

    class Unfiltered(lo_bot_api_emulator.updates.UpdateQueues):  # type: ignore[misc]
        """Delivers kinds that were not asked for too, as Telegram does with what it had before it was asked."""

        async def poll(self, token: str, fields: dict[str, Any], **more: Any) -> Any:
            if "allowed_updates" in fields:
                lo_bot_api_emulator.updates.allowed_updates(fields["allowed_updates"])
            return await super().poll(
                token, {k: v for k, v in fields.items() if k != "allowed_updates"}, **more
            )

    class Extended(lo_bot_api_emulator.LoBotApiEmulator):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__(
                enable_control=True, max_bots=200, max_assets=2000, max_updates=5000,
                allow_insecure_loopback_webhooks=True,
            )  # fmt: skip
            self._update_queues.__class__ = Unfiltered
            self.calls: list[dict[str, Any]] = []
            self.numbers = count(5001)  # of the bot's own messages, far from those of people
            self.faults: list[dict[str, Any]] = []

        async def read_request(self, request: web.Request) -> Any:
            fields, uploads = await super().read_request(request)
            token, method = request.match_info["token"], request.match_info["method"]
            if method != "getUpdates":
                files = {u["filename"]: u["size"] for u in uploads.values()}
                call = {
                    "token": token,
                    "method": method,
                    "fields": dict(fields),
                    "files": files,
                    "made": None,
                }
                self.calls.append(call)
                request["call"] = call
            for fault in self.faults:
                if fault["token"] == token and fault["method"] == method and fault["times"] > 0:
                    fault["times"] -= 1
                    parameters = {
                        name: fault[name] for name in ("retry_after", "migrate_to_chat_id") if name in fault
                    }
                    text = fault.get("description", "Too Many Requests: retry after 1")
                    raise lo_bot_api_emulator.ApiRefusal(text, fault["status"], parameters or None)
            return fields, uploads

        def validate(self, method: str, fields: dict[str, Any], uploads: dict[str, Any]) -> Any:
            if method == "setMessageReaction":
                return True
            result = super().validate(method, fields, uploads)
            if method == "getMe":
                result = {**result, "username": "fixture_bot"}
            if isinstance(result, dict) and "message_id" in result:
                result["date"] = 1_790_000_000
                if method.startswith("send"):
                    result["message_id"] = next(self.numbers)
            return result

        async def handle(self, request: web.Request) -> web.Response:
            response: web.Response = await super().handle(request)
            if "call" in request:
                result = json.loads(response.text or "{}").get("result")
                request["call"]["made"] = result.get("message_id") if isinstance(result, dict) else None
            return response

        def app(self) -> web.Application:
            app = super().app()
            app.router.add_get("/__fixture/calls", self._calls)
            app.router.add_post("/__fixture/faults", self._fault)
            app.router.add_post("/__fixture/raw", self._raw)
            app.router.add_post("/__fixture/deliver", self._deliver)
            return app

        async def _calls(self, request: web.Request) -> web.Response:
            return web.json_response([c for c in self.calls if c["token"] == request.query["token"]])

        async def _fault(self, request: web.Request) -> web.Response:
            self.faults.append(await request.json())
            return web.json_response({"ok": True})

        async def _raw(self, request: web.Request) -> web.Response:
            body = await request.json()
            state = self._update_queues._state(body["token"])
            async with state.condition:
                state.updates.extend(body["updates"])
                state.condition.notify_all()
            return await self._deliver(request)

        async def _deliver(self, request: web.Request) -> web.Response:
            await self._update_queues.deliver((await request.json())["token"])
            return web.json_response({"ok": True})

    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    sys.stdout.write(f"{server.getsockname()[1]}\n")
    sys.stdout.flush()
    web.run_app(Extended().app(), sock=server, access_log=None, print=None)


if __name__ == "__main__":
    _serve()
