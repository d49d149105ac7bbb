"""Which proxy the environment wants for a server, read once: to read it anew for every request costs more than the request."""

import logging
from collections.abc import Mapping
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from telegram.error import NetworkError

_log = logging.getLogger(__name__)


class Proxies:
    """``named`` maps a scheme to a proxy's address, with a name and a password in it if it wants them."""

    def __init__(self, named: Mapping[str, str] | None = None) -> None:
        self._named = dict(getproxies() if named is None else named)
        self._found: dict[str, str | None] = {}

    def towards(self, url: str) -> str | None:
        """The proxy on the way to this address, from HTTPS_PROXY or HTTP_PROXY; None for what NO_PROXY names.

        Raises NetworkError for a kind of proxy that cannot be spoken to: going round it would be against the office.
        """
        scheme, _, rest = url.partition("://")
        server = f"{scheme}://{rest.partition('/')[0]}"
        if server not in self._found:
            self._found[server] = self._chosen(server)
        return self._found[server]

    def _chosen(self, server: str) -> str | None:
        parts = urlsplit(server)
        proxy = self._named.get(parts.scheme)
        if not proxy or proxy_bypass(parts.hostname or ""):
            return None
        kind, separator, _ = proxy.partition("://")
        if not separator:
            return f"http://{proxy}"
        if kind != "http":
            raise NetworkError(
                f"a proxy of the kind {kind} cannot be used; name one that begins with http://"
            )
        return proxy
