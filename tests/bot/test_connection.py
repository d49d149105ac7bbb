"""The connection to Telegram: proxies of the environment, forms and files, and errors that the library understands."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import parse_qs

import pytest
from telegram import InputFile
from telegram.error import NetworkError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.aiohttp_request import AiohttpRequest
from bot.proxies import Proxies

_OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"


class Server:
    """Keeps what it was sent; answers every request with ``answer``, or closes the line if that is empty, or never."""

    def __init__(self, answer: bytes | None) -> None:
        self.answer = answer
        self.heads: list[str] = []
        self.bodies: list[bytes] = []
        self.url = ""

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                length = next(
                    (
                        line.split(":")[1]
                        for line in head.splitlines()
                        if line.lower().startswith("content-length")
                    ),
                    "0",
                )
                self.heads.append(head)
                self.bodies.append(await reader.readexactly(int(length)))
                if self.answer is None:
                    continue
                if not self.answer:
                    return
                writer.write(self.answer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def server(answer: bytes | None = _OK) -> AsyncIterator[Server]:
    kept = Server(answer)
    listening = await asyncio.start_server(kept.talk, "127.0.0.1", 0)
    kept.url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    try:
        yield kept
    finally:
        listening.close()


@asynccontextmanager
async def connection(read_timeout: float = 5) -> AsyncIterator[AiohttpRequest]:
    request = AiohttpRequest(read_timeout=read_timeout)
    await request.initialize()
    try:
        yield request
    finally:
        await request.shutdown()


@pytest.fixture(autouse=True)
def no_proxy_around(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "no_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def said(**fields: object) -> RequestData:
    return RequestData([RequestParameter.from_input(name, value) for name, value in fields.items()])


async def test_a_message_goes_as_a_form_and_arrives_letter_for_letter():
    text = "拜會 63 座公園 & 700 人 = 100%\n#心得 +1 😀"
    async with server() as telegram, connection() as request:
        assert await request.do_request(
            f"{telegram.url}/sendMessage", "POST", said(chat_id=7, text=text)
        ) == (
            200,
            b"{}",
        )
    assert parse_qs(telegram.bodies[0].decode()) == {"chat_id": ["7"], "text": [text]}
    assert "application/x-www-form-urlencoded" in telegram.heads[0]


async def test_a_file_goes_beside_its_fields_with_its_name():
    document = InputFile(b"%PDF-1.7 \x00\xff", filename="報告.pdf")
    async with server() as telegram, connection() as request:
        await request.do_request(f"{telegram.url}/sendDocument", "POST", said(chat_id=7, document=document))
    assert "multipart/form-data; boundary=" in telegram.heads[0]
    assert b"%PDF-1.7 \x00\xff" in telegram.bodies[0]
    assert 'filename="報告.pdf"'.encode() in telegram.bodies[0]


async def test_the_proxy_of_the_environment_is_used_with_its_password(monkeypatch: pytest.MonkeyPatch):
    async with server() as proxy:
        monkeypatch.setenv("http_proxy", proxy.url.replace("//", "//clerk:word@"))
        async with connection() as request:
            await request.do_request("http://telegram.invalid/getMe", "POST", said(a=1))
    assert proxy.heads[0].startswith("POST http://telegram.invalid/getMe ")
    assert "Proxy-Authorization: Basic Y2xlcms6d29yZA==" in proxy.heads[0]


async def test_whom_no_proxy_names_is_reached_directly(monkeypatch: pytest.MonkeyPatch):
    async with server() as proxy, server() as telegram:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        async with connection() as request:
            await request.do_request(f"{telegram.url}/getMe", "POST")
    assert (proxy.heads, len(telegram.heads)) == ([], 1)


async def test_a_secure_address_asks_the_proxy_for_a_tunnel(monkeypatch: pytest.MonkeyPatch):
    async with server(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n") as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        async with connection() as request:
            with pytest.raises(NetworkError):
                await request.do_request("https://telegram.invalid/getMe", "POST")
    assert proxy.heads[0].startswith("CONNECT telegram.invalid:443 ")


@pytest.mark.parametrize(
    ("named", "wanted"),
    [
        ({}, None),
        ({"http": "http://proxy.example:3128"}, None),
        ({"https": "http://proxy.example:3128"}, "http://proxy.example:3128"),
        ({"https": "proxy.example:3128"}, "http://proxy.example:3128"),
    ],
)
def test_each_scheme_has_its_own_proxy(named: dict[str, str], wanted: str | None):
    assert Proxies(named).towards("https://telegram.example/bot1:A/getMe") == wanted


def test_a_proxy_that_cannot_be_spoken_to_is_refused_not_gone_round():
    with pytest.raises(NetworkError, match="socks5 cannot be used"):
        Proxies({"https": "socks5://proxy.example:1080"}).towards("https://telegram.example/")


async def test_silence_is_a_time_out():
    async with server(None) as telegram, connection(read_timeout=0.05) as request:
        with pytest.raises(TimedOut):
            await request.do_request(f"{telegram.url}/getMe", "POST")


async def test_a_long_poll_may_be_silent_for_as_long_as_it_said():
    async with server(None) as telegram, connection(read_timeout=0.05) as request:
        asking = asyncio.create_task(
            request.do_request(f"{telegram.url}/getUpdates", "POST", read_timeout=30)
        )
        done, _ = await asyncio.wait({asking}, timeout=0.3)
        asking.cancel()
    assert not done


@pytest.mark.parametrize("answer", [b"", b"nonsense\r\n\r\n"])
async def test_a_line_that_breaks_is_a_network_error_without_the_address(answer: bytes):
    async with server(answer) as telegram, connection() as request:
        with pytest.raises(NetworkError) as caught:
            await request.do_request(f"{telegram.url}/bot1:SECRET/getMe", "POST")
    assert "SECRET" not in str(caught.value)


async def test_nobody_there_is_a_network_error():
    async with server() as telegram:
        gone = telegram.url
    async with connection() as request:
        with pytest.raises(NetworkError):
            await request.do_request(f"{gone}/getMe", "POST")
