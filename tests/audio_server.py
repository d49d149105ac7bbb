"""An audio endpoint on the loopback: what it hears is scripted, what was sent to it can be read afterwards."""

import json
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, NamedTuple, Self


class Heard(NamedTuple):
    """One request: its form fields, and the file."""

    fields: dict[str, str]
    name: str
    sound: bytes


class AudioServer:
    """``with AudioServer("文字", 500, …) as server``: texts, statuses or whole answers in order; the last one again and again."""

    def __init__(self, *script: str | int | dict[str, Any]) -> None:
        self._script = list(script)
        self.requests: list[Heard] = []

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                owner.requests.append(_read(self.headers["content-type"], body))
                reply = owner._script.pop(0) if len(owner._script) > 1 else owner._script[0]
                status = reply if isinstance(reply, int) else 200
                found: dict[str, Any] = reply if isinstance(reply, dict) else {"text": reply}
                found = {"error": {"message": "no"}} if isinstance(reply, int) else found
                answer = json.dumps(found).encode()
                self.send_response(status if self.path == "/v1/audio/transcriptions" else 404)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_: Any) -> None:
                """Tests print nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _read(content_type: str, body: bytes) -> Heard:
    message = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body)
    fields: dict[str, str] = {}
    name, sound = "", b""
    for part in message.iter_parts():
        content = part.get_payload(decode=True) or b""
        if part.get_filename():
            name, sound = str(part.get_filename()), content
        else:
            fields[str(part.get_param("name", header="content-disposition"))] = content.decode()
    return Heard(fields, name, sound)
