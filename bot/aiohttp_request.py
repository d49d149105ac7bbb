"""Speaks with the Bot API over aiohttp: more messages a second than the library's own connection (docs/decisions/0012)."""

import ssl
from functools import cache
from typing import Any
from urllib.parse import urlencode

import aiohttp
import certifi
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.proxies import Proxies

_AT_ONCE = 32
_CONNECT = 10.0
_READ = 20.0
_UPLOAD = 60.0
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class AiohttpRequest(BaseRequest):
    """Raises TimedOut or NetworkError, as the library wants it. Proxies are those of the environment."""

    def __init__(self, *, read_timeout: float = _READ) -> None:
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None
        self._proxies = Proxies({})
        self._timeouts: dict[tuple[float, float], aiohttp.ClientTimeout] = {}

    @property
    def read_timeout(self) -> float | None:
        return self._read_timeout

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=_AT_ONCE, ssl=_trusted())
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
            self._proxies = Proxies()

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - PTB names it; aiohttp has none
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - waiting for a place is not a failure here
    ) -> tuple[int, bytes]:
        """One request; its status and body."""
        if self._session is None:
            raise NetworkError("the connection is closed")
        with_files = request_data is not None and request_data.contains_files
        usual = _UPLOAD if with_files else self._read_timeout
        timeout = self._timeout(_chosen(connect_timeout, _CONNECT), max(_chosen(read_timeout, usual), usual))
        headers = None if request_data is None or with_files else _FORM
        proxy = self._proxies.towards(url)
        try:
            async with self._session.request(
                method, url, data=_body(request_data), headers=headers, timeout=timeout, proxy=proxy
            ) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(
                f"{type(error).__name__}"
            ) from error  # the text may hold the address, and the token

    def _timeout(self, connect: float, read: float) -> aiohttp.ClientTimeout:
        found = self._timeouts.get((connect, read))
        if found is None:
            found = self._timeouts[connect, read] = aiohttp.ClientTimeout(
                total=None, sock_connect=connect, sock_read=read
            )
        return found


@cache
def _trusted() -> ssl.SSLContext:
    """The authorities of the system, which may know the office's own, and those that every client brings."""
    trusted = ssl.create_default_context()
    trusted.load_verify_locations(certifi.where())
    return trusted


def _body(request_data: RequestData | None) -> aiohttp.FormData | bytes | None:
    if request_data is None:
        return None
    if not request_data.contains_files:
        return urlencode(request_data.json_parameters).encode()
    form = aiohttp.FormData(quote_fields=False)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, mime) in request_data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=mime)
    return form


def _chosen(wanted: Any, usual: float) -> float:
    return float(wanted) if isinstance(wanted, (int, float)) else usual
