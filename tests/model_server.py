"""An OpenAI-compatible server on the loopback, whose answers a test scripts and whose requests it reads afterwards."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Self


@dataclass(frozen=True)
class Reply:
    """What is sent back. ``cut`` drops the connection after so many bytes of the body; ``wait`` is in seconds."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0
    cut: int | None = None


def says(
    content: str | dict[str, Any] | None,
    finish: str = "stop",
    refusal: str | None = None,
    model: str = "scripted",
) -> Reply:
    """A completion with this content (a dict becomes JSON); it costs 100 tokens in and 10 out."""
    text = json.dumps(content, ensure_ascii=False) if isinstance(content, dict) else content
    message = {"role": "assistant", "content": text, "refusal": refusal}
    completion = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 0,
        "model": model,
        "choices": [{"index": 0, "finish_reason": finish, "logprobs": None, "message": message}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110},
    }
    return Reply(json.dumps(completion).encode())


def fails(status: int, message: str = "no", headers: dict[str, str] | None = None) -> Reply:
    """An error as OpenAI words it."""
    body = {"error": {"message": message, "type": "error", "param": None, "code": None}}
    return Reply(json.dumps(body).encode(), status, headers or {})


class ModelServer:
    """``async with ModelServer(reply, reply) as server``: replies in order; 418 when the script has run out.

    ``requests`` holds the bodies as they came, ``headers`` the headers.
    """

    def __init__(self, *script: Reply) -> None:
        self.script = list(script)
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []

    @property
    def base_url(self) -> str:
        """Where clients find it."""
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/v1"

    def prompt(self, which: int = 0) -> str:
        """The messages of a request as one text."""
        return "\n\n".join(message["content"] for message in self.requests[which]["messages"])

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request to a connection; then it is closed."""
        try:
            first, *rest = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").strip().split("\r\n")
            headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in rest)}
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            await _send(writer, self._reply(first, headers, body))
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client gave up, as it does after a time-out
        finally:
            writer.close()

    def _reply(self, first: str, headers: dict[str, str], body: bytes) -> Reply:
        if not first.startswith("POST /v1/chat/completions "):
            return fails(404, f"nothing at {first}")
        self.requests.append(json.loads(body))
        self.headers.append(headers)
        return self.script.pop(0) if self.script else fails(418, "the script has run out")


async def _send(writer: asyncio.StreamWriter, reply: Reply) -> None:
    await asyncio.sleep(reply.wait)
    if reply.cut == 0:
        return
    headers = {
        "Content-Type": "application/json",
        "Content-Length": str(len(reply.body)),
        "Connection": "close",
    }
    lines = [f"HTTP/1.1 {reply.status} {HTTPStatus(reply.status).phrase}"]
    lines += [f"{name}: {value}" for name, value in (headers | reply.headers).items()]
    writer.write("\r\n".join([*lines, "", ""]).encode() + reply.body[: reply.cut])
    await writer.drain()


def answer(*items: Sequence[Any]) -> dict[str, Any]:
    """An answer as asked for, from (text, sources[, kind[, form[, headline]]])."""
    keys = ("text", "sources", "kind", "form", "headline")
    usual = {"kind": "fact", "form": "sentence", "headline": ""}
    return {"items": [usual | dict(zip(keys, item, strict=False)) for item in items]}


def rewritten(*items: Sequence[Any]) -> dict[str, Any]:
    """An answer to a request to mend, from (number, text, sources[, kind])."""
    keys = ("number", "text", "sources", "kind")
    return {"items": [{"kind": "fact"} | dict(zip(keys, item, strict=False)) for item in items]}
