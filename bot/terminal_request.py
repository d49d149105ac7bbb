"""The Bot API as a terminal: lines become updates, what the bot sends is printed. No token, no network."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import unquote

from telegram.request import BaseRequest, RequestData

from bot.intake import Intake
from bot.terminal_clock import TerminalClock, moment_in
from bot.terminal_lines import Numbers, file_in, update_for
from storage.store import Store

BOT = {"id": 1, "is_bot": True, "first_name": "隨行", "username": "suixing_terminal_bot"}
_QUIET = {
    "getWebhookInfo": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
    "getMe": BOT,
}


class TerminalRequest(BaseRequest):
    """``lines`` gives what the person typed, None at the end. The next line is taken when all is done about the last."""

    def __init__(
        self,
        store: Store,
        intake: Intake,
        clock: TerminalClock,
        numbers: Numbers,
        *,
        lines: "asyncio.Queue[str | None]",
        out: TextIO,
        save_to: Path,
        echo: bool,
    ) -> None:
        self.ended = asyncio.Event()
        self.silence: Callable[[], Awaitable[None]] | None = None
        """Called where a live chat is silent for a while: somebody types a line."""
        self._store = store
        self._intake = intake
        self._clock = clock
        self._numbers = numbers
        self._lines = lines
        self._out = out
        self._save_to = save_to
        self._echo = echo
        self._last: dict[str, Any] = {}
        self._buttons: list[str] = []

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 - PTB names it
        request_data: RequestData | None = None,
        *_args: Any,
        **_kwargs: Any,
    ) -> tuple[int, bytes]:
        """Answer as the Bot API would."""
        if "/file/bot" in url:
            path = unquote(url.split("/file/bot", 1)[1].split("/", 1)[1])
            return await asyncio.to_thread(_read, Path("/" + path.lstrip("/")))
        name = url.rsplit("/", 1)[1]
        fields = dict(request_data.parameters) if request_data else {}
        if name == "getUpdates":
            result: Any = await self._updates()
        elif name == "sendDocument" and request_data is not None:
            result = self._keep(fields, request_data)
        else:
            result = self._answer(name, fields)
        return 200, json.dumps({"ok": True, "result": result}).encode()

    async def _updates(self) -> list[dict[str, Any]]:
        await self._settled()
        line = None if self.ended.is_set() else await self._lines.get()
        if line is None or file_in(line)[0] is None:
            await self._pause()
        if line is None:
            self.ended.set()
            await asyncio.sleep(0.01)  # asked once more while stopping
            return []
        if self._echo:
            self._out.write(f"> {line}\n")
        if (moment := moment_in(line)) is not None:
            await self._let_it_become(moment)
            return []
        update = update_for(line, self._numbers, self._clock(), self._last, self._buttons)
        self._intake.take([update])
        return []

    async def _settled(self) -> None:
        while self._busy():  # noqa: ASYNC110 - only the rows know when all is done
            await asyncio.sleep(0.01)

    async def _pause(self) -> None:
        """Lines of a pipe follow each other at once; in a chat only files do."""
        if self._echo and self.silence is not None:
            await self.silence()
            await self._settled()

    async def _let_it_become(self, moment: datetime) -> None:
        """Let time pass from one reminder to the next, so that each is said at its own time."""
        while (due := self._store.jobs.next_due(["remind"])) and due <= moment:
            self._clock.set(due)
            self._store.jobs.when_added()
            await self._settled()
        self._clock.set(moment)
        self._store.jobs.when_added()
        await self._settled()

    def _busy(self) -> bool:
        return not self._store.settled(self._clock())

    def _answer(self, name: str, fields: Mapping[str, Any]) -> Any:
        if name in _QUIET:
            return _QUIET[name]
        if name in ("sendMessage", "editMessageText"):
            self._say(str(fields["text"]))
            self._show_buttons(fields)
            self._last = self._message(fields, {"text": fields["text"]})
            return self._last
        if name == "setMessageReaction":
            self._say("".join(reaction["emoji"] for reaction in fields["reaction"]))
        elif name == "getFile":
            return {
                "file_id": fields["file_id"],
                "file_unique_id": "local",
                "file_path": fields["file_id"].lstrip("/"),
            }
        elif name == "answerCallbackQuery" and fields.get("text"):
            self._say(str(fields["text"]))
        return True

    def _keep(self, fields: Mapping[str, Any], request_data: RequestData) -> dict[str, Any]:
        for file_name, content, _ in (request_data.multipart_data or {}).values():
            self._save_to.mkdir(parents=True, exist_ok=True)
            path = self._save_to / Path(file_name).name
            path.write_bytes(content if isinstance(content, bytes) else content.read())
            self._say(f"已存檔：{path}")
        return self._message(fields, {"document": {"file_id": "local", "file_unique_id": "local"}})

    def _message(self, fields: Mapping[str, Any], content: Mapping[str, Any]) -> dict[str, Any]:
        message_id = fields.get("message_id") or self._numbers.next()
        chat = {"id": fields["chat_id"], "type": "private", "first_name": self._numbers.name}
        return {
            "message_id": message_id,
            "date": int(self._clock().timestamp()),
            "chat": chat,
            "from": BOT,
            **content,
        }

    def _show_buttons(self, fields: Mapping[str, Any]) -> None:
        """「[1] 閱讀  [2] PDF」; a line with such a number presses it."""
        shown = fields.get("reply_markup") or {}
        rows = (json.loads(shown) if isinstance(shown, str) else shown).get("inline_keyboard", [])
        buttons = [button for row in rows for button in row if button.get("callback_data")]
        if buttons:
            self._buttons = [str(button["callback_data"]) for button in buttons]
            labels = "  ".join(f"[{n}] {button['text']}" for n, button in enumerate(buttons, 1))
            self._out.write(f"  {labels}\n")
            self._out.flush()

    def _say(self, text: str) -> None:
        first, *others = text.splitlines() or [""]
        self._out.write("\n".join([f"< {first}", *(f"  {line}".rstrip() for line in others)]) + "\n")
        self._out.flush()


def _read(path: Path) -> tuple[int, bytes]:
    try:
        return 200, path.read_bytes()
    except OSError:
        return 400, b'{"ok": false, "error_code": 400, "description": "Bad Request: file is gone"}'
